"""Points that are whole sentences: "Paint it. Ann Reed. 3 May." and "Ann Reed shall paint it"."""

import re

from intake.comma_parts import Told
from intake.timewords import due_in, is_time
from intake.vocabulary import ENGLISH_SIGNS, SWEDISH_SIGNS
from intake.wording import fold

_NAME = r"[A-ZÅÄÖÆØÉ][\w'’-]+(?:\s[A-ZÅÄÖÆØÉ][\w'’-]+){1,2}"
_BOTH = rf"{_NAME}(?:\s(?:och|and|og|samt)\s{_NAME})?"
_STOPPED = re.compile(
    rf"^(?P<task>\S.{{4,}}?)\.\s+(?:(?P<who>{_BOTH})\.\s+(?P<when>[^,;]{{2,40}}?)"
    rf"|(?P<first>[^,;]{{2,40}}?)\.\s+(?P<last>{_BOTH}))\.?$"
)
_SHALL = re.compile(
    rf"^(?:(?:att|at|that)\s+)?(?P<who>{_BOTH})\s+(?:ska|skall|skal|shall|will|is\sto|are\sto)\s+(?P<task>[a-zåäöæø].*)$"
)
_ASSIGNED = re.compile(
    rf"^(?:(?:att|at|to)\s+)?(?:ge|give|gi|uppdra\s(?:åt|till)|ask|instruct)\s+(?P<who>{_BOTH})\s+"
    r"(?:(?:i\suppdrag|i\sopdrag|i\soppdrag|the\stask)\s+)?(?:att|at|å|to|of)\s+(?P<task>[a-zåäöæø].*)$"
)
_STATE = re.compile(r"(?:vara|bli|ha|finnas|være|blive|have|be|become)\b")
_DOES = re.compile(
    rf"^(?P<who>{_NAME}(?:\s(?P<joint>och|and|og|samt)\s{_NAME})?)\s+(?P<verb>[a-zåäöæø]{{2,}})\s+\S"
)
_IS = re.compile(r"är|er|var|har|blir|bliver|is|has|was|kommer|ansvarar")
_NO_VERBS = frozenset(
    ("as", "efter", "eller", "for", "or", "over", "samt", "this", "under", "över")
)
_LAST = re.compile(r"\s*[;|]\s*(?P<when>[^;|]{2,40}?)\.?$")


def between_stops(text: str) -> Told:
    """(task, who, when) of short sentences that follow the task; else the text alone."""
    found = _STOPPED.match(text)
    who = fold(found["who"] or found["last"]) if found else ""
    when = fold(found["when"] or found["first"]) if found else ""
    if not found or is_time(who) or not is_time(when):
        return text, None, None
    return found["task"], who, due_in(when) or when


def who_shall(text: str) -> tuple[str | None, str]:
    """Who a sentence says shall do something, and what; what is to be so is no task."""
    found = _SHALL.match(text) or _ASSIGNED.match(text)
    if not found or is_time(found["who"]) or _STATE.match(found["task"]):
        return None, text
    return fold(found["who"]), found["task"]


def who_does(text: str) -> str | None:
    """Who a sentence in the present says does something: the text stays as it is written.

    The verb is told by its ending, of the Nordic present or of English with one or several names.
    """
    found = _DOES.match(text)
    if not found or is_time(found["who"]) or not found["who"].split()[-1][0].isupper():
        return None
    several = re.search(r"\s(?:och|and|og|samt)\s", found["who"]) is not None
    verb = found["verb"]
    several = several and found["joint"] == "and"
    present = verb.endswith("r") or ((verb.endswith("s") or several) and _is_english(text))
    told = verb not in _NO_VERBS and not _IS.fullmatch(verb)
    return fold(found["who"]) if present and told else None


def _is_english(text: str) -> bool:
    """The Nordic passive ends in s too: "Norra Gården målas om"."""
    said = set(text.casefold().rstrip(".").split())
    return bool(said & ENGLISH_SIGNS) and not said & (SWEDISH_SIGNS - ENGLISH_SIGNS)


def time_behind_sign(text: str) -> tuple[str, str]:
    """(the rest, the time) of a text that ends so: "Paint it; due 3 May"; else the text alone."""
    found = _LAST.search(text)
    when = fold(found["when"]) if found else ""
    wording = when if is_time(when) else due_in(when)
    if not found or not wording or not when.endswith(wording):
        return text, ""
    return text[: found.start()], due_in(when) or wording
