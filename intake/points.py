"""One point of a list becomes a candidate: "Anna: send the draft by 12 May"."""

import re
from dataclasses import dataclass

from intake import vocabulary as words
from intake.candidates import Candidate
from intake.closing_days import with_closing_day
from intake.comma_parts import Told, behind_commas, between_strokes, in_brackets
from intake.document import Item
from intake.labels import role_of_label
from intake.names import name_in
from intake.paragraphs import with_labels
from intake.people_vocabulary import ORGANISATION_SIGN
from intake.time_vocabulary import ABOUT, CLOSING_WORDS, MONTHS, SEASONS, WEEKS
from intake.timewords import (
    bracketed_time,
    done_in_front,
    due_in,
    has_year,
    is_time,
    is_week,
    leading_time,
    trailing_time,
)
from intake.whole_sentences import between_stops, time_behind_sign, who_does, who_shall
from intake.wording import fold, key, sentences, split_number

NAMED = re.compile(r"^(?P<name>[^:]{2,60}?)\s*:\s+(?P<task>\S.*)$")
_ONE_NAME = r"(?:[A-ZÅÄÖÆØÉ][\w'’.-]*|@[\w-]+)(?:\s+[A-ZÅÄÖÆØÉ][\w'’.-]*){0,2}"
AND = re.compile(r"\s*[&/,+]\s*|\s(?:och|og|and|samt)\s")
_HANDLE = re.compile(r"^(?P<name>@[\w-]+)(?:\s+to)?\s*[:,]?\s+(?P<task>[^\s&@].*)$")
_NAMES = re.compile(rf"^{_ONE_NAME}(?:\s*(?:[&/,+]|och|og|and|et|samt)\s*{_ONE_NAME})*$")
_HANDLED = re.compile(r"(?<=\S)\s@[\w-]+(?=[\s,.]|$)")
_BRACKETED = re.compile(r"^\[(?P<name>[^\[\]]{2,40})\]\s*:?\s*(?P<task>\S.*)$")
_DASHED = re.compile(r"^(?P<name>[^:–—-]{2,40}?)(?:\s+[–—-]\s+|\s+to\s+(?=[a-z]))(?P<task>\S.*)$")
BEHIND = re.compile(
    r"^(?P<task>\S.{5,}?)\s+[–—-]\s+(?P<name>[A-ZÅÄÖÆØÉ@](?:\S|\s(?![–—-]\s)){1,45})$"
)
INITIALS = re.compile(
    r"\s*[(\[](?P<name>[A-ZÅÄÖÆØ]{2,4}(?:(?:,\s*|\s*[/&+]\s*)[A-ZÅÄÖÆØ]{2,4})*)[)\]]\.?$"
)
FRONTED = re.compile(r"^\((?P<name>[^()]{2,40})\)\s*:?\s*(?P<task>\S.*)$")
IN_BRACKETS = re.compile(r"\s*\((?P<name>[^()]{2,40})\)\.?$")
_STATED = re.compile(
    r"[\s,;(|/–-]*\b(?P<label>(?![a-zåäöæø]+\s[A-ZÅÄÖÆØ])[^\W\d_]+(?:\s[^\W\d_]+)?)\s*:\s*(?P<value>[^,;|()]+?)\s*(?=[,;|)]|(?<!\d)\.\s|(?<=\d{4})\.\s|\.?$|\s[/–-]\s)\)?"
)
_CODED = re.compile(
    r"^[(\[](?P<code>\w{0,8}-?\d{1,6})\s*[,:–-]\s*(?P<name>[^()\[\]]{2,60})[)\]]\s*(?P<task>\S.*)$"
)
_UNMARKED = re.compile(r",\s+(ansvarig|ansvarlig|responsible|ansvar|lead)\s+(?=[A-ZÅÄÖÆØ])")
_NAME_AND_TIME = re.compile(r"\s*\((?P<name>[^(),]{2,40}),\s*(?P<time>[^()]{2,40})\)\.?$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_WITHIN = ("during", "i", "in", "under")
_PARTED = re.compile(r"\s+[–—-]\s+|\s*\|\s*")


@dataclass(frozen=True, slots=True)
class Habit:
    """Where the points say who: before the words, or behind dash, comma or bracket."""

    before: bool = False
    fronted: bool = False
    behind: bool = False
    initials: bool = False
    commas: bool = False
    brackets: bool = False


def candidate_of(item: Item, period: str | None, habit: Habit = Habit()) -> Candidate:
    number, named, text = _coded(with_labels(item.text))
    text, responsible, deadline = _stated(text)
    responsible = named or responsible
    if responsible is None and deadline is None:
        text, responsible, deadline = _both_apart(text, habit)
    if responsible is None and (habit.before or text.startswith("@")):
        responsible, text = name_before(text)
    if habit.fronted and responsible is None and (found := FRONTED.match(text)):
        responsible, text = fold(found["name"]), found["task"]
    if responsible is None:
        responsible, text = who_shall(text)
        responsible = responsible or who_does(text)
    text, deadline = (text, deadline) if deadline else own_time(text)
    if responsible is None:
        text, responsible = _by_habit(text, habit)
        responsible = responsible or who_does(text)
    if responsible is None:
        text, responsible = _name_after(text, timed=deadline is not None)
    marker = item.marker.rstrip(".)") or None
    if deadline is None:
        rest, who = (text, responsible) if responsible else _name_after(text, timed=True)
        rest, when = own_time(rest)
        if who and when:
            text, responsible, deadline = rest, who, when
    if period and deadline and is_week(deadline) and is_week(period):
        deadline = period  # told in passing: "… as we will be testing you in week 2"
    one = Candidate(
        description=text,
        place=item.place,
        text=item.text,
        number=number or marker,
        responsible=responsible,
        settled=item.ticked,
        deadline=period if period and _is_about(text, deadline) else deadline or period,
    )
    return with_closing_day(one)


def _is_about(text: str, wording: str | None) -> bool:
    """Whether a sentence goes on behind its time: "Prepare the plan inför sommaren in detail"."""
    form = rf"\b(?:{'|'.join(words.ABOUT_A_TIME)})\s+{re.escape(wording or '')}\s+\w"
    return wording is not None and re.search(form, text, re.IGNORECASE) is not None


def _by_habit(text: str, habit: Habit) -> tuple[str, str | None]:
    """Who stands behind the words, by a sign that says so or where the whole list has it there."""
    if len(handles := _HANDLED.findall(text)) == 1:
        return _HANDLED.sub("", text), handles[0].strip()
    forms = (
        (habit.behind, BEHIND),
        (habit.initials, INITIALS),
        (habit.brackets, IN_BRACKETS),
    )
    found = next((one for has, form in forms if has and (one := form.search(text))), None)
    if found is None:
        return text, None
    task = found["task"] if "task" in found.groupdict() else text[: found.start()]
    return task, fold(found["name"])


def _both_apart(text: str, habit: Habit) -> Told:
    """(task, who, when) where both stand together at the end."""
    for apart in (in_brackets, between_strokes, between_stops):
        found = apart(text)
        if found[1]:
            return found
    return behind_commas(text) if habit.commas else (text, None, None)


def _coded(text: str) -> tuple[str | None, str | None, str]:
    """(code, who, task) of a point such as "(1203-1, Anna) Send the draft"."""
    found = _CODED.match(text)
    if found and is_names(found["name"]):
        return found["code"], fold(found["name"]), found["task"]
    number, rest = split_number(text)
    return number, None, rest


def name_before(text: str) -> tuple[str | None, str]:
    """Who a point opens with, and the rest."""
    for form in (_HANDLE, NAMED, _BRACKETED, _DASHED):
        found = form.match(text)
        if found and is_names(found["name"]):
            return fold(found["name"]), found["task"].strip()
    return None, text


def who_in(text: str) -> tuple[str | None, str]:
    """Who a task opens with, and the rest; or the whole where the sentence needs its subject."""
    for told in (name_before, who_shall):
        who, rest = told(text)
        if who:
            return who, rest
    return who_does(text), text


def is_names(text: str) -> bool:
    """Whether a text is nothing but names, or one of the words for everybody."""
    name = key(text)
    if name in words.EVERYBODY:
        return True
    return (
        bool(_NAMES.match(text)) and name.split()[0] not in words.NOT_NAMES and not is_time(text)
    )


def is_somebody(text: str) -> bool:
    """Whether a text is nothing but full names, or the words for everybody."""
    people = AND.split(text.rstrip(":"))
    named = all(len(one.split()) > 1 and name_in(one) for one in people)
    body = any(ORGANISATION_SIGN.search(one) for one in people)
    return key(text) in words.EVERYBODY or (named and not body and not is_time(text))


def _stated(text: str) -> tuple[str, str | None, str | None]:
    """Parts that carry their label: "…, ansvarig: Anna, klart: 12 maj"."""
    found: dict[str, str] = {}
    text = _UNMARKED.sub(r", \1: ", text)
    for part in list(_STATED.finditer(text)):
        role = role_of_label(part["label"], part["value"])
        if role in ("responsible", "deadline") and part.start() > 0 and role not in found:
            found[role] = fold(part["value"])
            text = text.replace(part.group(), "", 1)
    if found:
        text = re.sub(r"(?:\s*\.){2,}", ".", text).rstrip(" ,;–-(|")
    return text, found.get("responsible"), found.get("deadline")


def own_time(text: str) -> tuple[str, str | None]:
    """The point's own wording of time, taken out where it stands apart from the sentence."""
    for apart in (bracketed_time, time_behind_sign, done_in_front):
        rest, wording = apart(text)
        if wording:
            return rest, wording
    both = _NAME_AND_TIME.search(text)
    if both and is_time(both["time"]) and is_names(both["name"]):
        return f"{text[: both.start()]} ({both['name']})", fold(both["time"])
    parts = _PARTED.split(text)
    if len(parts) > 1 and is_time(parts[-1]):
        rest = text[: text.rindex(parts[-1])].rstrip(" –—-|")
        return rest, re.sub(r"^(?:by|due)\s+", "", parts[-1].rstrip("."), flags=re.IGNORECASE)
    if _is_apart(text):
        opening, rest = leading_time(text)
        return rest, opening
    if len(parts := sentences(text)) > 1 and is_time(parts[-1].rstrip(".")):
        return " ".join(parts[:-1]), parts[-1].rstrip(".")
    return text, due_in(text) or _after_comma(text) or _at_the_end(text) or None


def _is_apart(text: str) -> bool:
    """Whether a time opens the point, then a sign or a word that begins anew: "v. 34 Temadag"."""
    opening, rest = leading_time(text)
    if not opening or not rest:
        return False
    anew = opening[-1:].isdigit() and rest[:1].isupper() and not opening.isdigit()
    return anew or text[len(opening) :].lstrip()[:1] in (":", "–", "—", "-")


def _at_the_end(text: str) -> str:
    """The time that a sentence closes with: "… i vecka 18", "… during May"."""
    before, wording = trailing_time(text.rstrip("."))
    if not wording or len(before.split()) < 2:  # noqa: PLR2004
        return ""
    opening, last = wording.split()[0].casefold(), before.split()[-1].casefold()
    named = opening in SEASONS | MONTHS and has_year(wording) and last not in ABOUT
    named = named or (opening in MONTHS and last in _WITHIN)
    named = named or (_DAY.match(wording) is not None and last not in ABOUT)
    closes = opening in CLOSING_WORDS and (opening not in WEEKS or any(map(str.isdigit, wording)))
    return wording if named or closes else ""


def _after_comma(text: str) -> str:
    before, wording = trailing_time(text.rstrip("."))
    return wording if wording and text[len(before) :].lstrip()[:1] in (",", ";", ":") else ""


def _name_after(text: str, *, timed: bool) -> tuple[str, str | None]:
    """Who stands in brackets or behind a dash at the end."""
    found = re.search(r"\s*[(\[](?P<name>[^()\[\]]{2,40})[)\]]\.?$", text) or re.search(
        r"\s+[–—]\s+(?P<name>[^–—]{2,40})$", text
    )
    name = found["name"] if found else ""
    full = timed or " " in name or "@" in name
    if found and is_names(name) and full and not name.isupper():
        return text[: found.start()], fold(name).rstrip(".")
    return text, None
