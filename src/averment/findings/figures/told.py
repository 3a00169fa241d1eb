"""The same figure told twice, and figures that say less or more than they can."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from averment.findings.finding import Finding, Ground, Severity
from averment.findings.prose import Prose
from averment.incidents.allegation import Allegation, Stance, VictimCount
from averment.prose.phrases import Phrases

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
_PERIOD = re.compile(
    r"\s(?:years?|months?|weeks?|days?|hours?|minutes?|kilomet\w+|miles|metres|times|"
    r"pages|dollars|euros)\b"
)
_OF_PERIOD = re.compile(
    r"\s(?:of\s)?(?:years|months|weeks|days|hours|kilomet\w+|miles|metres|times|pages|"
    r"dollars|euros)\b"
)


@dataclass(frozen=True, slots=True)
class _Told:
    allegation: Allegation
    victims: VictimCount

    @property
    def plain(self) -> bool:
        """Say whether the sender itself asserts it, in nobody else's name."""
        return (
            self.allegation.stance is Stance.ASSERTED and self.allegation.attributed_to is None
        )


def check_told_twice(prose: Prose) -> Iterator[Finding]:
    """Compare the counts of one harm by one act at one place on one day."""
    first: dict[tuple[str, str, str, str, str], _Told] = {}
    for claim in prose.reading.claims:
        for allegation in claim.allegations:
            if allegation.stance in {Stance.DENIED, Stance.CONDITIONAL}:
                continue
            for told in (_Told(allegation, v) for v in allegation.victims):
                yield from _against_earlier(prose, first, told)


def _against_earlier(
    prose: Prose, first: dict[tuple[str, str, str, str, str], _Told], told: _Told
) -> Iterator[Finding]:
    allegation = told.allegation
    if (
        allegation.act is None
        or allegation.when is None
        or not _DAY.fullmatch(allegation.when.value)
    ):
        return
    for place in sorted({p.value.casefold() for p in allegation.places}):
        key = (
            allegation.act.value,
            allegation.when.value,
            place,
            told.victims.harm.value,
            (told.victims.of_whom or "").casefold(),
        )
        earlier = first.setdefault(key, told)
        found = _differ(prose, earlier, told)
        if found is not None:
            yield found
            return


def _differ(prose: Prose, earlier: _Told, later: _Told) -> Finding | None:
    one, two = earlier.victims, later.victims
    if one.span == two.span:
        return None
    grounds = [Ground(text="told before", span=one.span)]
    text = prose.reading.document.text
    said = f"{_words(text, one)} and {_words(text, two)}"
    if _apart(one, two):
        plain = earlier.plain and later.plain
        message = (
            f"The same harm on the same day at the same place is told with two figures: {said}."
        )
        severity = None if plain else Severity.NOTE
        return prose.finding("FIG108", two.span, message, severity=severity, grounds=grounds)
    exact, least = (one, two) if one.at_least == one.at_most else (two, one)
    if (
        exact.at_least == exact.at_most
        and least.at_most is None
        and exact.at_least == least.at_least
    ):
        message = f"Once a smallest number, once an exact one: {said}."
        return prose.finding("FIG109", exact.span, message, grounds=grounds)
    return None


def _words(text: str, victims: VictimCount) -> str:
    return " ".join(victims.span.of(text).split())


def _apart(one: VictimCount, two: VictimCount) -> bool:
    """Say whether no number fits both."""
    if one.at_most is not None and two.at_least is not None and one.at_most < two.at_least:
        return True
    return two.at_most is not None and one.at_least is not None and two.at_most < one.at_least


@cache
def _vague() -> Phrases[str]:
    table = tomllib.loads(files(__package__).joinpath("vague.toml").read_text("utf-8"))
    words = [*table["quantity"]["words"], *table["frequency"]["words"]]
    return Phrases.file(
        ((word, word) for word in words), key=str.lower, gap=re.compile(r"[\s-]{1,2}")
    )


def check_vague(prose: Prose) -> Iterator[Finding]:
    """Find words that stand where the reader wants a figure; each word once."""
    seen: set[str] = set()
    for stretch in prose.body:
        for match in _vague().find(stretch.text):
            word = match.values[0]
            if word in seen or stretch.is_quoted(match.start):
                continue
            if _OF_PERIOD.match(stretch.text, match.end) or _PERIOD.match(
                stretch.text, match.end
            ):
                continue
            seen.add(word)
            said = stretch.words(match.start, match.end)
            message = (
                f"“{said}” leaves the number open. Is there a count, a range or a smallest "
                "number?"
            )
            yield prose.finding("FIG112", stretch.span(match.start, match.end), message)
