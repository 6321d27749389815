"""The calendar file: one entry a last day, the same for good, without alarms."""

from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default

import pytest
from builders import a_deadline
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event
from letter_examples import EXAMPLES, Example, a_change_of_hands, a_check_in, a_decision
from letters import MAIL, NOW, a_full_digest, a_letter, a_reminder, an_about, an_ask, some_gaps
from office import LATE, MONDAY, House, a_plan, a_row
from sqlalchemy import Engine

from notifications.addresses import one_line
from notifications.calendar import LINE_OCTETS, LastDay, calendar_file
from notifications.letter import Letter
from notifications.messages import day_letter

written = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)


def attached(content: bytes) -> Calendar | None:
    parts = message_from_bytes(content, policy=default).walk()
    files = [part for part in parts if part.get_content_type() == "text/calendar"]
    if not files:
        return None
    [file] = files
    assert file.get_param("method") == "PUBLISH"
    assert file.get_content_disposition() == "attachment"
    assert file.get_filename() in {"sista-dagar.ics", "last-days.ics"}
    return Calendar.from_ical(file.get_content())


def entries(letter: Letter) -> list[Event]:
    calendar = attached(day_letter(letter, mail=MAIL, now=NOW).content)
    return list(calendar.walk("VEVENT")) if calendar else []


def test_a_coming_last_day_is_an_all_day_entry_without_alarm() -> None:
    [first, second] = entries(a_reminder())  # the third is overdue
    assert str(first["uid"]) == "1-HAL-1@tidplan"
    assert (first["dtstart"].dt, first["dtend"].dt) == (date(2022, 12, 31), date(2023, 1, 1))
    assert str(first["summary"]).startswith("Sista dag: Kartlägga hur handledare utses")
    assert "”Ht 2022”" in str(first["description"])
    assert str(first["organizer"]) == "mailto:tidplan@example.se"
    assert first["dtstamp"].dt == NOW
    assert not [*first.walk("VALARM"), *second.walk("VALARM")]


@pytest.mark.parametrize(
    ("letter", "number"),
    [
        pytest.param(a_check_in(), 0, id="nothing dated"),
        pytest.param(some_gaps(), 0, id="to the secretariat"),
        pytest.param(a_full_digest(), 0, id="to the committee"),
        pytest.param(a_change_of_hands(), 1, id="only what the reader takes over"),
        pytest.param(a_decision(), 1, id="a new time"),
    ],
)
def test_only_the_readers_own_last_days_are_attached(letter: Letter, number: int) -> None:
    assert len(entries(letter)) == number


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_letter_says_so_where_a_file_is_attached(example: Example) -> None:
    message = day_letter(example("sv"), mail=MAIL, now=NOW)
    assert ("Den bifogade filen" in message.text) is (attached(message.content) is not None)


def test_a_later_letter_replaces_the_entry() -> None:
    def moved(changes: int, day: date) -> Event:
        about = an_about(deadline=a_deadline("by", due=day), changes=changes)
        [entry] = entries(a_letter(asks=(an_ask(about=about),)))
        return entry

    before, after = moved(0, date(2022, 12, 5)), moved(1, date(2022, 12, 19))
    assert before["uid"] == after["uid"]
    assert (int(before["sequence"]), int(after["sequence"])) == (0, 1)


def test_the_number_of_a_moved_entry_grows_in_the_real_letters(engine: Engine) -> None:
    house = House(engine)
    house.follows(a_plan([a_row("1", a_deadline("by", due=date(2022, 12, 9)))], reporting=[]))
    house.lives(MONDAY)
    house.sends()
    house.hears("1", "in_progress", today=MONDAY, new=a_deadline("by", due=date(2022, 12, 6)))
    house.lives(date(2022, 12, 5))
    first, second = (
        attached(next(one.content for one in house.outbox(day=day) if "anna" in one.recipient))
        for day in (MONDAY, date(2022, 12, 5))
    )
    assert first
    assert second
    [before], [after] = first.walk("VEVENT"), second.walk("VEVENT")
    assert before["uid"] == after["uid"]
    assert int(before["sequence"]) < int(after["sequence"])
    assert after["dtstart"].dt == date(2022, 12, 6) < LATE


@given(words=st.tuples(written, written, written), changes=st.integers(0, 1000))
def test_any_words_make_a_standard_file(words: tuple[str, str, str], changes: int) -> None:
    day = LastDay("1-a", date(2022, 12, 31), *words, changes)
    content = calendar_file(
        [day], "sv", sender=MAIL.sender_mailbox, stamp=datetime(2022, 11, 28, tzinfo=UTC)
    )
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, content.split(b"\r\n"))) <= LINE_OCTETS
    for line in content.split(b"\r\n"):
        line.decode()  # no character is broken
    [entry] = Calendar.from_ical(content).walk("VEVENT")
    assert one_line(str(entry["summary"])) == one_line(f"Sista dag: {one_line(words[0])}")
    assert entry.errors == []
