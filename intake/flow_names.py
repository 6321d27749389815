"""Where a name begins among the words of a row that an extraction wrote one after the other."""

from intake.document import Doubt, doubt
from intake.whole_cells import is_open

FULL_NAME = 2
MAX_NAME_LINES = 3


def name_opens(above: list[str]) -> int:
    """Where the lines that begin large at the end begin, which no open line above leads to."""
    at = len(above) - 1
    while at > 1 and above[at - 1][:1].isupper() and not is_open(above[at - 2]):
        at -= 1
    return at


def has_room(above: list[str], at: int) -> bool:
    """Whether the next word would have fitted on the line above it: a new cell begins there."""
    widest = max(map(len, above[:at]))
    return len(above[at - 1]) + 1 + len(above[at].split()[0]) <= widest


def may_begin_above(above: list[str], known: list[str]) -> bool:
    """Whether the line above ends with large words that may open it: "… guide Alva Ek, Region"."""
    last = above[-2].split()
    led_to = len(above) > FULL_NAME and is_open(above[-3])
    return above[-1] not in known and len(last) > 1 and last[-1][:1].isupper() and not led_to


def name_over_lines(above: list[str]) -> int:
    """Where a name begins: at the only line below the first that begins large; else 0."""
    large = [at for at, text in enumerate(above) if at and text[:1].isupper()]
    return large[0] if len(large) == 1 and len(above) - large[0] <= MAX_NAME_LINES else 0


def split_name(before: str, known: list[str]) -> tuple[str, str, tuple[Doubt, ...]]:
    """Where a name begins on a line that also holds the activity's words."""
    for name in known:
        if before.endswith(name):
            return before[: -len(name)].strip(), name, ()
    parts = before.split()
    start = len(parts)
    while start > 1 and parts[start - 1][:1].isupper():
        start -= 1
    if start == len(parts):
        return before, "", (doubt("no_responsible"),)
    name = " ".join(parts[start:])
    whole = len(parts) - start == FULL_NAME
    return " ".join(parts[:start]), name, () if whole else (doubt("broken_name", name=name),)
