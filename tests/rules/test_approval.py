from datetime import date

import pytest

from models.values import ProposalKind
from rules.approval import approvers, is_overdue
from rules.recipients import Member

ANNA = Member(1, "Anna Ek", "member", has_address=True)
BO = Member(2, "Bo Asp", "convenor", has_address=True)
CILLA = Member(3, "Cilla Berg", "chair", has_address=False)
GRETA, EVA = 8, 9


@pytest.mark.parametrize(
    ("kind", "members", "proposer", "away", "secretariat", "committee", "asked"),
    [
        pytest.param("split", (ANNA, BO), 1, (), (GRETA,), (EVA,), (EVA,), id="the committee"),
        pytest.param("drop", (ANNA, BO), 1, (), (GRETA,), (), (GRETA,), id="no committee"),
        pytest.param(
            "hand_over", (ANNA, BO, CILLA), 1, (), (GRETA,), (EVA,), (2,), id="the convenor"
        ),
        pytest.param(
            "hand_over", (ANNA, BO), 2, (), (GRETA,), (EVA,), (GRETA,), id="not one's own proposal"
        ),
        pytest.param(
            "hand_over", (ANNA, BO), 1, (2,), (GRETA,), (EVA,), (GRETA,), id="convenor is away"
        ),
        pytest.param("hand_over", (ANNA,), 1, (), (), (EVA,), (EVA,), id="no secretariat either"),
        pytest.param(
            "hand_over", (BO,), 2, (), (2, GRETA), (EVA,), (GRETA,), id="another in the office"
        ),
        pytest.param(
            "hand_over", (BO,), 2, (), (2,), (EVA,), (2,), id="nobody else: better than silence"
        ),
    ],
)
def test_who_says_yes_or_no(
    kind: ProposalKind,
    members: tuple[Member, ...],
    proposer: int,
    away: tuple[int, ...],
    secretariat: tuple[int, ...],
    committee: tuple[int, ...],
    asked: tuple[int, ...],
) -> None:
    found = approvers(
        kind,
        members=members,
        proposer=proposer,
        away=away,
        secretariat=secretariat,
        committee=committee,
    )
    assert found == asked


@pytest.mark.parametrize(
    ("today", "overdue"),
    [
        pytest.param(date(2022, 12, 11), False, id="thirteen days"),
        pytest.param(date(2022, 12, 12), True, id="fourteen days"),
        pytest.param(date(2023, 1, 9), True, id="nobody looked for a while"),
    ],
)
def test_when_a_convenor_has_left_it_too_long(today: date, overdue: bool) -> None:
    assert is_overdue(date(2022, 11, 28), today=today) is overdue
