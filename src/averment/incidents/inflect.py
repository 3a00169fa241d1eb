"""The forms of English verbs."""

from enum import StrEnum
from functools import cache

_VOWELS = frozenset("aeiou")


class Form(StrEnum):
    """Which form of a verb stands in the text, or that it is no verb."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    """Past tense or past participle: the same word in most verbs."""
    ING = "ing"
    NOUN = "noun"
    FIXED = "fixed"
    """A phrase that is not inflected."""


_IRREGULAR = {
    "be": ("is are", "was were been", "being"),
    "beat": ("beats", "beat beaten", "beating"),
    "become": ("becomes", "became become", "becoming"),
    "begin": ("begins", "began begun", "beginning"),
    "blow": ("blows", "blew blown", "blowing"),
    "break": ("breaks", "broke broken", "breaking"),
    "bite": ("bites", "bit bitten", "biting"),
    "bring": ("brings", "brought", "bringing"),
    "build": ("builds", "built", "building"),
    "burn": ("burns", "burned burnt", "burning"),
    "come": ("comes", "came come", "coming"),
    "cut": ("cuts", "cut", "cutting"),
    "die": ("dies", "died", "dying"),
    "dig": ("digs", "dug", "digging"),
    "do": ("does", "did done", "doing"),
    "drive": ("drives", "drove driven", "driving"),
    "fall": ("falls", "fell fallen", "falling"),
    "fight": ("fights", "fought", "fighting"),
    "flee": ("flees", "fled", "fleeing"),
    "forbid": ("forbids", "forbade forbidden", "forbidding"),
    "go": ("goes", "went gone", "going"),
    "find": ("finds", "found", "finding"),
    "give": ("gives", "gave given", "giving"),
    "hang": ("hangs", "hanged hung", "hanging"),
    "hide": ("hides", "hid hidden", "hiding"),
    "hit": ("hits", "hit", "hitting"),
    "hold": ("holds", "held", "holding"),
    "hurt": ("hurts", "hurt", "hurting"),
    "keep": ("keeps", "kept", "keeping"),
    "kneel": ("kneels", "knelt kneeled", "kneeling"),
    "lay": ("lays", "laid", "laying"),
    "leave": ("leaves", "left", "leaving"),
    "lose": ("loses", "lost", "losing"),
    "overrun": ("overruns", "overran overrun", "overrunning"),
    "put": ("puts", "put", "putting"),
    "rise": ("rises", "rose risen", "rising"),
    "ride": ("rides", "rode ridden", "riding"),
    "run": ("runs", "ran run", "running"),
    "see": ("sees", "saw seen", "seeing"),
    "seek": ("seeks", "sought", "seeking"),
    "send": ("sends", "sent", "sending"),
    "set": ("sets", "set", "setting"),
    "shoot": ("shoots", "shot", "shooting"),
    "show": ("shows", "showed shown", "showing"),
    "shut": ("shuts", "shut", "shutting"),
    "sink": ("sinks", "sank sunk", "sinking"),
    "slay": ("slays", "slew slain", "slaying"),
    "speak": ("speaks", "spoke spoken", "speaking"),
    "spit": ("spits", "spat spit", "spitting"),
    "spread": ("spreads", "spread", "spreading"),
    "stand": ("stands", "stood", "standing"),
    "steal": ("steals", "stole stolen", "stealing"),
    "strike": ("strikes", "struck stricken", "striking"),
    "sleep": ("sleeps", "slept", "sleeping"),
    "stick": ("sticks", "stuck", "sticking"),
    "take": ("takes", "took taken", "taking"),
    "tear": ("tears", "tore torn", "tearing"),
    "throw": ("throws", "threw thrown", "throwing"),
    "tie": ("ties", "tied", "tying"),
    "wreak": ("wreaks", "wreaked wrought", "wreaking"),
}
# Verbs of several syllables that double their last consonant.
_DOUBLING = frozenset({"expel", "kidnap", "compel", "deter", "propel", "gun"})
_NEVER_DOUBLING = frozenset({"offer", "order", "fear"})


def forms_of(verb: str) -> dict[str, Form]:
    """Return each form of the verb with what it is; the base form last to be overwritten.

    >>> sorted(forms_of("stab"))
    ['stab', 'stabbed', 'stabbing', 'stabs']
    """
    present, past, ing = _IRREGULAR.get(verb) or _regular(verb)
    forms = {verb: Form.BASE}
    forms |= dict.fromkeys(present.split(), Form.PRESENT)
    forms |= dict.fromkeys(ing.split(), Form.ING)
    forms |= dict.fromkeys(past.split(), Form.PAST)
    return forms


def is_past(word: str) -> bool:
    """Say whether the word is the past form of an irregular verb that is known here."""
    return word in _irregular_past()


@cache
def _irregular_past() -> frozenset[str]:
    return frozenset(word for _, past, _ in _IRREGULAR.values() for word in past.split())


def _regular(verb: str) -> tuple[str, str, str]:
    if verb.endswith("e") and not verb.endswith("ee"):
        return f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    present = f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh")) else f"{verb}s"
    if _doubles(verb):
        return present, f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"
    return present, f"{verb}ed", f"{verb}ing"


def _doubles(verb: str) -> bool:
    if verb in _DOUBLING:
        return True
    last = verb.rpartition("-")[2]
    vowels = sum(letter in _VOWELS for letter in last)
    return (
        vowels == 1
        and len(last) > len("ab")
        and last[-1] not in _VOWELS | frozenset("wxy")
        and last[-2] in _VOWELS
        and verb not in _NEVER_DOUBLING
    )
