"""An approved plan as it is sent round: what each row says, and how it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, get_args

from language.catalog import Language, say, say_count
from models.values import Status

Column = Literal[
    "uid",
    "number",
    "activity",
    "responsible",
    "wording",
    "due",
    "status",
    "comment",
    "report",
    "moves",
]
RowKind = Literal["activity", "report_back"]
COLUMNS: Final[tuple[Column, ...]] = get_args(Column)
TEXTS: Final[tuple[Column, ...]] = ("number", "activity", "responsible", "wording")
SENT: Final[tuple[Column, ...]] = (*TEXTS, "due", "status")  # compared when the sheet comes back


@dataclass(frozen=True, slots=True)
class LastReport:
    day: date
    said_by: str
    status: Status
    comment: str | None


@dataclass(frozen=True, slots=True)
class ExportedRow:
    """moves: how often the deadline has moved; days: by how many in all."""

    uid: str
    number: str | None
    activity: str
    responsible: str | None
    wording: str
    due: date | None
    status: Status
    kind: RowKind = "activity"
    report: LastReport | None = None
    moves: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class ExportedPlan:
    """council: its short name, so that a sheet is not read back by another one."""

    plan_id: int
    council: str
    group: str
    title: str | None
    written_at: datetime
    day: date
    language: Language
    rows: tuple[ExportedRow, ...]

    @property
    def heading(self) -> str:
        return say("reports.title", self.language, group=self.group, day=self.day.isoformat())


def heading(column: Column, language: Language) -> str:
    return say(f"reports.heading.{column}", language)


def cells(row: ExportedRow, language: Language) -> Mapping[Column, str]:
    """What each column says; the comment is left for people to fill in."""
    return {
        "uid": row.uid,
        "number": row.number or "",
        "activity": row.activity,
        "responsible": row.responsible or "",
        "wording": row.wording,
        "due": row.due.isoformat() if row.due else "",
        "status": say(f"status.{row.status}", language),
        "comment": "",
        "report": _report(row.report, language),
        "moves": _moves(row, language),
    }


def _report(report: LastReport | None, language: Language) -> str:
    if report is None:
        return ""
    status = say(f"status.{report.status}", language)
    said = {"day": report.day.isoformat(), "said_by": report.said_by, "status": status}
    if not report.comment:
        return say("reports.report", language, **said)
    return say("reports.report.comment", language, comment=report.comment, **said)


def _moves(row: ExportedRow, language: Language) -> str:
    if not row.moves:
        return ""
    return say_count("reports.moves", row.moves, language, days=f"{row.days:+}")
