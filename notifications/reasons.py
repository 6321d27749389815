"""Turns reasons into sentences: dates, days and decisions in the reader's language."""

from collections.abc import Callable, Mapping
from datetime import date

from language.catalog import Language, say, say_count
from models.values import DECISIONS, PROPOSALS, STATUSES, Reason
from notifications.dates import day_in_words, days_in_words

DAYS = frozenset({"days", "days_left", "days_overdue"})
# The same reason reads otherwise on the last day, and after it.
NEAR_A_DAY = frozenset({"why.lead", "why.report_back"})


def sentence(reason: Reason, language: Language) -> str:
    words = {name: _in_words(name, value, language) for name, value in reason.values.items()}
    return say(_key(reason), language, **words)


def _key(reason: Reason) -> str:
    left = reason.values.get("days_left")
    if reason.key not in NEAR_A_DAY or not isinstance(left, int) or left > 0:
        return reason.key
    return f"{reason.key}.today" if left == 0 else f"{reason.key}.late"


def _in_words(name: str, value: int | str | date, language: Language) -> str:
    if isinstance(value, date):
        return day_in_words(value, language)
    if isinstance(value, int):
        return _number(name, value, language)
    return CODES.get(name, _as_it_is)(value, language)


def _number(name: str, value: int, language: Language) -> str:
    if name in DAYS:
        return days_in_words(value, language)
    return say_count("count.mails", value, language) if name == "asked" else str(value)


def _as_it_is(value: str, _language: Language) -> str:
    return value


def _decision(value: str, language: Language) -> str:
    return say(f"decision.{value}", language) if value in DECISIONS else value


def _status(value: str, language: Language) -> str:
    return say(f"status.{value}", language) if value in STATUSES else value


def _proposal(value: str, language: Language) -> str:
    return say(f"proposal.kind.{value}", language) if value in PROPOSALS else value


CODES: Mapping[str, Callable[[str, Language], str]] = {
    "decision": _decision,
    "proposal": _proposal,
    "status": _status,
}
