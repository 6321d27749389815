"""Reads Tidplan's own form for those who write plans by hand: see docs/plans-in-yaml.md."""

from collections.abc import Iterator
from typing import Final

from intake.document import Block, Document, Heading, Item, Paragraph, Place, Row, Table
from intake.opening import Limits, Opened, decoded
from intake.reference import first_date
from intake.yaml_form import Form, YamlValueError, form_in
from language.problems import Words

_LABELS: Final = {"group": "Group", "commissioner": "Commissioner", "owner": "Owner"}
_ROLES: Final = {
    "members": {"name": "person", "organisation": "organisation"},
    "activities": {name: name for name in ("number", "description", "responsible", "deadline")},
}


def read(opened: Opened, _limits: Limits) -> Document:
    form = form_in(decoded(opened.content), opened.path)
    dated = form.values.get("date")
    day = first_date(dated.text) if dated else None
    if dated and dated.text and day is None:
        wanted = Words("problem.YamlValueError.date")
        raise YamlValueError(path=opened.path, line=dated.line, name=dated.text, wanted=wanted)
    return Document(tuple(_blocks(form)), day=day)


def _blocks(form: Form) -> Iterator[Block]:
    if (title := form.values.get("title")) and title.text:
        yield Heading(title.text, 0, Place(line=title.line))
    for name, label in _LABELS.items():
        if (said := form.values.get(name)) and said.text:
            text = f"{label}: {said.text}"
            yield Paragraph(text, Place(line=said.line), lines=(text,))
    for name in ("goals", "requirements", "methods", "reporting"):
        if points := form.points.get(name):
            yield Heading(name.capitalize(), 1)
            yield from (Item(one.text, Place(line=one.line)) for one in points)
    for name in _ROLES:
        yield from _table(form, name)


def _table(form: Form, name: str) -> Iterator[Block]:
    rows = form.rows.get(name, [])
    if not rows:
        return
    roles = _ROLES[name]
    yield Heading(name.capitalize(), 1)
    yield Table(
        tuple(
            Row(
                tuple(row.cells[one].text if one in row.cells else "" for one in roles),
                Place(row=at, line=row.line),
            )
            for at, row in enumerate(rows, start=1)
        ),
        roles=tuple(roles.values()),
    )
