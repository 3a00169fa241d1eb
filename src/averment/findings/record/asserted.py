"""Whether a sentence asserts what it says: questions, wishes and conditions do not."""

import re

_SUPPOSED = re.compile(
    r"\b(?:if|whether|unless|as\sthough|nobody|no\sone|none|nowhere|wish(?:es|ed)?|hop(?:e|es|ed|ing)|"
    r"expect(?:s|ed|ing)?|should|would|could|might|ought|imagin\w{1,3}|suppos\w{1,4}|denie[sd]|deny|"
    r"cannot|without\sclaiming)\b",
    re.IGNORECASE,
)
_REACH = 160


def is_asserted(text: str, sentence: tuple[int, int], at: int) -> bool:
    """Say whether what stands at `at` is put forward as a fact.

    Args:
        text: In level form.
        sentence: Where the sentence around `at` begins and ends.
        at: Offset of the words in question.
    """
    first, last = sentence
    if text[first:last].rstrip().rstrip("\"')").endswith("?"):
        return False
    return _SUPPOSED.search(text, max(first, at - _REACH), at) is None
