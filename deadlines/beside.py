"""What stands beside a token in the text: capitals, spaces, words that hang on it."""

import re

from deadlines.tokens import Line
from deadlines.vocabulary import NAMES

PLACE = "place"  # the value of Street and Lane
SIGNS_AWAY = 60  # how far before it the words that make it a name may stand
ROOM = re.compile(rf"\b(?:{'|'.join(NAMES['rooms'])}) +$", re.IGNORECASE)


def shortly_before(line: Line, token: int) -> tuple[str, int, int]:
    place = line.places[token]
    return line.text, max(place - SIGNS_AWAY, 0), place


def stands_at(pattern: re.Pattern[str], line: Line, token: int) -> bool:
    return pattern.match(line.text, line.places[token]) is not None


def is_compound(line: Line, end: int) -> bool:
    """Whether a word hangs on it: 8 mars-kommittén, Maj-Britt, 1990-talet."""
    if line.tags[end : end + 2] != "-x":
        return False
    hyphen, word = line.places[end : end + 2]
    return word == hyphen + 1 and line.text[hyphen - 1] != " "


def is_address(line: Line, end: int) -> bool:
    """12 May Street, Autumn Court."""
    if line.tags[end : end + 1] != "x" or line.values[end] != PLACE:
        return False
    return is_capital(line, end) and is_capital(line, end - 1) and touches(line, end)


def touches(line: Line, token: int) -> bool:
    """Whether but a space stands between it and the word before it: no colon, no new line."""
    place = line.places[token]
    return line.text[place - 1] == " " and line.text[place - 2].isalnum()


def is_capital(line: Line, token: int) -> bool:
    return line.text[line.places[token]].isupper()


def stands_in_a_room(line: Line, token: int) -> bool:
    """Whether the word in front is one for a room."""
    return ROOM.search(*shortly_before(line, token)) is not None
