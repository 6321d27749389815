"""A letter's page: its words, its one action, its footer."""

from collections.abc import Iterator

from language.catalog import Language, say, say_count
from notifications import headline
from notifications.addresses import one_line
from notifications.answers import answer_link
from notifications.letter import Letter, Recipient
from notifications.links import DECLINE
from notifications.message import MessageKind
from notifications.occasions.every import parts
from notifications.page import Action, Card, Line, Page, Part, Section


def letter_page(letter: Letter, link: str | None) -> Page:
    """link: where the letter's pages are; None where there are none."""
    language, found = letter.recipient.language, parts(letter)
    return Page(
        language=language,
        subject=headline.subject(letter),
        preview=headline.preview(found),
        heading=headline.heading(letter),
        greeting=headline.greeting(letter),
        summary=headline.summary(letter),
        parts=found,
        action=_action(letter, link),
        footer=tuple(_footer(letter, language)),
        leave=_leave(link, language) if link and letter.digest else None,
    )


def new_link_page(recipient: Recipient, *, council: str, link: str | None, address: str) -> Page:
    language = recipient.language
    return Page(
        language=language,
        subject=say("renewed.subject", language),
        preview=say("renewed.summary", language),
        heading=say("renewed.subject", language),
        greeting=say("greeting", language, name=recipient.name),
        summary=say("renewed.summary", language),
        parts=(),
        action=_on_page(link, "action.page.reminder", language) if link else None,
        footer=(
            one_line(say("renewed.why", language, council=council)),
            say("footer.human", language, address=address),
        ),
    )


def kind_of(letter: Letter) -> MessageKind:
    if letter.digest:
        return "digest"
    asked = letter.asks or letter.proposals or letter.welcome
    told = letter.decided or letter.handovers or letter.settled
    return "reminder" if asked or told else "secretariat"


def _action(letter: Letter, link: str | None) -> Action | None:
    """On the pages, or by mail where there are none."""
    language, kind = letter.recipient.language, kind_of(letter)
    if link and (letter.asks or letter.proposals or letter.cases):
        return _on_page(link, f"action.page.{kind}", language)
    answer = answer_link(letter)
    if answer is not None:
        return Action(
            address=answer,
            label=say(f"action.{kind}", language),
            help=say("action.help", language),
            text_label=say("action.link", language),
            to=Line(say("action.to", language), letter.answers_to),
        )
    if link and letter.welcome:
        [group, *_] = letter.welcome.groups
        return _on_page(f"{link}/groups/{group.group_id}", "action.page.welcome", language)
    return None


def held_page(recipient: Recipient, *, council: str, letters: int, address: str) -> Page:
    """What the secretariat does when a day's letters are held."""
    language = recipient.language
    subject = say_count("held_mail.subject", letters, language)
    steps = [Card(say(f"held_mail.{step}", language)) for step in ("look", "release", "leave")]
    section = Section(say("held_mail.steps", language), say("held_mail.preview", language), steps)
    return Page(
        language=language,
        subject=subject,
        preview=say("held_mail.preview", language),
        heading=subject,
        greeting=say("greeting", language, name=recipient.name),
        summary=say_count("held_mail.summary", letters, language, council=council),
        parts=(Part("mending", (section,)),),
        action=None,
        footer=[say("footer.human", language, address=address)],
    )


def _on_page(link: str, label: str, language: Language) -> Action:
    return Action(
        address=link,
        label=say(label, language),
        help=say("action.page.help", language),
        text_label=say("action.page.link", language),
    )


def _footer(letter: Letter, language: Language) -> Iterator[str]:
    if letter.last_days:
        yield say("footer.calendar", language)
    yield one_line(say("footer.why", language, council=letter.council))
    yield say("footer.human", language, address=letter.answers_to)


def _leave(link: str, language: Language) -> Action:
    return Action(
        address=f"{link}/{DECLINE}",
        label=say("footer.decline.link", language),
        help=say("footer.decline", language),
        text_label=say("footer.decline.link", language),
    )
