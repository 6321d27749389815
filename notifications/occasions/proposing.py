"""What groups would like to change: put before those who decide, and answered to the group."""

from collections.abc import Iterator

from language.catalog import Language, say
from notifications.dates import day_in_words, window_in_words
from notifications.letter import Letter, ProposalLine
from notifications.occasions.cards import section
from notifications.page import Card, Line, Section
from notifications.reasons import sentence


def proposals_wanted(letter: Letter) -> Iterator[Section]:
    """To whoever may say yes or no. In each digest until they are answered."""
    language = letter.recipient.language
    cards = (_proposal(line, language) for line in letter.proposals)
    yield from section("proposals_wanted", cards, language)


def proposals_settled(letter: Letter) -> Iterator[Section]:
    """To those who made them: yes or no, and why. Once."""
    language = letter.recipient.language
    cards = (
        Card(
            title=sentence(line.what, language),
            place=line.group,
            lines=[Line(day_in_words(line.on, language), sentence(line.how, language))],
        )
        for line in letter.settled
    )
    yield from section("proposals_settled", cards, language)


def _proposal(line: ProposalLine, language: Language) -> Card:
    proposed = say("proposal.by", language, by=line.by, on=day_in_words(line.on, language))
    return Card(
        title=sentence(line.what, language),
        place=line.group,
        lines=[
            Line(say("line.proposed", language), proposed),
            Line(say("line.reason", language), line.reason),
            *_meant(line, language),
            *(Line(str(number), part) for number, part in enumerate(line.parts, start=1)),
        ],
    )


def _meant(line: ProposalLine, language: Language) -> Iterator[Line]:
    if line.deadline is not None:
        yield Line(say("line.means", language), window_in_words(line.deadline, language))
    if line.about is not None:
        was = window_in_words(line.about.deadline, language)
        yield Line(say("line.was", language), was)
