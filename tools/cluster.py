"""A real Apache Spark on loopback: a standalone master, two workers, a Spark Connect server; ended with the block."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

HOST = "127.0.0.1"
WAIT = 120  # seconds for a port to open
CONNECT = "org.apache.spark.sql.connect.service.SparkConnectServer"


@contextmanager
def cluster(spark_home: Path, logs: Path) -> Iterator[str]:
    """Start the cluster and give the address of its Connect server. Raises TimeoutError where one is silent."""
    logs.mkdir(parents=True, exist_ok=True)
    master, connect = _free_port(), _free_port()
    address = f"spark://{HOST}:{master}"
    with ExitStack() as parts:
        _start(parts, spark_home, logs / "master.log", ["org.apache.spark.deploy.master.Master", *_at(master)])
        _until_open(master, logs / "master.log")
        for number in (1, 2):
            worker = ["org.apache.spark.deploy.worker.Worker", *_at(0), "--cores", "1", "--memory", "2g"]
            worker += ["--work-dir", str(logs / f"worker-{number}"), address]
            _start(parts, spark_home, logs / f"worker-{number}.log", worker)
        server = ["org.apache.spark.deploy.SparkSubmit", "--master", address, "--class", CONNECT]
        settings = {
            "spark.connect.grpc.binding.address": HOST,
            "spark.connect.grpc.binding.port": str(connect),
            "spark.driver.host": HOST,
            "spark.executor.memory": "1g",
            "spark.sql.shuffle.partitions": "4",
            "spark.sql.session.timeZone": "UTC",
            "spark.ui.enabled": "false",
        }
        server += [word for key, value in settings.items() for word in ("--conf", f"{key}={value}")]
        _start(parts, spark_home, logs / "connect.log", [*server, "spark-internal"])
        _until_open(connect, logs / "connect.log")
        yield f"sc://{HOST}:{connect}"


def _at(port: int) -> list[str]:
    return ["--host", HOST, "--port", str(port), "--webui-port", "0"]


def _start(parts: ExitStack, spark_home: Path, log: Path, words: list[str]) -> None:
    environment = {**os.environ, "SPARK_HOME": str(spark_home), "SPARK_LOCAL_IP": HOST}
    output = parts.enter_context(log.open("w"))
    process = subprocess.Popen(  # noqa: S603  our own command line
        [str(spark_home / "bin" / "spark-class"), *words], env=environment, stdout=output, stderr=output
    )
    parts.callback(process.wait)
    parts.callback(process.terminate)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _until_open(port: int, log: Path) -> None:
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.5)
    raise TimeoutError(f"Spark does not answer on port {port}; see {log}")
