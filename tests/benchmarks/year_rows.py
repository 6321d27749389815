"""A year of a thousand activities, in groups like that of the shipped example."""

from datetime import date

from sqlalchemy import Engine

from models.store import transaction
from models.tables.people import Group, Membership, Person
from models.tables.plans import Activity, PlanVersion
from tests.benchmarks.engine_rows import COUNCIL
from tests.builders import a_deadline
from tests.office import House, a_person, noon

GROUPS, MEMBERS = 125, 4
BEGIN = date(2026, 1, 5)
WINDOWS = (
    a_deadline("by", due=date(2026, 3, 31), text="Klart senast 31 mars"),
    a_deadline("during", date(2026, 1, 1), date(2026, 6, 30), "season", "Klart våren -26"),
    a_deadline("during", date(2026, 1, 1), date(2026, 6, 30), "season", "Klart våren -26"),
    a_deadline("during", date(2026, 7, 1), date(2026, 9, 30), "quarter", "Kvartal 3"),
    a_deadline("during", date(2026, 7, 1), date(2026, 12, 31), "season", "Klart hösten -26"),
    a_deadline("by", due=date(2026, 12, 31), text="Vid årsskiftet"),
    a_deadline("during", date(2027, 1, 1), date(2027, 12, 31), "year", "Klart under -27"),
    a_deadline("ongoing", precision="ongoing", text="Löpande"),
)


def a_year(engine: Engine) -> None:
    House(engine).people(
        a_person("Eva Holm", ("committee", None)), a_person("Greta Ny", ("secretariat", None))
    )
    with transaction(engine) as session:
        for number in range(GROUPS):
            group = Group(
                council_id=COUNCIL, slug=f"g{number}", name=f"Grupp {number}", kind="working_group"
            )
            plan = PlanVersion(
                council_id=COUNCIL,
                group=group,
                state="approved",
                document="plan.docx",
                sha256="0",
                content={},
                imported_at=noon(BEGIN),
                approved_at=noon(BEGIN),
                approved_by="test",
            )
            session.add_all([group, plan])
            session.flush()
            session.add_all(_members(group, number))
            session.add_all(_activities(group, plan, number))


def _members(group: Group, number: int) -> list[Membership]:
    return [
        Membership(
            council_id=COUNCIL,
            group=group,
            person=Person(
                council_id=COUNCIL,
                name=f"Person {number} {one}",
                name_key=f"person {number} {one}",
                email=f"p{number}.{one}@example.se",
                language="sv",
            ),
            role="member" if one else "convenor",
        )
        for one in range(MEMBERS)
    ]


def _activities(group: Group, plan: PlanVersion, number: int) -> list[Activity]:
    return [
        Activity(
            council_id=COUNCIL,
            group=group,
            plan_id=plan.id,
            uid=f"g{number}-{row}",
            kind="activity",
            position=row,
            number=str(row + 1),
            description=f"Aktivitet {row}",
            responsible=group.name,
            methods=[],
            source={"text": ""},
            deadline=window,
            status="not_started",
            counted_from=BEGIN,
            reasons=[],
            next_review_on=BEGIN,
        )
        for row, window in enumerate(WINDOWS)
    ]
