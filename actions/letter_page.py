"""What the page of a letter shows: each thing that it asked, as it stands now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from actions.digests import why_case
from actions.proposals_shown import ProposalView, proposal_views
from actions.situations import about, situation_of
from actions.undo import can_be_undone
from deadlines.deadline import Deadline
from models.ledger import moves_of
from models.link_queries import Asking, asked_in, askings, cases_in, last_reports
from models.people_queries import member_names
from models.plan_content import deadline_from_json
from models.proposal_queries import open_proposals, proposals_in
from models.tables.following import Escalation, ProgressReport
from models.tables.links import ActionLink
from models.tables.plans import Activity
from models.values import Reason, Status
from notifications.letter import About


@dataclass(frozen=True, slots=True)
class Said:
    """The latest answer about an activity."""

    report_id: int
    by: str
    on: date
    status: Status
    comment: str | None
    evidence: str | None
    new_wording: str | None
    undoable: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class AskView:
    """One activity that the letter asked about.

    passed: its time was gone when the plan was approved, and nobody has said what became of it.
    place: the document's own words. seen: the answer that was the latest when the page was shown.
    answered: the answer that came after this letter, if any.
    names: who in the group could answer instead. pending: what is proposed about it.
    """

    about: About
    group_id: int
    status: Status
    place: str
    closed: bool
    passed: bool
    since: date | None
    others: tuple[str, ...]
    seen: int
    answered: Said | None
    names: tuple[str, ...]
    pending: tuple[ProposalView, ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case that the letter put before its reader.

    proposed: the time that the group asks for. open: False when it is settled, or rests until a
    day. taken_on: by whom, and when. names: who may take over.
    """

    escalation_id: int
    about: About
    group_id: int
    why: Reason
    proposed: Deadline | None
    open: bool
    taken_on: tuple[str | None, date] | None
    decision: str | None
    decided_by: str | None
    decided_on: date | None
    parked_until: date | None
    moves: tuple[int, int]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LetterView:
    name: str
    day: date
    asks: tuple[AskView, ...]
    cases: tuple[CaseView, ...]
    proposals: tuple[ProposalView, ...]

    @property
    def decides(self) -> bool:
        return bool(self.cases or self.proposals)


def letter_view(session: Session, link: ActionLink, *, today: date, now: datetime) -> LetterView:
    asked = asked_in(session, link.message_id)
    reports = last_reports(session, [one.id for one in asked])
    told = askings(session, [one.id for one in asked])
    names = {one: member_names(session, one) for one in {one.group_id for one in asked}}
    pending = _pending(session, asked)
    cases = cases_in(session, link.message_id)
    moves = moves_of(session, [case.activity_id for case in cases])
    return LetterView(
        name=link.person.name,
        day=link.message.day,
        asks=tuple(
            _ask(
                one,
                reports.get(one.id),
                told.get(one.id),
                link,
                names=names[one.group_id],
                pending=pending.get(one.id, ()),
                today=today,
                now=now,
            )
            for one in asked
        ),
        cases=tuple(
            _case(session, case, moves.get(case.activity_id, (0, 0)), today=today)
            for case in cases
        ),
        proposals=proposal_views(session, proposals_in(session, link.council_id, link.message_id)),
    )


def _ask(
    activity: Activity,
    report: ProgressReport | None,
    asking: Asking | None,
    link: ActionLink,
    *,
    names: Sequence[str],
    pending: tuple[ProposalView, ...],
    today: date,
    now: datetime,
) -> AskView:
    status: Status = activity.status  # type: ignore[assignment] # held by a CHECK
    since_letter = report is not None and report.reported_at >= link.made_at
    people: Sequence[str] = asking.people if asking else ()
    return AskView(
        about=about(activity),
        group_id=activity.group_id,
        status=status,
        place=_place(activity),
        closed=activity.closed_on is not None,
        passed=activity.closed_on is None and situation_of(activity).is_unaccounted(today),
        since=asking.since if asking else None,
        others=tuple(name for name in people if name != link.person.name),
        seen=report.id if report else 0,
        answered=_said(report, link, now=now) if report and since_letter else None,
        names=tuple(name for name in names if name != link.person.name),
        pending=pending,
    )


def _place(activity: Activity) -> str:
    """Nothing that the page says already."""
    words = " ".join(str(activity.source.get("text", "")).split())
    return "" if words == " ".join(activity.description.split()) else words


def _pending(session: Session, asked: Sequence[Activity]) -> dict[int, tuple[ProposalView, ...]]:
    """What waits for an answer, by activity."""
    if not asked:
        return {}
    ids = {one.id for one in asked}
    waits = [one for one in open_proposals(session, asked[0].council_id) if one.activity_id in ids]
    views = proposal_views(session, waits)
    return {
        activity: tuple(one for one in views if one.about and one.about.activity_id == activity)
        for activity in ids
    }


def _said(report: ProgressReport, link: ActionLink, *, now: datetime) -> Said:
    status: Status = report.status  # type: ignore[assignment] # held by a CHECK
    mine = report.person_id == link.person_id
    return Said(
        report_id=report.id,
        by=report.said_by,
        on=report.reported_on,
        status=status,
        comment=report.comment,
        evidence=report.evidence,
        new_wording=report.new_wording,
        undoable=mine and can_be_undone(report, now=now),
        mine=mine,
    )


def _case(session: Session, case: Escalation, moves: tuple[int, int], *, today: date) -> CaseView:
    activity = case.activity
    return CaseView(
        escalation_id=case.id,
        about=about(activity),
        group_id=activity.group_id,
        why=why_case(case, today=today),
        proposed=deadline_from_json(case.proposed),
        open=case.closed_on is None and (case.parked_until is None or case.parked_until <= today),
        taken_on=(case.acknowledged_by, case.acknowledged_on) if case.acknowledged_on else None,
        decision=case.decision,
        decided_by=case.decided_by,
        decided_on=case.decided_on,
        parked_until=case.parked_until,
        moves=moves,
        names=(activity.group.name, *member_names(session, activity.group_id)),
    )
