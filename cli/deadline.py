"""`tidplan deadline`: shows how a wording is understood."""

import json
import sys
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NoReturn

import click

from deadlines.deadline import Deadline
from deadlines.errors import UnclearDeadlineError
from deadlines.parse import parse_deadline
from deadlines.vocabulary import Lang


# "hösten -22" is a wording, not an option.
@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("text", nargs=-1)
@click.option("--reference", metavar="DATE", help="Day to count from; today if left out.")
@click.option("--lang", type=click.Choice(["sv", "en"]), default="sv", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--jsonl", is_flag=True, help="Read a JSON object a line, write one a line.")
def command(
    text: tuple[str, ...], reference: str | None, lang: Lang, *, as_json: bool, jsonl: bool
) -> None:
    """Show how a deadline in words is understood."""
    if jsonl:
        sys.stdout.writelines(_answers(sys.stdin))
        return
    if not text:
        _refuse("Write the wording to understand, for example: tidplan deadline hösten 2026")
    words = " ".join(text)
    try:
        found = parse_deadline(words, reference=_reference(reference), lang=lang)
    except UnclearDeadlineError as error:
        _refuse(f"{error}.")
    print(json.dumps(_as_json(found), ensure_ascii=False) if as_json else _plain(found))


def _answers(lines: Iterable[str]) -> Iterable[str]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield json.dumps(_answer(line, number), ensure_ascii=False) + "\n"


def _answer(line: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
        reference = date.fromisoformat(row["reference"]) if row.get("reference") else None
        text, lang = row["text"], row.get("lang", "sv")
    except (ValueError, TypeError, KeyError, AttributeError):
        text, lang, reference = None, None, None
    if not isinstance(text, str) or lang not in ("sv", "en"):
        _refuse(
            f"Line {number} is not a JSON object with text, lang (sv or en) and reference "
            "(YYYY-MM-DD or null)."
        )
    try:
        return {"id": row.get("id")} | _as_json(
            parse_deadline(text, reference=reference, lang=lang)
        )
    except UnclearDeadlineError as error:
        return {"id": row.get("id")} | _as_json(
            Deadline(text, "none", None, None, "unknown", None, str(error))
        )


def _as_json(found: Deadline) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "start": found.start and found.start.isoformat(),
        "due": found.due and found.due.isoformat(),
        "precision": found.precision,
        "edtf": found.edtf,
        "note": found.note,
    }


def _plain(found: Deadline) -> str:
    return "\n".join(f"{key}: {value}" for key, value in _as_json(found).items() if value)


def _reference(written: str | None) -> date:
    if written is None:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(written)
    except ValueError:
        _refuse(f"--reference should be a date such as 2026-12-31, not {written!r}.")


def _refuse(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(2)


if __name__ == "__main__":
    command()
