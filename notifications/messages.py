"""Each kind of mail: one function, one folder of templates, one key per occasion."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from language.catalog import Language, explain, say
from models.proposal_queries import OCCASION
from notifications import headline
from notifications.addresses import Mailbox, UnusableAddressError, mailbox, one_line
from notifications.answers import answer_link
from notifications.delivery.settings import MailSettings
from notifications.letter import (
    WELCOME_OCCASION,
    Letter,
    Recipient,
    decision_occasion,
    handover_occasion,
    report_occasion,
    resolved_occasion,
    settled_occasion,
)
from notifications.message import Item, Message, MessageKind
from notifications.mime import Envelope, final_bytes, new_message_id
from notifications.occasions.every import parts
from notifications.page import Action, Line, Page


class Wording(Protocol):
    """Makes the day's letter into a message."""

    def __call__(self, letter: Letter, *, mail: MailSettings, now: datetime) -> Message: ...


def day_letter(letter: Letter, *, mail: MailSettings, now: datetime) -> Message:
    """All that one person hears on one day. Once per person and day."""
    message_id = new_message_id(mail.sender_mailbox.domain)
    letter = replace(letter, answers_to=mail.sender_mailbox.address)
    link = _link(letter, mail, message_id)
    page = _page(letter, link)
    text, html = rendered(page)
    recipient, refused = _mailbox(letter.recipient)
    envelope = Envelope(
        sender=mail.sender_mailbox,
        recipient=recipient,
        message_id=message_id,
        date=now,
        language=page.language,
        unsubscribe=_unsubscribe(letter, mail),
    )
    return Message(
        kind=kind_of(letter),
        dedup_key=_dedup_key(letter),
        recipient=recipient.address if recipient else one_line(letter.recipient.email),
        sender=mail.sender_mailbox.address,
        subject=page.subject,
        text=text,
        html=html,
        message_id=envelope.message_id,
        content=final_bytes(envelope, subject=page.subject, text=text, html=html),
        items=tuple(_items(letter)),
        refused=refused,
        linked=link is not None,
    )


def foreseen_letter(letter: Letter, *, mail: MailSettings, now: datetime) -> Message:  # noqa: ARG001 - a Wording
    """The same letter for a look into the future: all but its words and bytes."""
    recipient, refused = _mailbox(letter.recipient)
    return Message(
        kind=kind_of(letter),
        dedup_key=_dedup_key(letter),
        recipient=recipient.address if recipient else one_line(letter.recipient.email),
        sender=mail.sender_mailbox.address,
        subject=one_line(headline.subject(letter)),
        text="",
        html="",
        message_id=new_message_id(mail.sender_mailbox.domain),
        content=b"",
        items=tuple(_items(letter)),
        refused=refused,
    )


def _dedup_key(letter: Letter) -> str:
    return f"{letter.council_id}/{letter.recipient.person_id}/{letter.day}"


def new_link(
    recipient: Recipient, *, council: str, mail: MailSettings, occasion: str, now: datetime
) -> Message:
    """The way back to a letter whose link is too old. Once per letter and day."""
    message_id = new_message_id(mail.sender_mailbox.domain)
    language, address = recipient.language, mail.sender_mailbox.address
    page = Page(
        language=language,
        subject=say("renewed.subject", language),
        heading=say("renewed.subject", language),
        greeting=say("greeting", language, name=recipient.name),
        summary=say("renewed.summary", language),
        preview=say("renewed.summary", language),
        parts=[],
        action=_on_page(mail.links.address(message_id), "action.page.reminder", language)
        if mail.links
        else None,
        footer=[
            one_line(say("renewed.why", language, council=council)),
            say("footer.human", language, address=address),
        ],
    )
    text, html = rendered(page)
    found, refused = _mailbox(recipient)
    envelope = Envelope(
        sender=mail.sender_mailbox,
        recipient=found,
        message_id=message_id,
        date=now,
        language=language,
    )
    return Message(
        kind="reminder",
        dedup_key=occasion,
        recipient=found.address if found else one_line(recipient.email),
        sender=address,
        subject=page.subject,
        text=text,
        html=html,
        message_id=message_id,
        content=final_bytes(envelope, subject=page.subject, text=text, html=html),
        refused=refused,
        linked=True,
    )


def _link(letter: Letter, mail: MailSettings, message_id: str) -> str | None:
    """The letter's pages, where there are pages and something to do on them."""
    if mail.links is None or not (letter.asks or letter.proposals or letter.cases):
        return None
    return mail.links.address(message_id)


def kind_of(letter: Letter) -> MessageKind:
    if letter.digest:
        return "digest"
    asked = letter.asks or letter.proposals or letter.welcome
    told = letter.decided or letter.handovers or letter.settled
    return "reminder" if asked or told else "secretariat"


def rendered(page: Page) -> tuple[str, str]:
    """Its text and its HTML."""
    text, html = (_templates().get_template(f"letter/letter.{form}") for form in ("txt", "html"))
    return text.render(page=page), html.render(page=page)


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("notifications"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _page(letter: Letter, link: str | None) -> Page:
    language = letter.recipient.language
    found = parts(letter)
    return Page(
        language=language,
        subject=headline.subject(letter),
        preview=headline.preview(found),
        heading=headline.heading(letter),
        greeting=headline.greeting(letter),
        summary=headline.summary(letter),
        parts=found,
        action=_action(letter, link),
        footer=[
            one_line(say("footer.why", language, council=letter.council)),
            say("footer.human", language, address=letter.answers_to),
        ],
    )


def _action(letter: Letter, link: str | None) -> Action | None:
    """On the pages, or by mail where there are none."""
    language, kind = letter.recipient.language, kind_of(letter)
    if link:
        return _on_page(link, f"action.page.{kind}", language)
    answer = answer_link(letter)
    if answer is None:
        return None
    return Action(
        address=answer,
        label=say(f"action.{kind}", language),
        help=say("action.help", language),
        text_label=say("action.link", language),
        to=Line(say("action.to", language), letter.answers_to),
    )


def _on_page(link: str, label: str, language: Language) -> Action:
    return Action(
        address=link,
        label=say(label, language),
        help=say("action.page.help", language),
        text_label=say("action.page.link", language),
    )


def _mailbox(recipient: Recipient) -> tuple[Mailbox | None, str | None]:
    """The person's mailbox, or why there is none that mail could go to."""
    try:
        return mailbox(recipient.name, recipient.email), None
    except UnusableAddressError as problem:
        return None, explain(problem, recipient.language)


def _unsubscribe(letter: Letter, mail: MailSettings) -> str | None:
    """Asks need their answer; only the digest is a subscription."""
    if kind_of(letter) != "digest":
        return None
    return f"mailto:{mail.sender_mailbox.address}?subject=unsubscribe"


def _items(letter: Letter) -> list[Item]:
    asked = [
        Item(occasion, activity_id=ask.about.activity_id)
        for ask in letter.asks
        for occasion in (ask.occasion, *ask.also)
    ]
    told = [
        Item(
            f"case/{case.level}",
            activity_id=case.about.activity_id,
            escalation_id=case.escalation_id,
        )
        for case in letter.cases
    ]
    gaps = [Item(gap.occasion, activity_id=gap.activity_id) for gap in letter.gaps]
    wanted = [Item(f"{OCCASION}{line.proposal_id}") for line in letter.proposals]
    return asked + told + wanted + gaps + [Item(occasion) for occasion in _news(letter)]


def _news(letter: Letter) -> Iterator[str]:
    """What is told once: a welcome, changes of hands, decisions, reports, how cases ended."""
    if letter.welcome:
        yield WELCOME_OCCASION
    yield from (handover_occasion(line) for line in letter.handovers)
    yield from (decision_occasion(line) for line in letter.decided)
    yield from (settled_occasion(line) for line in letter.settled)
    if letter.digest:
        yield from (report_occasion(line.report_id) for line in letter.digest.reports)
        yield from (resolved_occasion(line.escalation_id) for line in letter.digest.resolved)
