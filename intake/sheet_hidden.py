"""Rows of a sheet that are hidden or filtered away: of the plan, and nobody sees them."""

import re
import zipfile
from collections.abc import Container
from io import BytesIO
from typing import Final

from intake.document import Doubt, doubt

MAX_NAMED: Final = 10
_ROW: Final = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_NUMBER: Final = re.compile(rb'\br="(\d{1,7})"')
_HIDDEN: Final = re.compile(rb'\bhidden="(?:1|true)"')


def hidden_rows(content: bytes, path: str, filled: Container[int], sheet: str) -> list[Doubt]:
    """One question that names those with something in them; they are read as the others are."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        raw = package.read(path)
    tags = (tag for tag in _ROW.findall(raw) if _HIDDEN.search(tag))
    numbers = [int(one[1]) for tag in tags if (one := _NUMBER.search(tag))]
    seen = [str(number) for number in numbers if number in filled]
    more = ["…"] if len(seen) > MAX_NAMED else []
    named = ", ".join([*seen[:MAX_NAMED], *more])
    return [doubt("hidden_rows", sheet=sheet, rows=named)] if seen else []
