"""`tidplan plan correct`: what was read wrongly is put right before it counts."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import click
from sqlalchemy.orm import Session

from actions.corrections import MARKED, Correction, change_row, confirm_marked, remove_row
from actions.duty_corrections import READ, as_row
from actions.planned_change import NO_DEADLINE
from cli.door import Day, Door, person_at_the_keyboard
from cli.plan_named import plan_named
from cli.reading import MissingReferenceDateError
from cli.report import UnclearTimeError
from cli.words import tell
from deadlines.deadline import Deadline
from deadlines.parse import MissingReferenceError, UnclearDeadlineError, parse_deadline
from models.tables.plans import PlanVersion


@dataclass(frozen=True, slots=True)
class Given:
    """What was typed; None leaves a field as it was read."""

    number: str | None = None
    activity: str | None = None
    responsible: str | None = None
    deadline: str | None = None
    reference: date | None = None


@click.command(name="correct", help=tell("cli.plan.correct"))
@click.argument("row")
@click.option("--plan", help=tell("cli.plan.correct.plan"))
@click.option("--number", help=tell("cli.plan.correct.number"))
@click.option("--activity", help=tell("cli.plan.correct.activity"))
@click.option("--responsible", help=tell("cli.plan.correct.responsible"))
@click.option("--deadline", help=tell("cli.plan.correct.deadline"))
@click.option("--reference", type=Day(), help=tell("cli.option.reference"))
@click.option("--remove", is_flag=True, help=tell("cli.plan.correct.remove"))
def correct(row: str, plan: str | None, *, remove: bool, **given: Any) -> None:
    door = Door()
    _, now = door.clock(None)
    actor = person_at_the_keyboard()
    with door.council() as (session, council):
        draft = plan_named(session, council.id, plan, state="draft")
        if row == MARKED:
            _confirm(door, session, draft, Given(**given), now)
            return
        if remove:
            changed = remove_row(session, draft, row=row, actor=actor, now=now)
        else:
            right = _correction(door, draft, Given(**given))
            changed = change_row(session, draft, row=row, right=right, actor=actor, now=now)
        number = draft.id
    click.echo(tell("cli.plan.row_removed" if remove else "cli.plan.row_now", row=in_words(changed)))  # fmt: skip # noqa: E501
    click.echo(tell("cli.plan.waits", number=number))


def _confirm(
    door: Door, session: Session, draft: PlanVersion, given: Given, now: datetime
) -> None:
    """Periods that a Gantt sheet only ticks or colours count as times."""

    def understood(words: str) -> Deadline:
        return _deadline(door, draft, replace(given, deadline=words))

    actor = person_at_the_keyboard()
    rows = confirm_marked(session, draft, understood=understood, actor=actor, now=now)
    for row in rows:
        click.echo(tell("cli.plan.row_now", row=in_words(row)))
    click.echo(tell("cli.plan.waits", number=draft.id))


def _correction(door: Door, draft: PlanVersion, given: Given) -> Correction:
    return Correction(
        number=_folded(given.number),
        description=_folded(given.activity),
        responsible=_folded(given.responsible),
        deadline=None if given.deadline is None else _deadline(door, draft, given),
    )


def _folded(text: str | None) -> str | None:
    return None if text is None else " ".join(text.split())


def _deadline(door: Door, draft: PlanVersion, given: Given) -> Deadline:
    """As the document's own words are understood, from the same day."""
    words = _folded(given.deadline) or ""
    if not words:
        return NO_DEADLINE
    try:
        return parse_deadline(
            words,
            reference=given.reference or draft.reference,
            lang=draft.content["language"],
            conventions=door.settings.council.conventions,
        )
    except MissingReferenceError:
        raise MissingReferenceDateError(file=draft.document, wording=words) from None
    except UnclearDeadlineError:
        raise UnclearTimeError(words=words) from None


def in_words(row: Mapping[str, Any]) -> str:
    """One line: number, what, who, when."""
    deadline = row["deadline"]
    when = f"”{deadline['text']}”" if deadline else None
    due = deadline and deadline["due"]
    parts = [row["number"] and f"{row['number']}.", row["description"]]
    said = " ".join(filter(None, parts))
    return " · ".join(filter(None, (said, row["responsible"], when, due)))


def corrections_in(content: Mapping[str, Any]) -> list[str]:
    """Each row that a person has put right, with what was read."""
    lines = []
    for row in content["activities"]:
        if row.get(READ):
            read = in_words({**row, **row[READ]})
            lines.append(tell("cli.plan.was_corrected", now=in_words(row), read=read))
        elif READ in row:
            lines.append(tell("cli.plan.was_added", now=in_words(row)))
    for at, duty in enumerate(content["reporting"]):
        if duty.get(READ):
            read = in_words(as_row(at, duty[READ]))
            lines.append(tell("cli.plan.was_corrected", now=in_words(as_row(at, duty)), read=read))
    left_out = [
        *content.get("left_out", []),
        *({**as_row(0, one), "number": None} for one in content.get("left_out_duties", [])),
    ]
    return lines + [tell("cli.plan.was_left_out", row=in_words(row)) for row in left_out]
