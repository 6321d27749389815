"""Loads every table, so that `METADATA` is whole."""

from typing import Any

from sqlalchemy import Column, FromClause

from models.tables import absences, following, links, mail, people, plans, proposals, rules
from models.tables.declared import Declared

METADATA = Declared.metadata
ROOMS = (people, absences, plans, following, mail, links, proposals, rules)


def pointing_at_people(table: FromClause) -> list[Column[Any]]:
    return [key.parent for key in table.foreign_keys if key.target_fullname == "person.id"]
