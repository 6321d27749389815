"""The grammar's shortcuts change nothing but the time it takes."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from deadlines.grammar import ITEMS, items_in
from deadlines.vocabulary import TAGS

EVERY_RULE = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in ITEMS.items()))
LETTERS = "".join(sorted({*TAGS.values(), *"noYyDdeBA4-/,()&+$>"}))


def named(matches):
    return [(match.lastgroup, match.span()) for match in matches]


@given(st.text(LETTERS, max_size=12))
@settings(max_examples=3000, deadline=None)
def test_every_rule_is_tried_where_it_can_begin(tags):
    assert named(items_in(tags)) == named(EVERY_RULE.finditer(tags))
