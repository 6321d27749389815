"""How does one activity stand, and what happens next, when and to whom?"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from actions.consequences import asked_members_of
from actions.office import Office
from actions.settle import is_wish
from actions.situations import situation_of
from models.queries import cases_of
from models.tables.plans import Activity
from models.told_queries import heard_since_answers
from rules.escalation import escalation_days
from rules.health import Assessment, assess
from rules.window import WindowState, window_state


@dataclass(frozen=True, slots=True)
class Standing:
    """asked_on: when `names` are asked next; None: nobody is.

    level: the open case's; 0 where there is none. rises: the levels to come, with their days.
    proposed: the group has proposed something that the committee has not decided.
    """

    assessment: Assessment
    window: WindowState
    asked_on: date | None
    names: tuple[str, ...]
    level: int
    rises: tuple[tuple[int, date], ...]
    proposed: bool


def standing_of(session: Session, office: Office, activity: Activity) -> Standing:
    heard = heard_since_answers(session, [activity.id])[activity.id]
    case = cases_of(session, [activity.id]).get(activity.id)
    situation = situation_of(activity, heard.asked)
    policy = office.policy_of(activity.group, case)
    calendar = office.calendar_of(activity.group)
    leads = policy.leads(activity.deadline.precision, report_back=situation.report_back)
    level = case.level if case else 0
    days = escalation_days(situation, policy=policy, calendar=calendar)
    is_open = activity.closed_on is None
    proposed = case is not None and is_wish(case)
    asked_on = activity.ask_on if is_open and not proposed else None
    return Standing(
        assessment=assess(situation, today=office.today, policy=policy, calendar=calendar),
        window=window_state(activity.deadline, today=office.today, closing=leads[0]),
        asked_on=asked_on and calendar.on_or_after(max(asked_on, office.today)),
        names=tuple(asked_members_of(session, office, activity)) if asked_on else (),
        level=level,
        rises=tuple(
            (number, day)
            for number, day in enumerate(days, 1)
            if is_open and number > level and day > office.today
        ),
        proposed=proposed,
    )
