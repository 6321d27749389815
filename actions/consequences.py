"""What would follow from a decision: who is asked next, and when?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from actions.office import Office
from actions.situations import directory_of, situation_of
from deadlines.deadline import Deadline
from models.tables.plans import Activity
from rules.ladder import next_step
from rules.recipients import asked_members
from rules.standing_in import present_members


@dataclass(frozen=True, slots=True)
class NextQuestion:
    on: date
    names: tuple[str, ...]


def next_question(
    session: Session, office: Office, activity: Activity, *, deadline: Deadline
) -> NextQuestion | None:
    """When the activity gets this window today; None where nobody will be asked."""
    situation = replace(situation_of(activity), deadline=deadline, answered_on=office.today)
    step = next_step(situation, after=office.today, policy=office.policy_of(activity.group))
    names = asked_members_of(session, office, activity)
    if step is None or not names:
        return None
    return NextQuestion(office.calendar.on_or_after(step.on), tuple(names))


def asked_members_of(session: Session, office: Office, activity: Activity) -> Sequence[str]:
    directory = directory_of(session, office)
    everyone = directory.members(activity.group_id)
    members = asked_members(activity.responsible, everyone)
    there = present_members(members, everyone, directory.away)
    return [one.name for one in there if one.has_address]
