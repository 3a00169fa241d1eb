"""Crimes that a text names without telling what makes them that crime."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from averment.findings.finding import Finding, Ground, Severity
from averment.findings.law.situated import Situated
from averment.findings.prose import Prose, Stretch
from averment.law.crime import crime
from averment.law.element import Element
from averment.law.lawbook import LawBook

_SAID = re.compile(
    r"\b(?:commit(?:s|ted|ting)?|perpetrat(?:e[sd]?|ing)|constitut(?:e[sd]?|ing)|"
    r"amount(?:s|ed|ing)?\sto|wag(?:es|ed|ing)|engag(?:es|ed|ing)\sin|"
    r"conduct(?:s|ed|ing)|carr(?:ies|ied|ying)\sout|qualif(?:y|ies)\sas|guilty\sof|"
    r"campaign\sof|policy\sof|this|ongoing|responsible\sfor)\s[^.;:]{0,40}$",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\b(?:is|are|was|were|be|been)\s(?:(?:an?|the|plainly|clearly|also|both|now|nothing|less|"
    r"short|than|of|acts?|(?:war\s)?crimes?,?|crimes?\sagainst\shumanity,?|genocide,?|and|or)\s)"
    r"{0,7}$",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|never|no|neither|nor|deny|denies|denied|denial|reject\w*)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_THOUGHT = re.compile(
    r"\b(?:(?-i:may)|might|could|can|would|if|whether|possibl[ey]|potential(?:ly)?|risk|prevent\w*|"
    r"threat|appear\w*|indicat\w*|suggest\w*|seem\w*|"
    r"fear\w*|afraid|concern\w*|worr\w*|alarm\w*|danger\w*|warn\w*)\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:court|tribunal|judge?ment|convict\w*|acquit\w*|charg\w*|indict\w*|accus\w*|"
    r"commission|found|finding\w*|investigat\w*|trial|special\sadviser|rapporteur|"
    r"allegations?\sof|report\w*|recogni[sz]\w*|anniversary|commemorat\w*|memor\w+|"
    r"survivors?|history|19[0-8][0-9]|according)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\s(?:was|were|is|are|has\sbeen|have\sbeen)\s(?:\w+ly\s|being\s)?(?:committed|perpetrated|"
    r"carried\sout|waged)\b",
    re.IGNORECASE,
)
_VIOLATED = re.compile(r"\b(?:violat|breach|flout|contraven|infring)\w*", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"\b[A-Z][a-z]+\s$")
_IN_GENERAL = re.compile(
    r"\s(?:to|under|as\sdefined|is\sa\scrime|are\scrimes)\s", re.IGNORECASE
)
"""What the crime is, not that it was done: "it is a crime against humanity to"."""
_LOOK_BACK = 100
_LOOK_AHEAD = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """One crime as texts name it."""

    ref: str
    needs: str
    words: re.Pattern[str]
    core: re.Pattern[str]
    treaty: str


def check_crimes(
    prose: Prose, book: LawBook, placed: tuple[Situated, ...]
) -> Iterator[Finding]:
    """Say, once a crime, that its special element is nowhere told."""
    for named in _crimes():
        if any(named.core.search(stretch.text) for stretch in prose.body):
            continue
        found = next(_places(prose, placed, named), None)
        if found is not None:
            yield _finding(prose, book, named, *found)


def _places(
    prose: Prose, placed: tuple[Situated, ...], named: _Named
) -> Iterator[tuple[Stretch, int, int, Severity | None]]:
    """Yield where the text says in its own name that the crime was committed."""
    titles: dict[int, list[tuple[int, int]]] = {}
    for one in placed:
        titles.setdefault(one.stretch.index, []).append((one.start, one.end))
    for stretch in prose.body:
        inside = titles.get(stretch.index, ())
        for match in named.words.finditer(stretch.text):
            if any(start <= match.start() < end for start, end in inside):
                continue
            severity = _weight(stretch, match)
            if severity is not None:
                yield stretch, match.start(), match.end(), severity
    for one in placed:
        about = any(mention.instrument == named.treaty for mention in one.mentions)
        start, end = one.sentence
        if about and one.claim is not None and _VIOLATED.search(one.stretch.text, start, end):
            yield one.stretch, one.start, one.end, Severity.NOTE


def _weight(stretch: Stretch, match: re.Match[str]) -> Severity | None:
    """Return what a naming weighs; None where it is a name, a quotation or another's."""
    text = stretch.text
    if stretch.is_quoted(match.start()):
        return None
    if match[0][0].isupper() and _NAME_BEFORE.search(text, 0, match.start()):
        return None  # the name of an event: told as such, not alleged here
    start, end = stretch.sentence_at(match.start())
    before = text[max(start, match.start() - _LOOK_BACK) : match.start()]
    behind = text[match.end() : min(end, match.end() + _LOOK_AHEAD)]
    if _IN_GENERAL.match(behind):
        return None
    if _OTHERS.search(before) or _OTHERS.search(behind) or _DENIED.search(before):
        return None
    said = _SAID.search(before) or _IS.search(before) or _DONE.match(behind)
    if said is None:
        return None
    return Severity.NOTE if _THOUGHT.search(before) else Severity.WARNING


def _finding(
    prose: Prose,
    book: LawBook,
    named: _Named,
    stretch: Stretch,
    start: int,
    end: int,
    severity: Severity | None,
) -> Finding:
    known = crime(named.ref, catalogue=book.catalogue)
    missing = [
        one.question
        for one in (known.elements if known is not None else ())
        if one.special and not _is_taken_up(prose, one)
    ]
    source = [f"{known.provenance}."] if known else []
    return prose.finding(
        "LAW115",
        stretch.span(start, end),
        f"{named.needs}; no words on that were found. Which facts show it?",
        severity=severity,
        grounds=[Ground(text=text) for text in (*missing, *source)],
    )


def _is_taken_up(prose: Prose, element: Element) -> bool:
    """Say whether the text has any of the words that speak of an element."""
    if not element.words:
        return False
    told = "|".join(re.escape(word) for word in element.words)
    pattern = re.compile(rf"(?<!\w)(?:{told})(?!\w)", re.IGNORECASE)
    return any(pattern.search(stretch.text) for stretch in prose.body)


@cache
def _crimes() -> tuple[_Named, ...]:
    rows = tomllib.loads(
        files("averment.findings.law").joinpath("crimes.toml").read_text("utf-8")
    )["crime"]
    return tuple(
        _Named(
            ref=row["ref"],
            needs=row["needs"],
            words=re.compile(rf"\b(?:{'|'.join(row['words'])})\b", re.IGNORECASE),
            core=re.compile("|".join(map(re.escape, row["core"])), re.IGNORECASE),
            treaty=row["treaty"],
        )
        for row in rows
    )
