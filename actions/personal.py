"""A person's right to see what is kept of them, and to be forgotten as far as the law lets us.

Tables are found by their columns, so that one that is added later is not left out.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Table, case, delete, func, null, select, update
from sqlalchemy.orm import Session

from actions.audit import record
from actions.links import revoke_links
from actions.withdraw import withdraw_from
from language.catalog import Language, say
from models.people_queries import people_by_name
from models.tables.absences import Absence
from models.tables.every import METADATA, pointing_at_people
from models.tables.mail import OutboxContent, OutboxMessage
from models.tables.people import Alias, Membership, Person
from rules.recipients import name_key

SECRET = frozenset({"token_hash", "lease_token"})
BY_NAME = "_by"  # columns that hold who said or decided something


def export_person(session: Session, person: Person) -> dict[str, list[dict[str, Any]]]:
    """Every row about a person, by table; letters as text, nothing that opens anything."""
    found: dict[str, list[dict[str, Any]]] = {}
    for table, about in _tables_about(person):
        rows = session.execute(select(table).where(about)).mappings()
        if shown := [_shown(row) for row in rows]:
            found[table.name] = shown
    return found


def _tables_about(person: Person) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    yield METADATA.tables["person"], METADATA.tables["person"].c.id == person.id
    for table in METADATA.sorted_tables:
        for column in pointing_at_people(table):
            yield table, column == person.id
    letters = select(OutboxMessage.id).where(OutboxMessage.person_id == person.id)
    contents = METADATA.tables[OutboxContent.__tablename__]
    yield contents, contents.c.message_id.in_(letters)


def _shown(row: Any) -> dict[str, Any]:
    return {
        name: value.decode("utf-8", "replace") if isinstance(value, bytes) else value
        for name, value in row.items()
        if name not in SECRET
    }


def forget_person(
    session: Session, *, person: Person, language: Language, actor: str, today: date, now: datetime
) -> int:
    """A number takes the place of the name; how many sent letters stay, as public records.

    What was promised and reported stays too, under that number. Plans keep the words that the
    council approved.
    """
    name, number = person.name, person.id
    withdraw_from(session, person_id=number, because="forgotten", now=now)
    revoke_links(
        session,
        council_id=person.council_id,
        person_id=number,
        because="forgotten",
        actor=actor,
        now=now,
    )
    pseudonym = say("person.forgotten", language, number=number)
    _rename(session, person, name, pseudonym)
    _end(session, number, today)
    person.name, person.name_key, person.email = pseudonym, name_key(pseudonym), None
    person.organisation_id = None
    record(
        session,
        council_id=person.council_id,
        now=now,
        actor=actor,
        action="people.forget",
        subject=str(number),
    )
    kept = select(func.count()).select_from(OutboxMessage)
    whole = (OutboxMessage.person_id == number, OutboxMessage.thinned_at.is_(None))
    return session.scalar(kept.where(*whole)) or 0


def _rename(session: Session, person: Person, name: str, pseudonym: str) -> None:
    """By name, which may be another's too: then only where a row says by number who it was."""
    shared = len(people_by_name(session, person.council_id, person.name_key)) > 1
    for table in METADATA.sorted_tables:
        mine = [column == person.id for column in pointing_at_people(table)[:1]]
        for column in table.columns:
            if not column.name.endswith(BY_NAME) or "council_id" not in table.columns:
                continue
            if shared and not mine:
                continue
            council = table.c.council_id == person.council_id
            where = [council, column == name, *(mine if shared else ())]
            session.execute(update(table).where(*where).values({column.name: pseudonym}))


def _end(session: Session, number: int, today: date) -> None:
    yesterday = today - timedelta(days=1)
    session.execute(
        update(Membership)
        .where(Membership.person_id == number, Membership.until.is_(None))
        .values(until=case((Membership.since > yesterday, Membership.since), else_=yesterday))
    )
    session.execute(update(Absence).where(Absence.instead_id == number).values(instead_id=null()))
    session.execute(delete(Absence).where(Absence.person_id == number))
    session.execute(delete(Alias).where(Alias.person_id == number))
