"""When a sentence says that it happened."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from averment.documents.grounded import Grounded
from averment.incidents.scene import Scene
from averment.prose.dates import FoundDate, in_year, resolve, resolve_told
from averment.prose.word_set import word_set

# A date behind one of these is that of a text, a statement or a life, not of the act.
_OTHER_DATES = word_set(
    """
    convention resolution resolutions statement report letter dated agreement protocol
    treaty adopted published signed article issue elected communication memorandum
    declaration law act decree judgment decision born adopts accord statements letters press
    release updated accessed visited interviewed posted constitution note ratified acceded
    approved founded established inscribed judgement promulgated enacted
    treaties convened
    """
)
_AFTERWARDS = frozenset({"following", "since", "despite", "after"})
_LOOK_BACK = 5
_SAME_SIDE = 3
_ASIDE = 8
_OVER_NEW_YEAR = 6
_YEAR_AND_MONTH = len("1999-04")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDates:
    """What the words around a sentence say of its dates."""

    reference: str | None = None
    """ISO date of the document, for "8 December" and "yesterday"."""
    year: str | None = None
    """Year that the heading above or the document as a whole gives; it goes before the rest."""
    told: str | None = None
    """EDTF date told last above: for "the next day", and the year of "in April"."""
    fresh: bool = False
    """`told` stands in the sentence right before; a count without a day has that day."""


def told_date(dates: Iterable[str | None]) -> str | None:
    """Return the last of the dates that tells a year and a month, or None.

    Args:
        dates: EDTF dates of the acts of a sentence, in order of reading.
    """
    found = None
    for value in dates:
        bare = (value or "").lstrip("./[")
        if bare[:4].isdecimal() and len(bare.split("/")[0].rstrip("~")) >= _YEAR_AND_MONTH:
            found = value
    return found


def find_when(
    scene: Scene,
    *,
    first: int,
    after: int,
    centre: int,
    known: KnownDates,
) -> Grounded[str] | None:
    """Return the date of what the words from `first` up to before `after` tell, as EDTF.

    Args:
        scene: The sentence.
        first: First word to look at.
        after: The word behind the last.
        centre: Where the act stands; the nearest date counts.
        known: The dates that the words around the sentence give.
    """
    words = scene.words
    begin = words.starts[first] if first < len(words) else 0
    end = words.ends[after - 1] if after else 0
    found = [d for d in scene.dates if begin <= d.start and d.end <= end]
    dates = [
        d for d in found if not (_is_of_a_text(scene, d) or _is_of_another(scene, d, centre))
    ]
    if not dates:
        return _recent(scene, first, after, known.reference)
    best = min(dates, key=lambda d: (_vagueness(d), _distance(scene, d, centre), d.start))
    merged = _with_neighbour(scene, best, dates)
    value = _resolved(merged, replace(known, told=None) if _is_last(scene, merged) else known)
    if value is None:
        return None
    if "/" not in value and _is_afterwards(scene, merged):
        value += "/.."
    return Grounded(
        value=value, span=scene.flow.span(merged.start, merged.end), rule=merged.rule
    )


def _recent(
    scene: Scene, first: int, after: int, reference_date: str | None
) -> Grounded[str] | None:
    """Read "the recent truce", "recently": about the month of the document, no more."""
    words = scene.words
    for place in range(first, after):
        if words.word(place) in {"recent", "recently"} and reference_date:
            span = scene.flow.span(words.starts[place], words.ends[place])
            month = reference_date[: len("YYYY-MM")]
            return Grounded(value=f"{month}~", span=span, rule="date:recent")
    return None


def _resolved(found: FoundDate, known: KnownDates) -> str | None:
    if found.shift is not None and found.shift.told:
        return resolve_told(found, told=known.told) if known.told else None
    value = found.value
    if known.year and known.year.isdecimal():
        value = in_year(found, year=int(known.year))
    elif known.told and "X" in value and found.shift is None:
        value = in_year(found, year=_year_after(value, known.told, known.reference))
    if "X" in value and known.reference:
        value = resolve(found, reference=known.reference)
    # A decade keeps its X; a day without any year says nothing to a reader of the record alone.
    return None if value.startswith("XXXX-XX") or value == "XXXX" else value


def _is_last(scene: Scene, found: FoundDate) -> bool:
    """Say whether the date is counted from the day of writing: "last December"."""
    words = scene.words
    before = words.word(words.place_of(found.start) - 1)
    return before in {"last", "this", "past"} or words.word(words.place_of(found.end)) == "last"


def _year_after(value: str, told: str, reference: str | None) -> int:
    """Return the year of "in January" behind "in November 1998": the next one over New Year."""
    last = told.rpartition("/")[2].strip("~.[]") or told.split("/", maxsplit=1)[0]
    year, month = int(last[:4]), int(last[5:7] or 1)
    own = value.lstrip("./")[5:7]
    if own.isdecimal() and month - int(own) > _OVER_NEW_YEAR:
        following = f"{year + 1:04d}-{own}"
        if reference is None or following <= reference[: len(following)]:
            return year + 1
    return year


def _is_of_another(scene: Scene, found: FoundDate, centre: int) -> bool:
    """Say whether the date is an aside's: "two were wounded, one of whom died in June"."""
    words = scene.words
    place = words.place_of(found.start)
    return place > centre and "whom" in words.lower[max(centre, place - _ASIDE) : place]


def _is_of_a_text(scene: Scene, found: FoundDate) -> bool:
    words = scene.words
    place = words.place_of(found.start)
    back = [words.word(at) for at in range(max(0, place - _LOOK_BACK), place)]
    for cut in (",", ";", ")", "that"):
        if cut in back[:-1]:
            back = back[len(back) - back[::-1].index(cut) :]
    if any(word in _OTHER_DATES for word in back):
        return True
    if words.word(words.place_of(found.end)) == "that" and back[-2:] and back[-1] == "in":
        return True  # "had found in 1993 that"
    # "(Oct. 18, 2020)" in brackets behind a title is a citation's.
    return words.word(place - 1) == "(" and words.word(words.place_of(found.end)) == ")"


def _vagueness(found: FoundDate) -> int:
    """Rank a date by how little it says: days, months, then years and decades."""
    bare = found.value.split("/")[0].strip("[]~.")
    return 0 if len(bare) >= len("2020-10") or found.shift is not None else 1


def _distance(scene: Scene, found: FoundDate, centre: int) -> int:
    place = scene.words.place_of(found.start)
    return abs(place - centre)


def _with_neighbour(scene: Scene, best: FoundDate, dates: Sequence[FoundDate]) -> FoundDate:
    """Join "late May and early June", "5 May and 8 May" into one interval."""
    for other in dates:
        early, late = sorted((best, other), key=lambda d: d.start)
        between = scene.flow.text[early.end : late.start].split()
        plain = "/" not in early.value + late.value and not (early.shift or late.shift)
        if other is not best and plain and between and set(between) <= _JOINING:
            if len(early.value.rstrip("~")) != len(late.value.rstrip("~")):
                continue
            value = f"{early.value.rstrip('~')}/{late.value.rstrip('~')}"
            return FoundDate(start=early.start, end=late.end, value=value, rule="date:joined")
    return best


_JOINING = frozenset({"and", "early", "late", "mid", "mid-", "again", "on", "then", ",", "in"})


def _is_afterwards(scene: Scene, found: FoundDate) -> bool:
    """Say whether the date is one from which the act goes on: "following the truce of"."""
    words = scene.words
    place = words.place_of(found.start)
    back = [words.word(at) for at in range(max(0, place - _LOOK_BACK), place)]
    return "of" in back[-_SAME_SIDE:] and any(word in _AFTERWARDS for word in back)
