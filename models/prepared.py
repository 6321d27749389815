"""Statements that run many times a second: put together once for each kind of database."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, CursorResult, Delete, Dialect, Insert, Update

Statement = Insert | Update | Delete
Given = Mapping[str, Any]


class Prepared:
    """Its results come as the driver gives them: only numbers, text and bytes are the same on all.

    Putting a statement together, or finding it in a cache, takes longer than running it.
    """

    def __init__(self, statement: Statement) -> None:
        self._statement = statement
        self._ready: dict[str, tuple[str, Callable[[Given], Any]]] = {}

    def run(self, connection: Connection, **given: Any) -> CursorResult[Any]:
        dialect = connection.dialect
        if dialect.name not in self._ready:
            self._ready[dialect.name] = self._prepare(dialect)
        sql, bound = self._ready[dialect.name]
        return connection.exec_driver_sql(sql, bound(given))

    def _prepare(self, dialect: Dialect) -> tuple[str, Callable[[Given], Any]]:
        compiled = self._statement.compile(dialect=dialect)
        to_driver = {
            name: processor
            for name, bind in compiled.binds.items()
            if (processor := bind.type.dialect_impl(dialect).bind_processor(dialect))
        }
        fixed = {
            name: to_driver[name](value) if name in to_driver else value
            for name, value in compiled.params.items()
        }
        order = compiled.positiontup

        def bound(given: Given) -> Any:
            ours = {
                name: to_driver[name](value) if name in to_driver else value
                for name, value in given.items()
            }
            every = fixed | ours
            return tuple(every[name] for name in order) if order is not None else every

        return str(compiled), bound
