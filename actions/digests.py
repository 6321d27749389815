"""What has a reader of the committee not heard yet?"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from sqlalchemy.orm import Session

from actions.office import Office, is_paused
from actions.situations import about, situation_of
from models.hands_queries import standings
from models.ledger import moves_of
from models.people_queries import groups_at_rest
from models.queries import cases_closed, due_between, open_cases, reports_made, work_in_hand
from models.tables.following import Escalation, ProgressReport
from models.told_queries import (
    asked_since_last_days,
    last_digests,
    told_cases,
    told_occasions,
)
from models.values import COMMITTEE, Reason, Status
from notifications.letter import (
    CaseLine,
    Digest,
    GroupProgress,
    PausedGroup,
    ReportLine,
    ResolvedLine,
    report_occasion,
    resolved_occasion,
)
from rules.escalation import acknowledgement_lapses_on

WEEK = timedelta(days=7)
COMING = timedelta(days=30)


class Week:
    """What the council's week holds, read once for all its readers."""

    def __init__(self, session: Session, office: Office) -> None:
        self._session, self._office = session, office
        self._council_id, self.today = office.council.id, office.today
        self.open_activities, self.groups = work_in_hand(session, self._council_id)
        until = self.today + COMING
        self.coming = due_between(session, self._council_id, first=self.today, last=until)
        known_cases = open_cases(session, self._council_id)
        self.cases = [case for case in known_cases if wants_decision(case, self.today)]
        self.taken_on = [
            case for case in known_cases if case.acknowledged_on and case.level >= COMMITTEE
        ]
        known = [case.activity_id for case in self.cases]
        self.moves = moves_of(session, known)
        self.asked = asked_since_last_days(session, known)
        self.progress = tuple(
            GroupProgress(one.group, one.done, one.late, one.total)
            for one in standings(session, self._council_id, self.today)
        )

    def digest_for(self, person_id: int) -> Digest:
        """The week as this reader has not seen it yet."""
        since = last_digests(self._session, [person_id]).get(person_id)
        seen = told_cases(self._session, person_id)
        told = told_occasions(self._session, person_id, since=since or self.today - WEEK)
        lines = [self._line(case, seen.get(case.id)) for case in self.cases]
        return Digest(
            since=since,
            new=tuple(line for line in lines if line.weeks == 0),
            unchanged=tuple(line for line in lines if line.weeks > 0),
            resolved=tuple(self._resolved(since, told)),
            reports=tuple(self._reports(since, told)),
            coming=tuple(about(one) for one in self.coming),
            open_activities=self.open_activities,
            groups=self.groups,
            taken_on=tuple(self._taken_on(case) for case in self.taken_on),
            paused=self._paused(),
            progress=self.progress,
        )

    def _line(self, case: Escalation, seen_on: date | None) -> CaseLine:
        """New to a reader who has not seen it since it was last raised."""
        overdue = situation_of(case.activity).days_overdue(self.today)
        unseen = seen_on is None or seen_on < case.raised_on
        times, days = self.moves.get(case.activity_id, (0, 0))
        return CaseLine(
            escalation_id=case.id,
            about=about(case.activity),
            level=case.level,
            days_overdue=overdue,
            weeks=0 if unseen or seen_on is None else max(1, (self.today - seen_on).days // 7),
            why=_why(case, overdue, self._asked(case)),
            then=Reason("then.decide"),
            moves=times,
            moved_days=days,
        )

    def _taken_on(self, case: Escalation) -> ResolvedLine:
        on = case.acknowledged_on or self.today
        until = acknowledgement_lapses_on(
            on,
            answered_on=case.activity.answered_on,
            policy=self._office.policy_of(case.activity.group, case),
            calendar=self._office.calendar,
        )
        how = Reason("resolved.taken_on", {"by": str(case.acknowledged_by), "until": until})
        return ResolvedLine(case.id, about(case.activity), on, how)

    def _paused(self) -> tuple[PausedGroup, ...]:
        """Groups that nobody is asked in now."""
        return tuple(
            PausedGroup(group.name, group.paused_until)
            for group in groups_at_rest(self._session, self._council_id, self.today)
            if group.paused_until is not None
        )

    def _asked(self, case: Escalation) -> int:
        """Days on which somebody was asked about it since its last day."""
        return self.asked.get(case.activity_id, 0)

    def _resolved(self, since: date | None, told: Collection[str]) -> Iterator[ResolvedLine]:
        closed = cases_closed(
            self._session,
            self._council_id,
            since=since or self.today - WEEK,
            today=self.today,
        )
        for case in closed:
            heard = case.level >= COMMITTEE
            if heard and case.closed_on is not None and resolved_occasion(case.id) not in told:
                yield ResolvedLine(case.id, about(case.activity), case.closed_on, _how(case))

    def _reports(self, since: date | None, told: Collection[str]) -> Iterator[ReportLine]:
        reports = reports_made(
            self._session,
            self._council_id,
            since=since or self.today - WEEK,
            today=self.today,
        )
        for report in reports:
            if report_occasion(report.id) not in told:
                yield _report_line(report)


def wants_decision(case: Escalation, today: date) -> bool:
    """Whether it is before the committee now."""
    group_rests = is_paused(case.activity.group, today)
    return case.level >= COMMITTEE and wants_attention(case, today) and not group_rests


def wants_attention(case: Escalation, today: date) -> bool:
    """Nobody has taken it on, and it is not parked until a later day."""
    parked = case.parked_until is not None and case.parked_until > today
    return case.acknowledged_on is None and not parked


def why_case(case: Escalation, *, today: date) -> Reason:
    """Why it is before the committee, for those who know nothing of the mails about it."""
    due = case.activity.due
    return _why(case, max(0, (today - due).days) if due else 0, 0)


def _why(case: Escalation, overdue: int, asked: int) -> Reason:
    if case.proposed is not None:
        return Reason("why.case_proposed", {"wording": str(case.proposed["text"])})
    if case.handover is not None:
        key = "why.case_handover_to" if case.handover else "why.case_handover"
        return Reason(key, {"to": case.handover})
    if case.decision == "raise":
        return Reason("why.case_raised", {"days_overdue": overdue})
    key = "why.case_unanswered" if asked else "why.case_overdue"
    return Reason(key, {"days_overdue": overdue, "asked": asked})


def _how(case: Escalation) -> Reason:
    activity = case.activity
    if case.closed_because == "moved" and activity.due is not None:
        return Reason("resolved.moved", {"due": activity.due})
    if case.closed_because == "waits":
        return Reason("resolved.waits", {"uid": str(activity.blocked_by)})
    if case.closed_because == "decided":
        return Reason(
            "resolved.decided",
            {"decision": str(case.decision), "decided_by": str(case.decided_by)},
        )
    return Reason(f"resolved.{activity.status}", {})


def _report_line(report: ProgressReport) -> ReportLine:
    status: Status = report.status  # type: ignore[assignment] # held by a CHECK
    return ReportLine(
        report_id=report.id,
        about=about(report.activity),
        on=report.reported_on,
        said_by=report.said_by,
        status=status,
        comment=" ".join(filter(None, (report.comment, report.new_wording, report.evidence)))
        or None,
    )
