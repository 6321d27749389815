"""What is known, as plain values: made by intake, asked by rules, stored by actions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from deadlines.deadline import Deadline

Principal = Literal["region", "municipality", "university", "agency", "company", "other"]
Language = Literal["sv", "en"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where something stood in its document: 1-based positions, and the words themselves."""

    text: str
    page: int | None = None
    table: int | None = None
    row: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class PlanMember:
    name: str
    organisation: str | None = None
    principal: Principal | None = None


@dataclass(frozen=True, slots=True)
class PlanActivity:
    """One row of a plan, in the document's own words; what it does not state is None.

    marked: the periods that a Gantt sheet only ticks or colours, until somebody confirms them.
    """

    number: str | None
    description: str
    responsible: str | None
    deadline: Deadline | None
    source: Source
    methods: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    marked: str | None = None

    @property
    def when(self) -> str:
        """The wording of its deadline, else its marked periods in square brackets."""
        if self.deadline:
            return self.deadline.text
        return f"[{self.marked}]" if self.marked else "–"


@dataclass(frozen=True, slots=True)
class ReportingDuty:
    """A report that the group owes; no activity."""

    text: str
    deadline: Deadline | None
    source: Source


@dataclass(frozen=True, slots=True)
class Plan:
    """What a document says that a working group should do."""

    title: str | None = None
    language: Language = "sv"
    group: str | None = None
    commissioner: str | None = None
    owner: str | None = None
    goals: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    members: tuple[PlanMember, ...] = ()
    activities: tuple[PlanActivity, ...] = ()
    methods: tuple[str, ...] = ()
    reporting: tuple[ReportingDuty, ...] = ()
    warnings: tuple[str, ...] = ()


Status = Literal["not_started", "in_progress", "blocked", "done", "cancelled"]
STATUSES: tuple[Status, ...] = ("not_started", "in_progress", "blocked", "done", "cancelled")
CLOSED: tuple[Status, ...] = ("done", "cancelled")

Health = Literal["waiting", "on_track", "due_soon", "silent", "at_risk", "overdue", "blocked"]
HEALTHS: tuple[Health, ...] = (
    "waiting",
    "on_track",
    "due_soon",
    "silent",
    "at_risk",
    "overdue",
    "blocked",
)

CONVENOR, COMMITTEE, COUNCIL = 1, 2, 3
"""Levels of a case: who has to know of it."""

Pace = Literal["day", "week"]
PACES: tuple[Pace, ...] = ("day", "week")

Decision = Literal["accept_new_time", "reassign", "drop", "raise", "park", "acknowledge"]
SETTLING: tuple[Decision, ...] = ("accept_new_time", "reassign", "drop", "raise", "park")
"""Decisions of the committee; who acknowledges a case has only taken it on."""
DECISIONS: tuple[Decision, ...] = (*SETTLING, "acknowledge")

ProposalKind = Literal["reword", "split", "add", "drop", "prioritise", "reorder", "hand_over"]
PROPOSALS: tuple[ProposalKind, ...] = (
    "reword",
    "split",
    "add",
    "drop",
    "prioritise",
    "reorder",
    "hand_over",
)
OUTCOMES = ("accepted", "declined", "withdrawn")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is as it is: a key of the catalogs and the values that its words take."""

    key: str
    values: Mapping[str, int | str | date] = field(default_factory=dict)
