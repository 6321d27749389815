"""What was read wrongly is corrected in the draft, and stays corrected when it is read again.

A corrected row keeps what was read under `read`, and its source; a row that was added by hand has
nothing there. Rows that are none stand under `left_out`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy.orm import Session

from actions.audit import record
from actions.duty_corrections import (
    LEFT_OUT_DUTIES,
    READ,
    as_row,
    carry_duties,
    duty_changed,
    duty_left_out,
    duty_place,
)
from actions.plan_changes import row_of
from deadlines.deadline import Deadline
from language.problems import Problem
from models.plan_content import activity_from_json, deadline_as_json
from models.tables.plans import PlanVersion
from rules.differences import differences

Content = Mapping[str, Any]
LEFT_OUT: Final = "left_out"
NEW: Final = "new"
MARKED: Final = "marked"
FIELDS: Final = ("number", "description", "responsible", "deadline")


class NoSuchRowError(Problem):
    """No row of that number in the draft, or several."""


class NothingToCorrectError(Problem):
    """Neither a new word nor --remove."""


class NamelessRowOfPlanError(Problem):
    """A row says what should be done."""


class NothingMarkedError(Problem):
    """No row has periods that are only marked."""


@dataclass(frozen=True, slots=True)
class Correction:
    """None leaves a field as it was read; an empty text empties it."""

    number: str | None = None
    description: str | None = None
    responsible: str | None = None
    deadline: Deadline | None = None

    def fields(self) -> dict[str, Any]:
        texts = {
            name: text or None
            for name in ("number", "description", "responsible")
            if (text := getattr(self, name)) is not None
        }
        if self.deadline is None:
            return texts
        written = deadline_as_json(self.deadline) if self.deadline.text else None
        return texts | {"deadline": written}


def change_row(
    session: Session,
    draft: PlanVersion,
    *,
    row: str,
    right: Correction,
    actor: str,
    now: datetime,
) -> dict[str, Any]:
    """The row as it counts from now on; `new` adds one at the end."""
    _check(row, right)
    duty = duty_place(draft.content, row)
    if duty is not None:
        content = duty_changed(draft.content, duty, right.fields())
        _keep(session, draft, content, actor, now, row=row)
        return as_row(duty, content["reporting"][duty])
    rows: list[dict[str, Any]] = list(draft.content["activities"])
    at = len(rows) if row == NEW else _place(draft, rows, row)
    if row == NEW:
        rows.append(_missing(right))
    else:
        rows[at] = corrected(rows[at], right.fields())
    _keep(session, draft, draft.content | {"activities": rows}, actor, now, row=row)
    return rows[at]


def confirm_marked(
    session: Session,
    draft: PlanVersion,
    *,
    understood: Callable[[str], Deadline],
    actor: str,
    now: datetime,
) -> list[dict[str, Any]]:
    """The rows whose periods were only ticked or coloured, which are due then from now on."""
    rows: list[dict[str, Any]] = list(draft.content["activities"])
    places = [at for at, row in enumerate(rows) if row.get("marked") and not row["deadline"]]
    if not places:
        raise NothingMarkedError(group=draft.group.name)
    for at in places:
        fields = Correction(deadline=understood(rows[at]["marked"])).fields()
        rows[at] = {**rows[at], **fields, READ: rows[at].get(READ, reading(rows[at]))}
    _keep(session, draft, draft.content | {"activities": rows}, actor, now, row=MARKED)
    return [rows[at] for at in places]


def _check(row: str, right: Correction) -> None:
    fields = right.fields()
    nameless = "description" in fields and fields["description"] is None
    if nameless or (row == NEW and not right.description):
        raise NamelessRowOfPlanError
    if not fields:
        raise NothingToCorrectError(row=row)


def _missing(right: Correction) -> dict[str, Any]:
    """A row that the reading missed."""
    row: dict[str, Any] = dict.fromkeys(FIELDS)
    row |= {"methods": [], "source": {"text": ""}, "warnings": [], READ: None}
    return row | right.fields()


def remove_row(
    session: Session, draft: PlanVersion, *, row: str, actor: str, now: datetime
) -> dict[str, Any]:
    duty = duty_place(draft.content, row)
    if duty is not None:
        shown = as_row(duty, draft.content["reporting"][duty])
        _keep(session, draft, duty_left_out(draft.content, duty), actor, now, row=row)
        return shown
    rows: list[dict[str, Any]] = list(draft.content["activities"])
    gone = rows.pop(_place(draft, rows, row))
    was_read = gone.get(READ, reading(gone)) is not None
    left_out = [*draft.content.get(LEFT_OUT, []), *([as_read(gone)] if was_read else [])]
    content = draft.content | {"activities": rows, LEFT_OUT: left_out}
    _keep(session, draft, content, actor, now, row=row)
    return gone


def _place(draft: PlanVersion, rows: Sequence[Content], name: str) -> int:
    """By its number in the plan, else by its place, counted from 1."""
    wanted = name.strip().rstrip(".")
    numbered = [at for at, one in enumerate(rows) if (one["number"] or "").rstrip(".") == wanted]
    placed = [int(wanted) - 1] if wanted.isdecimal() and 0 < int(wanted) <= len(rows) else []
    found = numbered or placed
    if len(found) != 1:
        raise NoSuchRowError(row=name, group=draft.group.name, rows=len(rows))
    return found[0]


def _keep(
    session: Session,
    draft: PlanVersion,
    content: dict[str, Any],
    actor: str,
    now: datetime,
    *,
    row: str,
) -> None:
    draft.content = content
    record(
        session,
        council_id=draft.council_id,
        now=now,
        actor=actor,
        action="plan.correct",
        subject=draft.group.slug,
        draft=draft.id,
        row=row,
    )


def reading(row: Content) -> dict[str, Any]:
    return {name: row[name] for name in FIELDS}


def corrected(row: Content, fields: Content) -> dict[str, Any]:
    """With what was read kept beside; its doubts are settled."""
    return {**row, **fields, "warnings": [], READ: row.get(READ, reading(row))}


def as_read(row: Content) -> dict[str, Any]:
    """The row before anybody corrected it."""
    before = {**row, **(row.get(READ) or {})}
    before.pop(READ, None)
    return before


def says_the_same(one: Content, other: Content) -> bool:
    """Whatever was doubted or corrected on the way there."""
    return _said(one) == _said(other)


def _said(content: Content) -> dict[str, Any]:
    rows = [
        {name: value for name, value in row.items() if name not in {READ, "warnings"}}
        for row in content["activities"]
    ]
    duties = [{**duty, READ: None} for duty in content["reporting"]]
    return {
        **content,
        "activities": rows,
        "reporting": duties,
        LEFT_OUT: None,
        LEFT_OUT_DUTIES: None,
    }


def carry_corrections(content: Content, before: Content) -> dict[str, Any]:
    """A new reading with the corrections of the last version, where the document says the same."""
    rows = [row for row in content["activities"] if not _is_left_out(row, before)]
    held = before.get("activities", [])
    pairs = {
        one.after: held[one.before]
        for one in differences(_compared(map(as_read, held)), _compared(rows))
        if one.before is not None and one.after is not None
    }
    mended = [_again(row, pairs.get(at)) for at, row in enumerate(rows)]
    known = [id(one) for one in pairs.values()]
    for at, one in enumerate(held):
        if READ in one and one[READ] is None and id(one) not in known:
            mended.insert(at, one)
    left_out = [one for one in before.get(LEFT_OUT, []) if _stands_in(one, content)]
    whole = {**content, "activities": mended, **({LEFT_OUT: left_out} if left_out else {})}
    return carry_duties(whole, before)


def _compared(rows: Any) -> list[Any]:
    return [row_of(activity_from_json(row)) for row in rows]


def _again(row: dict[str, Any], before: Content | None) -> dict[str, Any]:
    """Field by field: what the document says anew counts, what it says again stays corrected."""
    read = before.get(READ) if before else None
    if not read or before is None:
        return row
    kept = {
        name: before[name]
        for name in FIELDS
        if before[name] != read[name] and row[name] == read[name]
    }
    return corrected(row, kept) if kept else row


def _is_left_out(row: Content, before: Content) -> bool:
    return any(reading(one) == reading(row) for one in before.get(LEFT_OUT, []))


def _stands_in(row: Content, content: Content) -> bool:
    return any(reading(one) == reading(row) for one in content["activities"])
