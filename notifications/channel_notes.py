"""What a group's or the committee's channel hears: that there is something, and no link."""

from datetime import date

from language.catalog import Language, say, say_count
from notifications.addresses import one_line
from notifications.delivery.settings import MailSettings
from notifications.message import Message
from notifications.mime import new_message_id

LINES = 10


def committee_note(
    *, council_id: int, day: date, cases: list[str], language: Language, mail: MailSettings
) -> Message:
    """How many decisions wait, and about what. Once a day."""
    title = say("channel.committee.title", language, day=day)
    lines = [say_count("channel.committee.cases", len(cases), language)]
    lines += [f"• {one_line(case)}" for case in cases[:LINES]]
    if len(cases) > LINES:
        lines.append(say_count("channel.more", len(cases) - LINES, language))
    lines.append(say("channel.committee.where", language))
    return _note("committee", council_id=council_id, day=day, title=title, lines=lines, mail=mail)


def group_note(
    place: str,
    *,
    council_id: int,
    day: date,
    group: str,
    asked: tuple[int, int],
    language: Language,
    mail: MailSettings,
) -> Message:
    """That members have been asked; asked: activities, people. Once a day."""
    activities, people = asked
    title = say("channel.group.title", language, group=one_line(group))
    line = say_count("channel.group.asked", activities, language)
    who = say_count("channel.group.people", people, language)
    return _note(
        place, council_id=council_id, day=day, title=title, lines=[f"{line} {who}"], mail=mail
    )


def _note(
    place: str, *, council_id: int, day: date, title: str, lines: list[str], mail: MailSettings
) -> Message:
    text = "\n".join(lines)
    return Message(
        kind="channel",
        dedup_key=f"{council_id}/channel/{place}/{day}",
        recipient=place,
        sender=mail.sender_mailbox.address,
        subject=title,
        text=text,
        html="",
        message_id=new_message_id(mail.sender_mailbox.domain),
        content=f"{title}\n\n{text}".encode(),
    )
