"""What a new version of a plan changes, one thing at a time, as it is shown before approval."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from deadlines.deadline import Deadline
from models.values import Plan, PlanActivity, ReportingDuty, Status
from rules.differences import Change, Difference, Row, differences

NO_DEADLINE = Deadline(text="", kind="none", start=None, due=None, precision="unknown")

SURELY_SAME = 90.0  # of 100

HeadPart = Literal["title", "commissioner", "owner"]
ListPart = Literal["goals", "requirements", "methods"]
Part = Literal["activity", "report", "member"] | HeadPart | ListPart
HEAD_PARTS: tuple[HeadPart, ...] = get_args(HeadPart)
LIST_PARTS: tuple[ListPart, ...] = get_args(ListPart)


@dataclass(frozen=True, slots=True)
class Edited:
    """One cell that reads otherwise; due: the last day that a new time means."""

    column: Literal["number", "description", "responsible", "deadline", "text"]
    was: str
    now: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case that a row takes along. proposed: the time that the group asks for."""

    number: int
    stands: Literal["open", "waits", "proposed", "parked"]
    proposed: str | None = None
    parked_until: date | None = None


@dataclass(frozen=True, slots=True)
class History:
    """How far a row had come, who said so last, its case, how many proposals have no answer."""

    uid: str
    status: Status
    reported_on: date | None = None
    reported_by: str | None = None
    comment: str | None = None
    case: OpenCase | None = None
    proposals: int = 0

    @property
    def is_live(self) -> bool:
        """Somebody has said something of it, or somebody is to decide."""
        return self.reported_on is not None or self.case is not None or self.proposals > 0


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """One thing that a version changes, for people to look at before they approve.

    edits: what reads otherwise in the row. likeness: of 100, how far its words are the old ones.
    done: the row is closed already. history: of a row that is gone, and would end, or is back.
    part_of: the old row that a new one looks like a part of. reordered: only its place is another.
    """

    part: Part
    change: Change
    text: str
    number: str | None = None
    edits: tuple[Edited, ...] = ()
    likeness: float = 100.0
    done: bool = False
    history: tuple[History, ...] = ()
    part_of: str | None = None
    reordered: bool = False

    @property
    def renumbered(self) -> Edited | None:
        """The number it had and has; told of all rows at once, not beside each."""
        return next((one for one in self.edits if one.column == "number"), None)

    @property
    def told_edits(self) -> tuple[Edited, ...]:
        return tuple(one for one in self.edits if one.column != "number")

    @property
    def told_as(self) -> Change:
        """A row with nothing but a new number is the same row."""
        only_number = self.renumbered is not None and not self.told_edits
        return "same" if self.change == "changed" and only_number else self.change

    @property
    def ends_live_work(self) -> bool:
        return self.change == "gone" and any(one.is_live for one in self.history)

    @property
    def moved(self) -> Edited | None:
        """The time plan's old and new wording, where it moved."""
        return next((one for one in self.edits if one.column == "deadline"), None)

    @property
    def text_before(self) -> str | None:
        """What a title, a goal or the like read before, where it reads otherwise."""
        return next((one.was for one in self.edits if one.column == "text"), None)

    @property
    def probably_same(self) -> bool:
        """Its words are so different that a person should look whether it is the same row."""
        return self.change == "changed" and self.likeness < SURELY_SAME


def head_changes(was: Plan, now: Plan) -> Iterator[PlannedChange]:
    """Only what differs; what the new document does not state is gone."""
    for name in HEAD_PARTS:
        yield from _changed_text(name, getattr(was, name), getattr(now, name))
    for part in LIST_PARTS:
        before, after = getattr(was, part), getattr(now, part)
        for one in differences(_texts(before), _texts(after)):
            yield from _changed_text(
                part,
                before[one.before] if one.before is not None else None,
                after[one.after] if one.after is not None else None,
            )


def _texts(texts: Sequence[str]) -> list[Row]:
    return [Row(None, text, None, NO_DEADLINE) for text in texts]


def _changed_text(part: Part, was: str | None, now: str | None) -> Iterator[PlannedChange]:
    if was and now and was != now:
        yield PlannedChange(part, "changed", now, edits=(Edited("text", was, now),))
    elif was and not now:
        yield PlannedChange(part, "gone", was)
    elif now and not was:
        yield PlannedChange(part, "new", now)


Written = PlanActivity | ReportingDuty | None


def planned(
    part: Part,
    one: Difference,
    was: Written,
    now: Written,
    *,
    done: bool = False,
    history: tuple[History, ...] = (),
    whole: PlanActivity | None = None,
) -> PlannedChange:
    row = now or was
    return PlannedChange(
        part=part,
        change=one.change,
        text=_cells(row).get("description", ""),
        number=row.number if isinstance(row, PlanActivity) else None,
        edits=tuple(_edits(was, now)) if was and now else (),
        likeness=one.likeness,
        done=done,
        history=history,
        reordered=one.reordered,
        part_of=named(whole.number, whole.description) if whole else None,
    )


def named(number: str | None, text: str) -> str:
    return f"{number.rstrip('.')}. {text}" if number else text


Cells = dict[Literal["number", "description", "responsible", "deadline"], str]


def _edits(was: Written, now: Written) -> Iterator[Edited]:
    before, after = _cells(was), _cells(now)
    for column, text in after.items():
        if text != before[column]:
            due = now.deadline.due if column == "deadline" and now and now.deadline else None
            yield Edited(column, before[column], text, due)
        elif column == "deadline" and was and now and _days(was) != _days(now):
            yield Edited(column, _with_days(was), _with_days(now), _days(now)[1])


def _cells(written: Written) -> Cells:
    if written is None:
        return {}
    wording = written.deadline.text if written.deadline else ""
    if isinstance(written, PlanActivity):
        return {
            "number": written.number or "",
            "description": written.description,
            "responsible": written.responsible or "",
            "deadline": wording,
        }
    return {"description": written.text, "deadline": wording}


def _days(written: PlanActivity | ReportingDuty) -> tuple[date | None, date | None]:
    deadline = written.deadline
    return (deadline.start, deadline.due) if deadline else (None, None)


def _with_days(written: PlanActivity | ReportingDuty) -> str:
    """The same words that mean other days than before: counted from another date."""
    text = written.deadline.text if written.deadline else ""
    return f"{text} ({_days(written)[1] or '–'})"
