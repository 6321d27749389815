"""Reads Tidplan's own form for those who write plans by hand: see `EXAMPLE`."""

from collections.abc import Iterator
from typing import Any, Final

import yaml

from intake.document import Block, Document, Heading, Item, Paragraph, Place, Row, Table
from intake.opening import BrokenDocumentError, HostileDocumentError, Limits, Opened, decoded

EXAMPLE: Final = """\
title: Handlingsplan för handledning
group: Arbetsgruppen för handledning
commissioner: Vårdrådet
owner: Arbetsutskottet
goals: [Fler handledare]
requirements: [Alla parter är med]
members:
  - {name: Alva Ek, organisation: Region Norrby}
activities:
  - number: 1
    description: Kartlägga utbildningarna
    responsible: Alva Ek
    deadline: Klart hösten 2026
methods: ["1. Enkät till lärosätena"]
reporting: [Vid årets slut ska en kort rapport lämnas.]
"""
_ACTIVITY: Final = {name: name for name in ("number", "description", "responsible", "deadline")}
_LISTS: Final = {
    "goals": "Goals",
    "requirements": "Requirements",
    "methods": "Methods",
    "reporting": "Reporting",
}
_VALUES: Final = {"group": "Group", "commissioner": "Commissioner", "owner": "Owner"}


def read(opened: Opened, _limits: Limits) -> Document:
    text = decoded(opened.content)
    if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, yaml.SafeLoader)):
        raise HostileDocumentError(path=opened.path)
    written = yaml.load(text, _PlainLoader)  # noqa: S506 - a safe loader that keeps dates as written
    if not isinstance(written, dict):
        raise BrokenDocumentError(path=opened.path)
    return Document(
        tuple(_blocks({str(name).casefold(): value for name, value in written.items()}))
    )


class _PlainLoader(yaml.SafeLoader):
    """Every scalar is text: a date stays as it was written."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: FBT001, FBT002 - theirs
        if isinstance(node, yaml.ScalarNode):
            return None if node.tag.endswith(":null") else node.value
        return super().construct_object(node, deep=deep)


def _blocks(plan: dict[str, Any]) -> Iterator[Block]:
    if title := plan.get("title"):
        yield Heading(str(title), 0)
    for name, label in _VALUES.items():
        if value := plan.get(name):
            yield Paragraph(f"{label}: {value}", lines=(f"{label}: {value}",))
    for name, heading in _LISTS.items():
        if points := _listed(plan.get(name)):
            yield Heading(heading, 1)
            yield from (Item(str(point)) for point in points)
    yield from _table(plan, "members", {"name": "person", "organisation": "organisation"})
    yield from _table(plan, "activities", _ACTIVITY)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _table(plan: dict[str, Any], name: str, columns: dict[str, str]) -> Iterator[Block]:
    """columns: the role of each name."""
    rows = [row for row in _listed(plan.get(name)) if isinstance(row, dict)]
    if not rows:
        return
    yield Heading(name.capitalize(), 1)
    cells = [tuple(str(row.get(column) or "") for column in columns) for row in rows]
    placed = [Row(row, Place(row=at)) for at, row in enumerate(cells, start=1)]
    yield Table(tuple(placed), roles=tuple(columns.values()))
