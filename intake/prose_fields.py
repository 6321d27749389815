"""What sentences say of a plan: who commissioned it, who owns it, which group does the work."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from intake.document import Document, Heading, Paragraph
from intake.wording import fold, sentences

_BODY: Final = r"(?P<body>[^\s,.;:(][^,.;:(]{2,80}?)"
_END: Final = (
    r"(?=$|[,.;:(]|\s(?:och|and|og)\s(?:är|is|har|has|skal?l?|will|le[dt]s|owned|led|ägs|ejes|eies|gäller|gjelder"
    r"|gælder|löper|pågår|omfattar|beskriver|bygger|utgör|avser|runs|covers)\b"
    r"|\spå\s(?:uppdrag|oppdrag|opdrag|vegne)\b|\s(?:efter|i\ssamråd|i\ssamarbete|i\ssamarbejde|i\ssamarbeid)\b"
    r"|\s(?:som|att|at|med|under|the\s+\d|den|in\s|för\satt|har|hat|ska|skall|skal|vill|with|which"
    r"|who|to|is|has|and\sis|i\s+(?:mars|maj|juni|januari|februari|april|juli|augusti|september"
    r"|oktober|november|december)|\d+)\b)"
)
_OPENS: Final = r"^(?P<body>[A-ZÅÄÖÆØ][^,.;:(]{3,60}?)"
_SETS_UP: Final = r".{0,40}\b(?:tillsätta|nedsætte|nedsette|inrätta|oprette|opprette)\b"
_SUBJECT: Final = re.compile(
    r"\b(?:uppdrag\w*|arbetsgrupp\w*|grupp\w*|projekt\w*|plan|planen|handlingsplan\w*|arbete\w*"
    r"|arbejd\w*|arbeid\w*|oppdrag\w*|opgav\w*|group|task force|project|work|plan|charter)\b",
    re.IGNORECASE,
)
_SETS: Final = r"(?:commissioned|established|set\sup|appointed|mandated|convened|tasked)"
_FORMS: Final = {
    "commissioner": (
        rf"(?i:\b(?:på\s)?uppdrag(?:et)?\s(?:kommer\s|ges\s|gavs\s|är\sgivet\s)?(?:av|från))\s{_BODY}{_END}",
        rf"\b(?:tillsatts|tillsatt|tillsattes|beställts|beställd|beställs|utsedd|utsetts)\sav\s{_BODY}{_END}",
        rf"\b(?i:commissioned|established|set\sup|appointed|mandated|chartered|convened)\sby\s(?:the\s)?{_BODY}{_END}",
        (
            rf"^(?:The\s)?(?P<body>[A-Z][^,.;:(]{{3,60}}?)\s(?:has\s)?{_SETS}\s(?:the|a|an|this)\s"
            r".{0,60}\b(?:[Gg]roup|[Tt]ask\s[Ff]orce|[Cc]ommittee|[Nn]etwork|[Tt]eam)\b"
        ),
        rf"\b(?:nedsat|nedsatt|oppnevnt|bestilt|udpeget)\s(?:af|av)\s{_BODY}{_END}",
        rf"\bpå\s(?:oppdrag|opdrag|vegne)\s(?:fra|af|av)\s{_BODY}{_END}",
        rf"{_OPENS}\s(?:har\s)?(?:beslutade|beslutat|besluttede|vedtok)\b{_SETS_UP}",
        rf"{_OPENS}\s(?:har\sgett|gav|har\sgivet|har\sgitt)\b.{{0,60}}\b(?:uppdrag|opgave|oppdrag)\b",
    ),
    "owner": (
        rf"\b(?:ägs|eies|ejes)\s(?:av|af)\s{_BODY}{_END}",
        (
            r"\b(?i:uppdragsägare|projektägare|planägare|ägare|planeier|planejer|oppdragseier|prosjekteier"
            rf"|projektejer)\s(?:(?:till|av|af)\s\w+\s)?(?:är|er)\s{_BODY}{_END}"
        ),
        rf"\bowned\sby\s(?:the\s)?{_BODY}{_END}",
        rf"\bowner\sof\sthe\s(?:plan|project|charter)\sis\s(?:the\s)?{_BODY}{_END}",
    ),
}
GENERIC: Final = frozenset(
    (
        "arbetsgruppen",
        "projektgruppen",
        "styrgruppen",
        "referensgruppen",
        "målgruppen",
        "arbejdsgruppen",
        "arbeidsgruppen",
        "styringsgruppen",
        "styregruppen",
        "prosjektgruppen",
        "undergruppen",
        "yrkesgruppen",
        "åldersgruppen",
    )
)
_DOES: Final = re.compile(
    r"\b(?:görs|utförs|genomförs|drivs|bedrivs|udføres|utføres|gjøres|carried\sout|done)\s"
    rf"(?:av|af|by)\s(?:the\s)?(?P<body>[A-ZÅÄÖÆØ][^,.;:(]{{3,60}}?){_END}"
)
_MADE: Final = re.compile(  # Planen är framtagen av Samverkansgruppen för psykisk hälsa
    r"\b(?:framtagen|framtagits|tagits\sfram|utarbetad|utarbetats|utarbetat|utarbeidet|udarbejdet|gjort"
    r"|prepared|developed|drawn\sup|written)\s(?:av|af|by)\s(?:the\s)?"
    rf"(?P<body>(?=[^,.;:(]{{0,40}}(?:[Gg]ruppen|[Gg]ruppa|[Nn]ätverket|[Nn]ettverket|[Tt]eamet|[Gg]roup|[Tt]ask\s[Ff]orce)\b)"
    rf"[A-ZÅÄÖÆØ][^,.;:(]{{3,60}}?){_END}"
)
_TASKED: Final = (
    re.compile(
        r"\b(?:har\sgett|gav|ger|har\sgivit|har\sgivet)\s(?P<body>[A-ZÅÄÖÆØ][^,.;:(]{3,60}?)\si\suppdrag\b"
    ),
    re.compile(
        r"\b[Pp]å\suppdrag\sav\s[^.;:(]{3,60}?\s(?:ska|skall|har)\s"
        r"(?P<body>[A-ZÅÄÖÆØ][\w-]*(?:gruppen|utskottet|nätverket|teamet))\b"
    ),
    re.compile(
        rf"\b{_SETS}\s(?:the|a|an)\s"
        r"(?P<body>[A-Z][^,.;:(]{2,60}?(?:Group|group|Task\sForce|Committee|Network|Team))\b"
    ),
)
_NAMED: Final = re.compile(r"\b[A-ZÅÄÖÆØ][a-zåäöæøé-]{2,}(?:gruppen|utskottet|nätverket)\b")
MAX_WORDS: Final = 9
OPENING: Final = 8  # sentences: further on, other groups are spoken of


def stated_in_prose(document: Document, field: str) -> str | None:
    """The commissioner or owner that a sentence about the group or its task names."""
    for sentence in _sentences(document):
        for form in _FORMS[field]:
            found = re.search(form, sentence)
            if found and found.start() and not _SUBJECT.search(sentence):
                continue
            if found and len(found["body"].split()) <= MAX_WORDS:
                return found["body"].strip()
    return None


def group_in_prose(document: Document, responsible: Sequence[str]) -> str | None:
    """The group that does the work; else a group's own name that comes back, also in the rows."""
    opening = set(islice(_sentences(document), OPENING))
    for sentence in _sentences(document):
        for form in (_DOES, _MADE, *(_TASKED if sentence in opening else ())):
            found = form.search(sentence)
            if found and found["body"].casefold() not in GENERIC:
                return str(found["body"]).strip()
    named = Counter(
        name
        for sentence in (*_sentences(document), *_headings(document))
        for name in _NAMED.findall(sentence)
        if name.casefold() not in GENERIC
    )
    named.update(name for name in responsible if name in named)
    return next((name for name, times in named.most_common(1) if times > 1), None)


def _headings(document: Document) -> Iterator[str]:
    return (fold(one.text) for one in document.blocks if isinstance(one, Heading))


def _sentences(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield from sentences(fold(block.text))
