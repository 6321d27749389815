"""The group that the title of a plan names: "Uppdragsdirektiv för Simuleringsgruppen"."""

import re

from intake import vocabulary as words
from intake.timewords import is_time

_DATED = re.compile(
    r"[\s,–—-]+(?:(?:den\s|d\.\s?)?\d{1,2}\.?\s[^\W\d_]{3,10}\s)?(?:19|20)\d\d(?:\s*[–/-]\s*\d{2,4}){0,2}$"
)
WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_GROUP_IN_TITLE = re.compile(
    r"\b(?:för|for|of|av|from|fra|från)\s+(?:the\s+)?(?P<name>[^–—:]*?(?:grupp|gruppen|gruppe|gruppa|group|committee"
    r"|task force|network|council|board|partnership|råd|(?<!om)rådet|utskott|nämnd|nämnden"
    r"|nätverket))$",
    re.IGNORECASE,
)
ENDS = (
    r"(?=$|[:,.(–]|\s(?:ska|skall|har|är|består|ingår|indgår|inngår|leds|arbetar|ansvarar|will|shall|is|has|i\suppdrag"
    r"|fick|får|genomför|leder|tar|möts|träffas|\d+)\b)"
)
NAMED_GROUP = re.compile(
    r"\b(?P<name>(?:(?:[Aa]rbetsgrupp|[Pp]rojektgrupp|[Nn]ätverk)(?:en|et)?|[Aa]rbejdsgruppen?|[Aa]rbeidsgruppen?)"
    rf"\s+(?:för\s|kring\s|om\s|for\s)?[^\s:,.(–][^:,.(–]*?){ENDS}"
    rf"|\b(?P<english>[Ww]orking [Gg]roup (?:on|for) [^:,.(–]+?){ENDS}"
)
_MEETS = re.compile(
    r"\b(?:möte|möten|sammanträde|møde|møte|meeting|minutes)\s(?:i|med|in|of|with)\s(?:the\s)?"
    r"(?P<name>\w*(?:grupp|gruppen|gruppe|utskottet|(?<!om)rådet|nätverket|udvalget|utvalget)\b[^,:;]*)$",
    re.IGNORECASE,
)
_BEFORE_DASH = re.compile(
    r"^(?P<name>[^–—:]+?(?:group|task force|network|partnership|\bWG|\bSIG|gruppen|nätverket"
    r"|(?<!om)rådet|consortium)(?:\s(?:för|for|kring|mot|om)\s[^–—:,]+|\s(?-i:[A-ZÅÄÖÆØ])[^–—:,]+)?)"
    r"(?:\s+[–—-]\s|:\s|,\s\d)",
    re.IGNORECASE,
)
_BEFORE_MEETING = re.compile(
    r"^(?P<name>[^–—:,]*(?:grupp|gruppe|gruppen|råd|(?<!om)rådet|utskott|utskottet|nätverk|nätverket|utvalg"
    r"|udvalg|styrelsen|SIG|WG|group|committee|council|team)\b[^–—:,]*?)"
    r"\s*[–—,:-]\s(?:\w*möte|\w*sammanträde|\w*møte|\w*møde|\w*protokoll|\w*anteckningar|referat|minutes|meeting)\b",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"^[\[(](?:proposed|draft|updated|revised|utkast|udkast)[\])]\s*", re.IGNORECASE
)
_ALONE_FOR = re.compile(
    r"^(?P<name>[A-ZÅÄÖÆØ][\wåäöæø]*(?:grupp|gruppe|råd|nätverk|utskott|utvalg|udvalg)\s(?:för|for)\s[^–—:,.]+)$"
)
# Uppdragsdirektiv Länsgruppen mot våld i nära relationer
_BEHIND_KIND = re.compile(
    r"^\w*(?:direktiv|plan|beskrivning|mandat|kommissorium|berättelse|beretning)\s"
    r"(?P<name>[A-ZÅÄÖÆØ]\w*(?:gruppen|gruppa|(?<!om)rådet|nätverket|utskottet|teamet|udvalget|utvalget)"
    r"(?:\s(?:för|for|mot|kring|om|i)\s[^–—:,]+)?)$"
)
# Mandat for fagråd for rehabilitering, årsplan for fagforum for skolebibliotek
_INDEFINITE = re.compile(
    r"\b(?:för|for)\s(?P<name>\w*(?:råd|forum|gruppe?|nätverk|nettverk|netværk|utvalg|udvalg|team)"
    r"\s(?:för|for|kring|om)\s[^–—:,]+)$"
)
_ALONE = re.compile(  # a title that is nothing but the group, maybe with a day
    r"^(?P<name>(?:[A-ZÅÄÖÆØ][\w&-]*\s(?:(?:for|and|of|the)\s)?){1,6}"
    r"(?:[Ww]orking [Gg]roup|[Ww]orkgroup|WG|[Tt]ask [Ff]orce|[Cc]ommittee|SIG))$"
)
# Arbejdsplan for Frivilligrådet i Strandby, aktivitetsplan för Biblioteksnätverket Kronoberg
_DEFINITE = re.compile(
    r"\b(?:(?:för|for)\s|(?:i|av|fra|från)\s(?=[A-ZÅÄÖÆØ]))(?P<name>\w{3,}(?:gruppen|gruppa|(?<!om)rådet|nätverket"
    r"|nettverket|netværket|utskottet|nämnden|udvalget|utvalget|styrelsen|kommittén|forumet)\b"
    r"(?:(?:\s(?!\d)[A-ZÅÄÖÆØ][\wåäö-]+)+|\s(?:för|for|kring|mot)\s[^–—:,]+)?)"
)
_MEETING_OF = re.compile(  # Protokoll från Folkhälsorådets möte
    r"\b(?P<name>[A-ZÅÄÖÆØ]\w{2,}(?:gruppen|gruppa|(?<!om)rådet|nätverket|utskottet|nämnden|udvalget|utvalget"
    r"|styrelsen|kommittén|forumet))s\s(?:möte|sammanträde|møde|møte|årsmöte|arbete|plan|protokoll)\b"
)
_AFTER_DASH = re.compile(
    r"\s[–—-]\s+(?P<name>(?!charter)[^–—:]+?"
    r"(?:group|task force|committee|council|WG|SIG|gruppen|(?<!om)rådet|nätverket|utskottet"
    r"|nämnden|grupp(?:\s\w+){1,4}|(?:förbundet|nätverket|(?<!om)rådet)(?:\s(?-i:[A-ZÅÄÖ])\w+)+))$",
    re.IGNORECASE,
)
_AFTER_KIND = re.compile(
    r"^(?:minutes|protokoll|minnesanteckningar|mötesanteckningar|anteckningar|referat|notes|agenda"
    r"|terms of reference|charter|mandate?|kommissorium|uppdragsdirektiv|direktiv"
    r"|uppdragsbeskrivning)"
    r"\s*[:,]\s+(?P<name>[^–—:,]*?"
    r"(?:group|task force|committee|council|board|network|gruppen|(?<!om)rådet|nätverket|utskottet"
    r"|nämnden|styrelsen|udvalget|utvalget)(?:\s(?:för|om|kring|for)\s[^–—:,]+)?)$",
    re.IGNORECASE,
)
_BEFORE_KIND = re.compile(
    r"^(?:(?:proposed|draft|updated|revised)\s)?"
    r"(?P<name>[^–—:,]*\b(?:group|workgroup|WG|SIG|task force"
    r"|committee|council|network))\s(?:charter|meeting|minutes|notes|agenda|terms of reference"
    r"|(?:work|action|delivery)\s?plan|workplan|roadmap)\b",
    re.IGNORECASE,
)


def says_kind(text: str) -> bool:
    return any(kind in text.casefold() for kind in words.DOCUMENT_KINDS)


def undated(title: str) -> str:
    """A title without the day or years at its end."""
    whole, _, last = _DATED.sub("", title).rpartition(",")
    is_day = whole and is_time(WEEKDAY.sub("", last.strip()))
    return undated(whole) if is_day else _DATED.sub("", title)


def group_in_title(text: str) -> str | None:
    text = _STATE.sub("", undated(text))
    forms = (
        NAMED_GROUP,
        _ALONE,
        _ALONE_FOR,
        _BEHIND_KIND,
        _MEETS,
        _MEETING_OF,
        _AFTER_KIND,
        _BEFORE_KIND,
        _AFTER_DASH,
        _BEFORE_DASH,
        _BEFORE_MEETING,
        _DEFINITE,
        _INDEFINITE,
        _GROUP_IN_TITLE,
    )
    found = next((one for form in forms if (one := form.search(text))), None)
    if found:
        return str(next(filter(None, found.groups()))).strip()
    parts = text.split()
    ends = (
        parts and says_kind(parts[0]) and re.search(r"(?:gruppen|grupp|group|gruppe)$", parts[-1])
    )
    return parts[-1] if ends else None
