"""After the whole suite: no password, token or link in anything that was logged or stored.

Usage: python tests/scan.py FOLDER
"""

import sys
from pathlib import Path

from planted import EVERYWHERE

SECRETS = "secrets.txt"


def found(folder: Path) -> list[tuple[Path, str]]:
    """Each file that holds a secret, and how the secret begins."""
    named = (folder / SECRETS).read_text().split() if (folder / SECRETS).exists() else []
    secrets = [*EVERYWHERE, *named]
    files = sorted(file for file in folder.rglob("*") if file.is_file() and file.name != SECRETS)
    return [
        (file, f"{secret[:6]}…")
        for file in files
        for content in (file.read_bytes(),)
        for secret in secrets
        if secret.encode() in content
    ]


def missing(folder: Path) -> list[str]:
    """What there would have been if every part had run; a scan of nothing proves nothing."""
    wanted = {
        "logs of the tests": "log-*.txt",
        "what pytest told": "pytest.txt",
        "Prefect's database": "home-*/prefect/prefect.db",
        "Tidplan's database": "home-*/tidplan.db",
        "links that left": SECRETS,
    }
    return [name for name, pattern in wanted.items() if not _something(folder, pattern)]


def _something(folder: Path, pattern: str) -> bool:
    return any(file.stat().st_size for file in folder.glob(pattern))


def main(folder: Path) -> int:
    for name in missing(folder):
        print(f"nothing to scan: {name}", file=sys.stderr)
    leaks = found(folder)
    for file, secret in leaks:
        print(f"{file}: holds a secret that begins with {secret}", file=sys.stderr)
    return 1 if leaks or missing(folder) else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
