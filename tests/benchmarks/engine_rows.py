"""A council of any size, written in one statement a table."""

from datetime import date, timedelta

from sqlalchemy import Connection, Engine

from models.store import transaction
from tests.office import House, a_person

TODAY = date(2026, 3, 2)
FAR = date(2040, 12, 31)
IN_A_GROUP, MEMBERS = 100, 10
COUNCIL = 1
WITH_DUE = 100  # groups that have something due

NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :number)"
GROUPS = f"""INSERT INTO working_group (council_id, slug, name, kind)
  {NUMBERS} SELECT 1, 'g' || i, 'Grupp ' || i, 'working_group' FROM n"""
PEOPLE = f"""INSERT INTO person (council_id, name, name_key, email, language)
  {NUMBERS} SELECT 1, 'Person ' || i, 'person ' || i, 'p' || i || '@example.se', 'sv' FROM n"""
MEMBERSHIPS = f"""INSERT INTO membership (council_id, group_id, person_id, role)
  {NUMBERS} SELECT 1, :group + i / {MEMBERS}, :person + i,
    CASE i % {MEMBERS} WHEN 0 THEN 'convenor' ELSE 'member' END FROM n"""
PLANS = f"""INSERT INTO plan (council_id, group_id, state, document, sha256, content, imported_at,
    approved_at, approved_by)
  {NUMBERS} SELECT 1, :group + i, 'approved', 'plan.docx', '0', '{{}}', '2026-01-01', '2026-01-01',
    'test' FROM n"""


def fill(engine: Engine, activities: int, *, due: int) -> None:
    """`due` of the activities want to be looked at and asked about, spread over some groups."""
    house = House(engine)
    house.people(
        a_person("Eva Holm", ("committee", None)), a_person("Greta Ny", ("secretariat", None))
    )
    house.evaluates(
        TODAY - timedelta(days=1)
    )  # an everyday: its rules are those of the day before
    groups = activities // IN_A_GROUP
    with transaction(engine) as session:
        connection = session.connection()
        first = {"group": _insert(connection, GROUPS, "working_group", groups)}
        first["person"] = _insert(connection, PEOPLE, "person", groups * MEMBERS)
        _insert(connection, MEMBERSHIPS, "membership", groups * MEMBERS, **first)
        first["plan"] = _insert(connection, PLANS, "plan", groups, group=first["group"])
        connection.exec_driver_sql(_activities(activities, due), {**_values(activities), **first})
    with engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")


def _insert(connection: Connection, sql: str, table: str, number: int, **first: int) -> int:
    """The id of the first new row."""
    connection.exec_driver_sql(sql, {"number": number, **first})
    last = connection.exec_driver_sql(f"SELECT max(id) FROM {table}").scalar_one()
    return int(last) - number + 1


def _values(activities: int) -> dict[str, object]:
    return {
        "number": activities,
        "today": str(TODAY),
        "far": str(FAR),
        "soon": str(TODAY + timedelta(days=21)),
    }


def _activities(activities: int, due: int) -> str:
    """The first rows of the first groups are due; names of members stand in every fifth row."""
    groups = min(WITH_DUE, activities // IN_A_GROUP)
    is_due = f"(i / {IN_A_GROUP} < {groups} AND i % {IN_A_GROUP} < {due // groups})"
    return f"""INSERT INTO activity (council_id, group_id, plan_id, uid, kind, position, number,
        description, responsible, methods, source, wording, deadline_kind, start, due, "precision",
        status, counted_from, reasons, next_review_on, ask_on)
      {NUMBERS} SELECT {COUNCIL}, :group + i / {IN_A_GROUP}, :plan + i / {IN_A_GROUP}, 'a-' || i,
        'activity', i % {IN_A_GROUP}, i % {IN_A_GROUP} + 1, 'Aktivitet ' || i,
        CASE i % 5 WHEN 0 THEN 'Person ' || (i / {IN_A_GROUP} * {MEMBERS})
          ELSE 'Grupp ' || (i / {IN_A_GROUP}) END,
        '[]', '{{"text": ""}}', 'senast', 'by', NULL,
        CASE WHEN {is_due} THEN :soon ELSE :far END, 'quarter', 'not_started', '2026-01-01', '[]',
        CASE WHEN {is_due} THEN :today ELSE :far END,
        CASE WHEN {is_due} THEN :today ELSE :far END FROM n"""
