"""Writes docs/deadlines.md: `python -m deadlines.table > docs/deadlines.md`."""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from typing import Any

from deadlines.conventions import DEFAULT, Conventions, as_written
from deadlines.parse import parse_deadline
from deadlines.vocabulary import WORDS, Lang
from deadlines.wording import date_in_words


def page() -> str:
    """The whole page, read by the parser as it is now."""
    words = tomllib.loads((WORDS / "table.toml").read_text(encoding="utf-8"))
    return "\n".join(_lines(words)) + "\n"


def _lines(words: dict[str, Any]) -> Iterator[str]:
    reference: date = words["reference"]
    yield f"# {words['title']}"
    yield words["intro"].format(reference=date_in_words(reference, "en"))
    for lang in ("sv", "en"):
        yield f"## {words[lang]['title']}\n"
        yield from _rows(words["heading"])
        for wording in words[lang]["wordings"]:
            yield _row(wording, reference, "sv" if lang == "sv" else "en")
        yield ""
    yield f"## {words['conventions_title']}"
    yield words["conventions_intro"]
    yield from _rows(words["conventions_heading"])
    for field in fields(Conventions):
        yield f"| `{field.name}` | {as_written(DEFAULT, field.name)} |"


def _rows(heading: list[str]) -> Iterator[str]:
    yield f"| {' | '.join(heading)} |"
    yield "|---" * len(heading) + "|"


def _row(wording: str, reference: date, lang: Lang) -> str:
    found = parse_deadline(wording, reference=reference, lang=lang)
    cells = (wording, found.kind, found.start or "", found.due or "", found.note or "")
    return f"| {' | '.join(str(cell) for cell in cells)} |"


if __name__ == "__main__":  # pragma: no cover - the test calls page()
    sys.stdout.write(page())
