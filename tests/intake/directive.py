"""What the fictional directive says, whatever format it is written in."""

GOALS = ("främja dialog mellan parterna", "samla kunskap om behovet av handledare")
REQUIREMENTS = ("Arbetet ska ske i samverkan.", "Resultatet ska vara öppet för alla.")
ROWS = (
    (
        "1",
        "Kartlägga vilka utbildningar för handledare som finns i länet",
        "Handledargruppen",
        "Klart hösten -26",
    ),
    (
        "2",
        "Ta fram ett förslag till gemensam introduktion",
        "Handledargruppen",
        "Klart hösten -26",
    ),
    ("3", "Pröva förslaget vid två arbetsplatser", "Norrby universitet", "Klart under -27"),
)
METHODS = ("1. Enkät till arbetsplatserna", "Samtal med studenter", "3. Besök på plats")
MEMBERS = (
    ("Lärosäten", "Alva Ek", "Norrby universitet"),
    ("Region", "Bo Lund", "Region Norrby"),
    ("Kommuner", "Siv Dal", "Vikby kommun"),
)
REPORTING = (
    "Gruppen ska fortlöpande rapportera till utskottet. Vid årets slut ska en kort rapport lämnas."
)
TITLE = "Uppdragsdirektiv för bättre handledning"
COMMISSIONER, OWNER = "Vårdrådet Norrby", "Vårdrådets arbetsutskott"
HEAD = ("Aktivitet", "Ansvarig", "Tidplan")


def numbered_rows() -> list[tuple[str, str, str]]:
    return [(f"{number}. {what}", who, when) for number, what, who, when in ROWS]
