"""The words of `frame_words.toml`, as patterns."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

LOOSE_GAP = r"[\s,-]{1,3}"
END_OF_WORD = r"(?![^\W_])"


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameWords:
    """Patterns over one line of a letter; all ignore case."""

    honorific: re.Pattern[str]
    """At the beginning of a line."""
    office: re.Pattern[str]
    """Anywhere in a line."""
    body: re.Pattern[str]
    organisation: re.Pattern[str]
    list_head: re.Pattern[str]
    closing: re.Pattern[str]
    """A whole line, stop or comma included."""
    closing_word: re.Pattern[str]
    """A closing at the beginning of a line, with more behind it."""
    closing_sentence: re.Pattern[str]
    after_signature: re.Pattern[str]
    head_label: re.Pattern[str]
    posting: re.Pattern[str]
    address: re.Pattern[str]
    place: re.Pattern[str]
    """A whole line."""


def _one_of(words: Sequence[str], *, gap: str = r"[\s-]{1,3}") -> str:
    """Return a pattern of alternatives, longest first, so that the longest wins."""
    return "|".join(_loose(word, gap) for word in sorted(words, key=lambda w: (-len(w), w)))


def _loose(word: str, gap: str) -> str:
    """Let blanks be any white space or hyphen, apostrophes be curved, full stops be lost."""
    pieces = []
    for character in word:
        if character == " ":
            pieces.append(gap)
        elif character == ".":
            pieces.append(r"\.?")
        elif character == "'":
            pieces.append("['’]")
        else:
            pieces.append(re.escape(character))
    return "".join(pieces)


@cache
def frame_words() -> FrameWords:
    """Load the vocabulary once."""
    file = resources.files("averment.frames").joinpath("frame_words.toml")
    words: dict[str, list[str]] = tomllib.loads(file.read_text("utf-8"))
    closing = _one_of(words["closings"])

    def begins(name: str) -> re.Pattern[str]:
        return re.compile(rf"\W{{0,3}}(?:{_one_of(words[name])}){END_OF_WORD}", re.IGNORECASE)

    def anywhere(name: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{_one_of(words[name])}){END_OF_WORD}", re.IGNORECASE)

    return FrameWords(
        honorific=begins("honorifics"),
        office=anywhere("offices"),
        body=anywhere("bodies"),
        organisation=anywhere("organisation_words"),
        list_head=anywhere("list_heads"),
        closing=re.compile(
            rf"\W{{0,3}}(?:we are,?\s|i am,?\s|we remain,?\s|i remain,?\s)?(?:{closing})"
            rf"(?:,?\s(?:and\s)?(?:{closing}))?(?:\sfor\s[\w\s,'’-]{{3,100}},)?"
            rf"\s?(?:[,.:;!—–-]\W{{0,2}})?$",
            re.IGNORECASE,
        ),
        closing_word=re.compile(rf"(?!thank)(?:{closing})\s?[,:]\s", re.IGNORECASE),
        closing_sentence=anywhere("closing_sentences"),
        after_signature=begins("after_signature"),
        head_label=re.compile(
            rf"\W{{0,3}}(?:{_one_of(words['head_labels'])})\s?(?:[:.–—]|\s-|$)", re.IGNORECASE
        ),
        posting=begins("posting_words"),
        address=anywhere("address_words"),
        place=re.compile(
            rf"(?:{_one_of(words['address_places'], gap=LOOSE_GAP)})[\s,.]*$",
            re.IGNORECASE,
        ),
    )
