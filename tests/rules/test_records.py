from rules.records import Records

RECORDS = Records(
    registry={"handledargruppen": "RS 1", "natgruppen": "RS 1", "committee": "RS 2"},
    hold=("RS 2",),
)


def test_a_number_may_stand_for_several_groups() -> None:
    assert RECORDS.places_of("RS 1") == {"handledargruppen", "natgruppen"}
    assert RECORDS.places_of("RS 9") == frozenset()


def test_a_letter_about_several_groups_has_each_number_once() -> None:
    places = ["natgruppen", "committee", "handledargruppen", "another"]
    assert RECORDS.numbers_of(places) == ["RS 1", "RS 2"]


def test_what_is_held_is_held_by_its_place() -> None:
    assert RECORDS.held_places == {"committee"}
