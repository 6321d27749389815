"""Tells the times in proper names from those at which things are done: Spring Lane, TN 2024/05."""

import re
import tomllib
from collections.abc import Callable

from deadlines.tokens import Line
from deadlines.vocabulary import VOCABULARY, WORDS, listed

RAW = tomllib.loads((WORDS / "names.toml").read_text(encoding="utf-8"))
LISTED = {key: listed(words) for key, words in RAW.items()}
VERBS = frozenset(LISTED["verbs"])
PEOPLE_OR_VERBS = VERBS.union(LISTED["people"])
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
PARTICLES = frozenset(LISTED["particles"])
PERSON, PLACE = "person", "place"  # the values of Mr, Dr and Cllr, and of Street and Lane
WORD = re.compile(r"[^\W\d_][\w'-]*")
NO_NOUN = re.compile("|".join((*LISTED["no_noun"], r"\w+ly")), re.IGNORECASE)
WITH_ITS_YEAR = re.compile("[xq]{1,4}[Yy]")  # autumn newsletter 2025
YEAR_OF_TITLE = re.compile("3-?[YA]")  # vårens budget 2026
OUR = re.compile(rf"(?:{'|'.join(LISTED['our'])})\b", re.IGNORECASE)
DEFINITE_SEASON = re.compile(r"\w+n\b")
DEFINITE = re.compile(r"\w{3,}(?:et|en|an|én|rum|sal|hus) $")  # kvarteret, föreningen, skolan
REGISTER = re.compile(r"(?<!\w)[A-ZÅÄÖ]{2,5} \d{4}/\d")  # of a committee: TN 2024/05
# Words alone: in "pilot autumn, rollout spring" there is another time behind them.
AMONG_WORDS = re.compile(r"xS(?:,x{1,3}(?![^,(])|\(x{1,3}\)$)")
NUMBERED = {"x-", "#-", "K-", "Q-", "H-"}
SINGLE_LETTER = re.compile(r"[^\W\d_](?!\w)")
TITLED = re.compile("3x{1,4}$")
GLUED = re.compile(r"[^\W\d_]-$")  # V-2026-03-15
# K3-regelverket, H2-gas
CODE = re.compile(rf"[Kk]\d-[^\W\d_]|[HhTt]\d-(?i:{'|'.join(LISTED['codes'])})")
SOURCE = re.compile(rf"\s*(?:{'|'.join(LISTED['sources'])})\b", re.IGNORECASE)
ROOM = re.compile(rf"\b(?:{'|'.join(LISTED['rooms'])}) +$", re.IGNORECASE)
GLUED_NUMBER = re.compile(r"[QHTK]\d\b")
CODED = re.compile(r"\b[^\W\d_]\d{1,2}-$")  # S2-K4-07
THIS_MAY = re.compile("[Tt]his may [a-z]")  # be delayed
LEADING_CODE = re.compile("Unxx")  # T1 diabetes clinic
WORDS_AWAY, SIGNS_AWAY = 6, 60  # how far before it the words that make it a name may stand
COPYRIGHT = re.compile(r"©|\(c\)|\bcopyright\b", re.IGNORECASE)


def is_a_name(line: Line, item: str, begin: int, end: int, *, lang: str) -> bool:
    """Whether what looks like a time is part of what something or somebody is called."""
    asked = ASKED.get(item)
    if asked:
        return asked(line, begin, end) or (lang == "en" and _leads_a_name(line, begin, end))
    if line.tags[begin:end] == "B":
        place = line.text.rfind(" ", 0, max(line.places[begin] - 1, 0)) + 1
        return line.tags[begin - 1 : begin] == "x" and REGISTER.match(line.text, place) is not None
    return _is_word_in_a_name(line, item, begin, end, lang=lang)


def _is_numbered_by_day(line: Line, begin: int, _end: int) -> bool:
    glued = line.tags[max(begin - 2, 0) : begin] in NUMBERED
    return glued and GLUED.search(*_shortly_before(line, begin)) is not None


def _is_code(line: Line, begin: int, end: int) -> bool:
    if line.tags[max(begin - 3, 0) : begin] == "#n-" and CODED.search(
        *_shortly_before(line, begin)
    ):
        return True
    if line.tags[end : end + 1] == "-":
        return _stands_at(CODE, line, begin)
    is_room = GLUED_NUMBER.match(line.text, line.places[begin]) is not None
    return is_room and ROOM.search(*_shortly_before(line, begin)) is not None


def _leads_a_name(line: Line, begin: int, end: int) -> bool:
    """In English, which has no tertials but those of its neighbours."""
    return (
        begin == 0
        and LEADING_CODE.fullmatch(line.tags, 0, end + 2) is not None
        and all(_touches(line, token) for token in (end, end + 1))
    )


def _is_compound_or_address(line: Line, _begin: int, end: int) -> bool:
    return _is_compound(line, end) or _is_address(line, end)


def _is_owned(line: Line, begin: int, end: int) -> bool:
    """Whether a year is part of a word, or that of a copyright."""
    if _is_compound(line, end):
        return True
    if _is_titled(line, begin, end) or SOURCE.match(line.text):
        return True
    marked = "#" in line.tags[max(begin - WORDS_AWAY, 0) : begin]
    return marked and COPYRIGHT.search(*_shortly_before(line, begin)) is not None


def _is_titled(line: Line, begin: int, end: int) -> bool:
    """Program Hållbar region 2035, Sal B 2024."""
    if line.tags[end : end + 1] not in ("", ",", ")"):
        return False
    if line.tags[max(begin - 2, 0) : begin] == "#x":
        return SINGLE_LETTER.match(line.text, line.places[begin - 1]) is not None
    title = TITLED.search(line.tags, 0, begin)
    return title is not None and not line.text.isupper() and _capital(line, title.start() + 1)


def _shortly_before(line: Line, token: int) -> tuple[str, int, int]:
    place = line.places[token]
    return line.text, max(place - SIGNS_AWAY, 0), place


def _stands_at(pattern: re.Pattern[str], line: Line, token: int) -> bool:
    return pattern.match(line.text, line.places[token]) is not None


def _is_word_in_a_name(line: Line, item: str, begin: int, end: int, *, lang: str) -> bool:
    word = LETTERS.match(line.text, line.places[begin])
    if lang == "en" and line.tags[end : end + 1] == "x" and _stands_at(THIS_MAY, line, begin):
        return True
    if word is None or (end - begin > 1 and item != "term") or line.tags[end : end + 2] in RANGE:
        return False
    before, after = line.tags[max(begin - 1, 0) : begin], line.tags[end : end + 1]
    if _is_address(line, end) or (before == "#" and after == "" and _is_room(line, begin)):
        return True
    if item == "month":
        named = _can_be_somebody(word[0].lower(), lang) and _is_person_or_verb(
            line, word[0], begin, before=before, after=after
        )
        named = named or (after == "-" and _capital(line, begin) and _is_compound(line, end))
    elif before == "x" and line.values[begin - 1] == PERSON:
        named = True
    else:
        named = _is_among_names(line, begin, end) or (
            after != "" and _is_called_so(line, item, begin, end, lang=lang)
        )
    return named or (before in ("x", "#") and lang == "sv" and _is_apposition(line, item, begin))


def _is_room(line: Line, begin: int) -> bool:
    """Meeting room September."""
    return _capital(line, begin) and ROOM.search(*_shortly_before(line, begin)) is not None


def _is_compound(line: Line, end: int) -> bool:
    """Whether a word hangs on it: 8 mars-kommittén, Maj-Britt, 1990-talet."""
    if line.tags[end : end + 2] != "-x":
        return False
    hyphen, word = line.places[end : end + 2]
    return word == hyphen + 1 and line.text[hyphen - 1] != " "


def _is_address(line: Line, end: int) -> bool:
    """12 May Street, Autumn Court."""
    if line.tags[end : end + 1] != "x" or line.values[end] != PLACE:
        return False
    return _capital(line, end) and _capital(line, end - 1) and _touches(line, end)


def _can_be_somebody(word: str, lang: str) -> bool:
    """Whether people bear it, or a name like it: Augusta is no August."""
    return word in PEOPLE_OR_VERBS or word not in VOCABULARY[lang]


def _is_person_or_verb(line: Line, word: str, begin: int, *, before: str, after: str) -> bool:
    """April Marchand and Majvor Mars are people; "may" and "march" are verbs."""
    if before == "x" and _capital(line, begin) and _capital(line, begin - 1):
        return not line.text.isupper()
    if after in ("x", "S") and _capital(line, begin) and _is_surname(line, begin + 1):
        beside = before == "&" and line.tags[begin - 2] == "x"  # Julia M and April Ek
        return (beside or before in ("", "x", ",")) and not line.text.isupper()
    if after == "t" and word == "March":
        behind = line.tags[begin + 2 : begin + 3]
        return line.values[begin + 1] == ABOUT and behind == "x" and _capital(line, begin + 2)
    if word not in VERBS or before in LIMITED:
        return False
    if before == "":
        return after == "x"  # may be delayed
    return word != "march" or (before in "xgq$t" and after != "")


def _is_surname(line: Line, token: int) -> bool:
    """Ek, van Dijk and, behind a name, Sommar."""
    word = WORD.match(line.text, line.places[token])
    if word is None or not _touches(line, token):
        return False
    return word[0][0].isupper() or (
        word[0] in PARTICLES
        and line.tags[token + 1 : token + 2] == "x"
        and _capital(line, token + 1)
    )


def _is_called_so(line: Line, item: str, begin: int, end: int, *, lang: str) -> bool:
    """Summer Okafor and Winter Hill School; in English also "winter gritting"."""
    before = line.tags[max(begin - 1, 0) : begin]
    following = WORD.match(line.text, line.places[end])
    ours = lang == "sv" and OUR.match(line.text, line.places[begin]) is not None
    if before not in BEGINS_A_NAME or following is None or not _touches(line, end):
        return False
    word = following[0]
    if ours or line.tags[end] not in NAMING or NO_NOUN.fullmatch(word):
        return ours and line.tags[end] in OURS
    if _capital(line, begin) and word[0].isupper() and not word.isupper():
        is_definite = lang == "sv" and DEFINITE_SEASON.match(line.text, line.places[begin])
        return lang == "en" or (item in ATTRIBUTES and not is_definite)
    if lang == "sv" or item not in ATTRIBUTES:
        return YEAR_OF_TITLE.match(line.tags, end) is not None
    return before != "x" and not WITH_ITS_YEAR.match(line.tags, end)


def _is_among_names(line: Line, begin: int, end: int) -> bool:
    """Silver Spring, Maryland and Maja Vinter (press): capitals, and no year."""
    before = max(begin - 1, 0)
    if not AMONG_WORDS.match(line.tags, before) or not _touches(line, begin):
        return False
    capitals = (before, begin, end + 1) if line.tags[end] == "," else (before, begin)
    return not line.text.isupper() and all(_capital(line, token) for token in capitals)


def _is_apposition(line: Line, item: str, begin: int) -> bool:
    """Kvarteret Vintern: a season has no capital behind a noun."""
    if item != "season" or not _capital(line, begin) or line.text.isupper():
        return False
    if line.tags[begin - 1] == "#":
        return True  # Sal Hösten
    return DEFINITE.search(*_shortly_before(line, begin)) is not None


def _touches(line: Line, token: int) -> bool:
    """Whether but a space stands between it and the word before it: no colon, no new line."""
    place = line.places[token]
    return line.text[place - 1] == " " and line.text[place - 2].isalnum()


def _capital(line: Line, token: int) -> bool:
    return line.text[line.places[token]].isupper()


ASKED: dict[str, Callable[[Line, int, int], bool]] = {
    "date": _is_numbered_by_day,
    "slashed": _is_numbered_by_day,
    "named_day": _is_compound_or_address,
    "numbered": _is_code,
    "year": _is_owned,
}
