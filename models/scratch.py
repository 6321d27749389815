"""A council's rows in memory, to try things on and throw away."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import ColumnElement, Engine, LargeBinary, Select, Table, literal, select

from models.store import in_memory
from models.tables.every import METADATA

LEFT_OUT = frozenset({"audit_event", "delivery_event", "action_link"})  # nothing refers to them
PORTION = 5000  # rows at a time


@contextmanager
def copy_of(engine: Engine, council_id: int) -> Iterator[Engine]:
    """All that the council's steps read, whatever the database; mails without their bytes."""
    copy = in_memory()
    METADATA.create_all(copy)
    with engine.connect() as source, copy.begin() as target:
        target.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        for table in METADATA.sorted_tables:
            if table.name in LEFT_OUT:
                continue
            for rows in source.execute(_rows(table, council_id)).mappings().partitions(PORTION):
                target.execute(table.insert(), [dict(row) for row in rows])
    try:
        yield copy
    finally:
        copy.dispose()


def _rows(table: Table, council_id: int) -> Select[Any]:
    columns = [
        literal(b"").label(column.name) if isinstance(column.type, LargeBinary) else column
        for column in table.c
    ]
    belongs = _belongs(table, council_id)
    return select(*columns) if belongs is None else select(*columns).where(belongs)


def _belongs(table: Table, council_id: int) -> ColumnElement[bool] | None:
    """By its own council, or by that of the row that it is part of; None: it is everybody's."""
    if table.name == "council":
        return table.c.id == council_id
    if "council_id" in table.c:
        return table.c.council_id == council_id
    for key in sorted(table.foreign_keys, key=lambda key: key.parent.name):
        if not key.parent.nullable:
            of_council = key.column.table.c.council_id == council_id
            return key.parent.in_(select(key.column).where(of_council))
    return None
