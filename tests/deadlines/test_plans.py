"""What else stands in the column for times in real plans, read on 10 February 2023."""

import pytest

from tests.deadlines.test_parse import bounds, cases

MISREAD = """
Ql 2025 | during 2025-01-01..2025-03-31 quarter
QI 2024 | during 2024-01-01..2024-03-31 quarter
Tl 2024 | during 2024-01-01..2024-04-30 tertial
Hl 2023 | during 2023-01-01..2023-06-30 half-year
Kl 2024 | during 2024-01-01..2024-03-31 quarter
kvl 2024 | during 2024-01-01..2024-03-31 quarter
senast KvI 2024 | by ..2024-03-31 quarter
Ql-Q2 2025 | during 2025-01-01..2025-06-30 quarter
Ql/2024 | during 2024-01-01..2024-03-31 quarter
Ql -24 | during 2024-01-01..2024-03-31 quarter
2024 Hl | during 2024-01-01..2024-06-30 half-year
klart Tl, 2024 | during 2024-01-01..2024-04-30 tertial
HL 2024 | during 2024-01-01..2024-12-31 year
kl 12 den 3 mars 2023 | during 2023-03-03..2023-03-03 day
Kl 10-12 3 mars 2023 | during 2023-03-03..2023-03-03 day
"""


@pytest.mark.parametrize(("text", "lang", "expected"), [*cases(MISREAD, "sv")])
def test_a_plan_says(text, lang, expected):
    assert bounds(text, lang) == expected
