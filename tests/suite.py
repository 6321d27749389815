"""`make test`: everything that has to hold, in the order of what fails fastest."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
NO_TESTS_RAN = 5

CHECKS = {
    "lint": [BIN / "ruff", "check", "."],
    "format": [BIN / "ruff", "format", "--check", "."],
    "types": [BIN / "mypy"],
    "layers": [BIN / "lint-imports"],
    "tests": [
        *(BIN / "python", "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile"),
        *("--cov", "--cov-report=", "--durations=10"),
    ],
    "coverage": [BIN / "coverage", "report", "--fail-under=95", "--skip-covered"],
    "coverage of rules": [
        *(BIN / "coverage", "report", "--include=rules/*", "--fail-under=100", "--skip-covered"),
    ],
}


def main() -> int:
    """0 when all checks hold; the first that does not stops the rest."""
    for name, command in CHECKS.items():
        print(f"== {name}", flush=True)
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        if code:
            why = (
                "no test ran" if code == NO_TESTS_RAN and name == "tests" else f"exit code {code}"
            )
            print(f"make test: {name} failed ({why})", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
