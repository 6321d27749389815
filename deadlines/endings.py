"""What the end of an unknown word tells: a meeting, a law, a title, a time that we do not know."""

from deadlines.vocabulary import Tokens

EVENT: Tokens = (("q", 1),)
NAMED: Tokens = (("#", 0),)  # letters before a number that we do not know: a code
EVENT_ENDINGS = (
    "möte", "mötet", "mötena", "sammanträde", "sammanträdet", "stämma", "stämman", "konferens",
    "konferensen", "beslut", "beslutet", "session", "sessionen", "träff", "träffen", "avstämning",
    "avstämningen", "seminarium", "seminariet", "kongress", "kongressen", "meeting", "samråd",
)  # fmt: skip
TITLE: Tokens = (("3", 0),)
# kulturplan 2025-2028, vårbudget 2026: the years belong to what the plan is called.
TITLE_ENDINGS = (
    "strategi", "strategin", "vision", "visionen", "agenda", "målbild", "plan", "planen",
    "program", "programmet", "policy", "policyn", "budget", "budgeten", "proposition",
    "propositionen",
)  # fmt: skip
NO_TITLES = {
    "revision", "television", "division", "supervision", "provision", "slutrevision", "plan",
    "planen", "program", "programmet", "tidplan", "tidplanen", "tidsplan", "tidsplanen",
    "genomförandeplan", "genomförandeplanen", "projektplan", "projektplanen", "arbetsplan",
    "arbetsplanen", "aktivitetsplan", "aktivitetsplanen",
}  # fmt: skip
# skollagen 2010, jordabalken 1970: a year right behind a law's name belongs to the name.
LAW_ENDINGS = ("lagen", "förordningen", "balken", "direktivet")
NO_LAWS = {
    "anslagen", "avslagen", "beslagen", "bolagen", "förlagen", "förslagen", "inslagen", "lagen",
    "omslagen", "underlagen", "uppslagen", "utslagen", "anlagen",
}  # fmt: skip
# skolstart 2026, kulturveckan 2026: a time that we do not know, so the year is not all of it.
TIME_ENDINGS = (
    "start", "starten", "slutet", "avslutning", "avslutningen", "skifte", "skiftet", "veckan",
    "helgen", "lovet", "säsong", "säsongen",
)  # fmt: skip
NUMBERED = ("nr", "nummer", "numret")  # kundnr 241015
UNREAD: Tokens = (("x", "time"),)
TELLING_ENDINGS = EVENT_ENDINGS + NUMBERED[1:] + LAW_ENDINGS + TITLE_ENDINGS + TIME_ENDINGS
TELLING_TAILS = {ending[-3:] for ending in TELLING_ENDINGS}  # asked first: most words have none
# remisstiden går ut, svarsfristen löper ut
RUNNING_OUT = ("tiden", "fristen")
RUNS_OUT = {"går", "gick", "löper"}
LIMIT: Tokens = (("b", 1),)


def by_its_ending(word: str) -> Tokens | None:
    """Its tokens; None when the ending tells nothing after all."""
    if word.endswith(EVENT_ENDINGS):
        return EVENT
    if word.endswith(NUMBERED):
        return NAMED
    if word.endswith(LAW_ENDINGS):
        return None if word in NO_LAWS else NAMED
    if word.endswith(TITLE_ENDINGS):
        return None if word in NO_TITLES else TITLE
    return UNREAD if word.endswith(TIME_ENDINGS) else None
