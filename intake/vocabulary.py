"""The words by which documents are understood: Swedish, English, Danish, Norwegian."""

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
        # | action id | action no | action nr | action-no | aktivitet nr | aktivitetsnr | code | id
        | item | item no | kod | lnr | löpnr | milestone no | milstolpe nr | no | no/nr | nr | nr
        och namn | nr. | num | number | nummer | opgave nr | pkt | punkt | radnr | ref | reference
        | task id | task no | tiltak nr | åtgärd nr
    """,
    description="""
        action | action item | action items | action/task | actions | activities | activity |
        aktion | aktioner | aktivitet | aktivitet/åtgärd | aktiviteter | aktivitetsbeskrivning |
        arbejdsopgave | arbetsmoment | arbetsuppgift | att göra | beskrivning av aktivitet |
        delaktivitet | deliverable | deliverables | delmål | delprojekt | gjøremål | handling |
        handlingar | handlinger | hva | hva skal gjøres | hvad | hvad skal gøres | händelse |
        indsats | indsatser | initiative | initiatives | insats | insatser | leverabel | leverans |
        milepel | milepeler | milepæl | milepæle | milepæler | milestone | milestones | milstolpar
        | milstolpe | moment | opgave | opgaver | oppgave | oppgaver | planerad åtgärd | planerade
        åtgärder | project milestone | steg | step | steps | task | task/action | tasks | tiltak |
        to-do | todo | uppgift | uppgifter | vad | vad ska göras | vad ska göras? | what | what
        needs to be done | work item | åtgärd | åtgärd/aktivitet | åtgärder
    """,
    responsible="""
        accountable | action owner | aktör | ansvar | ansvarig | ansvariga | ansvarige | ansvarlig
        | ansvarlige | ansvarshavande | assigned to | assignee | av vem | by whom | genomförare |
        handläggare | huvudansvarig | hvem | lead | lead agency | leader | leads | owner |
        responsibility | responsible | tovholder | utförare | utförs av | vem | who | ägare
    """,
    deadline="""
        by when | completion date | date | dato | datum | deadline | due | due date | end | end
        date | ferdig innen | finish | forfald | frist | färdigdatum | färdigt | færdig | hvornår |
        klar | klardatum | klart | klart datum | klart senast | milepælsdato | milestone date | när
        | när klart | når | period | planerat klart | schedule | senast klart | slut | slutdatum |
        sluttid | target | target date | termin | tid | tidfrist | tidplan | tidpunkt | tidsfrist |
        tidsperiod | time | tidsplan | tidspunkt | tidsram | tidsramme | time frame | timeframe
        | timeline
        | timescale | timescales | timing | when
    """,
    start="""
        begin | från | planned start | påbörjas | start | start date | startas | startdato |
        startdatum | starttid
    """,
    other="""
        achieved | anmärkning | bemærkning | bemærkninger | beskrivning | budget | comment |
        comments | cost | costs | effekt | evidence | finansiering | genomförande | implementation
        | indicator | indikator | kommentar | kommentarer | kostnad | kpi | läge | measurement |
        merknad | merknader | mätetal | mål | mått | note | notes | område | prioritet | priority |
        progress | rag | remark | remarks | resources | resultat | resurser | status | syfte |
        uppfyllt | uppföljning | uppföljningsmått | utfall
    """,
    person="""
        deltagare | deltager | deltaker | ledamot | ledamöter | member | name | namn | navn |
        participant
    """,
    organisation="""
        affiliation | ansættelsessted | arbeidsgiver | arbeidssted | arbejdsgiver | arbejdssted |
        enhet | enhed | från | institution | part | representant för | representing |
        tilhørighet | verksamhet | virksomhed | virksomhet | arbetsgivare | arbetsplats | company | employer | företräder | huvudman |
        kommun | lärosäte | myndighet | organisasjon | organisation | organization | representerar
    """,
)
# Words that tell what a longer column heading means.
COLUMN_SIGNS: Final = by_meaning(
    other="""
        status | kommentar | comment | cost | kostnad | budget | reporting | criteria | required |
        review comments | notes
    """,
    responsible="""
        ansvarig | responsible | ansvarlig | owner | accountable | lead | assigned | ansvar
    """,
    deadline="""
        tidplan | deadline | date | datum | when | timescale | timeframe | timeline | frist | klart
        | tidpunkt | tidsplan | når | när | hvornår | tidspunkt | dato | senast
    """,
    number="""
        nr | no | id
    """,
    description="""
        aktivitet | aktiviteter | åtgärd | åtgärder | activity | activities | action | actions |
        task | milestone | milestones | deliverable | milepæl | milepæler | tiltak | opgave |
        insats | uppgift | handling | milstolpe
    """,
)
# What a section is about: a word of its heading, or with * the beginning of one.
SECTIONS: Final = by_meaning(
    reporting="""
        återrapport* | rapportering | reporting | redovisning | rapportering* | afrapportering
    """,
    requirements="""
        krav | requirements | krav*
    """,
    methods="""
        metod | metoder | method | methods | methodology | arbetssätt | metode | tillvägagångssätt
        | approach
    """,
    goals="""
        mål | syfte | målsättning | goals | objectives | purpose | formål | aims | effektmål | goal
        | aim | projektmål
    """,
    members="""
        arbetsgrupp | arbetsgruppen | medlemmar | ledamöter | deltagare | members | attendees |
        participants | present | närvarande | deltagere | deltakere | arbejdsgruppe | arbeidsgruppe
        | medlemmer | referensgrupp | projektgrupp | bemanning | working group members | membership |
        sammansättning | composition | group members | team members | projektmedlemmar |
        gruppmedlemmar | attendance | sammensetning | sammensætning | projektgruppe |
        prosjektgruppe | medlem* | project team | project group
    """,
    past="""
        agenda | past | previous | closed
        | notes | minutes | discussion | dagordning | föregående | summary | decisions |
        beslut | background | bakgrund | completed | genomförda | avslutade
    """,
    activities="""
        aktiviteter | aktivitet | aktivitetsplan | åtgärder | insatser | action items | actions |
        action points | action | tasks | todo | to do | milestones | milestone | deliverables |
        deliverable | milstolpar | leveranser | handlingsplan | åtgärdsplan | arbetsplan | workplan
        | work plan | next steps | nästa steg | att göra | uppgifter | handlinger | tiltak |
        oppfølging | opfølgning |
        indsatser | opgaver | oppgaver | milepæler | milepæle | milepæls* | aktivitets* |
        arbetsuppgifter | beslutade åtgärder | activities | aktionspunkter | aksjonspunkter |
        delmål | genomförandeplan | todos | actions items | followups | follow-ups | fremdriftsplan
        | tidsplan | handlingsplan*
    """,
    schedule="""
        tidplan | schedule | timeline | tidsplan
    """,
)
ACTIVITY_LEADINS: Final = listed("""
    aktiviteter | milestones | åtgärder | actions | activities | tasks | deliverables | milstolpar
    | insatser | uppgifter | milepæler | tiltak | opgaver | indsatser | leveranser | handlinger |
    oppgaver
""")
GOAL_LEADINS: Final = listed("""
    målen | målet | mål | goals | objectives | syftet | syfte | purpose | aims | formålet |
    målsättning | uppdraget är att | formål
""")
# Labels of single values.
LABELS: Final = by_word(
    commissioner="""
        assigned by | bestiller | bestilt af | bestilt av | beställd av | beställare | client | commissioned by | commissioner | opdragsgivare | opdragsgiver |
        oppdragsgiver | ordregiver | project sponsor | projektbeställare | rekvirent | sponsor |
        uppdrag från | uppdragsgivare
    """,
    owner="""
        accountable owner | document owner | dokumentägare | executive sponsor | oppdragseier | owner | plan owner |
        planägare | project owner | projektejer | projektägare | prosjekteier | uppdragsägare |
        ägare
    """,
    group="""
        arbeidsgruppe | arbejdsgruppe | arbetsgrupp | arbetsgruppen | arbetsgruppens namn |
        committee | group | group name | grupp | gruppens namn | nämnd | projektgrupp | styrelse |
        task force | team | udvalg | utskott | utvalg | working group
    """,
    title="""
        dokumentnamn | plan | plannamn | rubrik | titel | title | tittel
    """,
)
MEMBER_LABELS: Final = phrases("""
    absent | absentees | anmält förhinder | apologies | apologies for absence | apologies received |
    avbud | ej närvarande | forfall | fraværende | frånvarande | förhinder | afbud |
    gruppens medlemmar | arbetsgruppens medlemmar | group members | in attendance |
    tillstede | till stede | mødedeltagere | møtedeltakere |
    attendees | deltagare | deltagere | deltakere | ledamöter | medlemmar | medlemmer | members |
    närvarande | participants | present | til stede | tilstede
""")
GROUP_HEADINGS: Final = phrases("""
    project group | projektgrupp | projektgruppe | prosjektgruppe | reference group | referensgrupp
    | referensgruppe
""")
OTHER_GROUPS: Final = phrases("""
    adjungerade | cc | contacts | guests | gäster | kontakt | kontakter | kontaktlista |
    kontaktpersoner | project manager | projektledare |
    adressater | distribution | sändlista | steering committee | steering group | styregruppe | styrgrupp | styrgruppen |
    styringsgruppe
""")
DOCUMENT_KINDS: Final = listed("""
    plan | berättelse | direktiv | protokoll | charter | program | anteckningar | minutes | budget
    | tidsplan | report | rapport | strategi | strategy | agenda | meeting | möte | uppdrag |
    organisation | beretning | referat | kommissorium | mandat | terms of reference | schedule |
    roadmap | milestones
""")
REPORTING_VERBS: Final = listed(r"""
    rapport\w* | återrapport\w* | slutrapport\w* | delrapport\w* | redovisas? | redovisning\w*
    | report | reports | reported | reporting | återkoppl\w* | lägesrapport\w* | avrapporter\w*
    | afrapporter\w*
""")
DUTY_WORDS: Final = listed("""
    ska | skall | bör | shall | should | must | will | lämnas | lämnar | skal | redovisas |
    rapporteras | sker | görs | is to | are to | rapporterar | redovisar | reports
""")
NAVIGATION: Final = phrases("""
    back to top | contents | footnotes | fotnoter | indhold | innehåll | innehållsförteckning |
    innhold | table of contents | til toppen | till toppen
""")
SECTION_NAMES: Final = phrases("""
    agenda | aktiviteter | arbetsgrupp | background | baggrund | bakgrund | bakgrunn | deliverables
    | goals | indledning | inledning | innledning | introduction | introduktion | medlemmar | metod
    | milestones | mål | overview | purpose | recording and transcript | sammanfattning | scope |
    summary | syfte
""")
SWEDISH_SIGNS: Final = phrases("""
    og | af | ikke | skal | ansvarlig | indsats | inden | innen | frist | tiltak | ved | mot
    | mål |
    aktivitet | ansvarig | att | av | den | det | en | ett | för | inom | klart | med | och | om |
    på | senast | ska | som | tidplan | till | vid | är | åtgärd
""")
ENGLISH_SIGNS: Final = phrases("""
    and | are | be | by | for | from | in | is | of | on | review | that | the | this | to | update
    | with
""")
DATE_LABELS: Final = listed("""
    uppdaterad | uppdaterat | beslutad | beslutat | fastställd | fastställt | beslutsdatum | datum
    | updated | last updated | adopted | approved | decided | date | dato | vedtatt | vedtaget |
    opdateret | oppdatert | godkänd | upprättad | antagen | daterad | dated | sammanträdesdatum |
    mötesdatum | meeting date | publicerad | published | version | reviderad | revised | senast
    ändrad | senast uppdaterad | as of | status per
""")
EVERYBODY: Final = phrases("""
    all | everybody | everyone | alla | samtliga | alle | gruppen | arbetsgruppen | group | team
    | tbd | chair | chairs | secretary | ordförande | sekreterare | kansliet | secretariat
""")
NOT_NAMES: Final = phrases("""
    note | notes | fas | fase | phase | del | part | steg | step | mål | goal | syfte | obs | nb
    | info | update | status | beslut | decision | action | uppdatering | bakgrund | background
    | kostnad | tid | datum | plats | date | time | tema | workshop | mer information | exempel
    | example | etapp | leverans | deliverable | milestone | milstolpe | aktivitet | activity
""")
MINUTED: Final = phrases("""
    action items | action points | actions | next steps | to do | todo | todos | nästa steg
    | att göra | aktionspunkter | aksjonspunkter | aktionslista | beslutade åtgärder | follow-up
    | follow-ups | uppföljning | aktionspunkt | action list | att-göra-lista | handlingspunkter
    | opfølgning | oppfølging | aktioner | atgärder | åtgärder | tasks
""")
# Headings that say what, where no better one does; and words of tables that are no plans.
SUBJECTS: Final = phrases("""
    beskrivning | description | mål | delmål | ärende | fråga | punkt | topic | item | objective
    | goal | beslut | decision | projekt | project | område | issue | subject | beskrivelse | sak
    | tema | rubrik | innehåll | content | leverabler
""")
LOOK_ALIKES: Final = phrases("""
    risk | risks | risker | sannolikhet | konsekvens | probability | likelihood | risiko
    | sandsynlighed | sannsynlighet
""")
