"""The words by which documents are understood: Swedish, English, Danish, Norwegian."""

from typing import Final

from intake.column_vocabulary import by_meaning, by_word
from intake.time_vocabulary import listed, phrases

# What a section is about: a word of its heading, or with * the beginning of one.
SECTIONS: Final = by_meaning(
    reporting="""
        återrapport* | rapportering | reporting | redovisning | rapportering* | afrapportering |
        uppföljning | uppföljning* | avstämning | avstämning* | utvärdering och uppföljning |
        rapporter
    """,
    requirements="""
        krav | requirements | krav*
    """,
    methods="""
        metod | metoder | method | methods | methodology | arbetssätt | metode |
        tillvägagångssätt | approach
    """,
    goals="""
        mål | syfte | målsättning | goals | objectives | purpose | formål | aims | effektmål |
        goal | aim | projektmål
    """,
    members="""
        arbejdsgruppen | arbeidsgruppen | arbeidsgruppa | prosjektgruppa | projektgruppen |
        arbetsgrupp | arbetsgruppen | medlemmar | ledamöter | deltagare | members | attendees |
        participants | present | närvarande | deltagere | deltakere | arbejdsgruppe |
        arbeidsgruppe | medlemmer | referensgrupp | projektgrupp | bemanning | working group
        members | membership | sammansättning | composition | group members | team members |
        projektmedlemmar | gruppmedlemmar | attendance | sammensetning | sammensætning |
        projektgruppe | prosjektgruppe | medlem* | project team | project group
    """,
    done="""
        achieved in | achievements | avslutade | avslutat | done | genomförda | genomfört |
        gennemført | gjennomført | slutförda | slutfört | utförda | utfört | uppnått
    """,
    apart="""
        appendices | further reading | lenker | les mer | links | länkar | læs mere | läs mer |
        mere information | nyttige lenker | read more | see also | useful links |
        begrepp | beslutningslog | beslutningslogg | beslutslogg | bilagor | budget |
        change log | communication plan |
        contacts | decision log | dokumenthistorik | ekonomi | financing | finansiering |
        glossary | kommunikationsplan | kontakter | kostnad | kostnader | leveransmatris |
        meeting dates | meetings | mødeplan | møteplan | mötesplan | möten | mötestider |
        ordlista | references | referenser | revision history | revisionshistorik | risk | risk*
        | risker | roles | roller | sammanträdestider | versionshistorik | version history |
        ändringshistorik
    """,
    past="""
        agenda | past | previous | closed | notes | minutes | discussion | dagordning |
        föregående | summary | decisions | beslut | background | bakgrund | completed
    """,
    activities="""
        aktiviteter | aktivitet | aktivitetsplan | åtgärder | insatser | action items | actions |
        action points | action | tasks | todo | to do | milestones | milestone | deliverables |
        deliverable | milstolpar | leveranser | handlingsplan | åtgärdsplan | arbetsplan |
        workplan | work plan | next steps | nästa steg | att göra | uppgifter | handlinger |
        tiltak | oppfølging | opfølgning | indsatser | opgaver | oppgaver | milepæler | milepæle
        | milepæls* | aktivitets* | arbetsuppgifter | beslutade åtgärder | activities |
        aktionspunkter | aksjonspunkter | delmål | genomförandeplan | todos | actions items |
        actionpoints | ais | followups | follow-ups | fremdriftsplan | tidsplan | handlingsplan*
    """,
    schedule="""
        tidplan | schedule | timeline | tidsplan
    """,
)
# Before a time that the work is about, where its own time stands in the heading.
ABOUT_A_TIME: Final = listed("inför | till | til | for | för | ahead of")
# Beside goals in one heading: what stands below are steps.
MILESTONES: Final = phrases("milestones | milstolpar | milepæler | milepæle | milepeler")
ACTIVITY_LEADINS: Final = listed("""
    aktiviteter | milestones | åtgärder | actions | activities | tasks | deliverables |
    milstolpar | insatser | uppgifter | milepæler | tiltak | opgaver | indsatser | leveranser |
    handlinger | oppgaver
""")
GOAL_LEADINS: Final = listed("""
    målen | målet | mål | goals | objectives | syftet | syfte | purpose | aims | formålet |
    målsättning | uppdraget är att | formål
""")
# Labels of single values.
LABELS: Final = by_word(
    commissioner="""
        assigned by | bestiller | bestilt af | bestilt av | beställd av | beställare | client |
        commissioned by | commissioner | opdragsgivare | opdragsgiver | oppdragsgiver |
        ordregiver | project sponsor | projektbeställare | rekvirent | sponsor | uppdrag från |
        uppdragsgivare
    """,
    owner="""
        accountable | accountable owner |
        document owner | dokumentägare | executive sponsor | oppdragseier |
        eier av planen | ejer af planen | owner of the plan | plan owner | planeier | planejer |
        planens ägare | ägare av planen | ägare till planen | owner | planägare | project owner |
        projektejer | projektägare |
        prosjekteier | uppdragsägare | ägare
    """,
    group="""
        ansvarig arbetsgrupp | ansvarig grupp | ansvarlig gruppe | delivery group |
        organising group | organizing group | planeringsgrupp | planning group | programgrupp |
        responsible group | responsible working group | samverkansgrupp | task group |
        arbeidsgruppe | arbejdsgruppe | arbetsgrupp | arbetsgruppen | arbetsgruppens namn |
        committee | group | group name | project group | project team | projektgruppe |
        prosjektgruppe | grupp | gruppens namn | nämnd | projektgrupp | styrelse | task force |
        team | udvalg | utskott | utvalg | work group | workgroup | working group
    """,
    title="""
        dokumentnamn | plan | plannamn | project name | project title | projektnamn | projektnavn |
        projekttitel | prosjektnavn | rubrik | titel | title | tittel
    """,
)
MEMBER_LABELS: Final = phrases("""
    chair | chairs | co-chairs | cochairs | chairperson |
    convenor | convener | formand | formann | leder | ordförande |
    sammankallande | secretary | sekreterare | sekretær | vice chair | vice ordförande | absent |
    absentees | anmält förhinder | apologies | apologies for absence | apologies received | avbud
    | ej närvarande | forfall | fraværende | frånvarande | förhinder | afbud | gruppens medlemmar
    | arbetsgruppens medlemmar | group members | in attendance | tillstede | till stede |
    mødedeltagere | møtedeltakere | attendance | attendees | attending |
    deltagare | deltagere | deltakere | ledamöter |
    medlemmar | medlemmer | members | närvarande | participants | present | til stede | tilstede
""")
GROUP_HEADINGS: Final = phrases("""
    project group | projektgrupp | projektgruppe | prosjektgruppe | reference group |
    referensgrupp | referensgruppe
""")
OTHER_GROUPS: Final = phrases("""
    adjungerad | adjungert | observatör | observatörer | observer | observers | guest | gäst |
    adjungerade | cc | contacts | guests | gäster | kontakt | kontakter | kontaktlista |
    kontaktpersoner | project manager | projektledare | adressater | distribution | sändlista |
    steering committee | steering group | styregruppe | styrgrupp | styrgruppen | styringsgruppe
""")
DOCUMENT_KINDS: Final = listed("""
    plan | berättelse | direktiv | protokoll | charter | program | anteckningar | minutes |
    budget | tidsplan | report | rapport | strategi | strategy | agenda | meeting | möte |
    uppdrag | organisation | beretning | referat | kommissorium | mandat | terms of reference |
    schedule | roadmap | milestones | årshjul
""")
# A second heading that says no more than what kind of paper it is.
BARE_KINDS: Final = phrases("charter | charter for working group | working group charter")
REPORTS: Final = phrases("""
    annual report | årsberetning | årsberättelse | årsmelding | årsrapport | verksamhetsberättelse
    | virksomhedsberetning | virksomhetsrapport | årsredovisning | slutrapport | lägesrapport
""")
# What a file that holds a plan may be called.
KINDS_OF_PLAN: Final = listed("""
    action plan | aktivitetsplan | arbeidsplan | arbejdsplan | arbetsplan | charter |
    delivery plan | fremdriftsplan | handleplan | handlingsplan | kommissorium | milepælsplan |
    projektplan | projektdirektiv | prosjektplan | roadmap | terms of reference | tidsplan |
    tiltaksplan | uppdragsbeskrivning | uppdragsdirektiv | verksamhetsplan | work plan | workplan
""")
REPORTING_VERBS: Final = listed(r"""
    rapport\w* | återrapport\w* | slutrapport\w* | delrapport\w* | redovisas? | redovisning\w* |
    report | reports | reported | reporting | återkoppl\w* | lägesrapport\w* | avrapporter\w* |
    stäm\w* av | avstäm\w* | afrapporter\w*
""")
DUTY_WORDS: Final = listed("""
    ska | skall | bör | shall | should | must | will | lämnas | lämnar | skal | redovisas |
    rapporteras | sker | görs | is to | are to | is due | are due | stämmer | stäms | reports to
    | rapporterar | redovisar | reports
""")
# What no line ends with that says all it has to say.
OPEN_ENDS: Final = phrases("""
    a | af | an | and | av | at | eller | en | et | ett | for | from | fra | från | för | i | in |
    med | mot | of | och | og | om | on | or | på | the | till | til | to | under | ved | vid |
    with | – | & | samt | kring | inom | innen | inden
""")
NAVIGATION: Final = phrases("""
    close | hoppa till innehåll | luk | lukk | meny | menu | skip to content | stäng |
    back to top | contents | footnotes | fotnoter | indhold | innehåll | innehållsförteckning |
    innhold | table of contents | til toppen | till toppen
""")
SECTION_NAMES: Final = phrases("""
    agenda | aktiviteter | arbetsgrupp | background | baggrund | bakgrund | bakgrunn |
    deliverables | goals | indledning | inledning | innledning | introduction | introduktion |
    medlemmar | metod | milestones | mål | overview | purpose | recording and transcript |
    sammanfattning | scope | summary | syfte
""")
SWEDISH_SIGNS: Final = phrases("""
    og | af | ikke | skal | ansvarlig | indsats | inden | innen | frist | tiltak | ved | mot |
    mål | aktivitet | ansvarig | att | av | den | det | en | ett | för | inom | klart | med | och
    | om | på | senast | ska | som | tidplan | till | vid | är | åtgärd
""")
ENGLISH_SIGNS: Final = phrases("""
    and | are | be | by | for | from | in | is | of | on | review | that | the | this | to |
    update | with
""")
DATE_LABELS: Final = listed("""
    uppdaterad | uppdaterat | beslutad | beslutat | fastställd | fastställt | beslutsdatum |
    datum | updated | last updated | adopted | approved | decided | date | dato | vedtatt |
    vedtaget | opdateret | oppdatert | godkänd | upprättad | antagen | daterad | dated |
    sammanträdesdatum | mötesdatum | meeting date | publicerad | published | version | reviderad
    | revised | senast ändrad | senast uppdaterad | as of | status per
""")
EVERYBODY: Final = phrases("""
    all | everybody | everyone | alla | samtliga | alle | gruppen | arbetsgruppen | group | team
    | tbd | chair | chairs | secretary | ordförande | sekreterare | kansliet | secretariat
""")
NOT_NAMES: Final = phrases("""
    note | notes | fas | fase | phase | del | part | steg | step | mål | goal | syfte | obs | nb
    | info | update | status | beslut | decision | action | uppdatering | bakgrund | background |
    kostnad | tid | datum | plats | date | time | tema | workshop | mer information | exempel |
    example | etapp | leverans | deliverable | milestone | milstolpe | aktivitet | activity |
    best | draft | experimental | informational | optional | proposed | recommended | required |
    standard | standards
""")
MINUTED: Final = phrases("""
    action items | action points | actions | next steps | to do | todo | todos | nästa steg | att
    göra | aktionspunkter | aksjonspunkter | aktionslista | beslutade åtgärder | follow-up |
    follow-ups | uppföljning | aktionspunkt | action list | att-göra-lista | handlingspunkter |
    actionpoint | actionpoints | ais | opfølgning | oppfølging | aktioner | atgärder | åtgärder |
    tasks
""")
