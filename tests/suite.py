"""`make test`: everything that has to hold, in the order of what fails fastest.

Counting covered lines doubles the time, so here only the rules are counted; `make coverage` counts
all of it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from planted import TRACES

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
NO_TESTS_RAN = 5
TRACED = ROOT / "build" / "traces"

CHECKS = {
    "lint": [BIN / "ruff", "check", "."],
    "format": [BIN / "ruff", "format", "--check", "."],
    "types": [BIN / "mypy"],
    "layers": [BIN / "lint-imports"],
    "rules": [BIN / "python", "-m", "pytest", "-q", "--cov", "--cov-report=", "tests/rules"],
    "coverage of rules": [
        *(BIN / "coverage", "report", "--include=rules/*", "--fail-under=100", "--skip-covered"),
    ],
    "tests": [
        *(BIN / "python", "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile"),
        "--durations=20",
    ],
    "secrets": [BIN / "python", "tests/scan.py", TRACED],
}


def main() -> int:
    """0 when all checks hold; the first that does not stops the rest."""
    shutil.rmtree(TRACED, ignore_errors=True)
    TRACED.mkdir(parents=True)
    for name, command in CHECKS.items():
        print(f"== {name}", flush=True)
        code = _run(command, TRACED / "pytest.txt" if name == "tests" else None)
        if code:
            why = (
                "no test ran" if code == NO_TESTS_RAN and name == "tests" else f"exit code {code}"
            )
            print(f"make test: {name} failed ({why})", file=sys.stderr)
            return 1
    return 0


def _run(command: Sequence[str | Path], told: Path | None) -> int:
    """told: what it prints is also kept here, for the scan."""
    if told is None:
        return subprocess.run(command, cwd=ROOT, check=False).returncode
    environment = os.environ | {TRACES: str(TRACED)}
    with (
        told.open("w") as kept,
        subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
        ) as running,
    ):
        for line in running.stdout or ():
            print(line, end="", flush=True)
            kept.write(line)
    return running.returncode


if __name__ == "__main__":
    sys.exit(main())
