"""A world without planted faults keeps every duty."""

from pathlib import Path

import pytest

from motcua.evidence.checking import check_snapshot
from motcua.evidence.snapshot import open_snapshot
from motcua.evidence.tables import CONTRACT
from motcua.generator import read_truth
from tests.generator.conftest import Ask

NEVER = {
    "nothing is settled after it was due": """
        SELECT dossier_id FROM dossier
        WHERE finished_at > due_at OR first_due_at > due_at OR (finished_at IS NULL AND due_on < DATE '2023-01-01')""",
    "nothing due before the closing is open": """
        SELECT dossier_id FROM dossier, (SELECT max(to_on) AS closed FROM coverage)
        WHERE finished_at IS NULL AND due_on < closed""",
    "moments come in order": """
        SELECT d.dossier_id FROM dossier d JOIN result r USING (unit_id, dossier_id) LEFT JOIN payment p
        USING (unit_id, dossier_id)
        WHERE NOT (d.received_at <= r.issued_at AND r.issued_at = d.issued_at AND r.issued_at <= r.digitised_at
        AND r.digitised_at <= r.to_desk_at AND r.to_desk_at <= d.finished_at
        AND d.finished_at <= coalesce(d.returned_at, d.finished_at)
        AND coalesce(p.paid_at, r.issued_at) <= r.issued_at)""",
    "steps follow each other": """
        SELECT a.dossier_id FROM dossier_step a JOIN dossier_step b
        ON a.unit_id = b.unit_id AND a.dossier_id = b.dossier_id AND b.step_no = a.step_no + 1
        WHERE b.sent_at < a.finished_at OR a.finished_at < a.received_at OR b.received_at < b.sent_at""",
    "hand-over is on the day, after 15:00 by the next morning": """
        SELECT s.dossier_id FROM dossier_step s JOIN calendar_day c ON c.day = s.received_on
        JOIN calendar_day f ON f.day = s.finished_on
        WHERE step_no = 1 AND f.ordinal > c.ordinal + (hour(s.received_at) >= 15)::INT""",
    "every dossier has the papers its procedure asks for": """
        SELECT d.dossier_id FROM dossier d JOIN procedure_component p USING (procedure_code)
        LEFT JOIN dossier_component c ON c.unit_id = d.unit_id AND c.dossier_id = d.dossier_id
        AND c.procedure_component_no = p.component_no
        WHERE c.dossier_id IS NULL OR (c.kept_original AND NOT p.keeps_original)""",
    "every receipt lists them": """
        SELECT s.slip_id FROM slip s JOIN (
          SELECT unit_id, dossier_id, count(*) AS papers FROM dossier_component GROUP BY ALL
        ) c USING (unit_id, dossier_id)
        WHERE s.kind = 'receipt' AND s.component_rows IS DISTINCT FROM c.papers""",
    "what takes time has a receipt and, handed over, a control slip": """
        SELECT d.dossier_id FROM dossier d JOIN procedure p USING (procedure_code) LEFT JOIN slip r
        ON r.unit_id = d.unit_id AND r.dossier_id = d.dossier_id AND r.kind = 'receipt' LEFT JOIN slip k
        ON k.unit_id = d.unit_id AND k.dossier_id = d.dossier_id AND k.kind = 'control'
        WHERE NOT p.immediate AND (r.slip_id IS NULL OR (k.slip_id IS NULL AND d.finished_on IS NOT NULL))""",
    "every settled dossier has a signed, sealed, digitised, stored result": """
        SELECT d.dossier_id FROM dossier d LEFT JOIN result r USING (unit_id, dossier_id)
        WHERE d.finished_on IS NOT NULL AND NOT coalesce(r.person_signature = 'valid' AND r.agency_seal = 'valid'
        AND r.digitised_on IS NOT NULL AND r.stored AND r.number_present
        AND r.pages_found = r.pages_declared, false)""",
    "terms of working days are counted by the calendar": """
        SELECT d.dossier_id FROM dossier d JOIN procedure p USING (procedure_code)
        JOIN calendar_day a ON a.day = d.received_on JOIN calendar_day b ON b.day = d.first_due_on
        WHERE p.term_unit = 'working_day' AND b.ordinal - a.ordinal <> p.term_value""",
    "nothing is received or due on a day off": """
        SELECT dossier_id FROM dossier JOIN calendar_day c ON c.day = received_on OR c.day = due_on
        WHERE NOT working""",
    "fees are paid in full": """
        SELECT dossier_id FROM dossier LEFT JOIN payment USING (unit_id, dossier_id)
        WHERE finished_on IS NOT NULL AND fee_due > 0 AND amount IS DISTINCT FROM fee_due""",
    "linked dossiers come from the district above and stand in the book": """
        SELECT d.dossier_id FROM dossier d JOIN unit u USING (unit_id) LEFT JOIN dossier p
        ON p.dossier_id = d.parent_dossier_id LEFT JOIN book_entry b
        ON b.unit_id = d.unit_id AND b.dossier_id = d.dossier_id AND b.book_kind = 'linked_land'
        WHERE d.parent_dossier_id IS NOT NULL AND (p.unit_id IS DISTINCT FROM u.parent_id OR b.serial IS NULL
        OR p.received_on >= d.received_on)""",
    "book serials have no gap": """
        SELECT unit_id, book_kind, year FROM book_entry GROUP BY ALL
        HAVING min(serial) <> 1 OR max(serial) <> count(*) OR count(DISTINCT serial) <> count(*)""",
    "serials of a day follow the clock": """
        SELECT unit_id FROM (SELECT unit_id, received_at < lag(received_at) OVER day AS back,
          right(dossier_id, 4)::INT - lag(right(dossier_id, 4)::INT) OVER day AS step
          FROM dossier WINDOW day AS (PARTITION BY unit_id, received_on ORDER BY dossier_id))
        WHERE back OR step <> 1""",
    "residence dossiers reach the archive in five days": """
        SELECT dossier_id FROM archive_handover WHERE handed_over_on - settled_on > 5""",
    "residence is looked up, no paper asked": """
        SELECT d.dossier_id FROM dossier d JOIN procedure p USING (procedure_code)
        LEFT JOIN residence_check c USING (unit_id, dossier_id)
        WHERE p.population_data = 'required' AND coalesce(c.paper_demanded, true)""",
    "special cases have two witnesses": "SELECT 1 FROM dossier WHERE special_case AND witnesses IS DISTINCT FROM 2",
    "an account files for one owner unless it represents": """
        SELECT submitter_account FROM dossier WHERE submitter_kind <> 'representative' AND channel = 'online'
        GROUP BY ALL HAVING count(DISTINCT applicant) > 1""",
    "obligations are met by a document in time": """
        SELECT o.obligation_id FROM obligation o
        LEFT JOIN outgoing_document d ON d.unit_id = o.unit_id AND d.document_id = o.document_id
        WHERE o.due_on <= (SELECT max(to_on) FROM coverage) AND (o.fulfilled_on IS NULL OR o.fulfilled_on > o.due_on
        OR d.issued_on IS DISTINCT FROM o.fulfilled_on)""",
    "reports are sent in time": """
        SELECT report_id FROM report_due, (SELECT max(to_on) AS closed FROM coverage)
        WHERE due_on <= closed AND (submitted_on IS NULL OR submitted_on > due_on)""",
    "every service is posted at the desk and on the website": """
        SELECT s.unit_id FROM service s LEFT JOIN posting p USING (unit_id, procedure_code)
        GROUP BY s.unit_id, s.procedure_code
        HAVING count(*) FILTER (WHERE p.place IN ('desk', 'website') AND p.complete) <> 2""",
    "dossiers are of procedures the unit offers": """
        SELECT d.dossier_id FROM dossier d LEFT JOIN service s USING (unit_id, procedure_code)
        WHERE s.unit_id IS NULL""",
    "every row says where it comes from": """
        SELECT 1 FROM dossier_component WHERE row IS NULL OR source_file <> 'generated/dossier_component'""",
}


@pytest.mark.parametrize("promise", NEVER)
def test_a_clean_world_keeps_its_duties(ask: Ask, promise: str) -> None:
    assert ask(f"SELECT count(*) FROM ({NEVER[promise]})") == [(0,)]


def test_a_clean_world_passes_the_check_of_snapshots(three_levels: Path, two_levels: Path) -> None:
    for folder in (three_levels, two_levels):
        assert list(check_snapshot(open_snapshot(folder))) == []
        assert read_truth(folder) == []


def test_every_table_but_declared_figures_and_samples_has_rows(three_levels: Path) -> None:
    kept = set(open_snapshot(three_levels).tables)

    assert set(CONTRACT) - kept == {"declared_figure", "sample", "sample_check"}


def test_rows_are_numbered_without_a_gap(ask: Ask) -> None:
    for table in ("dossier", "slip", "posting", "staff"):
        assert ask(f"SELECT max(row) = count(*) AND count(DISTINCT row) = count(*) FROM {table}") == [(True,)]
