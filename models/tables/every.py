"""Loads every table, so that `METADATA` is whole."""

from models.tables import absences, following, links, mail, people, plans, proposals, rules
from models.tables.declared import Declared

METADATA = Declared.metadata
ROOMS = (people, absences, plans, following, mail, links, proposals, rules)
