"""The words around people: titles, organisations, and the sentences that list members."""

import re
from typing import Final

from intake.time_vocabulary import listed, phrases
from models.values import Principal

# How an organisation, or the label before the names, tells the principal.
PRINCIPALS: Final[dict[Principal, tuple[str, ...]]] = {
    "municipality": listed("""
        kommun | kommuner | municipality | municipalities | kommune | stad | stads | city council
        | kommunförbund | kommunförbundet | district council | borough council | town council
        | parish council |
        city of | borough of | town of | kommunen | landskommun
    """),
    "university": listed("""
        universitet | university | högskola | högskolan | lärosäte | lärosäten | college |
        institutet | universities | høgskole | højskole | universitetet | universitetshögskola |
        chalmers | ntnu | dtu | slu | universitetscollege | professionshøjskole | kth | høgskolen
        | høyskole | høyskolen | højskolen | professionshøjskolen | yrkeshögskolan
    """),
    "region": listed("""
        region | regioner | regionen | landsting | landstinget | regions | regionförbund
        | regionförbundet | county
        council | fylkeskommune | fylkeskommunen | amt | regionerna
    """),
}
# The same of other bodies, by their whole words; and by what a company's name ends with.
OTHER_PRINCIPALS: Final[dict[Principal, re.Pattern[str]]] = {
    "agency": re.compile(
        r"\b(?:\w{3,}verket|\w*myndighet(?:en)?|läns(?:styrelsen?|styrelsernas?)|socialstyrelsen"
        r"|transportstyrelsen|sundhedsstyrelsen|statsforvalteren?|\w*direktorat(?:et)?|\w*inspektionen"
        r"|department for|ministry of|agency|authority|directorate)\b",
        re.IGNORECASE,
    ),
    "company": re.compile(
        r"\b(?:\w*bolag(?:et)?|företag(?:et)?|company|companies)\b",
        re.IGNORECASE,
    ),
    "other": re.compile(
        r"\b\w*(?:förening|forening|stiftelse|förbund|forbund|sällskap|selskab|selskap|klubb|klub|kår"
        r"|samfund|församling|allians|studenterråd|studentråd|elevråd|föräldraråd)(?:en|ar|et|er|n)?\b"
        r"|\b(?:association|society|foundation|trust|charity|union)\b",
        re.IGNORECASE,
    ),
}
COMPANY_NAME: Final = re.compile(
    r"\S\s(?:AB|ApS|A/S|AS|BV|Corp|GmbH|HB|Inc|KB|LLC|Limited|Ltd|Oy|plc|\w*[Bb]olag(?:et)?)[.,)]*$"
)
TITLES: Final = phrases("""
    adjunkt | avdelningschef | chair | chef | convenor | dekan | director | direktör | docent |
    doktor | dr | fuldmægtig | kanslichef | konsulent | koordinator | leder | lektor | mr | mrs |
    ms | ordförande | prof | professor | prorektor | rektor | rådgiver | sakkunnig | samordnare |
    secretary | sekreterare | strateg | utredare | utvecklare | vd | verksamhetschef | överläkare
    | sammankallande | vice | formand | sekretær | formann | head | handläggare | forskare
    | prefekt | proprefekt | studierektor | kurator | rektorn | landshövding | borgmästare |
    borgmester | ordfører | varaordfører | rådmann | kommunaldirektør | dekanus | prodekan |
    kanslirådet | departementsråd | expert | apotekare | barnmorska | tandläkare | tandhygienist
    | fysioterapeut | arbetsterapeut | logoped | dietist | kirurg | enhetschefen | sir | dame |
    councillor | cllr | kommunalråd | regionråd | oppositionsråd | doktorand | adjungerad |
    kassör | kasserer | ledamot | suppleant | kontorist | administratör | vicerektor |
    universitetslektor | hr | fru | herr
""")
TITLE_ENDINGS: Final = listed("""
    direktör | chef | rektor | ledare | samordnare | strateg | utvecklare | sekreterare |
    utredare | koordinator | direktor | chefen | läkare | sköterska | lektor | rådgiver |
    konsulent | controller | manager | officer | arkitekt | ingenjör | handläggare | lärare |
    designer | developer | engineer | analyst |
    specialist | sköterskan | pedagog | psykolog | ekonom | jurist | samordnaren | forskare |
    leder | sjef | terapeut | sekretær | direktør | konsulenten | handledare | ansvarig |
    controllern | planerare | inspektör | assistent | biträde | vårdare | arkivarie |
    bibliotekarie | pedagogen | intendent | kommunikatör
""")
# What tells an organisation whose principal is of another kind, or not told.
ORGANISATION_SIGN: Final = re.compile(
    r"(?:förbund|förening|stiftelse|bolag|institut|sällskap|museum|museet|bibliotek|sjukhus|skola"
    r"|kår|(?<!om)rådet|myndighet|verket|styrelse|nämnd|förvaltning|kansli|centrum|nätverk|kyrka|samfund"
    r"|forbund|forening|stiftelse|selskab|selskap|sygehus|sykehus|styrelsen|direktorat)\w*\b"
    r"|\b(?:association|authority|agency|alliance|board|centre|center|charity|church|club|college"
    r"|committee|company|council|department|federation|forum|foundation|group|hospital|institute"
    r"|library|ministry|museum|museums|network|office|organisation|partnership|school|service"
    r"|services|society|trust|union|unions|AB|A/S|AS|Ltd|Inc|GmbH)\b",
    re.IGNORECASE,
)
# A name with one of these is that of a body, and of nobody.
BODY: Final = re.compile(
    r"\b\w*(?:gruppen|gruppe|utskottet|utvalget|udvalget|nämnden|kommittén|styrelsen|nätverket)\b"
    r"|\b(?:committee|council|group|team|task force|board|network|workgroup)\b",
    re.IGNORECASE,
)
# What opens a list of the group's members within a sentence.
MEMBER_VERBS: Final = listed("""
    består av | består af | består i dag av | utgörs av | bemannas av | ingår | ingår följande |
    har ingått | ingick | har deltagit | har deltatt | har deltaget | har bestått av |
    närvarande var | medverkade | present were | attended by | til stede var | deltog | leds av |
    ledes av | ledes af | sammankallas av | i gruppen är | medlemmar är | ledamöter är |
    deltagare är | medlemmer er | deltagere er | deltakere er | consists of | is made up of |
    comprises | is composed of | members are | participants are | is led by | is chaired by |
    led by | chaired by | deltar | deltager | sitter | indgår | inngår |
    members of the group are | i gruppen sitter | representeras av
""")
# Roles before a name, and what the one who has it will do.
ROLES_IN_PROSE: Final = listed("""
    intern | analyst | convenor | coordinator | project manager | lead | researcher | fellow |
    adviser | advisor | projektledare | samordnare | utredare | handläggare | praktikant |
    strateg | prosjektleder | projektleder | koordinator | rådgiver
""")
TAKES_PART: Final = listed("""
    will | shall | leads | coordinates | assists | supports | kommer att | ska | skall | leder |
    samordnar | bistår | stödjer | skal | vil | koordinerer
""")
PEOPLE_IN_PROSE: Final = listed("""
    stakeholders | contacts | representatives | experts | advisers | advisors | leads | analysts
    | sponsors | kontaktpersoner | representanter | experter | sakkunniga | projektledare |
    kontaktpersonerna | representanterna | kontakter | ressurspersoner | fagpersoner
""")
OTHER_BODIES: Final = listed(r"""
    styrgrupp | styregrupp | styringsgrupp | steering | referensgrupp | referencegruppe |
    reference group | referansegrupp | advisory
""")
# Columns that part a name in two.
FIRST_NAMES: Final = phrases("first name | firstname | fornavn | förnamn | given name")
LAST_NAMES: Final = phrases(
    "efternamn | efternavn | etternavn | family name | last name | surname"
)
