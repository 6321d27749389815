"""The grammar: which lines of tags name a period, a duration, a repetition or no time at all."""

import re
from collections.abc import Callable

# Tags are single letters (see vocabulary.TAGS); a numeral gives n, o (ordinal), Y (year),
# y ('22), D (full date), d (15/3), e (15.3), B (year and month), A (2022/23) or 4 (no time).
YEAR = "(?:,?[Yy])"
EDGE = "(?:E-{0,2}[i@r=]{0,4})?"
NUMBERED = "[QHU]"
UNIT = "[GKNJQHRU]"
JOIN = "[-/&tu]"
PAIR = "(?:A|Y[-/][Yyn]|B|d|,?[Yy]|n(?!-?n|[A-EG-XZ]))"
WEEKDAY = "(?:c[,@]?)?(?:W,?)?"
COUNT = "[nk](?:[-t/&,][nk])?"
DEICTIC = "[QHUNKJRLZ]"

ITEMS = {
    "number": (
        r"#{1,3},?-?(?:n(?!M)|[YABDeo4]|d(?![-/]?,?[Yy]))(?:[-/,]?4|-[YyD]|/Y){0,6}(?:(?<=4)\(D\))?|#{1,3}"
        r"|(?:[nk4](?:-?[nk4]){0,5}|Y4{0,3}|[Adye]|\+[nk]|4(?=\$m?[gm]))\$(?:tY|[m/][GKNQHJRW]|g)?|4{1,6}n{0,6}|Y#(?![-,/]?[nY4])|Y/#[4n]"
        r"|Y\)(?:[k4]|n$)(?![A-Z%$])"
    ),
    "title": (
        "3-?(?:t[x#q&3-]{0,5})?(?:Y(?:-[Yyn])?|A)(?![A-XZ])|3(?=[,)]|$)"
        "|(?:Y-[Yy]|[YA])3(?![-,/]?[nY4])"
    ),
    "date_each_month": r"(?:lG|[ol](?:[,&][nol]){0,3})i?mN|mN,?[@bp]?o(?![A-Z%-])",
    "each_month": "[ol]Wi?mN|m[ol]WN(?!n)|mN,?[@bp]?[ol]W",
    "often": (
        rf"(?:[nk]?(?:-[nk])?%|[nk](?:-[nk])?5)[/m]{{0,2}}[nk]?{UNIT}?"
        rf"|m[nkol]{{0,3}}(?:{UNIT}|[LZ](?!Y))|m(?=[SMWThXdon]|x{{0,2}}q)|g"
    ),
    "project": (
        rf"2n|[NJ]n(?!M)|Rn(?![MYAL])|oR(?![,i]?[YyAMSn])|lG(?!i?j?[MmNQjJD]|$)|6j?[GKNQHUJRLZ]|(?:Un)?\+(?:{COUNT}{UNIT}|n(?!M))"
        r"|(?<=[bpfaur@])YJ?j?q"
    ),
    "within": rf"(?:I[@i=bj]{{0,4}}{COUNT}|i?j{COUNT}){UNIT}",
    "ahead": rf"(?:[Pi]i{{0,3}}{COUNT}(?:{UNIT}F?(?!,?[Yyn])|[GKNJ])|{COUNT}{UNIT}F)",
    "beside": (
        r"(?<![nkoj])[ol]?[KG](?=i?[fa](?![jk@i]{0,2}[GKN]))"
        r"|W(?=[fa](?:h|[no]M|[Dd]|M[no]))"
    ),
    "offset": rf"{COUNT}{UNIT}(?=i?[faru]|,r)",
    "some_of_the_year": rf"[ol][nk][NQHU]i?{YEAR}",
    "some_units": "[ol][nk][GKN]i?(?=[MYSTQHUhJ])|[QHU](?=,?[Yy])|[ol]H(?=i?[STLXR])",
    "iso_day": "Y-?Kn-n(?![-A-Z])",
    "spaced_day": "Ynn(?![A-XZ%$])",
    "two_dates": "D-n-n(?![A-XZ%$])",
    "some_days": (
        rf"{WEEKDAY}(?:[no],){{0,8}}[no]{JOIN}i?(?:W,?)?(?:[no]MN?|[de]|D){YEAR}?"
        rf"|(?:[no],){{2,8}}[no]M{YEAR}?|dM(?![no]){YEAR}?"
    ),
    "some_months": rf"n{JOIN}B",
    "named_day": (
        rf"{WEEKDAY}[no]-?[i=]?"
        rf"(?:MN?(?:-?{YEAR}|n(?![-A-Z/&t$%]))?|(?<=o)N|ij?N(?!n)|jN(?!n))"
    ),
    "each_year": "E[i@]{0,3}mJ",
    "nth_day": rf"[ol](?:[WG])i?(?:M{YEAR}?|j?[NJQ](?!n))|lM{YEAR}?|M{YEAR},?[ol]W",
    "nth_week": rf"[ol](?:Ki?|C)M{YEAR}?",
    "half_month": rf"[ol]Hi?M{YEAR}?|M{YEAR}?[,(]oH(?![nYyJA])",
    "month_day": (
        rf"{WEEKDAY}(?:Y[,-]?)?M[no](?:(?:,[no]){{0,8}},?{JOIN}[no]|(?:,[no]){{2,9}})?"
        rf"(?![GKNJQRHM5$%]|-(?!M[no])){YEAR}?"
    ),
    "date": rf"{WEEKDAY}D",
    "slashed": (
        rf"{WEEKDAY}d(?:[-/]?{YEAR})?|(?:c[,@]?)?W,?e{YEAR}?"
        rf"|(?<=[bfurtap@-])e{YEAR}?|e{YEAR}|e(?=-[De])"
    ),
    "weekday_in_week": rf"(?:W[-&/t])?W,?i?Kn{YEAR}?|Kn{YEAR}?[,(]?W(?![-,/]?[no])",
    "weekday": r"(?:c[,@]?)?(?:W,?i?jK|jK,?[@i]?W|jW|W)",
    "week": (
        rf"(?:{EDGE}Y[-/,]?)?{EDGE}K[no](?:(?:,|{JOIN}i?)K?[no](?![A-LN-XZ])){{0,8}}"
        rf"(?!M|{JOIN}nM)(?:/?{YEAR})?|K4"
    ),
    "day_only": r"(?<=[bfup])o(?=$|[,)m])",
    "term": rf"{EDGE}(?:(?:Y,?)?T{PAIR}?|SR{PAIR}?|YSR|S[Yy]R|RnL?A)",
    "season": rf"{EDGE}(?:Y,?S(?!R)|[jl]?S(?!R){PAIR}?)",
    "leave": rf"{EDGE}[jl]?X{YEAR}?",
    "numbered": (
        rf"{EDGE}(?:J(?=[ol][QHU]))?(?:[ZJ]?(?:YJ?|A)[-,/]?)?(?:{NUMBERED}n(?:,n(?=[,&])){{0,3}}(?:[-/&]{NUMBERED}?[no](?![B-XZ]))?"
        rf"|(?:[onl]{JOIN})?[onl]{NUMBERED}(?!n[-,/]?[Yy]))(?:i?j?(?:J(?!n)|Z))?(?:/?{YEAR}|,?A|n(?![A-XZ-]))?"
    ),
    "academic": rf"{EDGE}L{PAIR}|Y[-/][Yyn]L|{EDGE}A(?:L|(?!Z))",
    "fiscal": rf"{EDGE}(?:Z{PAIR}|[AY]Z(?![AYnQHU]))",
    "turning": rf"V(?:M[-/&t]M{YEAR}?|Qn[-/&t]Q?n(?:/?{YEAR})?|{PAIR})?|M[-/&]M{YEAR}?-?V{YEAR}?",
    "feast": rf"{EDGE}[jl]?h{YEAR}?",
    "month": rf"{EDGE}(?:Y[,-]?M(?![no]|,?[Yy])|(?!M[no],?[Yy])j?MN?(?:[/-]?(?:{YEAR}|A))?|B)",
    "relative": (
        rf"{EDGE}j[QHUNKJRLZ](?!n)"
        rf"|(?:E[ji@]{{0,4}}|(?<=[ipbfuaI@])){DEICTIC}(?![nYy])|J(?=E)"
    ),
    "relative_end": "j?c(?:,?[Yy])?(?!O)",
    "today": "(?:c,?)?O",
    "split_of_what": "JA",
    "year": rf"YJE|{EDGE}J?(?:Y(?:[-]n(?![A-XZ]))?|(?:(?<=[ibfuprt@zE=-])|^)y)",
}
# The tags that an item can begin with: at each tag only these are tried, in the order above.
FIRST = {
    "number": "#+4AYdekny",
    "title": "3YA",
    "date_each_month": "lmo",
    "each_month": "lmo",
    "often": "%-gkmn",
    "project": "+26JNRUYlo",
    "within": "Iij",
    "ahead": "Pikn",
    "beside": "GKWlo",
    "offset": "kn",
    "some_of_the_year": "lo",
    "some_units": "HQUlo",
    "iso_day": "Y",
    "spaced_day": "Y",
    "two_dates": "D",
    "some_days": "Wcdno",
    "some_months": "n",
    "named_day": "Wcno",
    "each_year": "E",
    "nth_day": "Mlo",
    "nth_week": "lo",
    "half_month": "Mlo",
    "month_day": "MWYc",
    "date": "DWc",
    "slashed": "Wcde",
    "weekday_in_week": "KW",
    "weekday": "Wcj",
    "week": "EKY",
    "day_only": "o",
    "term": "ERSTY",
    "season": "ESYjl",
    "leave": "EXjl",
    "numbered": "AEHJQUYZlno",
    "academic": "AELY",
    "fiscal": "AEYZ",
    "turning": "MV",
    "feast": "Ehjl",
    "month": "BEMYj",
    "relative": "EHJKLNQRUZj",
    "relative_end": "cj",
    "today": "Oc",
    "split_of_what": "J",
    "year": "EJYy",
}


# The empty group behind each alternative names it; in front it would cost more.
def _matchers() -> dict[str, Callable[[str, int], re.Match[str] | None]]:
    tags = sorted(set("".join(FIRST.values())))
    return {
        tag: re.compile(
            "|".join(
                f"(?:{pattern})(?P<{name}>)"
                for name, pattern in ITEMS.items()
                if tag in FIRST[name]
            )
        ).match
        for tag in tags
    }


MATCHERS = _matchers()


def items_in(tags: str) -> list[re.Match[str]]:
    """Every item from left to right; lastgroup is its name."""
    items: list[re.Match[str]] = []
    past = 0
    for place, tag in enumerate(tags):
        if place >= past and tag in MATCHERS and (found := MATCHERS[tag](tags, place)):
            items.append(found)
            past = found.end()
    return items
