"""Small builders that name only what matters to a test."""

from datetime import date
from typing import Any

from deadlines.deadline import Deadline, Kind, Precision
from models.values import Status
from rules.situation import Situation

AUTUMN_22 = Deadline(
    text="Klart hösten -22",
    kind="during",
    start=date(2022, 8, 1),
    due=date(2022, 12, 31),
    precision="season",
    edtf="2022-23",
)
DURING_24 = Deadline(
    text="Klart under -24",
    kind="during",
    start=date(2024, 1, 1),
    due=date(2024, 12, 31),
    precision="year",
    edtf="2024",
)


def a_deadline(
    kind: Kind = "during",
    start: date | None = None,
    due: date | None = None,
    precision: Precision = "day",
    text: str = "enligt plan",
) -> Deadline:
    return Deadline(text, kind, start, due, precision)


def a_situation(
    deadline: Deadline = AUTUMN_22, status: Status = "not_started", **given: Any
) -> Situation:
    return Situation(deadline, status, **({"counted_from": date(2022, 2, 1)} | given))
