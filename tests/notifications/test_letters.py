"""What a person reads: why it comes, what happens next, who else was asked, and one action."""

import re
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from letter_examples import (
    Example,
    a_change_of_hands,
    a_check_in,
    a_report_back,
    a_welcome,
    to_sharpen,
)
from letters import (
    MAIL,
    NOW,
    PROGRESS,
    a_case,
    a_digest,
    a_full_digest,
    a_letter,
    a_reminder,
    an_about,
    an_ask,
    some_gaps,
)

from deadlines.deadline import Deadline, Kind
from language.catalog import LANGUAGES, keys
from models.values import DECISIONS, STATUSES, Reason
from notifications.letter import Letter
from notifications.message import Message
from notifications.messages import day_letter
from notifications.reasons import sentence


def written(letter: Letter) -> Message:
    return day_letter(letter, mail=MAIL, now=NOW)


def seen(html: str) -> str:
    """The HTML's words alone."""
    body = html.partition("<main>")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_a_reminder_quotes_the_plan_and_says_why_and_what_next() -> None:
    text = written(a_reminder()).text
    for words in (
        "Planen säger: ”Ht 2022”",
        "31 december 2022",
        "Därför frågar vi: Sista dagen är den 31 december 2022. Det är 33 dagar kvar.",
        "Det händer sedan: Hör vi inget frågar vi igen den 12 december 2022.",
        "Också frågade: Bo Ek, Cilla Ståhl",
        "Också frågade: bara du",
        "Frågan finns redan i arbetsutskottets veckomejl.",
    ):
        assert words in text


@pytest.mark.parametrize("letter", [a_reminder, a_full_digest, some_gaps])
@pytest.mark.parametrize("language", LANGUAGES)
def test_text_and_html_say_the_same(letter: type[Letter], language: str) -> None:
    message = written(letter(language))
    html = unescape(seen(message.html))
    for line in message.text.splitlines():
        words = line.strip(" *-=[]<>")
        if words and not words.startswith("mailto:") and words not in BETWEEN_PARTS:
            assert words in html.replace(" :", ":"), words


# The text spells out the link that the HTML keeps behind its button.
BETWEEN_PARTS = {"Färdigt svarsmejl (öppna adressen):", "Ready-made answer (open this address):"}


def test_the_recipients_language_decides() -> None:
    message = written(a_reminder("en"))
    assert message.subject.startswith("3 activities need your answer")
    assert '<html lang="en"' in message.html
    assert "by 1 December 2022" in message.text


def test_the_digest_wants_decisions_first() -> None:
    text = written(a_full_digest()).text
    headings = [
        "Beslut behövs",
        "Väntar fortfarande på beslut",
        "Löst sedan sist",
        "Grupperna har rapporterat",
        "På gång",
    ]
    assert [text.index(heading) for heading in headings] == sorted(
        text.index(heading) for heading in headings
    )
    assert "Oförändrat: i 6 veckor" in text
    assert "Flyttad: 3 gånger, sammanlagt 270 dagar" in text


def test_nothing_wrong_is_said_in_so_many_words() -> None:
    message = written(a_letter(digest=a_digest()))
    assert message.subject == "Allt i fas, 23 aktiviteter – Samverkansrådet i Exempelbygden"
    assert "Allt är i fas: 23 aktiviteter i 4 grupper." in message.text
    assert "mailto:" not in message.html


def test_digest_and_questions_come_in_one_mail() -> None:
    message = written(a_letter(digest=a_digest(new=(a_case(),)), asks=(an_ask(),)))
    assert message.kind == "digest"
    assert message.subject.startswith(
        "Ett ärende behöver beslut och en aktivitet behöver ditt svar"
    )


@pytest.mark.parametrize(
    ("letter", "kind"),
    [(a_reminder(), "reminder"), (a_full_digest(), "digest"), (some_gaps(), "secretariat")],
)
def test_kind(letter: Letter, kind: str) -> None:
    assert written(letter).kind == kind


def test_the_one_action_is_an_answer_with_its_lines_filled_in() -> None:
    html = written(a_reminder()).html
    links = re.findall(r'href="([^"]+)"', html)
    assert len(links) == 1
    link = urlsplit(links[0].replace("&amp;", "&"))
    assert (link.scheme, unquote(link.path)) == ("mailto", "tidplan@example.se")
    answer = parse_qs(link.query)
    assert answer["subject"] == ["Svar: HAL-1, HAL-2, DIG-4"]
    lines = answer["body"][0].split("\r\n")
    assert "klart / enligt plan / sen, ny tid (när) / inte längre vår" in lines[0]
    filled_in = [line.split(" ")[0] for line in lines[1:] if line]
    assert filled_in == ["HAL-1", "HAL-2", "DIG-4"]


def test_a_long_answer_is_shortened_until_every_program_takes_it() -> None:
    asks = tuple(
        an_ask(about=an_about(uid=f"HAL-{number}", description="Åtgärd och uppföljning " * 9))
        for number in range(20)
    )
    [link] = re.findall(r'href="([^"]+)"', written(a_letter(asks=asks)).html)
    assert len(link) < 2000
    assert "HAL-19" in link


def test_a_case_and_a_question_are_remembered_by_their_occasion() -> None:
    letter = a_letter(digest=a_digest(new=(a_case(level=2),)), asks=(an_ask(),))
    assert [(item.occasion, item.escalation_id) for item in written(letter).items] == [
        ("2022-12-31/60", None),
        ("case/2", 7),
    ]


@pytest.mark.parametrize(
    ("left", "words"),
    [
        pytest.param(2, "Det är 2 dagar kvar.", id="two days left"),
        pytest.param(1, "Det är en dag kvar.", id="one day left"),
        pytest.param(0, "Sista dagen är i dag, den 31 december 2022.", id="the last day"),
        pytest.param(-1, "för en dag sedan.", id="the day after"),
    ],
)
def test_days_are_said_as_people_say_them(left: int, words: str) -> None:
    reason = Reason("why.lead", {"days_left": left, "due": date(2022, 12, 31)})
    assert words in sentence(reason, "sv")


@pytest.mark.parametrize(
    ("kind", "start", "words"),
    [
        pytest.param("event", None, "när det har hänt", id="event"),
        pytest.param("ongoing", None, "löpande", id="ongoing"),
        pytest.param("recurring", None, "återkommande", id="recurring"),
        pytest.param("none", None, "ingen tid angiven", id="none"),
        pytest.param("from", date(2023, 1, 1), "från 1 januari 2023", id="from"),
    ],
)
def test_what_has_no_last_day_is_said_to_have_none(
    kind: Kind, start: date | None, words: str
) -> None:
    about = an_about(deadline=Deadline("i planen", kind, start, None, "unknown"))
    assert words in written(a_letter(asks=(an_ask(about=about),))).text


def test_both_languages_know_the_same_words() -> None:
    assert keys("sv") == keys("en")


def test_every_reason_that_is_given_has_words() -> None:
    actions = Path(__file__).parents[2] / "actions"
    code = "".join(file.read_text() for file in sorted(actions.glob("*.py")))
    given = set(re.findall(r'"((?:why|then|resolved|gap)\.[a-z_]+)"', code))
    assert given
    assert given <= keys("sv")
    assert {f"resolved.{status}" for status in STATUSES} <= keys("sv")
    assert {f"decision.{decision}" for decision in DECISIONS} <= keys("sv")


def test_not_all_is_on_track_while_something_is_late() -> None:
    message = written(a_letter(digest=a_digest(progress=PROGRESS)))
    assert message.subject.startswith("Inget att besluta nu, 23 aktiviteter följs")
    assert "Allt är i fas" not in message.text
    assert "3 av 8 är klara, en är försenad" in message.text


@pytest.mark.parametrize(
    ("example", "words"),
    [
        pytest.param(to_sharpen, "Det här är ingen påminnelse.", id="sharpen"),
        pytest.param(a_check_in, "En rad räcker", id="check-in"),
        pytest.param(a_report_back, "Så lämnar ni den: Svara på det här mejlet", id="report"),
        pytest.param(a_welcome, "Hur du svarar", id="welcome"),
        pytest.param(a_change_of_hands, "Svarade för den förut: Bo Ek", id="took over"),
        pytest.param(a_change_of_hands, "Du får inga fler frågor", id="gave away"),
    ],
)
def test_each_occasion_has_its_own_words(example: Example, words: str) -> None:
    text = written(example("sv")).text
    assert words in text
    assert "Det här vill vi veta" not in text
