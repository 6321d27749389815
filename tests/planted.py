"""Secrets that are easy to find, planted where the suite runs real programs; see tests/scan.py."""

import logging
import os
import re
import shutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from relay import Arrived

PASSWORD = "planted-password-9f2c"
LINK_KEY = "planted-link-key-" + "7" * 30
EVERYWHERE = (PASSWORD, LINK_KEY, "s3cr3t-word", "wr0ng-secret")  # the last two: test_deliver*
TOKEN = re.compile(r"/a/([A-Za-z0-9_-]{32})")
TRACES = "TRACES_OF_TESTS"  # a folder that `make test` scans when all tests have run


@cache
def _log() -> logging.Handler:
    file = Path(os.environ[TRACES]) / f"log-{os.getpid()}.txt"
    return logging.FileHandler(file, encoding="utf-8")


def keep_logs() -> None:
    """All that is logged from now on, at the level of a talkative server.

    Before each test: what configures logging for itself, as Prefect does, puts others aside.
    """
    root = logging.getLogger()
    if os.environ.get(TRACES) and _log() not in root.handlers:
        root.addHandler(_log())
        root.setLevel(logging.INFO)
        logging.getLogger("sqlalchemy").setLevel(logging.WARNING)  # would print every row


def tokens(arrived: Iterable[Arrived]) -> set[str]:
    """Of the links that really left."""
    parts = (one.message.get_body(("plain",)) for one in arrived)
    return {found for part in parts if part for found in TOKEN.findall(str(part.get_content()))}


def leave_traces(home: Path, arrived: Iterable[Arrived]) -> None:
    """What a run of everything has written: both databases, what was told, what went wrong."""
    folder = os.environ.get(TRACES)
    if folder:
        with (Path(folder) / "secrets.txt").open("a") as secrets:
            secrets.writelines(f"{token}\n" for token in tokens(arrived))
        shutil.copytree(
            home,
            Path(folder) / f"home-{os.getpid()}",
            dirs_exist_ok=True,
            ignore=shutil.ignore_patterns("settings.json"),
        )
