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
MONTHLY_SV = """
den 25:e varje månad | recurring ..2023-02-25 recurring
senast den 5:e varje månad | recurring ..2023-03-05 recurring
den 10 i varje månad | recurring ..2023-02-10 recurring
varje månad den 20 | recurring ..2023-02-20 recurring
varje månad senast den 3:e | recurring ..2023-03-03 recurring
den 1 och 15 varje månad | recurring ..2023-02-15 recurring
den sista varje månad | recurring ..2023-02-28 recurring
den 15 varannan månad | recurring .. recurring
första måndagen varannan månad | recurring .. recurring
varje månad två möten | recurring .. recurring
"""
MONTHLY_EN = """
the 25th of each month | recurring ..2023-02-25 recurring
by the 5th of every month | recurring ..2023-03-05 recurring
on the 31st of each month | recurring ..2023-03-31 recurring
every month on the 9th | recurring ..2023-03-09 recurring
the 1st and 15th of each month | recurring ..2023-02-15 recurring
the last of each month | recurring ..2023-02-28 recurring
the 12th of every other month | recurring .. recurring
"""


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [*cases(MISREAD, "sv"), *cases(MONTHLY_SV, "sv"), *cases(MONTHLY_EN, "en")],
)
def test_a_plan_says(text, lang, expected):
    assert bounds(text, lang) == expected
