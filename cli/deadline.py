"""`tidplan deadline`: shows how a wording is understood, and by which conventions."""

import json
import re
import sys
from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime
from typing import Any, NoReturn

import click

from cli.words import tell
from config.settings import load_settings
from deadlines.conventions import DEFAULT, Conventions, as_written
from deadlines.deadline import Deadline
from deadlines.errors import UnclearDeadlineError
from deadlines.parse import parse_deadline
from deadlines.vocabulary import Lang

OPTION = re.compile(r"--\w")


# "hösten -22" is a wording, not an option.
@click.command(help=tell("cli.deadline"), context_settings={"ignore_unknown_options": True})
@click.argument("text", nargs=-1)
@click.option("--reference", metavar="DATE", help=tell("cli.option.counted_from"))
@click.option("--lang", type=click.Choice(["sv", "en"]), default="sv", show_default=True)
@click.option("--json", "as_json", is_flag=True, help=tell("cli.option.json"))
@click.option("--jsonl", is_flag=True, help=tell("cli.option.jsonl"))
@click.option(
    "--conventions", "only_conventions", is_flag=True, help=tell("cli.option.conventions")
)
def command(
    text: tuple[str, ...],
    reference: str | None,
    lang: Lang,
    *,
    as_json: bool,
    jsonl: bool,
    only_conventions: bool,
) -> None:
    conventions = load_settings().council.conventions
    if only_conventions:
        click.echo("\n".join(_listed(conventions)))
    elif jsonl:
        sys.stdout.writelines(_answers(sys.stdin, conventions))
    else:
        _show(_wording(text), _reference(reference), lang, conventions, as_json=as_json)


def _show(
    words: str, reference: date, lang: Lang, conventions: Conventions, *, as_json: bool
) -> None:
    try:
        found = parse_deadline(words, reference=reference, lang=lang, conventions=conventions)
    except UnclearDeadlineError:
        _refuse("cli.deadline.unclear", text=words.strip()[:60])
    shown = _as_json(found) | {"conventions": _changed(conventions)}
    click.echo(json.dumps(shown, ensure_ascii=False) if as_json else _plain(shown))


def _wording(text: tuple[str, ...]) -> str:
    """The words as one; a mistyped option is no word."""
    for word in text:
        if OPTION.match(word):
            _refuse("cli.deadline.option", option=word)
    if not text:
        _refuse("cli.deadline.empty")
    return " ".join(text)


def _changed(conventions: Conventions) -> dict[str, str | int]:
    """The council's own, as they are written in its file."""
    return {
        field.name: as_written(conventions, field.name)
        for field in fields(Conventions)
        if getattr(conventions, field.name) != getattr(DEFAULT, field.name)
    }


def _listed(conventions: Conventions) -> Iterable[str]:
    own = _changed(conventions)
    for field in fields(Conventions):
        mark = f"  # {tell('cli.deadline.own')}" if field.name in own else ""
        yield f"{field.name}: {as_written(conventions, field.name)}{mark}"


def _answers(lines: Iterable[str], conventions: Conventions) -> Iterable[str]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield json.dumps(_answer(line, number, conventions), ensure_ascii=False) + "\n"


def _answer(line: str, number: int, conventions: Conventions) -> dict[str, Any]:
    row, reference = _row(line, number)
    try:
        found = parse_deadline(
            row["text"],
            reference=reference,
            lang=row.get("lang", "sv"),
            conventions=conventions,
        )
    except UnclearDeadlineError as error:
        found = Deadline(row["text"], "none", None, None, "unknown", None, str(error))
    return {"id": row.get("id")} | _as_json(found)


def _row(line: str, number: int) -> tuple[dict[str, Any], date | None]:
    try:
        row = json.loads(line)
        reference = date.fromisoformat(row["reference"]) if row.get("reference") else None
        readable = isinstance(row["text"], str) and row.get("lang", "sv") in ("sv", "en")
    except (ValueError, TypeError, KeyError, AttributeError):
        readable = False
    if not readable:
        _refuse("cli.deadline.line", line=number)
    return row, reference


def _as_json(found: Deadline) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "start": found.start and found.start.isoformat(),
        "due": found.due and found.due.isoformat(),
        "precision": found.precision,
        "edtf": found.edtf,
        "note": found.note,
    }


def _plain(shown: dict[str, Any]) -> str:
    own = ", ".join(f"{name} {value}" for name, value in shown["conventions"].items())
    said = shown | {"conventions": own or tell("cli.deadline.default")}
    return "\n".join(f"{key}: {value}" for key, value in said.items() if value)


def _reference(written: str | None) -> date:
    if written is None:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(written)
    except ValueError:
        _refuse("cli.deadline.reference", written=written)


def _refuse(key: str, **values: object) -> NoReturn:
    click.echo(tell(key, **values), err=True)
    sys.exit(2)
