"""Points that are whole sentences: "Paint it. Ann Reed. 3 May." and "Ann Reed shall paint it"."""

import re

from intake.comma_parts import Told
from intake.timewords import due_in, is_time
from intake.wording import fold

_NAME = r"[A-ZÅÄÖÆØÉ][\w'’-]+(?:\s[A-ZÅÄÖÆØÉ][\w'’-]+){1,2}"
_BOTH = rf"{_NAME}(?:\s(?:och|and|og|samt)\s{_NAME})?"
_STOPPED = re.compile(
    rf"^(?P<task>\S.{{4,}}?)\.\s+(?:(?P<who>{_BOTH})\.\s+(?P<when>[^,;]{{2,40}}?)"
    rf"|(?P<first>[^,;]{{2,40}}?)\.\s+(?P<last>{_BOTH}))\.?$"
)
_SHALL = re.compile(
    rf"^(?P<who>{_BOTH})\s+(?:ska|skall|skal|shall|will|is\sto|are\sto)\s+(?P<task>[a-zåäöæø].*)$"
)
_STATE = re.compile(r"(?:vara|bli|ha|finnas|være|blive|have|be|become)\b")
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
    found = _SHALL.match(text)
    if not found or is_time(found["who"]) or _STATE.match(found["task"]):
        return None, text
    return fold(found["who"]), found["task"]


def time_behind_sign(text: str) -> tuple[str, str]:
    """(the rest, the time) of a text that ends so: "Paint it; due 3 May"; else the text alone."""
    found = _LAST.search(text)
    when = fold(found["when"]) if found else ""
    wording = when if is_time(when) else due_in(when)
    if not found or not wording or not when.endswith(wording):
        return text, ""
    return text[: found.start()], due_in(when) or wording
