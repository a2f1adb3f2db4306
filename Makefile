# Everything a fresh machine needs comes from here: Debian 12 or later, Python 3.11 or later, make.
SHELL := /bin/bash
BIN := .venv/bin
READY := .venv/.ready
SPARK := .venv-spark/.ready
WEASYPRINT := .venv-weasyprint/.ready
SERVICES := .venv/.services
EXAMPLE := examples/cao-lanh-2023
OUT := out
DEBIAN := postgresql chromium tesseract-ocr tesseract-ocr-vie tesseract-ocr-osd ghostscript softhsm2 poppler-utils \
	libreoffice-writer-nogui
PANGO := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
OFFICE := $(OUT)/office
# the desk on this computer alone, on data kept between one start and the next
DESK := MOTCUA_HOME=$(abspath $(OFFICE)) $(BIN)/python manage.py
ADDRESS ?= 127.0.0.1
PORT ?= 8000
# the demonstration's keys and trust list; its signing service and time stamps listen on the two ports after the desk's
SIGNING := $(abspath $(OFFICE))/signing
SIGNS := TRUST_LIST=$(SIGNING)/list.yaml
SERVED := SIGNING_SERVICE=http://127.0.0.1:$$(($(PORT) + 1))/csc/v1 TIME_STAMPS=http://127.0.0.1:$$(($(PORT) + 2))/
SERVE ?= yes

.PHONY: demo serve test check lint types imports migrations docs format lock bench bench-desk bench-documents conformance clean

demo: $(READY) ## inspect the example, then serve the desk of a demonstration province; SERVE=no returns instead
	@rm -rf $(OUT)/cao-lanh-2023
	$(BIN)/motcua evidence import $(EXAMPLE)/records --to $(OUT)/cao-lanh-2023/snapshot --key $(EXAMPLE)/example.key
	$(BIN)/motcua inspect $(OUT)/cao-lanh-2023/snapshot --inspection $(EXAMPLE)/inspection.yaml \
		--programme $(EXAMPLE)/programme.yaml --out $(OUT)/cao-lanh-2023
	@mkdir -p $(OFFICE)
	$(DESK) migrate --verbosity 0
	$(SIGNS) $(DESK) demonstrate --once
	@[ "$(SERVE)" = no ] || $(MAKE) --no-print-directory serve

serve: $(READY) ## the desk of `make demo` again with what tends it, on the kept data, until Ctrl-C
	@test -f $(OFFICE)/office.sqlite3 || { echo "out/office: chưa có dữ liệu, hãy chạy / no data yet, run: make demo" >&2; exit 1; }
	$(DESK) migrate --verbosity 0
	@cat $(OFFICE)/sign-ins.txt
	@echo "http://$(ADDRESS):$(PORT)/ (Ctrl-C)"
	@set -m; export MOTCUA_HOME=$(abspath $(OFFICE)); keys=; \
		if [ -f $(SIGNING)/list.yaml ]; then \
			export $(SIGNS) $(SERVED) SIGNING_BEARER=$$(cat $(SIGNING)/bearer); \
			$(BIN)/python manage.py signing_demo & keys=-$$!; \
			for n in {1..50}; do (: > /dev/tcp/127.0.0.1/$$(($(PORT) + 2))) 2> /dev/null && break; sleep 0.2; done; \
		fi; \
		$(BIN)/python manage.py tend & tends=$$!; \
		$(BIN)/granian --interface wsgi --host $(ADDRESS) --port $(PORT) --blocking-threads 4 --workers-kill-timeout 10 --log-level warning \
			motcua.config.wsgi:application & pages=$$!; \
		trap 'trap "" INT TERM HUP; kill -- -$$tends -$$pages $$keys 2> /dev/null; wait' EXIT; trap 'exit 130' INT TERM HUP; wait -n

test: check $(SERVICES) ## every check, then every test: rules on DuckDB and Spark Connect, the office on SQLite and PostgreSQL
	ENGINES="duckdb spark" $(BIN)/pytest -n 2
	$(BIN)/python -m tools.postgres $(BIN)/pytest -n 2 -m "not once" tests/office tests/web tests/journeys

check: lint types imports migrations docs

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports

migrations: $(READY) ## fails where a model has no migration
	$(BIN)/python manage.py makemigrations --check --dry-run

docs: $(READY) ## fails where a generated page is stale
	$(BIN)/python -m tools.reference --check

format: $(READY) ## format the code, write the generated pages anew
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/python -m tools.reference

lock: $(READY) ## resolve the dependencies anew
	$(BIN)/uv export --no-emit-project --extra spark --extra office --no-header --format requirements-txt -o requirements/dev.txt
	echo weasyprint | $(BIN)/uv pip compile - -q --system-certs --generate-hashes --python-version 3.11 --no-header --no-annotate \
		--upgrade -o requirements/weasyprint.txt

bench: $(READY) ## one million dossiers: generate, import, check, inspect; beside hand-written SQL
	$(BIN)/python -m bench

bench-desk: $(SERVICES) ## lives of dossiers a second beside bare psycopg, over HTTP; pages at 10 and 100 thousand dossiers
	$(BIN)/python -m bench.desk --write

bench-documents: $(SERVICES) $(WEASYPRINT) ## receipts and signatures a second beside other tools, validations, pages read a minute
	$(BIN)/python -m bench.documents --write
	$(BIN)/python -m bench.documents.batch --write

conformance: $(READY) $(SPARK) ## the whole example on a real Apache Spark: the same verdicts, number for number
	$(BIN)/python -m tools.conformance

$(READY): requirements/dev.txt requirements/uv.txt pyproject.toml
	python3 -m venv --clear .venv || { apt-get update -q && apt-get install -qy python3-venv && python3 -m venv --clear .venv; }
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/uv.txt
	$(BIN)/uv pip install -q --system-certs --python $(BIN)/python --require-hashes -r requirements/dev.txt \
		|| $(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(SPARK): requirements/spark.txt requirements/uv.txt
	command -v java > /dev/null || { apt-get update -q && apt-get install -qy openjdk-17-jre-headless; }
	python3 -m venv --clear .venv-spark
	.venv-spark/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements/uv.txt
	.venv-spark/bin/uv pip install -q --system-certs --python .venv-spark/bin/python --require-hashes -r requirements/spark.txt
	@touch $@

$(WEASYPRINT): requirements/weasyprint.txt requirements/uv.txt
	dpkg -s $(PANGO) > /dev/null 2>&1 || { apt-get update -q && apt-get install -qy --no-install-recommends $(PANGO); }
	python3 -m venv --clear .venv-weasyprint
	.venv-weasyprint/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements/uv.txt
	.venv-weasyprint/bin/uv pip install -q --system-certs --python .venv-weasyprint/bin/python --require-hashes -r requirements/weasyprint.txt
	@touch $@

$(SERVICES): $(READY) ## what the tests run beside: a database server, a browser, a reader of scans, a token, another validator, Word to PDF
	ls /usr/lib/postgresql/*/bin/initdb > /dev/null 2>&1 && type chromium gs tesseract softhsm2-util pdfsig soffice > /dev/null 2>&1 \
		&& tesseract --list-langs | grep -qx vie \
		|| { apt-get update -q && apt-get install -qy --no-install-recommends $(DEBIAN); }
	@touch $@

clean:
	rm -rf $(OUT) .venv .venv-spark .venv-weasyprint
