"""What is uncertain about a plan as it was read: the same at the keyboard and in a flow."""

from collections.abc import Iterator

from language.catalog import Language, say
from models.values import Plan


def doubts(plan: Plan, language: Language) -> Iterator[str]:
    """Those of rows once each, behind the rows' numbers, else their places in the plan."""
    yield from plan.warnings
    rows: dict[str, list[str]] = {}
    for place, row in enumerate(plan.activities, start=1):
        name = row.number or say("revision.row_place", language, place=place)
        for doubt in row.warnings:
            rows.setdefault(doubt, []).append(name)
    yield from (f"{', '.join(names)}: {doubt}" for doubt, names in rows.items())
