"""What a person is told without being asked. Each is told once."""

from collections.abc import Iterator

from language.catalog import Language, say, say_count
from notifications.dates import day_in_words
from notifications.letter import Handover, JoinedGroup, Letter
from notifications.occasions.cards import activity_card, section
from notifications.page import Card, Line, Section
from notifications.reasons import sentence

HOW_IT_WORKS = ("what", "answer", "pace", "human")


def welcome(letter: Letter) -> Iterator[Section]:
    """The first letter: what Tidplan is, what will come, how to answer, how to change the pace."""
    language = letter.recipient.language
    if letter.welcome is None:
        return
    groups = (_joined(group, language) for group in letter.welcome.groups)
    yield from section("welcome.groups", groups, language)
    steps = (
        Card(
            say(f"welcome.{name}", language),
            place=say(f"welcome.{name}.how", language, address=letter.answers_to),
        )
        for name in HOW_IT_WORKS
    )
    yield from section("welcome.how", steps, language)


def changed_responsible(letter: Letter) -> Iterator[Section]:
    """An activity has changed hands."""
    language = letter.recipient.language
    for name, mine in (("yours", True), ("not_yours", False)):
        cards = (_changed(one, language) for one in letter.handovers if one.mine is mine)
        yield from section(f"changed_responsible.{name}", cards, language)


def decided(letter: Letter) -> Iterator[Section]:
    """What the committee has decided about the reader's groups, with the window as it is now."""
    language = letter.recipient.language
    cards = (
        activity_card(
            one.about,
            language,
            [Line(day_in_words(one.on, language), sentence(one.how, language))],
        )
        for one in letter.decided
    )
    yield from section("decided", cards, language)


def mending(letter: Letter) -> Iterator[Section]:
    """To the secretariat: what must be mended so that nobody is forgotten."""
    language = letter.recipient.language
    cards = (Card(sentence(gap.what, language)) for gap in letter.gaps)
    yield from section("mending", cards, language)


def _joined(group: JoinedGroup, language: Language) -> Card:
    lines = []
    if group.next_due is not None:
        next_day = day_in_words(group.next_due, language)
        lines = [Line(say("welcome.next_due", language), next_day)]
    count = say_count("welcome.activities", group.open_activities, language)
    return Card(group.name, place=count, lines=lines)


def _changed(one: Handover, language: Language) -> Card:
    other = "line.had_before" if one.mine else "line.takes_over"
    lines = [Line(say("line.changed_why", language), sentence(one.why, language))]
    if one.other:
        lines.append(Line(say(other, language), one.other))
    then = "then.taken_over" if one.mine else "then.handed_over"
    lines.append(Line(say("line.then", language), say(then, language)))
    return activity_card(one.about, language, lines)
