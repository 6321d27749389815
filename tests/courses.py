"""Makes the pictures of docs/three-courses anew: `make courses`.

The command itself draws them, for a directive like those that councils write.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
COURSES = ROOT / "docs" / "three-courses"
SPAN = ("--from", "2022-01-03", "--to", "2025-06-30")
TIDPLAN = Path(sys.executable).parent / "tidplan"


def main() -> None:
    with TemporaryDirectory() as home:
        settings = {"TIDPLAN_HOME": home, "TIDPLAN_LANGUAGE": "sv", "PATH": os.environ["PATH"]}

        def tidplan(*arguments: str | Path) -> str:
            done = subprocess.run(
                [TIDPLAN, *arguments], env=settings, capture_output=True, text=True, check=True
            )
            return done.stdout

        tidplan("people", "import", ROOT / "cli" / "example" / "people.csv")
        directive = COURSES / "uppdragsdirektiv.md"
        tidplan("plan", "import", directive, "--yes", "--today", "2022-01-03")
        for answers in ("nobody", "everybody", "mix"):
            picture = COURSES / f"{answers}.svg"
            tidplan("simulate", *SPAN, "--answers", answers, "--picture", picture, "--force")


if __name__ == "__main__":
    main()
