"""How the document stands to what a sentence says: told, reported, denied, supposed."""

from averment.documents.span import Span
from averment.incidents.allegation import Stance
from averment.incidents.pattern import Match
from averment.incidents.reality import Reality
from averment.incidents.scene import Scene


def find_stance(
    scene: Scene, act: Match, reality: Reality, *, attributed: bool
) -> tuple[Stance, Span | None]:
    """Return the stance towards `act` and the words that give it.

    A denial wins over a supposition, that over a report; what is attributed to somebody is
    reported even where no other word says so.
    """
    words = scene.words
    for cue in scene.cue("denial"):
        if cue.first <= act.first and "but" not in words.lower[cue.after : act.first]:
            return Stance.DENIED, _span(scene, cue)
    for cue in scene.cue("denial_after"):
        if cue.first >= act.after:
            return Stance.DENIED, _span(scene, cue)
    if reality is Reality.DENIED:
        return Stance.DENIED, None
    if scene.cue("hypothesis"):
        return Stance.CONDITIONAL, _span(scene, scene.cue("hypothesis")[0])
    if reality is Reality.SUPPOSED:
        return Stance.CONDITIONAL, None
    for cue in scene.cue("report"):
        return Stance.REPORTED, _span(scene, cue)
    return (Stance.REPORTED if attributed else Stance.ASSERTED), None


def _span(scene: Scene, cue: Match) -> Span:
    words = scene.words
    return scene.flow.span(words.starts[cue.first], words.ends[cue.after - 1])
