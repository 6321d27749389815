import pytest

from rules.recipients import Member
from rules.responsible import is_known_party

GROUP = "Arbetsgruppen för handledare"
ANNA = Member(1, "Anna Ek", "member", has_address=True, organisation="Region Ån")


@pytest.mark.parametrize(
    "responsible",
    [
        *("Arbetsgruppen", "Gruppen", "alla", "Samtliga medlemmar", "Hela gruppen", "Alla."),
        *(
            "Alla i arbetsgruppen",
            "Gruppens medlemmar",
            "AG",
            "Var och en",
            "samtliga (gemensamt)",
        ),
        *("All members", "Everyone in the working group", "the whole group"),
        *("Alle medlemmer", "arbejdsgruppen", "Arbeidsgruppa", "Hele gruppen"),
        *("Handledargruppen", "ARBETSGRUPPEN FÖR HANDLEDARE", "Alla i handledargruppen"),
        *("Anna Ek", "Region Ån", "medlemmarna från Region Ån"),
    ],
)
def test_the_group_or_somebody_in_it_is_known(responsible: str) -> None:
    assert is_known_party(responsible, GROUP, [ANNA])


@pytest.mark.parametrize(
    "responsible",
    [
        *("Cecilia Alm", "Region Ö", "Alla regioner", "Styrelsen", "bo@example.se", "i samråd"),
        *("Arbetsgruppen för praktik", "Ordföranden", "?"),
    ],
)
def test_anybody_else_is_asked_about(responsible: str) -> None:
    assert not is_known_party(responsible, GROUP, [ANNA])
