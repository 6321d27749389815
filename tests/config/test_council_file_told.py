"""What is wrong with a council's file is told in the reader's language, by its name and line."""

from pathlib import Path

import pytest

from config.council import CouncilFileError, read_council_file
from language.catalog import explain


def refusal(folder: Path, text: str) -> CouncilFileError:
    file = folder / "council.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CouncilFileError) as refused:
        read_council_file(file, must_exist=True)
    return refused.value


@pytest.mark.parametrize(
    ("text", "line", "swedish", "english"),
    [
        pytest.param(
            "policy:\n  check_in: ofta\n",
            2,
            "policy.check_in ska vara ett heltal, inte ”ofta”",
            'policy.check_in should be a whole number, not "ofta"',
            id="a word for a number",
        ),
        pytest.param(
            "policy:\n  quiet: -1\n",
            2,
            "policy.quiet ska vara minst 0, inte ”-1”",
            'policy.quiet should be at least 0, not "-1"',
            id="too small a number",
        ),
        pytest.param(
            "policy:\n  apart: 8\n",
            2,
            "policy.apart ska vara högst 7, inte ”8”",
            'policy.apart should be at most 7, not "8"',
            id="too large a number",
        ),
        pytest.param(
            "policy:\n  welcome: kanske\n",
            2,
            "policy.welcome ska vara true eller false, inte ”kanske”",
            'policy.welcome should be true or false, not "kanske"',
            id="neither true nor false",
        ),
        pytest.param(
            "name: 1623\n",
            1,
            "name ska vara text, inte ”1623”",
            'name should be text, not "1623"',
            id="a number for text",
        ),
        pytest.param(
            "name: X\nlanguage: de\n",
            2,
            "language ska vara något av sv, en, inte ”de”",
            'language should be one of sv, en, not "de"',
            id="a language that we do not speak",
        ),
        pytest.param(
            "policy:\n  lead:\n    week: 14\n",
            3,
            "policy.lead.week ska vara en lista inom hakparenteser, inte ”14”",
            'policy.lead.week should be a list in square brackets, not "14"',
            id="one number for a list",
        ),
        pytest.param(
            "policy:\n  lead: [14, 3]\n",
            2,
            "policy.lead ska ha namn och värden under sig, inte ”[14, 3]”",
            'policy.lead should have names and values below it, not "[14, 3]"',
            id="a list for a section",
        ),
        pytest.param(
            "policy:\n  lead:\n    week: [3, 14]\n",
            3,
            "policy.lead.week ska vara minst ett antal dagar, det största först",
            "policy.lead.week should be one or more numbers of days, the largest first",
            id="days that rise",
        ),
        pytest.param(
            "policy:\n  escalate: [14]\n",
            2,
            "policy.escalate ska vara minst två antal dagar",
            "policy.escalate should be two or more numbers of days",
            id="days without a repeat",
        ),
        pytest.param(
            "calendar:\n  extra:\n  - 2026-06-30\n  - 2026-06-31\n",
            4,
            "calendar.extra.1 ska vara en dag som finns, skriven som 2026-06-30, "
            "inte ”2026-06-31”",
            'calendar.extra.1 should be a day that exists, written like 2026-06-30, not "2026-0',
            id="a day that no calendar has",
        ),
        pytest.param(
            "calendar:\n  pauses:\n  - {from: 02-30, to: 03-02}\n",
            3,
            "calendar.pauses.0.from ska vara en dag som finns, skriven som 06-30, inte ”02-30”",
            "calendar.pauses.0.from should be a day that exists, written like 06-30, not",
            id="a day that no year has",
        ),
        pytest.param(
            "calendar:\n  pauses:\n  - {from: W26-1, to: 07-31}\n",
            3,
            "calendar.pauses.0.from ska vara en dag som finns, skriven som 06-30, inte ”W26-1”",
            "calendar.pauses.0.from should be a day that exists, written like 06-30, not",
            id="a week where a day should be",
        ),
        pytest.param(
            "calendar:\n  pauses:\n  - from: 02-20\n",
            3,
            "calendar.pauses.0.to saknas",
            "calendar.pauses.0.to is missing",
            id="a pause without an end",
        ),
        pytest.param(
            "calendar:\n  quiet_hours:\n    from: 25:00\n",
            3,
            "calendar.quiet_hours.from ska vara ett klockslag som 21:00, inte ”25:00”",
            'calendar.quiet_hours.from should be a time like 21:00, not "25:00"',
            id="a time that no clock has",
        ),
        pytest.param(
            "calendar:\n  quiet_hours:\n    to: '06:00+03:00'\n",
            3,
            "calendar.quiet_hours.to ska vara ett klockslag som 21:00, inte ”06:00+03:00”",
            'calendar.quiet_hours.to should be a time like 21:00, not "06:00+03:00"',
            id="a time of another zone",
        ),
        pytest.param(
            "calendar:\n  country: Sverige\n",
            2,
            "calendar.country ska vara ett lands kod i två versaler, som SE, inte ”Sverige”",
            "calendar.country should be a country's code in two capital letters, like SE, not",
            id="a country's name",
        ),
        pytest.param(
            "policy:\n  checkin: 30\n",
            2,
            "policy.checkin finns inte: närmast är policy.check_in",
            "policy.checkin does not exist: the closest is policy.check_in",
            id="a name that is misspelt",
        ),
        pytest.param(
            "policy:\n  groups:\n    quiet:\n      colour: 30\n",
            4,
            "policy.groups.quiet.colour finns inte: här går det att skriva lead, opening, overdue",
            "policy.groups.quiet.colour does not exist: what can stand here is lead, opening,",
            id="an unknown name of a group that is called like a rule",
        ),
        pytest.param(
            "calendar:\n  pauses:\n  - {from: 02-20, to: 02-21, too: 3}\n",
            3,
            "calendar.pauses.0.too finns inte: närmast är calendar.pauses.0.to",
            "calendar.pauses.0.too does not exist: the closest is calendar.pauses.0.to",
            id="a misspelt name in a list",
        ),
        pytest.param(
            "records:\n  keep:\n    remindr: 30\n",
            3,
            "records.keep.remindr finns inte: närmast är records.keep.reminder",
            "records.keep.remindr does not exist: the closest is records.keep.reminder",
            id="a kind of letter that is misspelt",
        ),
        pytest.param(
            "channels:\n  12: UTSKOTT\n",
            2,
            "namnet channels.12 ska vara text: skriv det inom citattecken",
            "the name channels.12 should be text: put it in quotation marks",
            id="a name that is a number",
        ),
        pytest.param(
            "deadlines:\n  autum_sv: 9-12\n",
            2,
            "deadlines.autum_sv finns inte: närmast är deadlines.autumn_sv",
            "deadlines.autum_sv does not exist: the closest is deadlines.autumn_sv",
            id="a convention that is misspelt",
        ),
        pytest.param(
            "deadlines:\n  autumn_sv: höst\n",
            2,
            "deadlines.autumn_sv ska vara en första och en sista månad, skrivna som 8-12, inte",
            "deadlines.autumn_sv should be a first and a last month, written like 8-12, not",
            id="a season in words",
        ),
        pytest.param(
            "deadlines:\n  leave_first: 06-31\n",
            2,
            "deadlines.leave_first ska vara en dag som finns, skriven som 06-30, inte ”06-31”",
            "deadlines.leave_first should be a day that exists, written like 06-30, not",
            id="a convention on a day that no year has",
        ),
        pytest.param(
            "deadlines:\n  term_weeks: 60\n",
            2,
            "deadlines.term_weeks ska vara ett heltal från 1 till 26, inte ”60”",
            'deadlines.term_weeks should be a whole number from 1 to 26, not "60"',
            id="a term of sixty weeks",
        ),
        pytest.param(
            "- a\n", 1, "filen ska bestå av namn", "the file should consist of names", id="a list"
        ),
        pytest.param(
            "name: X\nlanguage: [sv\n",
            3,
            "den går inte att läsa som YAML",
            "it cannot be read as YAML",
            id="a bracket that never ends",
        ),
        pytest.param(
            "policy:\n\tquiet: 1\n",
            2,
            "indrag skrivs med mellanslag i YAML, inte med tabbar",
            "indents are spaces in YAML, not tabs",
            id="a tab",
        ),
        pytest.param(
            "name: X\n# \x07\n",
            2,
            "den går inte att läsa som YAML",
            "it cannot be read as YAML",
            id="a sign that is no text",
        ),
        pytest.param(
            "name: " + "[" * 5000,
            1,
            "den går inte att läsa som YAML",
            "it cannot be read as YAML",
            id="brackets without end",
        ),
    ],
)
def test_the_files_fault_is_told_in_the_readers_language(
    tmp_path: Path, text: str, line: int, swedish: str, english: str
) -> None:
    refused = refusal(tmp_path, text)
    assert f", rad {line}: {swedish}" in explain(refused, "sv")
    assert f", line {line}: {english}" in explain(refused, "en")


def test_a_file_in_another_encoding_is_told_by_its_line(tmp_path: Path) -> None:
    file = tmp_path / "council.yaml"
    file.write_bytes("language: sv\nname: Rådet i Sjö\n".encode("cp1252"))
    with pytest.raises(CouncilFileError) as refused:
        read_council_file(file, must_exist=True)
    assert "rad 2: den är inte sparad som UTF-8." in explain(refused.value, "sv")
