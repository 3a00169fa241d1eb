"""How the document stands to what a sentence says: told, reported, denied, supposed."""

from averment.documents.span import Span
from averment.incidents.allegation import Stance
from averment.incidents.grammar import BE_FORMS
from averment.incidents.pattern import Match
from averment.incidents.reality import Reality, group_start
from averment.incidents.scene import Scene


def find_stance(
    scene: Scene, act: Match, reality: Reality, *, attributed: bool
) -> tuple[Stance, Span | None]:
    """Return the stance towards `act` and the words that give it.

    A denial wins over a supposition, that over a report; what is attributed to somebody is
    reported even where no other word says so.
    """
    denied = _denial(scene, act)
    if denied is not None:
        return Stance.DENIED, _span(scene, denied)
    if reality is Reality.DENIED:
        return Stance.DENIED, None
    hypothesis = scene.cue("hypothesis")
    if hypothesis or reality is Reality.SUPPOSED:
        return Stance.CONDITIONAL, _span(scene, hypothesis[0]) if hypothesis else None
    report = scene.cue("report")
    if report:
        return Stance.REPORTED, _span(scene, report[0])
    return (Stance.REPORTED if attributed else Stance.ASSERTED), None


def _denial(scene: Scene, act: Match) -> Match | None:
    """Return the words that say that `act` is untrue."""
    words = scene.words
    for cue in scene.cue("denial"):
        if _withholds(scene, cue) or cue.first > act.first:
            continue
        if "but" not in words.lower[cue.after : act.first]:
            return cue
    return next((cue for cue in scene.cue("denial_after") if cue.first >= act.after), None)


def _withholds(scene: Scene, cue: Match) -> bool:
    """Say whether a thing is denied, not a claim: "he was denied any contact"."""
    words = scene.words
    begin = group_start(words, cue.first)
    group = set(words.lower[begin : cue.first])
    return words.word(cue.first).startswith("den") and bool(group & BE_FORMS)


def _span(scene: Scene, cue: Match) -> Span:
    words = scene.words
    return scene.flow.span(words.starts[cue.first], words.ends[cue.after - 1])
