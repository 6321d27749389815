"""Why does a question come now, and what follows when nobody answers?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from actions.office import Office
from actions.paces import Paces
from actions.situations import Directory
from models.tables.following import Escalation
from models.tables.plans import Activity
from models.values import COMMITTEE, CONVENOR, Reason
from notifications.letter import AskKind
from rules.escalation import escalation_days
from rules.ladder import Step
from rules.recipients import Member
from rules.situation import Situation
from rules.standing_in import present_convenors
from rules.working_days import first_of_a_week


def kind_of_ask(step: Step, situation: Situation, today: date) -> AskKind:
    left = situation.deadline.days_left(today)
    if step.kind == "passed":
        return "passed"
    if left is None:
        return "check_in"
    if situation.report_back:
        return "report_back"
    return "sharpen" if step.kind == "opening" and left >= 0 else "reminder"


def why_now(step: Step, situation: Situation, today: date) -> Reason:
    due = situation.deadline.due
    if step.kind == "freed":
        return Reason("why.freed")
    if situation.status == "blocked":
        return Reason("why.blocked", {"days": (today - situation.quiet_since).days})
    if due is None:
        return _without_a_last_day(step, situation, today)
    if step.kind == "passed":
        return Reason("why.passed", {"on": situation.passed_on or today})
    return _on_the_way(step, due, (due - today).days, report_back=situation.report_back)


def _without_a_last_day(step: Step, situation: Situation, today: date) -> Reason:
    days = {"days": (today - situation.quiet_since).days}
    if step.kind == "event":
        return Reason("why.event", days)
    if situation.answered_on is None:
        return Reason("why.first_check_in")
    return Reason("why.check_in", days)


def _on_the_way(step: Step, due: date, left: int, *, report_back: bool) -> Reason:
    if report_back:
        return Reason("why.report_back", {"days_left": left, "due": due})
    if left < 0:
        return Reason("why.overdue", {"days_overdue": -left, "due": due})
    if step.kind == "opening":
        return Reason("why.opening", {"due": due})
    return Reason("why.lead", {"days_left": left, "due": due})


@dataclass(frozen=True, slots=True)
class Ahead:
    """What comes when nobody answers, the same for all who are asked.

    level: that of the case; rises: the first day of each level.
    """

    level: int
    following: Step | None
    rises: Sequence[date]


def ahead_of(
    activity: Activity,
    situation: Situation,
    following: Step | None,
    *,
    office: Office,
    case: Escalation | None,
) -> Ahead:
    policy = office.policy_of(activity.group, case)
    calendar = office.calendar_of(activity.group)
    return Ahead(
        level=case.level if case else 0,
        following=following,
        rises=escalation_days(situation, policy=policy, calendar=calendar),
    )


def what_follows(
    activity: Activity,
    situation: Situation,
    ahead: Ahead,
    member: Member,
    *,
    office: Office,
    directory: Directory,
    paces: Paces,
) -> Reason:
    """The next that happens when nobody answers, and its working day."""
    if ahead.level >= COMMITTEE:
        return Reason("then.escalated")
    following = ahead.following
    above = CONVENOR if member.role == "convenor" else ahead.level
    rise = _next_rise(ahead.rises, today=office.today, above=above)
    if rise is not None and (following is None or rise[1] <= following.on):
        return _rises(*rise, activity, office, directory)
    if following is None:
        return Reason("then.escalated")
    hears_on = paces.told_on(following.on, directory.people[member.person_id])
    if situation.is_unaccounted(office.today):
        return Reason("then.passed", {"on": hears_on})
    key = "then.check_in" if following.kind in {"check_in", "event"} else "then.remind"
    return Reason(key, {"on": hears_on})


def _next_rise(days: Sequence[date], *, today: date, above: int) -> tuple[int, date] | None:
    """The next level and its day."""
    rises = ((level, day) for level, day in enumerate(days, 1) if level > above)
    return next(((level, day) for level, day in rises if day > today), None)


def _rises(
    level: int, day: date, activity: Activity, office: Office, directory: Directory
) -> Reason:
    if level == CONVENOR:
        there = present_convenors(directory.convenors(activity.group_id), directory.away)
        key = "then.convenor" if there else "then.secretariat"
        return Reason(key, {"on": office.calendar.on_or_after(day)})
    return digest_follows(day, office)


def digest_follows(day: date, office: Office) -> Reason:
    """The committee's first digest on that day or later."""
    return Reason("then.escalate", {"on": first_of_a_week(day, office.calendar)})
