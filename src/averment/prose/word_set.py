"""Closed classes of words, written as one string that a person can read and extend."""


def word_set(words: str) -> frozenset[str]:
    """Return the words of a string that holds nothing else.

    >>> sorted(word_set("in on at"))
    ['at', 'in', 'on']
    """
    return frozenset(words.split())
