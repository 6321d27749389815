"""The command line, called as a person would, in a home of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cli.main import exit_code
from cli.words import reader


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str


Tidplan = Callable[..., Said]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def tidplan(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Tidplan]:
    for name in ("DATABASE_URL", "MAIL_URL", "MAIL_REDIRECT", "COUNCIL_FILE"):
        monkeypatch.delenv(f"TIDPLAN_{name}", raising=False)
    monkeypatch.setenv("TIDPLAN_HOME", str(home))
    monkeypatch.setenv("TIDPLAN_MAIL_FROM", "Tidplan <tidplan@example.se>")
    monkeypatch.setenv("TIDPLAN_LANGUAGE", "sv")
    monkeypatch.setenv("COLUMNS", "200")
    reader.cache_clear()

    def run(*arguments: object, **settings: str) -> Said:
        for name, value in settings.items():
            monkeypatch.setenv(f"TIDPLAN_{name.upper()}", value)
        capsys.readouterr()
        code = exit_code([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    yield run
    reader.cache_clear()
