"""A whole day as the command line runs it, start-up included: seconds to know, no goal."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from models.store import open_database
from tests.benchmarks.bench_delivery import sink
from tests.benchmarks.engine_rows import TODAY, fill
from tests.benchmarks.figure import Figure

ACTIVITIES, DUE = 10_000, 1_000
SENT = "Skickade: "


def figures() -> Iterator[Figure]:
    """`tidplan run` for some thousand mails about ten thousand activities, against a fast sink."""
    with TemporaryDirectory() as folder, sink() as port:
        engine = open_database(f"sqlite:///{folder}/tidplan.db")
        fill(engine, ACTIVITIES, due=DUE)
        engine.dispose()
        wall, cpu, mails = _run(Path(folder), port)
    note = f"{mails} mails of {ACTIVITIES:,} activities: {wall:.1f} s, of them CPU {cpu:.1f} s"
    yield Figure("whole_run_mails_a_second", mails / wall, 0.0, note=note)


def _run(home: Path, port: int) -> tuple[float, float, int]:
    """Seconds on the wall and of CPU, and how many mails were sent."""
    settings = {
        "TIDPLAN_HOME": str(home),
        "TIDPLAN_MAIL_URL": f"mailto://127.0.0.1:{port}",
        "TIDPLAN_MAIL_FROM": "Tidplan <tidplan@example.se>",
        "TIDPLAN_LANGUAGE": "sv",
    }
    command = [sys.executable, "-m", "cli.main", "run", "--today", str(TODAY)]
    (home / "council.yaml").write_text(
        "calendar: {quiet_hours: null}\npolicy: {volume: {at_least: 100000}}\n"
    )
    before, begin = _cpu(), time.perf_counter()
    done = subprocess.run(
        command, env=os.environ | settings, capture_output=True, text=True, check=True
    )
    wall = time.perf_counter() - begin
    [told] = [line for line in done.stdout.splitlines() if line.startswith(SENT)]
    return wall, _cpu() - before, int(told.removeprefix(SENT).split()[0])


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
