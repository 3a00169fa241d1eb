"""Which language a text is in, as far as this needs to know: is it English?

A text in another language is read in part: its addresses and symbols, not its claims.
"""

import re

from averment.prose.word_set import word_set

SHARE = 0.12
"""In English prose about a third of the words are these; a list of names has fewer."""
FEWEST_WORDS = 25
"""Too few words to tell; they are taken for English."""
SAMPLE = 20_000
"""Characters that are looked at."""
ENGLISH = word_set(
    """
    the of and to in that for with as was were by on is are be been has have had this which
    their from at an not it its or would we our you your they he she his her
    """
)
WORD = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """Say whether `text` reads as English; true where it is too short to tell."""
    words = [word.lower() for word in WORD.findall(text[:SAMPLE])]
    if len(words) < FEWEST_WORDS:
        return True
    return sum(word in ENGLISH for word in words) >= SHARE * len(words)
