"""Recognises where a text speaks of time; what it means is for deadlines/ to say."""

import re
from functools import cache

from intake import time_vocabulary as words

_NEXT = (
    r"(?:next|nästa|neste|næste|kommande)\s+(?:\w*möte|\w*mötet|\w*møte|meeting|sammanträde|week"
    r"|vecka|uge|uke|month|månad|måned|year|år|term|termin|quarter|kvartal|call|session)\b"
)
_WEEK = r"(?<!\w)(?:v\.?|vecka|veckor|veckorna|uger?|uker?|weeks?)\s*\d{1,2}(?!\d)"
_TOKEN = re.compile(
    rf"(?i:{_NEXT}|{_WEEK}|(?<!\w)(?:[QKHTVW]|[VH]T|FY)\d{{1,4}}\b)|(?<!\S)[-–’'](?=\d\d\b)\d\d|[^\W\d_]+\.?|\d+(?:[.:/-]\d+)*"
    r"|[-–—/&,.:()'’]|\S"
)
_NUMERIC = re.compile(
    r"^(?:(?:19|20)\d\d(?:[-/.]\d{1,2}){0,2}|\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}"
    r"|\d{1,2}/\d{1,2}|(?:19|20)\d\d[-/]\d\d(?:\d\d)?|\d{1,2}[.:]\d\d|(?:19|20)\d{6}|[-–’']\d\d)$"
)
_CODE = re.compile(r"^(?:[qkvhwt]\d{1,2}|[vh]t\d\d(?:\d\d)?|fy\d\d(?:\d\d)?)$", re.IGNORECASE)
_DURATION = re.compile(
    r"(?:ca\.?\s|circa\s|~\s?)?\d+(?:[.,]\d+)?(?:\s?[-–]\s?\d+)?\s?(?:d|dgr|h|t|min|tim|timm[ae]r?|timer?|dag"
    r"|dagar|dage|dager|days?|hours?|hrs?|pd|v|vecka|veckor|uger?|uker?|w|weeks?|mån|månader?"
    r"|måneder|months?)\.?",
    re.IGNORECASE,
)
_DUE = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(words.DUE_WORDS, key=len, reverse=True))})\s+(?=\S)",
    re.IGNORECASE,
)
DONE = re.compile(
    rf"\s*(?P<when>{'|'.join(words.DONE)})\s+[–-]\s+(?P<task>\S.*)$", re.IGNORECASE | re.DOTALL
)
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{2,60})[)\]]\s*\.?$")

MAX_DUE = 4  # words
SIGNS = ("-", "–", "’", "'")


def ends_in_time_word(text: str) -> bool:
    found = re.findall(r"\w+", text)
    return bool(found) and _is_core(found[-1])


def is_time(text: str) -> bool:
    """Whether the whole text is a wording of time ("Klart hösten -22", "14. august 14.00")."""
    tokens = [found.group() for found in _tokens(text)]
    return any(map(_is_core, tokens)) and all(map(_fits, tokens))


def is_clock(text: str) -> bool:
    """Whether the text is only a time of day, as in a meeting's agenda."""
    return bool(
        re.fullmatch(r"(?:kl\.?\s*)?\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?", text.strip())
        or re.fullmatch(r"kl\.?\s*\d{1,2}(?:\s*[-–]\s*\d{1,2})?", text.strip())
    )


def is_week(text: str) -> bool:
    """Whether the text is a week by its number and no more."""
    return re.fullmatch(_WEEK, text.strip(" .,;"), re.IGNORECASE) is not None


def is_duration(text: str) -> bool:
    """Whether the text only says how long something takes: "3 veckor", "2d", "4-6 timmar"."""
    return _DURATION.fullmatch(text.strip()) is not None


def trailing_time(text: str) -> tuple[str, str]:
    """(what comes before, the wording of time at the end); the second empty when there is none."""
    tokens = list(_tokens(text.rstrip()))
    first = len(tokens)
    while first and _fits(tokens[first - 1].group()):
        first -= 1
    while first < len(tokens) and not _may_open(tokens, first):
        first += 1
    if not any(_is_core(token.group()) for token in tokens[first:]):
        return text, ""
    at = tokens[first].start()
    return text[:at].rstrip(" ,;:–—-"), text[at:].strip(" )")


def leading_time(text: str) -> tuple[str, str]:
    """(the wording of time that the text opens with, the rest)."""
    tokens = list(_tokens(text))
    last = 0
    while last < len(tokens) and _fits(tokens[last].group()):
        if tokens[last].group() == ":" and any(_is_core(one.group()) for one in tokens[:last]):
            break  # "Weeks 5-6: Start work on the map"
        last += 1
    while last and not _may_close(tokens[last - 1].group()):
        last -= 1
    if not any(_is_core(token.group()) for token in tokens[:last]):
        return "", text
    at = tokens[last - 1].end()
    return text[:at].strip(), text[at:].strip(" :–—-\t")


def opens_with_time(line: str) -> bool:
    """Whether a sign parts a time of the calendar from what follows: "15 April – Ann Reed …"."""
    opening, rest = leading_time(line.strip())
    parted = line.strip()[len(opening) :].lstrip()[:1] in (":", "–", "—", "-")
    return bool(opening and rest) and parted and not is_clock(opening)


def done_in_front(line: str) -> tuple[str, str]:
    """(the rest, "Done") where a line says so in the place of a time: "Done - Adopt a draft"."""
    found = DONE.match(line)
    return (found["task"], found["when"]) if found else (line, "")


def bracketed_time(text: str) -> tuple[str, str]:
    """(the text without it, a wording of time that stands in brackets at the end)."""
    found = _BRACKET.search(text)
    if not found:
        return text, ""
    inside = re.sub(
        rf"^(?:{'|'.join(words.DROPPED_DUE_WORDS)})\s*:?\s+", "", found[1], flags=re.IGNORECASE
    )
    timed = any(_is_core(token.group()) for token in _tokens(inside))
    due = inside != found[1] and timed and len(inside.split()) <= MAX_DUE  # (due June meeting)
    if not due and not is_time(inside):
        return text, ""
    return text[: found.start()].rstrip(), inside.strip()


def due_in(text: str) -> str:
    """The wording after "by", "senast", … anywhere in a sentence; empty when there is none."""
    for found in _DUE.finditer(text):
        wording, rest = leading_time(text[found.end() :])
        if wording and not (rest and _bare(wording.split()[-1]) in words.RECURRENCES):
            opening = found.group().strip()
            dropped = opening.casefold() in words.DROPPED_DUE_WORDS
            return wording.rstrip(" .,") if dropped else f"{opening} {wording}".rstrip(" .,")
    return ""


def has_year(text: str) -> bool:
    return bool(re.search(r"(?:19|20)\d\d|[-’']\d\d\b|\d[./-]\d\d\b|\b[VH]T\d\d|\bFY\d\d", text))


def _tokens(text: str) -> list[re.Match[str]]:
    return list(_TOKEN.finditer(text))


def _bare(token: str) -> str:
    return token.casefold().rstrip(".")


@cache
def _is_core(token: str) -> bool:
    bare = _bare(token)
    if bare in words.TIME_WORDS or re.match(rf"{_NEXT}|{_WEEK}", bare):
        return True
    return bool(_NUMERIC.match(bare) or _CODE.match(bare))


@cache
def _fits(token: str) -> bool:
    return (
        _is_core(token)
        or _bare(token) in words.TIME_JOINTS
        or re.fullmatch(r"\d{1,4}|[-–—/&,.:()'’]", token) is not None
    )


def _may_open(tokens: list[re.Match[str]], at: int) -> bool:
    token = tokens[at].group()
    following = tokens[at + 1].group() if at + 1 < len(tokens) else ""
    if token.isdigit() and not _is_core(token):
        return _is_core(following) or following in ".:" or _bare(following) in words.TIME_OPENERS
    if token in SIGNS and following.isdigit():
        return True
    return _is_core(token) or _bare(token) in words.TIME_OPENERS


def _may_close(token: str) -> bool:
    return _is_core(token) or token.isdigit() or _bare(token) in words.TIME_CLOSERS
