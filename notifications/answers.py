"""The one action of a mail: an answer to the function address, with its words filled in."""

from collections.abc import Sequence
from urllib.parse import quote

from language.catalog import Language, say
from notifications.letter import Ask, CaseLine, Gap, Letter, ProposalLine
from notifications.reasons import sentence

LONGEST_LINK = 1900  # some programs cut or refuse what is longer
WORDS_OF_A_LINE = 60
QUOTED = tuple(quote(bytes([octet]), safe="") for octet in range(256))


def answer_link(letter: Letter) -> str | None:
    """A mailto: link, shortened until every program takes it; None where nothing is asked."""
    language = letter.recipient.language
    for width in (WORDS_OF_A_LINE, 25, 0):
        link = _link(letter.answers_to, _subject(letter, language), _body(letter, language, width))
        if len(link) <= LONGEST_LINK:
            break
    wanted = letter.asks or letter.gaps or letter.proposals or letter.cases
    return link if wanted else None


def _link(address: str, subject: str, body: str) -> str:
    """RFC 6068: line ends are %0D%0A, and the address is quoted as well."""
    lines = _quoted(body.replace("\n", "\r\n"))
    return f"mailto:{quote(address, safe='@')}?subject={_quoted(subject)}&body={lines}"


def _quoted(words: str) -> str:
    """As `quote` does with nothing safe, at a third of its cost."""
    return "".join(map(QUOTED.__getitem__, words.encode()))


def _subject(letter: Letter, language: Language) -> str:
    uids = [case.about.uid for case in letter.cases] + [ask.about.uid for ask in letter.asks]
    if not uids:
        return say("answer.subject.gaps", language, council=letter.council)
    return say("answer.subject", language, uids=", ".join(dict.fromkeys(uids)))


def _body(letter: Letter, language: Language, width: int) -> str:
    parts = [
        _part("answer.decide", [_case(case, language, width) for case in letter.cases], language),
        _part("answer.accept", [_proposal(one, language) for one in letter.proposals], language),
        _part("answer.tell", [_ask(ask, language, width) for ask in letter.asks], language),
        _part("answer.mend", [_gap(gap, language) for gap in letter.gaps], language),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _part(key: str, lines: Sequence[str], language: Language) -> str:
    return "\n\n".join([say(key, language), *lines]) if lines else ""


def _case(case: CaseLine, language: Language, width: int) -> str:
    named = say("answer.case", language, number=case.escalation_id, uid=case.about.uid)
    return _to_fill_in(named, case.about.description, width)


def _proposal(line: ProposalLine, language: Language) -> str:
    named = say("answer.proposal", language, number=line.proposal_id)
    return f"{named} {sentence(line.what, language)} "


def _ask(ask: Ask, language: Language, width: int) -> str:
    named = say("answer.activity", language, uid=ask.about.uid)
    return _to_fill_in(named, ask.about.description, width)


def _to_fill_in(named: str, description: str, width: int) -> str:
    words = f" {shortened(description, width)}" if width else ""
    return f"{named}{words}: "


def _gap(gap: Gap, language: Language) -> str:
    return f"{sentence(gap.what, language)} "


def shortened(text: str, width: int) -> str:
    """Cut at a word, so that it still reads."""
    folded = " ".join(text.split())
    if len(folded) <= width:
        return folded
    return folded[:width].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + "…"
