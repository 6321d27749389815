"""What should be asked today, and of whom?"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from sqlalchemy.orm import Session

from actions.office import Office
from actions.paces import Paces
from actions.settle import is_wish
from actions.situations import Directory, about, situation_of, told_by_activity
from models.mail_queries import Told
from models.queries import activities_to_ask, cases_of
from models.tables.plans import Activity
from models.values import Reason, Status
from notifications.letter import Ask, AskKind
from rules.escalation import escalation_days
from rules.ladder import Step, current_step, next_step
from rules.policy import Policy
from rules.recipients import Member, asked_members
from rules.situation import Situation
from rules.standing_in import present_members


@dataclass
class Asked:
    """asks: by person. steps: the step of each activity that is asked about, with its people.

    nobody: activities that no reachable person answers for. groups: those with a question today.
    """

    activities: Sequence[Activity] = ()
    asks: dict[int, list[Ask]] = field(default_factory=lambda: defaultdict(list))
    steps: dict[int, tuple[Step, set[int]]] = field(default_factory=dict)
    nobody: list[Activity] = field(default_factory=list)
    groups: set[int] = field(default_factory=set)


def asks_today(session: Session, office: Office, directory: Directory, paces: Paces) -> Asked:
    """Every question that has come up, for each person who may answer it.

    Nobody is asked about what waits for the committee's word on a new time.
    """
    activities = activities_to_ask(session, office.council.id, office.today)
    told = told_by_activity(session, activities)
    cases = cases_of(session, [activity.id for activity in activities])
    proposed = {activity_id for activity_id, case in cases.items() if is_wish(case)}
    activities = [activity for activity in activities if activity.id not in proposed]
    asked = Asked(activities)
    for activity in sorted(
        activities, key=_is_running_duty
    ):  # what may be met by others comes last
        if _is_running_duty(activity) and activity.group_id in asked.groups:
            _count_anew(activity, office)
        else:
            _ask(asked, activity, told[activity.id], set(cases), office, directory, paces)
    return asked


def _is_running_duty(activity: Activity) -> bool:
    return activity.kind == "report_back" and activity.due is None


def _count_anew(activity: Activity, office: Office) -> None:
    """The duty to report as the work goes on is met by any other answer that is asked for."""
    activity.counted_from = office.today
    activity.ask_on = office.today + timedelta(days=office.policy.check_in)


def _ask(
    asked: Asked,
    activity: Activity,
    told: Sequence[Told],
    escalated: set[int],
    office: Office,
    directory: Directory,
    paces: Paces,
) -> None:
    situation = situation_of(activity, told)
    step = current_step(situation, today=office.today, policy=office.policy)
    if step is None or step.kind == "no_deadline":
        return
    everyone = directory.members(activity.group_id)
    members = asked_members(activity.responsible, everyone)
    there = present_members(members, everyone, directory.away)
    reachable = [member for member in there if member.has_address]
    if not reachable:
        asked.nobody.append(activity)
        return
    asked.steps[activity.id] = (step, {member.person_id for member in reachable})
    for member in reachable:
        if _may_hear(member, step, told, office):
            asked.groups.add(activity.group_id)
            hears_on = partial(paces.told_on, person=directory.people[member.person_id])
            then = _then(situation, activity.id in escalated, office, hears_on)
            asked.asks[member.person_id].append(
                _line(activity, step, situation, member, reachable, then, office.today)
            )


def _may_hear(member: Member, step: Step, told: Sequence[Told], office: Office) -> bool:
    """Not twice of one step, and not again within the quiet days."""
    mine = [line for line in told if line.person_id == member.person_id]
    if any(line.occasion == step.occasion for line in mine):
        return False
    return not mine or (office.today - mine[-1].day).days >= office.policy.quiet


def _line(
    activity: Activity,
    step: Step,
    situation: Situation,
    member: Member,
    asked: Sequence[Member],
    then: Reason,
    today: date,
) -> Ask:
    status: Status = situation.status
    return Ask(
        about=about(activity),
        status=status,
        occasion=step.occasion,
        came_up=step.on,
        why=_why(step, situation, today),
        then=then,
        others=tuple(one.name for one in asked if one.person_id != member.person_id),
        answers_for=member.answers_for,
        kind=_kind(step, situation, today),
    )


def _kind(step: Step, situation: Situation, today: date) -> AskKind:
    left = situation.deadline.days_left(today)
    if step.kind == "passed":
        return "passed"
    if left is None:
        return "check_in"
    if situation.report_back:
        return "report_back"
    return "sharpen" if step.kind == "opening" and left >= 0 else "reminder"


def _why(step: Step, situation: Situation, today: date) -> Reason:
    due = situation.deadline.due
    if situation.status == "blocked":
        return Reason("why.blocked", {"days": (today - situation.quiet_since).days})
    if due is None:
        key = "why.event" if step.kind == "event" else "why.check_in"
        return Reason(key, {"days": (today - situation.quiet_since).days})
    if step.kind == "passed":
        return Reason("why.passed", {"on": situation.passed_on or today})
    return _why_now(step, due, (due - today).days, report_back=situation.report_back)


def _why_now(step: Step, due: date, left: int, *, report_back: bool) -> Reason:
    if report_back:
        return Reason("why.report_back", {"days_left": left, "due": due})
    if left < 0:
        return Reason("why.overdue", {"days_overdue": -left, "due": due})
    if step.kind == "opening":
        return Reason("why.opening", {"due": due})
    return Reason("why.lead", {"days_left": left, "due": due})


def _then(
    situation: Situation,
    escalated: bool,  # noqa: FBT001 - a fact, no switch
    office: Office,
    hears_on: Callable[[date], date],
) -> Reason:
    """What happens when nobody answers, and on which working day."""
    if escalated:
        return Reason("then.escalated")
    today, policy, calendar = office.today, office.policy, office.calendar
    following = next_step(situation, after=today, policy=policy)
    days = escalation_days(situation, policy=policy, calendar=calendar)
    rises = [day for day in days if day > today]
    if rises and (following is None or rises[0] <= following.on):
        return Reason("then.escalate", {"on": calendar.on_or_after(rises[0])})
    if following is None:
        return Reason("then.escalated")
    if situation.is_unaccounted(today):
        return Reason("then.passed", {"on": hears_on(following.on)})
    key = "then.check_in" if following.kind in {"check_in", "event"} else "then.remind"
    return Reason(key, {"on": hears_on(following.on)})


def note_told(session: Session, asked: Asked, *, today: date, policy: Policy) -> None:
    """Sets the next day to ask, where everyone who can be reached has heard of the step."""
    told = told_by_activity(session, asked.activities)
    for activity in asked.activities:
        if activity.id not in asked.steps:
            continue
        step, people = asked.steps[activity.id]
        heard = {line.person_id for line in told[activity.id] if line.occasion == step.occasion}
        if people <= heard:
            situation = situation_of(activity, told[activity.id])
            following = next_step(situation, after=today, policy=policy)
            activity.ask_on = following.on if following else None
