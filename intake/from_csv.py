"""Reads comma-separated values, whatever the comma is."""

import csv
from collections import Counter
from io import StringIO

from intake.document import Document, Place, Row
from intake.opening import CellBudget, Limits, Opened, decoded
from intake.sheets import sheet_blocks

_SIGNS = (";", ",", "\t", "|")


def read(opened: Opened, limits: Limits) -> Document:
    text = decoded(opened.content)
    rows: list[Row] = []
    budget = CellBudget(limits, opened)
    for at, values in enumerate(
        csv.reader(StringIO(text, newline=""), delimiter=_sign(text)), start=1
    ):
        budget.take(len(values))
        if any(map(str.strip, values)):
            rows.append(Row(tuple(values), Place(table=1, row=at)))
    return Document(tuple(sheet_blocks(rows, Place(table=1))))


def _sign(text: str) -> str:
    """The sign that cuts most lines into the same number of cells, the more the better."""
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    return max(_SIGNS, key=lambda sign: _evenness(lines, sign))


def _evenness(lines: list[str], sign: str) -> int:
    counts = Counter(line.count(sign) for line in lines if sign in line)
    return max((times * min(number, 3) for number, times in counts.items()), default=0)
