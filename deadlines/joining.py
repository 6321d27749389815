"""Joins the spans of one wording: what limits what, what replaces what, which year is meant."""

import re
from datetime import date, timedelta
from typing import Any, NamedTuple

from deadlines.feasts import before_feast
from deadlines.grammar import ITEM
from deadlines.periods import ONE_DAY, Days, House
from deadlines.readers import READERS
from deadlines.relative import (
    counted,
    fixed_span,
    lapse,
    moved_by,
    reference_of,
    relative,
    relative_end,
    today,
    weekday,
)
from deadlines.spans import PLAIN, POINT, Span, middle_of, part_of
