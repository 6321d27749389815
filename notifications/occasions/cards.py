"""What occasions share: an activity as a card, its time, its reasons."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from language.catalog import Language, say, say_count
from models.values import Reason
from notifications.dates import day_in_words, window_in_words
from notifications.letter import About
from notifications.page import Card, Line, Section, Time, Tone
from notifications.reasons import sentence

SOON_DAYS = 14


def section(name: str, cards: Iterable[Card], language: Language) -> Iterator[Section]:
    """Its words are `section.NAME` and `section.NAME.lead`; nothing where there are no cards."""
    if found := tuple(cards):
        heading = say(f"section.{name}", language)
        yield Section(heading, say(f"section.{name}.lead", language), found)


def activity_card(
    about: About,
    language: Language,
    lines: Sequence[Line] = (),
    *,
    day: date | None = None,
) -> Card:
    """With the plan's own words; on `day`, marked with the days that are left."""
    left = about.deadline.days_left(day) if day else None
    return Card(
        title=title(about, language),
        place=about.group,
        mark=_days_mark(left, language),
        tone=_tone(left),
        time=_time(about, language),
        lines=lines,
    )


def news_card(about: About, on: date, words: str, language: Language) -> Card:
    """What happened on a day."""
    return Card(
        title=title(about, language),
        place=about.group,
        lines=[Line(day_in_words(on, language), words)],
    )


def title(about: About, language: Language) -> str:
    if about.number is None:
        return about.description
    return say("activity.title", language, number=about.number, description=about.description)


def reasons(
    why: Reason, then: Reason, language: Language, *, label: str = "line.why"
) -> list[Line]:
    return [
        Line(say(label, language), sentence(why, language)),
        Line(say("line.then", language), sentence(then, language)),
    ]


def _time(about: About, language: Language) -> Time:
    window, wording = window_in_words(about.deadline, language), about.deadline.text.strip()
    if not wording:
        return Time(say("plan.time", language), None, window)
    return Time(say("plan.says", language), say("quoted", language, words=wording), window)


def _days_mark(left: int | None, language: Language) -> str | None:
    if left is None:
        return None
    if left == 0:
        return say("mark.today", language)
    return say_count("mark.left" if left > 0 else "mark.overdue", abs(left), language)


def _tone(left: int | None) -> Tone:
    if left is None or left > SOON_DAYS:
        return "calm"
    return "soon" if left >= 0 else "late"
