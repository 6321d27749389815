"""Questions to those who answer for an activity. Each is put once a step of the ladder."""

from collections.abc import Iterable, Iterator, Sequence

from language.catalog import Language, say
from notifications.letter import Ask, AskKind, Letter
from notifications.occasions.cards import activity_card, reasons, section
from notifications.page import Card, Line, Section
from notifications.reasons import sentence


def reminder(letter: Letter) -> Iterator[Section]:
    """The last day comes near, or has passed."""
    language = letter.recipient.language
    cards = (_with_state(ask, letter) for ask in _asked(letter, "reminder"))
    yield from section("reminder", cards, language)


def sharpen(letter: Letter) -> Iterator[Section]:
    """A wide window opens: which month?"""
    language = letter.recipient.language
    cards = (
        activity_card(ask.about, language, [*_why(ask, language), *_people(ask, language)])
        for ask in _asked(letter, "sharpen")
    )
    yield from section("sharpen", cards, language)


def report_back(letter: Letter) -> Iterator[Section]:
    """The group owes a written report."""
    language = letter.recipient.language
    cards = (_duty(ask, letter) for ask in _asked(letter, "report_back"))
    yield from section("report_back", cards, language)


def check_in(letter: Letter) -> Iterator[Section]:
    """No day is set, and nobody has told for a while."""
    language = letter.recipient.language
    cards = (_with_state(ask, letter) for ask in _asked(letter, "check_in"))
    yield from section("check_in", cards, language)


def passed(letter: Letter) -> Iterator[Section]:
    """Time that was gone when the plan was approved: one question about a list of rows."""
    language = letter.recipient.language
    asks = list(_asked(letter, "passed"))
    if asks:
        cards = [activity_card(ask.about, language) for ask in asks]
        yield Section(say("section.passed", language), _once_for_all(asks, language), cards)


def _once_for_all(asks: Sequence[Ask], language: Language) -> str:
    """Why it comes, who else was asked and what happens next."""
    others = dict.fromkeys(name for ask in asks for name in ask.others)
    also = say("passed.others", language, names=", ".join(others)) if others else None
    why, then = sentence(asks[0].why, language), sentence(asks[0].then, language)
    return " ".join(filter(None, (why, say("section.passed.lead", language), also, then)))


def convenor(letter: Letter) -> Iterator[Section]:
    """To the group's convenor: what is late, who has not answered, what can be done."""
    language = letter.recipient.language
    todo = Line(say("line.convenor_can", language), say("convenor_can", language))
    cards = (
        activity_card(
            ask.about,
            language,
            [*_why(ask, language), *_unanswered(ask, language), todo],
            day=letter.day,
        )
        for ask in _asked(letter, "convenor")
    )
    yield from section("convenor", cards, language)


def _asked(letter: Letter, kind: AskKind) -> Iterable[Ask]:
    return (ask for ask in letter.asks if ask.kind == kind)


def _with_state(ask: Ask, letter: Letter) -> Card:
    language = letter.recipient.language
    state = Line(say("line.status", language), say(f"status.{ask.status}", language))
    lines = [*_why(ask, language), state, *_people(ask, language)]
    return activity_card(ask.about, language, lines, day=letter.day)


def _duty(ask: Ask, letter: Letter) -> Card:
    """What the directive asks for, and where the report goes."""
    language = letter.recipient.language
    to = Line(say("line.send_to", language), say("send_to", language, address=letter.answers_to))
    lines = [*_why(ask, language), to, *_people(ask, language)]
    return activity_card(ask.about, language, lines, day=letter.day)


def _why(ask: Ask, language: Language) -> Sequence[Line]:
    return reasons(ask.why, ask.then, language)


def _unanswered(ask: Ask, language: Language) -> Iterator[Line]:
    if ask.besides:
        yield Line(say("line.besides", language), sentence(ask.besides, language))


def _people(ask: Ask, language: Language) -> Iterator[Line]:
    yield from _unanswered(ask, language)
    names = ", ".join(ask.others) if ask.others else say("others.none", language)
    yield Line(say("line.others", language), names)
    if ask.answers_for:
        words = say("answers_for", language, names=", ".join(ask.answers_for))
        yield Line(say("line.answers_for", language), words)
