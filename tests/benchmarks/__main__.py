"""`make bench`: every figure as a ratio taken in one run; exit code 1 when one is short."""

import json
import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent
REPORT = Path("build/bench.json")


def main() -> int:
    figures = []
    for module in sorted(HERE.glob("bench_*.py")):
        for figure in import_module(f"tests.benchmarks.{module.stem}").figures():
            print(figure.line(), flush=True)
            print(f"  {figure.note}", file=sys.stderr, flush=True)
            figures.append(figure)
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps([figure.as_json() for figure in figures], indent=1) + "\n")
    return 1 if not figures or any(not figure.ok for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
