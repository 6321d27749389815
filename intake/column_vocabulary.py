"""What the columns of tables are called: Swedish, English, Danish, Norwegian."""

from typing import Final

from intake.time_vocabulary import listed, phrases


def by_word(**meanings: str) -> dict[str, str]:
    """Each phrase with what it means."""
    return {phrase: meaning for meaning, text in meanings.items() for phrase in phrases(text)}


def by_meaning(**signs: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Meanings in the order in which they are tried."""
    return tuple((meaning, listed(text)) for meaning, text in signs.items())


# Column headings, compared whole.
COLUMNS: Final = by_word(
    number="""
        # | action id | action no | action nr | action-no | aktivitet nr | aktivitetsnr | code |
        id | item | item no | kod | lnr | löpnr | milestone no | milstolpe nr | no | no/nr | nr |
        nr och namn | nr. | num | number | nummer | opgave nr | pkt | punkt | radnr | ref |
        reference | task id | task no | tiltak nr | åtgärd nr
    """,
    description="""
        aksjon | aksjoner | aksjonspunkt | aksjonspunkter | aktionspunkt | aktionspunkter |
        aktivitetens namn | aktivitetsnamn | arbeidsoppgave | arbeidsoppgaver | arbejdsopgaver |
        arbetsuppgifter | arbetssteg | commitment | commitments | delmoment | gjennomføring av |
        handlingspunkt | handlingspunkter | hva gjør vi | hva skal gjøres? | hvad gør vi |
        initiativ | initiativer | leverance | leverancer | leveranse | leveranser | tiltag |
        planerad aktivitet | uppdrag | vad gör vi | vad vi gör | vad vi ska göra | what we do |
        what we will do | what will we do | work | work package | work packages | workstream |
        åtagande | åtaganden | åtgärd/insats | åtgärdsförslag | action | action item | action
        items | action/task | actions | activities | activity | aktion | aktioner | aktivitet |
        aktivitet/åtgärd | aktiviteter | aktivitetsbeskrivning | arbejdsopgave | arbetsmoment |
        arbetsuppgift | att göra | beskrivning av aktivitet | delaktivitet | deliverable |
        deliverables | delmål | delprojekt | gjøremål | handling | handlingar | handlinger | hva
        | hva skal gjøres | hvad | hvad skal gøres | händelse | indsats | indsatser | initiative
        | initiatives | insats | insatser | leverabel | leverans | milepel | milepeler | milepæl
        | milepæle | milepæler | milestone | milestones | milstolpar | milstolpe | moment |
        opgave | opgaver | oppgave | oppgaver | planerad åtgärd | planerade åtgärder | project
        milestone | steg | step | steps | task | task/action | tasks | tiltak | to-do | todo |
        uppgift | uppgifter | vad | vad ska göras | vad ska göras? | what | what needs to be done
        | work item | åtgärd | åtgärd/aktivitet | åtgärder
    """,
    responsible="""
        accountable | action by | aktør | ansvarig part | ansvarlig part | ansvarshaver | av hvem
        | af hvem | gjennomføres av | genomförs av | hvem gjør | hvem gør | huvudman för åtgärden
        | in charge | kontaktperson | lead organisation | lead organization | lead partner |
        named lead | person responsible | responsible officer | responsible party | samordnare |
        udføres af | utföres av | utføres av | vem gör | vem ansvarar | action owner | aktör |
        ansvar | ansvarig | ansvariga | ansvarige | ansvarlig | ansvarlige | ansvarshavande |
        assigned to | assignee | av vem | by whom | genomförare | handläggare | huvudansvarig |
        hvem | lead | lead agency | leader | leads | owner | responsibility | responsible |
        contributor | contributors | responsible individual | responsible person |
        ansv | tovholder | utförare | utförs av | vem | who | ägare
    """,
    deadline="""
        avslutas | end month | due month | delivery month | month due | slutmånad | complete by |
        completed by | completion | date due | deadline/status | delivery | ferdig | ferdigdato |
        finish by | finish date | fullført | färdigställs | gennemføres | gjennomføres |
        genomförandetid | genomförs | klar senast | klart till | month | månad | måned |
        planerad tid | quarter | kvartal | slutdato | slutter | slutført | start – slut |
        start-slut | start och slut | svarsfrist | target completion | target completion date |
        tidsangivelse | termin/år | to be done by | to be completed by | udføres | utförs |
        utførelse | vecka | uke | uge | week | år | år/termin | year | by when |
        completion date | date | dato | datum | deadline | due | due date | end | end date |
        ferdig innen | finish | forfald | frist | färdigdatum | färdigt | færdig | hvornår |
        klar | klardatum | klart | klart datum | klart senast | milepælsdato | milestone date |
        när | när klart | når | period | planerat klart | schedule | senast | senast klart |
        slut | slutdatum | sluttid | target | target date | termin | tid | tidfrist | tidplan |
        tidpunkt | tidsfrist | tidsperiod | time | tidsplan | tidspunkt | tidsram | tidsramme |
        time frame | timeframe | timeline | timescale | timescales | timing | when
    """,
    start="""
        start month | startmånad | begin | från | planned start | påbörjas | start | start date |
        börjar | startar | startas | startdato | startdatum | starttid
    """,
    other="""
        achieved | framgångskriterium | framgångskriterier | measure of success | målvärde |
        success criteria | success criterion | succeskriterier | succeskriterium |
        suksesskriterie | suksesskriterier | suksesskriterium | category | intended status |
        intended track | kategori | track | type | typ |
        details | detaljer | spec | spec. | specification | anmärkning | bemærkning |
        bemærkninger |
        beskrivning | budget | comment |
        comments | cost | costs | effekt | evidence | finansiering | genomförande |
        implementation | indicator | indikator | kommentar | kommentarer | kostnad | kpi | läge |
        measurement | merknad | merknader | mätetal | mål | mått | note | notes | område |
        prio | prioritering | prioritet | priority | progress | rag | remark | remarks |
        resources | resultat |
        resurser | status | syfte | uppfyllt | uppföljning | uppföljningsmått | utfall
    """,
    person="""
        deltagare | deltager | deltaker | ledamot | ledamöter | member | name | namn | navn |
        participant
    """,
    organisation="""
        affiliation | ansættelsessted | arbeidsgiver | arbeidssted | arbejdsgiver | arbejdssted |
        enhet | enhed | från | institution | part | representant för | representing | tilhørighet
        | verksamhet | virksomhed | virksomhet | arbetsgivare | arbetsplats | company | employer
        | företräder | huvudman | kommun | lärosäte | myndighet | organisasjon | organisation |
        organization | representerar
    """,
)
# Words that tell what a longer column heading means.
COLUMN_SIGNS: Final = by_meaning(
    other="""
        status | kommentar | comment | cost | kostnad | budget | reporting | criteria | required
        | review comments | notes
    """,
    responsible="""
        ansvarig | responsible | ansvarlig | owner | accountable | lead | leader | leaders |
        ledare | leder | assigned | ansvar
    """,
    deadline="""
        tidplan | deadline | date | datum | when | timescale | timeframe | timeline | frist |
        klart | tidpunkt | tidsplan | når | när | hvornår | tidspunkt | dato | senast
    """,
    number="""
        nr | no | id
    """,
    description="""
        aktivitet | aktiviteter | åtgärd | åtgärder | activity | activities | action | actions |
        tiltag | uppgifter | opgaver | oppgave | oppgaver | tasks | hvad | task | milestone |
        milestones | deliverable | milepæl | milepæler | tiltak | opgave | insats | uppgift |
        handling | milstolpe
    """,
)
# What may stand before a word for time in a heading, and changes nothing.
QUALIFIERS: Final = phrases("""
    anticipated | beräknad | beräknat | beregnet | estimated | expected | forventet | förväntad |
    förväntat | intended | planerad | planerat | planlagt | planned | preliminär | preliminary |
    preliminärt | projected | proposed | provisional | scheduled | target | tentative | uppskattad
    | uppskattat | önskat
""")
# Headings that say what, where no better one does.
SUBJECTS: Final = phrases("""
    beskrivning | description | mål | delmål | ärende | fråga | punkt | topic | item | objective
    | goal | beslut | decision | projekt | project | område | issue | subject | beskrivelse | sak
    | tema | rubrik | innehåll | content | leverabler
""")
DESCRIBING: Final = phrases("beskrivning | beskrivelse | description")
# Headings of how far something has come.
STATUS: Final = phrases("status | progress | läge | framdrift | state | how far | utfört")
# What such a column says of what nobody has to do any more.
SETTLED: Final = phrases("""
    afsluttet | aflyst | avbruten | avbrutet | avlyst | avslutad | avslutat | avsluttet |
    cancelled | canceled | closed | complete | completed | done | dropped | ferdig | finished |
    fullført | färdig | färdigt | færdig | gennemført | genomförd | genomfört | gjennomført |
    inställd | inställt | klar | klara | klart | lukket | resolved | slutförd | slutfört |
    struken | struket | stängd | udført | utført | utförd | utfört | utgår | utgått | uppfyllt
""")
# Words of tables that are no plans.
LOOK_ALIKES: Final = phrases("""
    risk | risks | risker | sannolikhet | konsekvens | probability | likelihood | risiko |
    sandsynlighed | sannsynlighet
""")
# Headings of what is done, and of what comes of it: the second are no tasks beside the first.
TASKS: Final = phrases("""
    action | actions | aktivitet | aktiviteter | activities | activity | oppgave | oppgaver |
    opgave | opgaver | task | tasks | tiltag | tiltak | uppgift | uppgifter | åtgärd | åtgärder
""")
RESULTS: Final = phrases("""
    deliverable | deliverables | leverabel | leverabler | milepel | milepeler | milepæl |
    milepæle | milepæler | milestone | milestones | milstolpar | milstolpe
""")
# Columns of budgets, and the first cell of a row that sums up.
MONEY: Final = phrases("""
    amount | amounts | belopp | beløb | beløp | budget | cost | costs | kostnad | kostnader | kr
    | pris | price | sek | summa | sum | total | udgift | utgift | utgifter
""")
TOTALS: Final = phrases("""
    grand total | i alt | ialt | subtotal | sum | summa | summa totalt | totalsumma | total |
    totalt | totals
""")
# What opens a count of the rows above, and a remark below them.
COUNTS: Final = listed("""
    antal | antall | totalt antal | sammanlagt | number of | total number of | count of | samlet
    antal | totalt | i alt | summa | total | sum of
""")
NOTE_LABELS: Final = listed("""
    anm | anmärkning | förklaring | förklaringar | källa | kilde | legend | note | notes | obs
    | source | teckenförklaring
""")
# Columns beside which an unknown one is no activity: versions, meetings, deliveries, messages.
NO_PLAN: Final = phrases("""
    audience | budskap | channel | deltagare | format | kanal | lokal | lokale | message |
    mottagare | målgruppe | målgrupp | plats | recipient | rom | room | rum | sted | utgåva |
    venue | version | versjon | ändring | ændring | endring | change | changes | revision
""")
# What headings of several columns for the same thing say, where they say it plainly.
PLAIN: Final[dict[str, tuple[str, ...]]] = {
    "deadline": listed("""
        senast | klar | klart | färdig | slut | deadline | due | frist | complet | finish | end |
        target | ferdig | færdig | by when
    """),
    "description": listed("""
        aktivitet | activit | åtgärd | action | task | uppgift | insats | tiltak | tiltag | opgave
        | oppgave
    """),
    "responsible": listed("ansvar | responsible | accountable | owner | lead | ägare | tovholder"),
}
WEAK: Final = phrases("date | datum | dato | tid | time | year | år")
# Words of columns for people who do not do the work.
BESIDE_WHO: Final = phrases("""
    approved | audience | berörda | beslutad | beslutat | checked | consulted | created |
    deltagare | godkänd | godkänt | informed | intressent | intressenter | kontrollerad |
    kontrollerat | location | medverkande | mottagare | målgrupp | målgruppe | ort | place |
    plats | rapporterad | rapporterat | recipient | reported | requested | samråd | signed |
    signerad | skapad | sted | stöd | support | supported | supporting | uppdaterad | updated
""")
# Headings of columns whose bare numbers are times.
UNITS: Final = phrases("kvartal | month | månad | måned | quarter | uge | uke | vecka | week")
