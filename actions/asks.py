"""What should be asked today, and of whom?"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy.orm import Session

from actions.asks_worded import Ahead, ahead_of, kind_of_ask, what_follows, why_now
from actions.office import Office
from actions.paces import Paces
from actions.settle import is_wish
from actions.situations import Directory, about, days_asked, situation_of, told_by_activity
from models.ledger import changes_of
from models.queries import activities_to_ask, cases_of
from models.tables.following import Escalation
from models.tables.plans import Activity
from models.told_queries import Told
from models.values import Reason, Status
from notifications.letter import About, Ask, Letter
from rules.ladder import Step, steps_around
from rules.recipients import Member, asked_besides, asked_members
from rules.situation import Situation
from rules.standing_in import present_members


@dataclass(slots=True)
class Open:
    """A step that came up, and the next one.

    waiting: who can be reached and has not heard of it.
    """

    activity: Activity
    step: Step
    following: Step | None
    waiting: set[int] = field(default_factory=set)


@dataclass
class Asked:
    """asks: by person. steps: by activity.

    nobody: activities that no reachable person answers for.
    groups: those with a question today.
    """

    asks: dict[int, list[Ask]] = field(default_factory=lambda: defaultdict(list))
    steps: dict[int, Open] = field(default_factory=dict)
    nobody: list[Activity] = field(default_factory=list)
    groups: set[int] = field(default_factory=set)

    def is_heard_by(self, letter: Letter) -> None:
        """A letter is in the outbox: its reader has been told."""
        for ask in letter.asks:
            came_up = self.steps.get(ask.about.activity_id)
            if came_up and came_up.step.occasion in (ask.occasion, *ask.also):
                came_up.waiting.discard(letter.recipient.person_id)


@dataclass(frozen=True, slots=True)
class Asking:
    """What questions are put with: whose day it is, who is there, what is before whom.

    changes: how often the time of each activity has changed, where it has.
    """

    office: Office
    directory: Directory
    paces: Paces
    cases: Mapping[int, Escalation]
    changes: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class _Question:
    """One step of one activity, and everyone who is asked.

    members: those whom the plan means; besides: those who are asked because they did not answer.
    """

    came_up: Open
    about: About
    situation: Situation
    why: Reason
    ahead: Ahead
    members: Sequence[Member]
    besides: Reason | None
    reachable: Sequence[Member]


def asks_today(
    session: Session,
    office: Office,
    directory: Directory,
    paces: Paces,
    only: Collection[int] | None = None,
) -> Asked:
    """Every question that has come up, for each person who may answer it.

    only: people; what nobody of them can be asked is left for another run. Nobody is asked about
    what waits for the committee's word on a new time.
    """
    among = None if only is None else directory.groups_of(only)
    found = activities_to_ask(session, office.council.id, office.today, among)
    cases = cases_of(session, [activity.id for activity in found])
    proposed = {activity_id for activity_id, case in cases.items() if is_wish(case)}
    activities = [activity for activity in found if activity.id not in proposed]
    asked, told = Asked(), told_by_activity(session, activities)
    directory.look_up(activity.group_id for activity in activities)
    changes = changes_of(session, [activity.id for activity in activities])
    asking = Asking(office, directory, paces, cases, changes)
    # What may be met by other answers comes last.
    for activity in sorted(activities, key=_is_running_duty):
        if _is_running_duty(activity) and activity.group_id in asked.groups:
            _count_anew(activity, office)
        else:
            _ask(asked, activity, told.get(activity.id, []), asking)
    return asked


def _is_running_duty(activity: Activity) -> bool:
    return activity.kind == "report_back" and activity.due is None


def _count_anew(activity: Activity, office: Office) -> None:
    """The duty to report as the work goes on is met by any other answer that is asked for."""
    activity.counted_from = office.today
    activity.ask_on = office.today + timedelta(days=office.policy_of(activity.group).check_in)


def _ask(asked: Asked, activity: Activity, told: Sequence[Told], asking: Asking) -> None:
    situation = situation_of(activity, days_asked(activity, told))
    today, policy = asking.office.today, asking.office.policy_of(activity.group)
    step, following = steps_around(situation, today=today, policy=policy)
    if step is None or step.kind == "no_deadline":
        return
    came_up = Open(activity, step, following)
    question = _question(came_up, situation, told, asking)
    if not question.reachable:
        asked.nobody.append(activity)
        return
    heard = {line.person_id for line in told if line.occasion == step.occasion}
    came_up.waiting = {member.person_id for member in question.reachable} - heard
    asked.steps[activity.id] = came_up
    for member in question.reachable:
        if _may_hear(member, step, told, today=today, quiet=policy.quiet):
            asked.groups.add(activity.group_id)
            asked.asks[member.person_id].append(_line(question, member, asking))


def _question(
    came_up: Open, situation: Situation, told: Sequence[Told], asking: Asking
) -> _Question:
    """Two mails without answer are no reason to write a third to the same people only."""
    activity, step = came_up.activity, came_up.step
    everyone = asking.directory.members(activity.group_id)
    members = asked_members(activity.responsible, everyone)
    earlier = [line for line in told if line.occasion != step.occasion]
    to_them = {member.person_id for member in members}
    mine = [line for line in earlier if line.person_id in to_them]
    unanswered = days_asked(activity, mine or earlier)
    after = asking.office.policy_of(activity.group).silent_after
    besides = asked_besides(members, everyone, unanswered=unanswered, after=after)
    there = present_members((*members, *besides), everyone, asking.directory.away)
    names = ", ".join(member.name for member in members)
    silent = Reason("why.besides", {"names": names, "asked": unanswered}) if besides else None
    reachable = [member for member in there if member.has_address]
    case = asking.cases.get(activity.id)
    return _Question(
        came_up=came_up,
        about=about(activity, asking.changes.get(activity.id, 0)),
        situation=situation,
        why=why_now(step, situation, asking.office.today),
        ahead=ahead_of(activity, situation, came_up.following, office=asking.office, case=case),
        members=members,
        besides=silent,
        reachable=reachable,
    )


def _may_hear(
    member: Member, step: Step, told: Sequence[Told], *, today: date, quiet: int
) -> bool:
    """Not twice of one step, and not again within the quiet days."""
    mine = [line for line in told if line.person_id == member.person_id]
    if any(line.occasion == step.occasion for line in mine):
        return False
    return not mine or (today - mine[-1].day).days >= quiet


def _line(question: _Question, member: Member, asking: Asking) -> Ask:
    activity, step = question.came_up.activity, question.came_up.step
    situation, today = question.situation, asking.office.today
    status: Status = situation.status
    meant = {one.name for one in question.members} & {member.name, *member.answers_for}
    return Ask(
        about=question.about,
        status=status,
        occasion=step.occasion,
        came_up=step.on,
        why=question.why,
        then=what_follows(
            activity,
            situation,
            question.ahead,
            member,
            office=asking.office,
            directory=asking.directory,
            paces=asking.paces,
        ),
        others=tuple(one.name for one in question.reachable if one.person_id != member.person_id),
        answers_for=member.answers_for,
        kind=kind_of_ask(step, situation, today),
        besides=None if meant else question.besides,
    )


def note_told(asked: Asked) -> None:
    """Sets the next day to ask, where everyone who can be reached has heard of the step."""
    for one in asked.steps.values():
        if not one.waiting:
            one.activity.ask_on = one.following.on if one.following else None
