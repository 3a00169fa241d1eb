"""Small closed classes of English words that the rules lean on."""

_DETERMINER_WORDS = """
the a an this that these those his her its their our my your some several many few both each
every another other numerous various two three four five six seven eight nine ten more most all
any no
"""
_PREPOSITION_WORDS = """
of in on at by for from to into onto with without within near against between among amid during
after before since until under over through throughout across along around towards toward about
upon despite following beside behind inside outside off via per than like including regarding
concerning
"""
_AUXILIARY_WORDS = """
is are was were be been being am has have had having do does did get gets got will would shall
should must may might can could cannot ought
"""
_CONJUNCTION_WORDS = (
    "and or but nor while whereas because if unless although though when where that"
)
_RELATIVE_WORDS = "which who whom whose that"
_PRONOUN_WORDS = "he she it they we i you who which that them him us me this these those"
_ADVERB_WORDS = """
also then later again still even now once twice already often sometimes always soon just almost
not never further first only ever so thus therefore hence thereby together frequently since too
yet
"""
_NO_ADVERB_WORDS = """
italy sicily thessaly july family assembly rally ally supply resupply reply monopoly anomaly
belly multiply comply imply apply rely elderly friendly
"""

DETERMINERS = frozenset(_DETERMINER_WORDS.split())
PREPOSITIONS = frozenset(_PREPOSITION_WORDS.split())
AUXILIARIES = frozenset(_AUXILIARY_WORDS.split())
BE_FORMS = frozenset(
    {"is", "are", "was", "were", "be", "been", "being", "am", "get", "gets", "got"}
)
CONJUNCTIONS = frozenset(_CONJUNCTION_WORDS.split())
RELATIVES = frozenset(_RELATIVE_WORDS.split())
PRONOUNS = frozenset(_PRONOUN_WORDS.split())
ADVERBS = frozenset(_ADVERB_WORDS.split())
_NO_ADVERBS = frozenset(_NO_ADVERB_WORDS.split())
"""Nouns, names, verbs and adjectives that end as adverbs do."""
FUNCTION_WORDS = DETERMINERS | PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | PRONOUNS | ADVERBS


def is_adverb(word: str) -> bool:
    """Say whether the word may stand inside a verb group without changing it."""
    if word in _NO_ADVERBS:
        return False
    return word in ADVERBS or (word.endswith("ly") and len(word) > len("only"))
