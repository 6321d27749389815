"""What was sent, what came back, and what that would change."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from deadlines.deadline import Deadline
from language.problems import Problem
from reports.exported import TEXTS, Column

LeftOutBecause = Literal["due", "duty", "meanwhile", "gone"]
DoubtBecause = Literal["no_day", "no_time", "nobody", "stranger"]


class UnknownRowError(Problem):
    """An id that was never sent."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell that people changed: what was sent, and what it says now."""

    column: Column
    sent: str
    says: str


@dataclass(frozen=True, slots=True)
class FilledRow:
    """at: the row of the sheet, as the program that shows it counts."""

    at: int
    uid: str
    filled: tuple[Filled, ...]
    comment: str | None


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """unnamed: rows with words but no id; missing: ids that were sent and are not there."""

    path: Path
    plan_id: int
    council: str
    written_at: datetime
    rows: tuple[FilledRow, ...]
    unnamed: tuple[int, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """before: what Tidplan holds; deadline: what a new time plan means."""

    column: Column
    before: str
    after: str
    deadline: Deadline | None = None


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that changes: its edits, and a comment that nobody has told yet."""

    uid: str
    activity: str
    edits: tuple[Edit, ...]
    comment: str | None

    def edit(self, column: Column) -> Edit | None:
        return next((one for one in self.edits if one.column == column), None)

    @property
    def is_report(self) -> bool:
        return self.comment is not None or self.edit("status") is not None

    @property
    def is_plan_change(self) -> bool:
        return any(one.column in TEXTS for one in self.edits)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A change that is not made, and why; row of the sheet."""

    row: int
    uid: str
    because: LeftOutBecause
    column: Column | None = None


@dataclass(frozen=True, slots=True)
class RowDoubt:
    """A change that is made, but that a person should look at first; row of the sheet."""

    row: int
    uid: str
    because: DoubtBecause
    said: str


@dataclass(frozen=True, slots=True)
class ReadBack:
    group: str
    changes: tuple[RowChange, ...]
    left_out: tuple[LeftOut, ...]
    doubts: tuple[RowDoubt, ...]
