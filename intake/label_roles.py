"""What a line of text is told to be by the label that it opens with, or stands above."""

import re
from collections.abc import Sequence
from itertools import dropwhile

from intake import vocabulary as words
from intake.columns import role_of
from intake.wording import key

_LABEL = re.compile(r"^\s*(?P<label>[^\W\d_][^:,;]{1,30}?)\s*:\s+\S")
PHASE = re.compile(
    r"(?:fase|fas|phase|etapp|etappe|stage|step|steg|del|part|område|area|tema|theme)\s\w{1,4}(?:\s*:|\s[–—-])\s",
    re.IGNORECASE,
)
_SET_APART = re.compile(r"(?P<label>[^\W\d_](?:\S|\s(?!\s)){1,30})\s{2,}\S")
MAX_WORDS = 3


def tells_role(line: str) -> bool:
    found = _LABEL.match(line)
    if not found or len(found["label"].split()) > MAX_WORDS:
        return False
    return role_of(found["label"]) in ("responsible", "deadline")


def is_above_label(lines: Sequence[str]) -> bool:
    """Whether below a line, and what goes on from it, stands such a label: so it is a name."""
    below = list(dropwhile(lambda line: line.strip()[:1].islower(), lines[1:]))
    return bool(below) and lines[0].rstrip()[-1] not in ".,;:!?" and tells_role(below[0])


def is_label_set_apart(line: str) -> bool:
    """Whether a label of the plan, and its value, are parted by blanks alone."""
    found = _SET_APART.match(line.strip())
    name = key(found["label"]) if found else ""
    return name in words.LABELS or name in words.MEMBER_LABELS
