"""What should a group's convenor know and do, before the committee hears of it?"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from actions.asks_worded import digest_follows
from actions.digests import wants_attention
from actions.gaps import gap_readers
from actions.office import Office, is_paused
from actions.settle import is_wish
from actions.situations import Directory, about, days_asked, situation_of, told_by_activity
from models.convening_queries import cases_to_convene, convening_occasion
from models.tables.following import Escalation
from models.told_queries import Told
from models.values import COMMITTEE, Reason, Status
from notifications.letter import Ask
from rules.escalation import escalation_days
from rules.recipients import Member
from rules.standing_in import present_convenors


def convenor_asks(session: Session, office: Office, directory: Directory) -> dict[int, list[Ask]]:
    """By person: each open case of the group once, also one that the committee has already."""
    cases = [
        case
        for case in cases_to_convene(session, office.council.id, office.today)
        if not is_wish(case)
        and wants_attention(case, office.today)
        and not is_paused(case.activity.group, office.today)
    ]
    told = told_by_activity(session, [case.activity for case in cases])
    directory.look_up(case.activity.group_id for case in cases)
    asks: dict[int, list[Ask]] = defaultdict(list)
    for case in cases:
        lines = told[case.activity_id]
        for member in _readers(case, directory):
            if not _has_heard(member, case, lines):
                asks[member.person_id].append(_line(case, member, lines, office, directory))
    return asks


def with_convenor_asks(asks: Sequence[Ask], convened: Sequence[Ask]) -> tuple[Ask, ...]:
    """One line an activity: what the convenor is told uses up the step that came up as well."""
    steps = {ask.about.activity_id: ask.occasion for ask in asks}
    mine = {line.about.activity_id for line in convened}
    return (
        *(replace(line, also=_also(steps.get(line.about.activity_id))) for line in convened),
        *(ask for ask in asks if ask.about.activity_id not in mine),
    )


def _also(occasion: str | None) -> tuple[str, ...]:
    return (occasion,) if occasion else ()


def _readers(case: Escalation, directory: Directory) -> Iterable[Member]:
    """The convenors or who stands in for them; the secretariat where nobody can be reached."""
    convenors = directory.convenors(case.activity.group_id)
    secretariat = (
        Member(person.id, person.name, "secretariat", has_address=True)
        for person in gap_readers(directory)
    )
    return present_convenors(convenors, directory.away) or secretariat


def _has_heard(member: Member, case: Escalation, told: Iterable[Told]) -> bool:
    return any(
        line.person_id == member.person_id and line.occasion == convening_occasion(case)
        for line in told
    )


def _line(
    case: Escalation, member: Member, told: Sequence[Told], office: Office, directory: Directory
) -> Ask:
    activity, status = case.activity, _status(case)
    situation = situation_of(activity)
    due = activity.due or office.today
    overdue = situation.days_overdue(office.today)
    return Ask(
        about=about(activity),
        status=status,
        occasion=convening_occasion(case),
        came_up=case.returned_on or case.opened_on,
        why=Reason("why.overdue", {"days_overdue": overdue, "due": due}),
        then=_then(case, told, office),
        answers_for=member.answers_for,
        kind="convenor",
        besides=_silent(case, member, told, directory),
    )


def _status(case: Escalation) -> Status:
    status: Status = case.activity.status  # type: ignore[assignment] # held by a CHECK
    return status


def _then(case: Escalation, told: Sequence[Told], office: Office) -> Reason:
    if case.level >= COMMITTEE:
        return Reason("then.escalated")
    situation = situation_of(case.activity, days_asked(case.activity, told))
    days = escalation_days(
        situation,
        policy=office.policy_of(case.activity.group, case),
        calendar=office.calendar_of(case.activity.group),
    )
    rises = days[COMMITTEE - 1 :]
    return digest_follows(rises[0], office) if rises else Reason("then.escalated")


def _silent(
    case: Escalation, member: Member, told: Sequence[Told], directory: Directory
) -> Reason | None:
    """Those who were asked since the last answer, the reader apart."""
    since = case.activity.answered_on or date.min
    lines = [
        line
        for line in told
        if line.day > since and line.arrived and line.person_id != member.person_id
    ]
    people = dict.fromkeys(line.person_id for line in lines)
    names = [directory.people[one].name for one in people if one in directory.people]
    if not names:
        return None
    days = {line.day for line in lines}
    return Reason("why.besides", {"names": ", ".join(names), "asked": len(days)})
