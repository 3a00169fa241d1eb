"""Who issues a document that nobody signs: a report, a release, a resolution, a statement."""

import re
from collections import Counter
from collections.abc import Sequence

from averment.documents.document import Document
from averment.documents.grounded import Grounded
from averment.frames.frame_line import FrameLine
from averment.frames.frame_words import frame_words
from averment.frames.organisation_list import JOINT, split_organisations

HEAD_LINES = 30
HEADING_LINES = 8
SPEECH = re.compile(
    r"\b(?:statement|speech|remarks|intervention|address|delivered)\s(?:by|of|at|to)\b",
    re.IGNORECASE,
)
RUNNING_HEAD = 90
TITLE_LENGTH = 300
_NAME = (
    r"(?P<name>(?:The\s)?[A-Z][\w’'&.-]*"
    r"(?:\s(?:(?:of|for|the|and|on|in|de|without|to)\s){0,2}[A-Z(][\w’'&.)-]*){0,7})"
)
REPORT = re.compile(
    rf"{_NAME}\s(?:Annual\s|World\s|Global\s|ANNUAL\s|WORLD\s|GLOBAL\s)?(?:Report|REPORT)\s(?:\d{{4}}|on\b|for\b)"
)
SUBMITTED = re.compile(
    r"\b(?i:submitted|submission|presented|statement|prepared|issued)\s(?:jointly\s)?by\s(?:the\s)?"
    r"(?P<names>[A-Z][^\n]{2,300}?)(?:,?\s(?:an?\s)?(?:non-?governmental|NGOs?\b|in\s(?:special|general|consultative)|"
    r"with\sconsultative|on\s(?:the\sroster|behalf)|at\sthe|to\sthe(?!\sUnited)|on\s(?=[a-z])|during|before|under|for\sthe|delivered|as\sthe|regarding|"
    r"following|in\s(?:accordance|response|connection|relation))|\.\s*$|:\s|$)"
)
SAID = re.compile(
    rf"(?:^|[.–—-]\s|[”\"]\s|,\s)(?:[Tt]he\s)?{_NAME}(?:\son(?:\s(?!\w+day\b)[a-z]+){{1,4}})?"
    r"\s(?:has\s|have\s|today\s|yesterday\s|on\s\w+day\s|strongly\s|firmly\s|categorically\s|also\s|further\s)?"
    r"(?:said|says|urged|urges|warned|warns|called\son|calls\son|condemned|condemns|reported|demanded|announced|stated)\b"
    r"|\b(?:said|says)\s(?P<after>[A-Z][\w’'&.-]*(?:\s(?:(?:of|for|the|and)\s){0,2}[A-Z][\w’'&.-]*){0,6})"
)
ADOPTED_BY = re.compile(
    r"\b(?:resolution|decision|declaration|statement|text)s?\s(?:was\s)?adopted\sby\s(?:the\s)?(?P<name>[A-Z][\w\s]{3,60}?)"
    r"(?:\s(?:on|at|in|during|without)\b|[,.;:(]|$)",
    re.IGNORECASE,
)
RESOLUTION_OF = re.compile(
    r"(?P<name>[A-Z][\w\s]{2,40}?(?:Parliament|Assembly|Council|Congress|Commission|Senate|Committee)(?:\sof\s[A-Z]\w+)?)"
    r"\sresolution\sof\s\d"
)
ORGAN = re.compile(
    r"(?:The|In\sthe)\s(?P<name>(?:General\sAssembly|Security\sCouncil|Human\sRights\sCouncil|Economic\sand\sSocial\sCouncil|"
    r"Commission\son\sHuman\sRights|European\sParliament|Parliamentary\sAssembly|Committee\sof\sMinisters|European\sCouncil|"
    r"National\sAssembly|Parliament|Senate|House\sof\sRepresentatives)(?:\sof\s[A-Z][\w\s]{2,40})?),?$",
    re.IGNORECASE,
)
PRESS_STATEMENT = re.compile(
    r"\b(?P<name>Security\sCouncil|European\sCouncil|Council\sof\sMinisters|Committee\sof\sMinisters)\s"
    r"(?:Press|Presidential)\sStatement\b",
    re.IGNORECASE,
)
RELEASE_WORDS = re.compile(
    r"\b(?:today|yesterday|report|statement|letter|briefing|release)\b", re.IGNORECASE
)
HEADLINE = re.compile(
    r"(?P<name>[A-Z][\w’'&.-]*(?:\s(?:(?:of|the|and|for)\s){0,2}[A-Z][\w’'&.-]*){0,5}?)\s(?:strongly\s|categorically\s|again\s)?"
    r"(?:urges|calls|rejects|condemns|welcomes|says|demands|denies|appeals|regrets|reiterates|expresses|warns|asks|"
    r"protests|denounces|deplores|responds|concerned)\b"
)
LEAD = re.compile(
    r"(?:\([^()]{2,20}\)\s)?(?:today|yesterday|on\s\w{3,6}day|has|strongly|categorically|again|this\sweek)?\s?(?:today\s|yesterday\s)?"
    r"(?:urged|called|rejected|condemned|welcomed|said|demanded|denied|appealed|regretted|reiterated|expressed|warned|"
    r"asked|protested|denounced|deplored|responded|urges|calls|rejects|condemns|welcomes|says|expresses|is\s)"
)
KIND_OF_PAPER = re.compile(
    r"\b(?:submission|(?:public|press|joint|written)\sstatement|(?:press|news|media)\srelease|briefing|memorandum|"
    r"urgent\saction|media\sadvisory|communiqu[ée]|annual\sreport)\b|^statement\b"
)
THIS_PAPER = re.compile(r"this\s(?:report|submission|paper|briefing|statement)\b")
PERSON_TITLE = re.compile(
    r"\b(?:Director|Secretary|President|Minister|Commissioner|Spokes\w+|Mr|Ms|Dr|Researcher|Adviser|Advisor)\b"
)


def is_spoken(lines: Sequence[FrameLine]) -> bool:
    """Say whether the heading tells of a speech: nobody signs it, it greets a meeting."""
    return any(
        SPEECH.search(line.text) is not None
        for line in lines[:HEADING_LINES]
        if len(line.text) < TITLE_LENGTH
    )


def find_issuer(
    document: Document, lines: Sequence[FrameLine], furniture: Sequence[FrameLine]
) -> tuple[Grounded[str], ...]:
    """Return the body that a document without a signature comes from; empty where unclear."""
    return (
        _adopting_body(document, lines)
        or _submitting(document, lines)
        or _of_council(document, lines)
        or _reporting(document, [*furniture, *lines])
        or _speaking(document, lines)
        or _headlined(document, lines)
        or _printed_head(document, lines)
    )


def _ground(
    document: Document, line: FrameLine, start: int, end: int, *, rule: str
) -> Grounded[str]:
    return Grounded(value=line.text[start:end], span=line.span(document, start, end), rule=rule)


def _adopting_body(document: Document, lines: Sequence[FrameLine]) -> tuple[Grounded[str], ...]:
    for line in lines[:HEAD_LINES]:
        found = ADOPTED_BY.search(line.text[:400]) if len(line.text) < TITLE_LENGTH else None
        found = found or ORGAN.match(line.text[:200]) or RESOLUTION_OF.match(line.text[:200])
        if found is not None:
            return (
                _ground(document, line, *found.span("name"), rule="signatory:adopting-body"),
            )
    return ()


def _of_council(document: Document, lines: Sequence[FrameLine]) -> tuple[Grounded[str], ...]:
    """Return the organ whose press statement it is."""
    for line in lines[:HEADING_LINES]:
        found = PRESS_STATEMENT.search(line.text) if len(line.text) < TITLE_LENGTH else None
        if found is not None:
            return (_ground(document, line, *found.span("name"), rule="signatory:statement"),)
    return ()


def _submitting(document: Document, lines: Sequence[FrameLine]) -> tuple[Grounded[str], ...]:
    words = frame_words()
    for line in lines[:HEAD_LINES]:
        found = SUBMITTED.search(line.text[:800])
        if found is None:
            continue
        start, end = found.span("names")
        more = JOINT.match(line.text, found.start("names"), found.start("names") + 800)
        end = max(end, more.end()) if more is not None else end
        names = line.text[start:end]
        ranges: Sequence[tuple[int, int]] = [(0, end - start)]
        if not words.honorific.match(names) and not words.office.search(names):
            ranges = split_organisations(names)
        return tuple(
            _ground(document, line, start + a, start + b, rule="signatory:submitted-by")
            for a, b in ranges
        )
    return ()


def _reporting(document: Document, lines: Sequence[FrameLine]) -> tuple[Grounded[str], ...]:
    for line in lines:
        found = REPORT.match(line.text) if len(line.text) < RUNNING_HEAD else None
        if found is not None and frame_words().organisation.search(found["name"]):
            start, end = found.span("name")
            shorter = re.sub(r"\s(?:WORLD|ANNUAL|GLOBAL)$", "", found["name"])
            end = min(end, start + len(shorter))
            return (_ground(document, line, start, end, rule="signatory:report"),)
    return ()


def _speaking(document: Document, lines: Sequence[FrameLine]) -> tuple[Grounded[str], ...]:
    """Return the organisation that a news release quotes at its beginning, and again."""
    counts: Counter[str] = Counter()
    firsts: dict[str, tuple[FrameLine, int, int]] = {}
    for line in lines[:400]:
        for found in SAID.finditer(line.text[:3000]):
            group = "name" if found["name"] else "after"
            name = found[group]
            organised = frame_words().organisation.search(name)
            if organised is None or PERSON_TITLE.search(name):
                continue
            counts[name] += 1
            firsts.setdefault(name, (line, *found.span(group)))
    early = {name for name, (line, _, _) in firsts.items() if line in lines[:12]}
    printed = " ".join(
        line.text for line in lines[:HEADING_LINES] if len(line.text) < TITLE_LENGTH
    )
    for name in early:
        # A name in the heading as well counts twice: "Information of the Ministry ...".
        counts[name] += name in printed.replace(firsts[name][0].text, "", 1)
    for name, count in counts.most_common():
        if name in early and (count > 1 or RELEASE_WORDS.search(firsts[name][0].text)):
            fuller = [other for other in early if other.endswith(name) or f"{name} " in other]
            line, start, end = firsts[max([name, *fuller], key=len)]
            return (_ground(document, line, start, end, rule="signatory:issuer"),)
    return ()


def _headlined(document: Document, lines: Sequence[FrameLine]) -> tuple[Grounded[str], ...]:
    """Return the name that both the headline and the first sentence begin with.

    A State or an organisation without any word for one: ``Norvenia rejects ...`` over
    ``Norvenia today rejected ...``.
    """
    for index, line in enumerate(lines[:HEADING_LINES]):
        headline = HEADLINE.match(line.text) if len(line.text) < TITLE_LENGTH else None
        if headline is None or PERSON_TITLE.search(headline["name"]):
            continue
        for below in lines[index + 1 : index + HEADING_LINES]:
            start = _opening_name(below.text, headline["name"])
            if start is not None:
                end = start + len(headline["name"])
                return (_ground(document, below, start, end, rule="signatory:headline"),)
        return ()
    return ()


def _opening_name(text: str, name: str) -> int | None:
    """Return where a sentence of saying begins with `name`, a dateline left aside."""
    start = text.find(name, 0, TITLE_LENGTH)
    if start < 0 or not (
        start == 0 or re.search(r"[–—-]\s(?:The\s|the\s)?$|^The\s$", text[:start])
    ):
        return None
    return start if LEAD.match(text[start + len(name) :].lstrip()) else None


def _printed_head(document: Document, lines: Sequence[FrameLine]) -> tuple[Grounded[str], ...]:
    """Return the organisation in the first lines that speaks of itself further down."""
    words = frame_words()
    starts = [line.text[:RUNNING_HEAD].casefold() for line in lines[:400]]
    for line in lines[:4]:
        text = line.text.strip(" .,")
        if len(text) > RUNNING_HEAD:
            continue
        organised = words.organisation.search(text) is not None
        if not organised or words.body.search(text):
            continue
        name = text.casefold()
        titled = line is lines[0] and (
            any(KIND_OF_PAPER.search(other) for other in starts[1:5])
            or any(THIS_PAPER.match(other) for other in starts[1:HEAD_LINES])
        )
        if (
            titled
            or sum(start.removeprefix("the ").startswith(name + " ") for start in starts) > 0
        ):
            at = line.text.index(text)
            return (_ground(document, line, at, at + len(text), rule="signatory:printed-head"),)
    return ()
