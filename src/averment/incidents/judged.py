"""Whether a sentence tells of a judgment on an act rather than of the act.

"The Tribunal convicted a mayor of genocide" tells what a court did with it. A sentence passed
on somebody is an allegation where it is the harm ("sentenced after a trial behind closed
doors"), none where it is justice done: for murder, on a commander, by an international court.
"""

from averment.incidents.pattern import Match
from averment.incidents.scene import Scene
from averment.prose.word_set import word_set

_REACH = 30
_SENTENCES = frozenset({"imprisonment", "unfair_trial", "death_penalty", "detention", "arrest"})
_CRIMES = word_set(
    """
    murder murders genocide crimes manslaughter killing killings torture rape massacre
    massacres atrocities persecution extermination role complicity shooting bombing
    corruption fraud guilty plea warrant abuses
    """
)
_COURTS = word_set("tribunal chamber icc icty ictr extraordinary special hague")
_ACCUSED = word_set(
    """
    former commander commanders officer officers soldier soldiers general colonel admiral
    vice-admiral lieutenant captain sergeant major policeman policemen guards perpetrators
    responsible militiamen suspects suspect ringleaders accused attackers culprits ex-president
    """
)
_UNFAIR = word_set(
    """
    unfair absentia closed sham summary confession confessions torture tortured lawyer lawyers
    counsel minutes charges trumped-up fabricated secret camera duress defamation insulting
    insult blasphemy tweet article peaceful
    """
)


def is_judged(scene: Scene, act: Match) -> bool:
    """Say whether the sentence tells what was judged, not what was done.

    Args:
        scene: The sentence.
        act: A match of the act vocabulary in it.
    """
    words = scene.words
    lower = frozenset(words.lower)
    if act.name in _SENTENCES:
        is_justice = bool(lower & _COURTS) or bool(lower & _CRIMES and _is_sentence(scene))
        on_doer = bool(lower & _ACCUSED) and _is_sentence(scene)
        return (is_justice or on_doer) and not lower & (_UNFAIR - _CRIMES)
    judged = scene.last_cue("judgment", before=act.first, within=_REACH)
    if judged is None:
        return False
    between = words.lower[judged.after : act.first]
    return not {";", "after", "although", "when"} & set(between)


def _is_sentence(scene: Scene) -> bool:
    """Say whether somebody is tried, sentenced or convicted in the sentence."""
    return bool(scene.cue("judgment"))
