import pytest

from rules.policy import Volume
from rules.volume import is_unusual

POLICY = Volume(times=5, at_least=100)


@pytest.mark.parametrize(
    ("letters", "earlier", "unusual"),
    [
        pytest.param(101, [20] * 5, True, id="more than five times a normal day"),
        pytest.param(100, [20] * 5, False, id="five times is not more"),
        pytest.param(99, [1] * 30, False, id="so few never are"),
        pytest.param(100, [1] * 30, False, id="as many as never are"),
        pytest.param(105, [21] * 5, False, id="five times is not more, whatever a normal day is"),
        pytest.param(5000, [1] * 4, False, id="nobody knows yet what is normal"),
        pytest.param(101, [1, 1, 1, 1, 300], False, id="there was a day like it"),
    ],
)
def test_what_is_more_than_usual(letters: int, earlier: list[int], unusual: bool) -> None:
    assert is_unusual(letters, earlier=earlier, policy=POLICY) is unusual
