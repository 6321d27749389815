"""What should the secretariat mend, so that nobody is forgotten?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from sqlalchemy.orm import Session

from actions.find_person import told_apart
from actions.namesakes import probably_same, same_names
from actions.office import Office
from actions.situations import Directory
from models.gap_queries import (
    groups_without_members,
    places_of_namesakes,
    unfamiliar_parties,
    what_is_missing,
    without_address,
    without_convenor,
)
from models.mail_queries import unreached
from models.people_queries import person_with_address, who_left
from models.queries import activities_without_time, unaccounted_activities
from models.tables.people import Person
from models.told_queries import told_occasions
from models.values import Reason
from notifications.letter import Gap
from rules.recipients import ADDRESS, name_key
from rules.responsible import is_known_party

LATELY: Final = timedelta(days=90)


def gap_readers(directory: Directory) -> list[Person]:
    """The secretariat; the committee stands in where there is none."""
    return directory.readers("secretariat") or directory.readers("executive_committee")


def gaps_today(session: Session, office: Office, directory: Directory) -> list[Gap]:
    """Everything that wants mending now; what each reader has heard is left out by `unheard`."""
    council_id, waited = office.council.id, office.today - timedelta(days=office.policy.passed)
    missing = what_is_missing(session, council_id, directory.today, silent_since=waited)
    return [
        *_empty_roles(directory),
        *_declined(directory),
        *(_people(session, council_id) if "address" in missing else ()),
        *(_unreached(session, council_id) if "unreached" in missing else ()),
        *(_groups(session, council_id, directory.today) if "members" in missing else ()),
        *(_strangers(session, council_id, directory) if "responsible" in missing else ()),
        *(_wordings(session, council_id) if "time" in missing else ()),
        *(_passed(session, council_id, waited) if "passed" in missing else ()),
    ]


def unheard(
    session: Session, gaps: Sequence[Gap], *, person_id: int, today: date, repeat: int
) -> tuple[Gap, ...]:
    """What this reader has not been told within the last `repeat` days."""
    since = today - timedelta(days=repeat)
    told = told_occasions(session, person_id, since=since) if gaps else {}
    return tuple(
        gap
        for gap in gaps
        if gap.occasion not in told or (today - told[gap.occasion]).days >= repeat
    )


def missing_people(session: Session, office: Office, directory: Directory) -> list[Gap]:
    """All gaps, and what no letter tells: who has left, who may be two, who convenes a group."""
    council_id = office.council.id
    return [
        *gaps_today(session, office, directory),
        *_namesakes(session, council_id),
        *_unconvened(session, council_id),
        *_gone(session, council_id, office.today),
    ]


def _namesakes(session: Session, council_id: int) -> Iterator[Gap]:
    for one, other in same_names(session, council_id):
        names = {"name": one.name, "address": str(one.email)}
        others = {"other": other.name, "other_address": str(other.email)}
        yield Gap(f"gap/same_name/{one.id}/{other.id}", Reason("gap.same_name", names | others))


def _unconvened(session: Session, council_id: int) -> Iterator[Gap]:
    for name in without_convenor(session, council_id):
        yield Gap(f"gap/convenor/{name}", Reason("gap.no_convenor", {"group": name}))


def _gone(session: Session, council_id: int, today: date) -> Iterator[Gap]:
    for person, group, until in who_left(session, council_id, today - LATELY, today):
        name = told_apart(session, person)
        what = Reason("gap.left", {"name": name, "group": group, "on": until})
        yield Gap(f"gap/left/{group}/{name}", what)


def _empty_roles(directory: Directory) -> Iterator[Gap]:
    for kind, key in (("executive_committee", "committee"), ("secretariat", "secretariat")):
        if not directory.readers(kind):
            yield Gap(f"gap/role/{key}", Reason(f"gap.no_{key}"))


def _declined(directory: Directory) -> Iterator[Gap]:
    """Decisions wait for those who read; the secretariat should know who does not."""
    for person in directory.readers("executive_committee"):
        if person.digest_declined_on is not None:
            yield Gap(
                occasion=f"gap/declined/{person.id}/{person.digest_declined_on}",
                what=Reason("gap.declined", {"name": person.name}),
            )


def _people(session: Session, council_id: int) -> Iterator[Gap]:
    """Who cannot be reached, and who that may be in the directory."""
    nameless = without_address(session, council_id)
    shared = places_of_namesakes(session, council_id) if nameless else []
    told = {(name, group) for name, group, _ in shared}
    for name, group in nameless:
        if (name, group) not in told:
            yield Gap(
                occasion=f"gap/address/{group}/{name}",
                what=Reason("gap.no_address", {"name": name, "group": group}),
            )
    for name, group, place in shared:
        words = {"name": name, "group": group, "organisation": place}
        yield Gap(f"gap/address/{group}/{name}/{place}", Reason("gap.no_address_at", words))
    for one in probably_same(session, council_id) if nameless else ():
        yield Gap(
            occasion=f"gap/alike/{one.group}/{one.name}/{one.known}",
            what=Reason(
                "gap.alike",
                {
                    "name": one.name,
                    "group": one.group,
                    "known": one.known,
                    "address": one.email,
                },
            ),
        )


def _unreached(session: Session, council_id: int) -> Iterator[Gap]:
    for name, address in unreached(session, council_id):
        yield Gap(
            occasion=f"gap/unreached/{address}",
            what=Reason("gap.unreached", {"name": name, "address": address}),
        )


def _groups(session: Session, council_id: int, today: date) -> Iterator[Gap]:
    for group_id, name in groups_without_members(session, council_id, today):
        yield Gap(f"gap/members/{group_id}", Reason("gap.no_members", {"group": name}))


def _strangers(session: Session, council_id: int, directory: Directory) -> Iterator[Gap]:
    """Responsible parties that are neither the group nor anybody in it: the group is asked."""
    unfamiliar = unfamiliar_parties(session, council_id, directory.today)
    directory.look_up(group_id for group_id, _, _ in unfamiliar)
    for group_id, group, responsible in unfamiliar:
        if not is_known_party(responsible, group, directory.members(group_id)):
            words = {"responsible": responsible, "group": group}
            outside = _outsider(session, council_id, responsible)
            yield Gap(
                occasion=f"gap/responsible/{group_id}/{responsible}",
                what=Reason("gap.outsider" if outside else "gap.responsible", words | outside),
            )


def _outsider(session: Session, council_id: int, responsible: str) -> dict[str, str]:
    """Whose address the plan gives, where that is somebody outside the group."""
    for address in ADDRESS.findall(responsible):
        person = person_with_address(session, council_id, name_key(address))
        if person is not None:
            return {"name": person.name, "address": address}
    return {}


def _wordings(session: Session, council_id: int) -> Iterator[Gap]:
    for activity in activities_without_time(session, council_id):
        words = {"uid": activity.uid, "description": activity.description}
        unclear = {"wording": activity.wording} if activity.wording else {}
        yield Gap(
            occasion=f"gap/deadline/{activity.uid}",
            what=Reason("gap.unclear_deadline" if unclear else "gap.no_deadline", words | unclear),
            activity_id=activity.id,
        )


def _passed(session: Session, council_id: int, waited: date) -> Iterator[Gap]:
    """Groups that have been asked what became of old rows, and have let one asking go by."""
    silent = [one.group.name for one in unaccounted_activities(session, council_id, waited)]
    for group, rows in Counter(silent).items():
        yield Gap(
            occasion=f"gap/passed/{group}",
            what=Reason("gap.passed", {"group": group, "rows": rows}),
        )
