"""What holds for every wording, whatever it says."""

import gc
import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from deadlines.deadline import Deadline
from deadlines.parse import UnclearDeadlineError, parse_deadline
from deadlines.rendering import in_words, relative
from deadlines.vocabulary import RAW, phrases

MONTHS = {
    "sv": [
        "januari",
        "feb",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "aug.",
        "september",
        "okt",
        "december",
    ],
    "en": [
        "January",
        "Feb",
        "March",
        "April",
        "June",
        "July",
        "Aug.",
        "September",
        "Oct",
        "December",
    ],
}
SEASONS = {
    "sv": ["våren", "sommaren", "hösten", "vintern", "senhösten"],
    "en": ["spring", "summer", "autumn", "winter", "late summer"],
}
LIMITS = {
    "sv": [
        "",
        "senast ",
        "före ",
        "efter ",
        "fr.o.m. ",
        "t.o.m. ",
        "under ",
        "i slutet av ",
        "senast i början av ",
    ],
    "en": ["", "by ", "before ", "after ", "from ", "until ", "in ", "at the end of ", "by mid-"],
}
WITHOUT_DATE = {
    "sv": [
        "löpande",
        "varje kvartal",
        "TBD",
        "snarast",
        "nästa rådsmöte",
        "inom 30 dagar efter beslut",
        "M12",
        "Agenda 2030",
        "om tre veckor",
        "inom två månader",
        "i höst",
        "nästa år",
        "på fredag",
        "årsskiftet",
    ],
    "en": [
        "ongoing",
        "every quarter",
        "TBD",
        "ASAP",
        "next council meeting",
        "within 30 days of the decision",
        "M12",
        "Agenda 2030",
        "in three weeks",
        "within two months",
        "this autumn",
        "next year",
        "EOM",
    ],
}
references = st.dates(date(2000, 1, 1), date(2060, 12, 31))
languages = st.sampled_from(["sv", "en"])


def years():
    return st.integers(1990, 2060).flatmap(
        lambda year: (
            st.sampled_from(["", f" {year}", f" -{year % 100:02}", f" ’{year % 100:02}"])
            if 2000 <= year < 2070
            else st.just(f" {year}")
        )
    )


@st.composite
def periods(draw, lang):
    """One period, perhaps without its year."""
    number = draw(st.integers(1, 4))
    form = draw(
        st.sampled_from(
            [
                draw(st.sampled_from(SEASONS[lang])),
                draw(st.sampled_from(MONTHS[lang])),
                f"Q{number}",
                f"{draw(st.integers(1, 28))} {draw(st.sampled_from(MONTHS[lang]))}",
                {"sv": f"v. {number * 12}", "en": f"week {number * 12}"}[lang],
                {"sv": "första halvåret", "en": "the first half of"}[lang],
                {"sv": "HT", "en": "autumn term"}[lang],
                {"sv": "tertial 2", "en": "T2"}[lang],
            ]
        )
    )
    return form + draw(years())


@st.composite
def wordings(draw, lang):
    """Limits, periods, ranges, several dates, and words without a date."""

    def one():
        return draw(st.sampled_from(LIMITS[lang])) + draw(periods(lang))

    return draw(
        st.one_of(
            st.sampled_from(WITHOUT_DATE[lang]),
            st.builds(one),
            st.builds(
                lambda: (
                    f"{one()}{draw(st.sampled_from([' – ', ', ', ' och ', ' / ', ' (']))}{one()}"
                )
            ),
        )
    )


spoken = languages.flatmap(lambda lang: st.tuples(wordings(lang), st.just(lang)))


NUMBERS = (
    *("0", "1", "3", "31", "99", "9999", "15/3", "5.6", "1-15", "3:e", "1st", "2023", "2023-03"),
    *("-22", "'24", "22/23", "2022-23", "2023-02-30", "24.12.2023", "Q"),
)
SIGNS = (" ", " ", " ", "-", " - ", ", ", "/", ": ", ".")
KNOWN_WORDS = [
    *sorted(phrase for lang in ("sv", "en") for phrase, _ in phrases(RAW[lang])),
    *10 * NUMBERS,
]
word_salad = st.lists(
    st.tuples(st.sampled_from(KNOWN_WORDS), st.sampled_from(SIGNS)).map("".join), max_size=8
).map("".join)


def read(text, lang, reference):
    try:
        return parse_deadline(text, reference=reference, lang=lang)
    except UnclearDeadlineError:
        return None


def meaning(found):
    return found and (found.kind, found.start, found.due, found.precision, found.edtf)


@given(st.text(max_size=200) | word_salad, languages, st.none() | st.dates())
@settings(max_examples=3000, deadline=None)
def test_nothing_but_unclear_ever_leaves_the_parser(text, lang, reference):
    read(text, lang, reference)


@given(spoken, references)
@settings(max_examples=500, deadline=None)
def test_start_is_not_after_due_and_kind_says_which_ends_are_open(wording, reference):
    found = read(*wording, reference)
    if found is None:
        return
    if found.start and found.due:
        assert found.start <= found.due
    assert (found.start is None, found.due is None) in {
        "by": {(True, False)},
        "from": {(False, True)},
        "during": {(False, False)},
        "event": {(True, True)},
        "none": {(True, True)},
    }.get(found.kind, {(True, True), (False, False), (True, False), (False, True)})


NOISES = [
    pytest.param(lambda text: text.replace(" ", "\u00a0"), id="hard spaces"),
    pytest.param(lambda text: text.replace(" ", "  \n"), id="line breaks"),
    pytest.param(lambda text: f"({text})", id="brackets"),
    pytest.param(lambda text: f"**{text}**", id="bold marks"),
    pytest.param(lambda text: f"  {text}\t", id="space around"),
    pytest.param(lambda text: text.replace(" – ", " — "), id="another dash"),
    pytest.param(lambda text: f"{text} Klart", id="trailing Klart"),
    pytest.param(lambda text: f"VFU-gruppen: {text}", id="leading owner"),
    pytest.param(lambda text: text.replace("h", "h\u00ad"), id="soft hyphens"),
]


@pytest.mark.parametrize("noise", NOISES)
@given(wording=spoken, reference=references)
@settings(max_examples=120, deadline=None)
def test_noise_never_changes_the_answer(noise, wording, reference):
    text, lang = wording
    plain = read(text, lang, reference)
    assume(plain is not None)
    assert meaning(read(noise(text), lang, reference)) == meaning(plain)


@given(wording=spoken, reference=references)
@settings(max_examples=120, deadline=None)
def test_capitals_never_change_the_answer(wording, reference):
    text, lang = wording
    assert meaning(read(text.upper(), lang, reference)) == meaning(read(text, lang, reference))


@st.composite
def deadlines(draw):
    first, second = sorted([draw(references), draw(references)])
    kind, start, due = draw(
        st.sampled_from(
            [
                ("by", None, second),
                ("during", first, second),
                ("during", first, first),
                ("from", first, None),
                ("event", None, None),
                ("none", None, None),
                ("recurring", None, None),
                ("recurring", None, second),
                ("recurring", first, second),
                ("ongoing", None, None),
                ("ongoing", first, second),
                ("ongoing", None, second),
                ("ongoing", first, None),
            ]
        )
    )
    return Deadline("", kind, start, due, "day")


@given(deadlines(), languages)
@settings(max_examples=600, deadline=None)
def test_what_is_said_is_read_as_the_same_days(said, lang):
    again = parse_deadline(in_words(said, lang), reference=None, lang=lang)
    assert (again.kind, again.start, again.due) == (said.kind, said.start, said.due)


@given(spoken, references, languages)
@settings(max_examples=500, deadline=None)
def test_what_was_read_can_be_said_in_each_language_and_read_again(wording, reference, lang):
    found = read(*wording, reference)
    assume(found is not None)
    bare = replace(found, text="", note=None)
    again = parse_deadline(in_words(bare, lang), reference=None, lang=lang)
    assert (again.kind, again.start, again.due) == (found.kind, found.start, found.due)


@given(spoken, references)
@settings(max_examples=200, deadline=None)
def test_the_answer_depends_on_nothing_else(wording, reference):
    text, lang = wording
    first = read(text, lang, reference)
    read("hösten 1999", "sv", date(1999, 1, 1))
    assert read(text, lang, reference) == first


@given(spoken, references, references, languages)
@settings(max_examples=200, deadline=None)
def test_every_deadline_has_a_relative_form(wording, reference, today, lang):
    found = read(*wording, reference)
    assume(found is not None)
    assert relative(found, today, lang)


LONG = [
    "hösten 2022 ",
    "1 ",
    "a",
    "2023-",
    "((((",
    "- ",
    "senast ",
    "i ",
    "1-",
    "mars/",
    "~~",
    "<s>",
    "x-\n",
    "kl 1",
    "Q1-",
    "och ",
    "0",
    "12.",
    "vecka ",
    "\u00ad\n",
    "#",
    "l",
    "var ",
    "två ",
    "2 500 ",
    "+46 ",
    "tel ",
    "a.",
    "k@",
    "mars år 2026 ",
    "FY26 Q3 ",
]


@pytest.fixture
def nobody_else_tidies_up():
    """What other tests left in memory is not counted in a time measured here."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("nobody_else_tidies_up")
@pytest.mark.parametrize("piece", LONG, ids=repr)
def test_time_is_linear_in_the_length(piece):
    def seconds(length):
        text = (piece * length)[:length]
        start = time.process_time()
        read(text, "sv", date(2023, 1, 1))
        return time.process_time() - start

    read(piece * 10, "sv", date(2023, 1, 1))
    short, long = max(seconds(12_500), 0.002), seconds(100_000)
    assert long <= short * 8 * 3, f"{short:.3f} s for 12,500 characters, {long:.3f} s for 100,000"
