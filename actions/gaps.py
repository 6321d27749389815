"""What should the secretariat mend, so that nobody is forgotten?"""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from actions.people import without_address
from actions.situations import Directory
from models.queries import open_activities, told_occasions
from models.tables.plans import Activity
from models.values import Reason
from notifications.letter import Gap


def gaps_today(session: Session, *, council_id: int, directory: Directory) -> list[Gap]:
    """Everything that wants mending now; what each reader has heard is left out by `unheard`."""
    activities = open_activities(session, council_id)
    return [
        *_people(session, council_id),
        *_groups(activities, directory),
        *_wordings(activities),
    ]


def unheard(
    session: Session, gaps: Sequence[Gap], *, person_id: int, today: date, repeat: int
) -> tuple[Gap, ...]:
    """What this reader has not been told within the last `repeat` days."""
    told = told_occasions(session, person_id) if gaps else {}
    return tuple(
        gap
        for gap in gaps
        if gap.occasion not in told or (today - told[gap.occasion]).days >= repeat
    )


def _people(session: Session, council_id: int) -> Iterator[Gap]:
    for name, group in without_address(session, council_id):
        yield Gap(
            occasion=f"gap/address/{group}/{name}",
            what=Reason("gap.no_address", {"name": name, "group": group}),
        )


def _groups(activities: Sequence[Activity], directory: Directory) -> Iterator[Gap]:
    for group_id, name in sorted({(one.group_id, one.group.name) for one in activities}):
        members = directory.members(group_id)
        if not members:
            yield Gap(f"gap/members/{group_id}", Reason("gap.no_members", {"group": name}))


def _wordings(activities: Sequence[Activity]) -> Iterator[Gap]:
    for activity in activities:
        if activity.deadline_kind == "none":
            yield Gap(
                occasion=f"gap/deadline/{activity.uid}",
                what=Reason(
                    "gap.no_deadline",
                    {"uid": activity.uid, "description": activity.description},
                ),
                activity_id=activity.id,
            )
