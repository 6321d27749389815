"""The words by which time is recognised: Swedish, English, Danish, Norwegian."""

from typing import Final


def listed(text: str) -> tuple[str, ...]:
    """Phrases between bars, in their order."""
    return tuple(" ".join(phrase.split()) for phrase in text.split("|"))


def phrases(text: str) -> frozenset[str]:
    return frozenset(listed(text))


MONTHS: Final = phrases("""
    apr | april | aug | august | augusti | dec | december | des | desember | feb | februar |
    februari | february | jan | januar | januari | january | jul | juli | july | jun | june |
    juni | mai | maj | mar | march | mars | marts | may | nov | november | oct | october | okt |
    oktober | sep | sept | september
""")
SEASONS: Final = phrases("""
    autumn | efterår | efteråret | fall | forår | foråret | ht | höst | hösten | höstens |
    hösttermin | höstterminen | høst | høsten | semester | sommar | sommaren | sommer | sommeren
    | spring | summer | term | termin | terminen | vinter | vinteren | vintern | vt | vår | våren
    | vårens | vårtermin | vårterminen | winter
""")
# Parts of a year that a number before them counts: "1. kvartal".
COUNTED_PARTS: Final = phrases("""
    halvår | halvåret | half | kvartal | kvartalet | quarter | semester | term | termin |
    terminen | tertial | tertialet
""")
PERIODS: Final = phrases("""
    christmas | dagar | dage | dager | days | easter | fredag | friday | half | halvår | halvåret
    | halvårsskiftet | idag | jul | julen | jultid | kv | kvartal | kvartalet | läsår | läsåret |
    mandag | midsommar | monday | month | months | månad | månaden | månader | månadsskiftet |
    måndag | måned | måneden | nyår | onsdag | påsk | påsken | quarter | tertial | tertialet |
    thursday | tirsdag | tisdag | today | torsdag | tuesday | uge | uger | uke | uker | vecka |
    veckan | veckor | veckorna | wednesday | week | weeks | year | year's | året | årets | års |
    årsskiftet
""")
RECURRENCES: Final = phrases("""
    annual | annually | asap | biannually | continuous | continuously | fortlöpande | halvårsvis
    | immediately | kontinuerlig | kontinuerligt | kvartalsvis | kvartalsvist | löpande | løbende
    | løpende | monthly | månadsvis | månedlig | månedligt | omedelbart | omgående | ongoing |
    quarterly | snarast | snarest | straks | tbd | terminsvis | ukentlig | varje | veckovis |
    weekly | yearly | årlig | årlige | årligen | årligt
""")
TIME_WORDS: Final = MONTHS | SEASONS | PERIODS | RECURRENCES

# Words that may open a wording of time, stand inside it, or close it.
TIME_OPENERS: Final = phrases("""
    about | after | anden | andet | andra | around | before | beginning | by | början | ca |
    cirka | coming | due | during | each | early | efter | end | etter | every | first | fjerde |
    fjärde | fourth | fr | fra | frem | from | från | färdig | färdigt | före | första | før |
    første |
    hela | i-år | inden | innan | innen | innevarande | inom | klar | klara | klart | kommande |
    kring | last | late | medio | mid | midten | mitten | next | no | nästa | omkring | primo |
    runt | second | sen | senast | senest | sent | sidste | sista | siste | slut | slutet |
    slutten | start | starten | t | third | tidig | tidigast | tidigt | till | tredje | ultimo |
    under | until | varje | vid | whole | within
""")
TIME_JOINTS: Final = TIME_OPENERS | phrases("""
    a | and | are | at | av | be | de | den | dess | det | e | eftermiddag | eller | en | ett |
    fom | för | förmiddag | gång | gånger | i | in | kl | later | m | nd | o | och | of | og | om
    | on | or | per | på | rd | s | samt | senare | skall | st | th | than | the | til | times |
    to | tom | v | w | year | är | år |
    one | two | three | four | five | six | seven | eight | nine | ten | twelve |
    två | tre | fyra | fem | sex | sju | åtta | nio | tio | tolv |
    to | fire | seks | syv | sju | otte | åtte | ni | ti
""")
TIME_CLOSERS: Final = phrases("""
    ) | början | earliest | end | later | senare | senast | slut | slutet | start | tidigast | år
    | ’
""")

# Headings that are a time only as seen from some event.
RELATIVE_PERIODS: Final = phrases("""
    after | afterwards | after the event | bagefter | before the event | dagen efter | dagen före
    | dagen innan | day before | day of the event | directly after | efter | efterpå | efteråt |
    efter evenemanget | etter | etterpå | före | före evenemanget | före start | innan | på dagen
    | same day | same week | samma dag | samma vecka | the day after | the day before | under
    dagen | under evenemanget | veckan efter | veckan före | week after | week before
""")

# What opens a time at the end of a point; "for" and "from" tell what it is about instead.
WEEKS: Final = phrases("uge | uke | v. | vecka | week")
CLOSING_WORDS: Final = WEEKS | phrases("""
    around | den | during | i | in | kring | omkring | on | runt | under
""")

ABOUT: Final = phrases("""
    about | av | af | concerning | for | from | från | fra | för | of | om | sedan | since
""")

# What stands in the place of a time where the work is over.
DONE: Final = listed("done | completed | klart | klar | avklarat | avslutat | færdig | ferdig")
# How words for what is held on a day end.
GATHERINGS: Final = listed("""
    möte | mötet | møte | møtet | møde | mødet | meeting | workshop | workshopen | konferens |
    konferensen | konferanse | konferansen | conference | seminar | seminarium | seminariet |
    kurs | kursen | course | hearing | träff | träffen | dag | dagen | day | call | session |
    event | webinar | webbinarium | stämma | stämman | sammanträde | sammanträdet | fest | festen
""")

# What leads in to a wording within a sentence; the second are left out of it.
DUE_WORDS: Final = listed("""
    by | before | no later than | due | until | senast | senast den | före | innan | inden |
    senest | innen | før | klart | deadline: | due: | klart: | frist: | within | inom | till |
    inför | til | frist | deadline
""")
DROPPED_DUE_WORDS: Final = listed(
    "by | due | deadline: | due: | frist: | deadline | frist | till | til | inför"
)

MONTH_NUMBERS: Final = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "maj": 5,
    "may": 5,
    "mai": 5,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "okt": 10,
    "oct": 10,
    "nov": 11,
    "dec": 12,
    "des": 12,
}
