"""The mails that are sent: the day's letter, and the way back to it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Protocol

from language.catalog import Language, explain, say
from models.proposal_queries import OCCASION
from models.tables.mail import HOLD_NOTICE
from notifications import headline
from notifications.addresses import Mailbox, UnusableAddressError, mailbox, one_line
from notifications.calendar import LastDay, calendar_file
from notifications.composed import held_page, kind_of, letter_page, new_link_page
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
from notifications.links import DECLINE
from notifications.message import Item, Message, MessageKind
from notifications.mime import Attachment, Envelope, final_bytes, new_message_id
from notifications.page import Page
from notifications.rendered import rendered


class Wording(Protocol):
    """Makes the day's letter into a message."""

    def __call__(self, letter: Letter, *, mail: MailSettings, now: datetime) -> Message: ...


def day_letter(letter: Letter, *, mail: MailSettings, now: datetime) -> Message:
    """All that one person hears on one day. Once per person and day."""
    message_id = new_message_id(mail.sender_mailbox.domain)
    link = mail.links.address(message_id) if mail.links else None
    letter = replace(letter, answers_to=mail.sender_mailbox.address)
    message = _message(
        letter_page(letter, link),
        letter.recipient,
        mail=mail,
        kind=kind_of(letter),
        dedup_key=_dedup_key(letter),
        message_id=message_id,
        now=now,
        unsubscribe=_unsubscribe(letter, link),
        calendar=_calendar(letter, mail.sender_mailbox, now),
    )
    return replace(message, items=tuple(_items(letter)))


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
    address = mail.sender_mailbox.address
    message_id = new_message_id(mail.sender_mailbox.domain)
    link = mail.links.address(message_id) if mail.links else None
    return _message(
        new_link_page(recipient, council=council, link=link, address=address),
        recipient,
        mail=mail,
        kind="reminder",
        dedup_key=occasion,
        message_id=message_id,
        now=now,
    )


def trial_letter(
    to: Mailbox, *, council: str, language: Language, mail: MailSettings, now: datetime
) -> Message:
    """To whoever tries whether mail arrives. Each is an occasion of its own."""
    message_id = new_message_id(mail.sender_mailbox.domain)
    page = Page(
        language=language,
        subject=say("test_mail.subject", language),
        preview=say("test_mail.summary", language, council=council),
        heading=say("test_mail.subject", language),
        greeting=say("test_mail.greeting", language),
        summary=say("test_mail.summary", language, council=council),
        parts=(),
        action=None,
        footer=[say("footer.human", language, address=mail.sender_mailbox.address)],
    )
    person = Recipient(person_id=0, name=to.name, email=to.address, language=language)
    return _message(
        page,
        person,
        mail=mail,
        kind="test",
        dedup_key=f"test/{message_id}",
        message_id=message_id,
        now=now,
    )


def held_letter(
    recipient: Recipient,
    *,
    council_id: int,
    council: str,
    letters: int,
    day: date,
    mail: MailSettings,
    now: datetime,
) -> Message:
    """To the secretariat: nothing leaves until somebody has looked. Once per person and day."""
    address = mail.sender_mailbox.address
    return _message(
        held_page(recipient, council=council, letters=letters, address=address),
        recipient,
        mail=mail,
        kind="secretariat",
        dedup_key=f"{HOLD_NOTICE}{council_id}/{recipient.person_id}/{day}",
        message_id=new_message_id(mail.sender_mailbox.domain),
        now=now,
    )


def _message(
    page: Page,
    to: Recipient,
    *,
    mail: MailSettings,
    kind: MessageKind,
    dedup_key: str,
    message_id: str,
    now: datetime,
    unsubscribe: tuple[str, ...] = (),
    calendar: Attachment | None = None,
) -> Message:
    text, html = rendered(page)
    recipient, refused = _mailbox(to)
    envelope = Envelope(
        sender=mail.sender_mailbox,
        recipient=recipient,
        message_id=message_id,
        date=now,
        language=page.language,
        unsubscribe=unsubscribe,
    )
    return Message(
        kind=kind,
        dedup_key=dedup_key,
        recipient=recipient.address if recipient else one_line(to.email),
        sender=mail.sender_mailbox.address,
        subject=page.subject,
        text=text,
        html=html,
        message_id=message_id,
        content=final_bytes(
            envelope, subject=page.subject, text=text, html=html, calendar=calendar
        ),
        refused=refused,
        linked=page.is_linked,
    )


def _mailbox(recipient: Recipient) -> tuple[Mailbox | None, str | None]:
    """The person's mailbox, or why there is none that mail could go to."""
    try:
        return mailbox(recipient.name, recipient.email), None
    except UnusableAddressError as problem:
        return None, explain(problem, recipient.language)


def _unsubscribe(letter: Letter, link: str | None) -> tuple[str, ...]:
    """Asks need their answer; only the digest is a subscription."""
    if letter.digest is None:
        return ()
    by_mail = f"mailto:{letter.answers_to}?subject=unsubscribe"
    return (f"{link}/{DECLINE}", by_mail) if link else (by_mail,)


def _calendar(letter: Letter, sender: Mailbox, now: datetime) -> Attachment | None:
    language = letter.recipient.language
    days = [
        LastDay(
            uid=f"{letter.council_id}-{about.uid}",
            on=about.deadline.due,
            description=about.description,
            wording=about.deadline.text,
            group=about.group,
            changes=about.changes,
        )
        for about in letter.last_days
        if about.deadline.due is not None
    ]
    if not days:
        return None
    content = calendar_file(days, language, sender=sender, stamp=now)
    return Attachment(say("calendar.file", language), content)


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
    yield from (handover_occasion(line.change_id) for line in letter.handovers)
    yield from (decision_occasion(line) for line in letter.decided)
    yield from (settled_occasion(line) for line in letter.settled)
    if letter.digest:
        yield from (report_occasion(line.report_id) for line in letter.digest.reports)
        yield from (resolved_occasion(line.escalation_id) for line in letter.digest.resolved)
