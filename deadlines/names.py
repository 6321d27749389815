"""Tells the times in proper names from those at which things are done: Spring Lane, April Ek."""

import re

from deadlines.beside import (
    is_address,
    is_capital,
    is_compound,
    shortly_before,
    stands_at,
    stands_in_a_room,
    touches,
)
from deadlines.codes import IN_A_NAME, is_registered, leads_a_name
from deadlines.tokens import Line
from deadlines.vocabulary import NAMES, VOCABULARY

VERBS = frozenset(NAMES["verbs"])
PEOPLE_OR_VERBS = VERBS.union(NAMES["people"])
LIMITED = frozenset("pbfuriaE-")  # what stands before a month that is one
RANGE = ("-M", "/M", "&M", "tM")
LETTERS = re.compile(r"[^\W\d_]+")
CAN_BE_NAMES = {
    "season", "feast", "weekday", "term", "month", "named_day", "date", "slashed",
    "numbered", "year",
}  # fmt: skip
ATTRIBUTES = ("season", "feast")
NAMING = "x#3"  # words that are no time
OURS = "x#3q"  # vår nämnd
BEGINS_A_NAME = ("", "x", "n", ",", "(", "-", "#", "/")
ABOUT = 3  # the value of "for"
PARTICLES = frozenset(NAMES["particles"])
PERSON = "person"  # the value of Mr, Dr and Cllr
WORD = re.compile(r"[^\W\d_][\w'-]*")
NO_NOUN = re.compile("|".join((*NAMES["no_noun"], r"\w+ly")), re.IGNORECASE)
WITH_ITS_YEAR = re.compile("[xq]{1,4}[Yy]")  # autumn newsletter 2025
YEAR_OF_TITLE = re.compile("3-?[YA]")  # vårens budget 2026
OUR = re.compile(rf"(?:{'|'.join(NAMES['our'])})\b", re.IGNORECASE)
DEFINITE_SEASON = re.compile(r"\w+n\b")
DEFINITE = re.compile(r"\w{3,}(?:et|en|an|én|rum|sal|hus) $")  # kvarteret, föreningen, skolan
# Words alone: in "pilot autumn, rollout spring" there is another time behind them.
AMONG_WORDS = re.compile(r"xS(?:,x{1,3}(?![^,(])|\(x{1,3}\)$)")
ROOM_NAMED = re.compile(rf"[A-ZÅÄÖ]\w+ (?:{'|'.join(NAMES['rooms']).title()})\b(?! *\d)")
THIS_MAY = re.compile("[Tt]his may [a-z]")  # be delayed


def is_a_name(line: Line, item: str, begin: int, end: int, *, lang: str) -> bool:
    """Whether what looks like a time is part of what something or somebody is called."""
    asked = IN_A_NAME.get(item)
    if asked:
        return asked(line, begin, end) or (lang == "en" and leads_a_name(line, begin, end))
    if line.tags[begin:end] == "B":
        return is_registered(line, begin)
    return _is_word_in_a_name(line, item, begin, end, lang=lang)


def _is_word_in_a_name(line: Line, item: str, begin: int, end: int, *, lang: str) -> bool:
    word = LETTERS.match(line.text, line.places[begin])
    if lang == "en" and line.tags[end : end + 1] == "x" and stands_at(THIS_MAY, line, begin):
        return True
    if word is None or (end - begin > 1 and item != "term") or line.tags[end : end + 2] in RANGE:
        return False
    before, after = line.tags[max(begin - 1, 0) : begin], line.tags[end : end + 1]
    if is_address(line, end) or _is_room(line, begin, before=before, after=after):
        return True
    if item == "month":
        named = _can_be_somebody(word[0].lower(), lang) and _is_person_or_verb(
            line, word[0], begin, before=before, after=after
        )
        named = named or (after == "-" and is_capital(line, begin) and is_compound(line, end))
    elif before == "x" and line.values[begin - 1] == PERSON:
        named = True
    else:
        named = _is_among_names(line, begin, end) or (
            after != "" and _is_called_so(line, item, begin, end, lang=lang)
        )
    return named or (before in ("x", "#") and lang == "sv" and _is_apposition(line, item, begin))


def _is_room(line: Line, begin: int, *, before: str, after: str) -> bool:
    """Meeting room September, and the May Room."""
    if after == "#" and stands_at(ROOM_NAMED, line, begin):
        return True
    return (
        (before, after) == ("#", "") and is_capital(line, begin) and stands_in_a_room(line, begin)
    )


def _can_be_somebody(word: str, lang: str) -> bool:
    """Whether people bear it, or a name like it: Augusta is no August."""
    return word in PEOPLE_OR_VERBS or word not in VOCABULARY[lang]


def _is_person_or_verb(line: Line, word: str, begin: int, *, before: str, after: str) -> bool:
    """April Marchand and Majvor Mars are people; "may" and "march" are verbs."""
    if before == "x" and is_capital(line, begin) and is_capital(line, begin - 1):
        return not line.text.isupper()
    if after in ("x", "S") and is_capital(line, begin) and _is_surname(line, begin + 1):
        beside = before == "&" and line.tags[begin - 2] == "x"  # Julia M and April Ek
        return (beside or before in ("", "x", ",")) and not line.text.isupper()
    if after == "t" and word == "March":
        behind = line.tags[begin + 2 : begin + 3]
        return line.values[begin + 1] == ABOUT and behind == "x" and is_capital(line, begin + 2)
    if word not in VERBS or before in LIMITED:
        return False
    if before == "":
        return after == "x"  # may be delayed
    return word != "march" or (before in "xgq$t" and after != "")


def _is_surname(line: Line, token: int) -> bool:
    """Ek, van Dijk and, behind a name, Sommar."""
    word = WORD.match(line.text, line.places[token])
    if word is None or not touches(line, token):
        return False
    return word[0][0].isupper() or (
        word[0] in PARTICLES
        and line.tags[token + 1 : token + 2] == "x"
        and is_capital(line, token + 1)
    )


def _is_called_so(line: Line, item: str, begin: int, end: int, *, lang: str) -> bool:
    """Summer Okafor and Winter Hill School; in English also "winter gritting"."""
    before = line.tags[max(begin - 1, 0) : begin]
    following = WORD.match(line.text, line.places[end])
    ours = lang == "sv" and OUR.match(line.text, line.places[begin]) is not None
    if before not in BEGINS_A_NAME or following is None or not touches(line, end):
        return False
    word = following[0]
    if ours or line.tags[end] not in NAMING or NO_NOUN.fullmatch(word):
        return ours and line.tags[end] in OURS
    if is_capital(line, begin) and word[0].isupper() and not word.isupper():
        is_definite = lang == "sv" and DEFINITE_SEASON.match(line.text, line.places[begin])
        return lang == "en" or (item in ATTRIBUTES and not is_definite)
    if lang == "sv" or item not in ATTRIBUTES:
        return YEAR_OF_TITLE.match(line.tags, end) is not None
    return before != "x" and not WITH_ITS_YEAR.match(line.tags, end)


def _is_among_names(line: Line, begin: int, end: int) -> bool:
    """Silver Spring, Maryland and Maja Vinter (press): capitals, and no year."""
    before = max(begin - 1, 0)
    if not AMONG_WORDS.match(line.tags, before) or not touches(line, begin):
        return False
    capitals = (before, begin, end + 1) if line.tags[end] == "," else (before, begin)
    return not line.text.isupper() and all(is_capital(line, token) for token in capitals)


def _is_apposition(line: Line, item: str, begin: int) -> bool:
    """Kvarteret Vintern: a season has no capital behind a noun."""
    if item != "season" or not is_capital(line, begin) or line.text.isupper():
        return False
    if line.tags[begin - 1] == "#":
        return True  # Sal Hösten
    return DEFINITE.search(*shortly_before(line, begin)) is not None
