"""The one mail that a person gets on a day, as values: what is asked, told and wanted."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from deadlines.deadline import Deadline
from models.values import Decision, Language, Reason, Status

MOVED: Decision = "accept_new_time"
AskKind = Literal["reminder", "sharpen", "report_back", "check_in", "passed", "convenor"]


@dataclass(frozen=True, slots=True)
class Recipient:
    person_id: int
    name: str
    email: str
    language: Language


@dataclass(frozen=True, slots=True)
class About:
    """The activity that a line speaks of. changes: how often its time has changed; only grows."""

    activity_id: int
    uid: str
    group: str
    number: str | None
    description: str
    deadline: Deadline
    changes: int = 0


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that a member should answer; `kind` is the occasion, and names its words.

    why, then: why this line comes now, and what happens next and when (keys `why.…`, `then.…`).
    others: names of the others who got the same question.
    answers_for: names of those who are away and for whom the reader answers.
    occasion: the step of the ladder that this line uses up, e.g. "2022-12-31/60".
    came_up: the day of that step. also: other steps that it uses up.
    besides: who did not answer, so that the reader is asked as well.
    """

    about: About
    status: Status
    occasion: str
    came_up: date
    why: Reason
    then: Reason
    others: tuple[str, ...] = ()
    answers_for: tuple[str, ...] = ()
    kind: AskKind = "reminder"
    besides: Reason | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseLine:
    """An escalation on which the committee should decide.

    weeks: whole weeks that it has stood unchanged; 0 is new to this reader.
    moves: how often the deadline has moved, and by how many days in all.
    """

    escalation_id: int
    about: About
    level: int
    days_overdue: int
    weeks: int
    why: Reason
    then: Reason
    moves: int = 0
    moved_days: int = 0


@dataclass(frozen=True, slots=True)
class ResolvedLine:
    """A case that is closed since the reader's last digest (`how`: keys `resolved.…`)."""

    escalation_id: int
    about: About
    on: date
    how: Reason


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """What a group would like to change, for the reader to accept or decline.

    what: one sentence (keys `proposal.…`). parts: of a split, or activities in their new order.
    deadline: the proposed time as it is understood. about: None for what is new.
    """

    proposal_id: int
    group: str
    about: About | None
    what: Reason
    deadline: Deadline | None
    parts: tuple[str, ...]
    reason: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class SettledLine:
    """What became of a proposal, for those who made it."""

    proposal_id: int
    group: str
    what: Reason
    on: date
    how: Reason


@dataclass(frozen=True, slots=True)
class ReportLine:
    """What someone reported, and this reader has not been told."""

    report_id: int
    about: About
    on: date
    said_by: str
    status: Status
    comment: str | None


@dataclass(frozen=True, slots=True)
class GroupProgress:
    """How far a group has come: done, past its last day, and all that is not dropped."""

    group: str
    done: int
    late: int
    total: int


@dataclass(frozen=True, slots=True)
class PausedGroup:
    """Nobody in it is asked until after that day."""

    name: str
    until: date


@dataclass(frozen=True, slots=True)
class Digest:
    """The committee's week: decisions wanted first.

    since: the day of this reader's last digest; None for the first.
    open_activities, groups: how much is being followed in all.
    taken_on: cases that somebody has acknowledged, with who and until when.
    """

    since: date | None
    new: tuple[CaseLine, ...]
    unchanged: tuple[CaseLine, ...]
    resolved: tuple[ResolvedLine, ...]
    reports: tuple[ReportLine, ...]
    coming: tuple[About, ...]
    open_activities: int
    groups: int
    taken_on: tuple[ResolvedLine, ...] = ()
    paused: tuple[PausedGroup, ...] = ()
    progress: tuple[GroupProgress, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """What the secretariat should mend (keys `gap.…`): a person without address, an empty role."""

    occasion: str
    what: Reason
    activity_id: int | None = None


@dataclass(frozen=True, slots=True)
class Handover:
    """Someone else answers for an activity from now on.

    mine: the reader takes over; else the reader had it before.
    other: who had it, or who takes over ("" when nobody is named).
    """

    change_id: int
    about: About
    mine: bool
    other: str
    why: Reason


@dataclass(frozen=True, slots=True)
class JoinedGroup:
    """A group of the reader's. next_due: its next last day."""

    group_id: int
    name: str
    open_activities: int
    next_due: date | None = None


@dataclass(frozen=True, slots=True)
class Welcome:
    """To someone who has never had a letter."""

    groups: tuple[JoinedGroup, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """All that one person hears on one day, over all groups and kinds.

    decided: what the committee has decided about the reader's own groups.
    answers_to: the address that answers by mail reach.
    proposals: what the reader may accept or decline; settled: what became of the groups' own.
    """

    council_id: int
    council: str
    recipient: Recipient
    day: date
    digest: Digest | None = None
    asks: tuple[Ask, ...] = field(default=())
    gaps: tuple[Gap, ...] = field(default=())
    decided: tuple[ResolvedLine, ...] = field(default=())
    handovers: tuple[Handover, ...] = field(default=())
    proposals: tuple[ProposalLine, ...] = field(default=())
    settled: tuple[SettledLine, ...] = field(default=())
    welcome: Welcome | None = None
    answers_to: str = ""

    @property
    def last_days(self) -> tuple[About, ...]:
        """The coming last days of what the reader answers for, each once."""
        mine = (
            *(ask.about for ask in self.asks),
            *(line.about for line in self.handovers if line.mine),
            *(line.about for line in self.decided if line.how.values["decision"] == MOVED),
        )
        coming = {one.uid: one for one in mine if (one.deadline.due or date.min) >= self.day}
        return tuple(coming.values())

    @property
    def cases(self) -> tuple[CaseLine, ...]:
        """All that waits for a decision."""
        return self.digest.new + self.digest.unchanged if self.digest else ()

    @property
    def is_empty(self) -> bool:
        wanted = self.digest or self.asks or self.gaps or self.proposals or self.welcome
        return not (wanted or self.decided or self.handovers or self.settled)


WELCOME_OCCASION = "welcome"


def report_occasion(report_id: int) -> str:
    """A report is told once to each reader."""
    return f"report/{report_id}"


def resolved_occasion(escalation_id: int) -> str:
    """So is how a case ended."""
    return f"resolved/{escalation_id}"


def decision_occasion(line: ResolvedLine) -> str:
    """And so is each decision, to each member."""
    return f"decision/{line.escalation_id}/{line.on}"


def handover_occasion(change_id: int) -> str:
    """And each change of hands."""
    return f"handover/{change_id}"


def settled_occasion(line: SettledLine) -> str:
    """And what became of a proposal."""
    return f"settled/{line.proposal_id}"
