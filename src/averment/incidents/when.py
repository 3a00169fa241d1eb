"""When a sentence says that it happened."""

from collections.abc import Sequence

from averment.documents.dates import FoundDate, in_year, resolve
from averment.documents.grounded import Grounded
from averment.documents.word_set import word_set
from averment.incidents.scene import Scene

# A date behind one of these is that of a text, a statement or a life, not of the act.
_OTHER_DATES = word_set(
    """
    convention resolution resolutions statement report letter dated agreement protocol
    treaty adopted published signed article issue elected communication memorandum
    declaration law act decree judgment decision born adopts accord statements letters press
    release updated accessed visited interviewed posted constitution note
    """
)
_AFTERWARDS = frozenset({"following", "since", "despite", "after"})
_LOOK_BACK = 5
_SAME_SIDE = 3


def find_when(
    scene: Scene,
    *,
    first: int,
    after: int,
    centre: int,
    reference_date: str | None,
    heading_year: str | None,
) -> Grounded[str] | None:
    """Return the date of what the words from `first` up to before `after` tell, as EDTF.

    Args:
        scene: The sentence.
        first: First word to look at.
        after: The word behind the last.
        centre: Where the act stands; the nearest date counts.
        reference_date: ISO date of the document, for "8 December" and "yesterday".
        heading_year: Year that the heading above gives; it goes before `reference_date`.
    """
    words = scene.words
    begin = words.starts[first] if first < len(words) else 0
    end = words.ends[after - 1] if after else 0
    found = [d for d in scene.dates if begin <= d.start and d.end <= end]
    dates = [d for d in found if not _is_of_a_text(scene, d)]
    if not dates:
        return _recent(scene, first, after, reference_date)
    best = min(dates, key=lambda d: (_vagueness(d), _distance(scene, d, centre), d.start))
    merged = _with_neighbour(scene, best, dates)
    value = _resolved(merged, reference_date, heading_year)
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


def _resolved(
    found: FoundDate, reference_date: str | None, heading_year: str | None
) -> str | None:
    value = found.value
    if heading_year and heading_year.isdecimal():
        value = in_year(found, year=int(heading_year))
    if "X" in value and reference_date:
        value = resolve(found, reference=reference_date)
    # A decade keeps its X; a day without any year says nothing to a reader of the record alone.
    return None if value.startswith("XXXX-XX") or value == "XXXX" else value


def _is_of_a_text(scene: Scene, found: FoundDate) -> bool:
    words = scene.words
    place = words.place_of(found.start)
    back = [words.word(at) for at in range(max(0, place - _LOOK_BACK), place)]
    for cut in (",", ";", ")"):
        if cut in back[:-1]:
            back = back[len(back) - back[::-1].index(cut) :]
    if any(word in _OTHER_DATES for word in back):
        return True
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
