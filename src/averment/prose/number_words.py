"""Numbers as a document prints them: figures and words, with what they leave open.

"At least 12" gives a smallest number, "up to 25,000" a largest, "some 2,000" is not exact,
"dozens" is at least twenty-four. Figures that are part of a name (``S/RES/884``, ``AK-47``,
``62/243``) are not numbers. One pass over the text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

_UNIT_WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen
"""
_UNITS = {word: value for value, word in enumerate(_UNIT_WORDS.split())}
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * value for value, word in enumerate(_TEN_WORDS.split(), start=2)}
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_HUNDRED = 100
_VAGUE = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
}
_LOOSE = {"several": 2, "few": 2, "couple": 2, "pair": 2}

_AT_LEAST = (
    "at least,no fewer than,no less than,not less than,more than,over,in excess of,"
    "upwards of,exceeding,a minimum of,well over,greater than,above"
)
_AT_MOST = (
    "at most,up to,no more than,fewer than,less than,under,nearly,almost,close to,"
    "as many as,a maximum of,below"
)
_ABOUT = "some,about,around,approximately,roughly,circa,an estimated,estimated,perhaps"
_QUALIFIERS = {
    tuple(phrase.split()): bound
    for bound, phrases in (("least", _AT_LEAST), ("most", _AT_MOST), ("about", _ABOUT))
    for phrase in phrases.split(",")
}
_QUALIFIER_ENDS = frozenset(phrase[-1] for phrase in _QUALIFIERS)
_LONGEST_QUALIFIER = 3

_NUMBER_WORDS = frozenset(
    {*_UNITS, *_TENS, *_VAGUE, *_LOOSE, "a", "an", "half", "tens", "hundred", *_SCALES}
)
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|(?:[^\w\s]|_)(?![\W_]{8})")
"""A figure, a word or a sign; a sign before eight more is a line drawn or a text gone wrong."""
_GROUP = 3
_MAX_DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNumber:
    """One number and what it allows."""

    start: int
    end: int
    """The words from the qualifier ("at least") to the last word of the number."""
    at_least: int | None
    at_most: int | None
    exact: bool
    """False for "some 2,000", "dozens", "over 600"."""
    figure: int
    """Where the number itself begins, the qualifier left out."""

    @property
    def printed(self) -> int:
        """Return the number as printed, whichever way it bounds the truth."""
        return self.at_least if self.at_least is not None else self.at_most or 0


class _Token(NamedTuple):  # a tuple: there is one for each word of a long text
    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Value:
    """A bare number: its value, the token behind it, and whether the words are loose."""

    value: int
    after: int
    loose: bool = False


def find_numbers(text: str) -> tuple[FoundNumber, ...]:
    """Return every number of `text`, in order, not overlapping.

    >>> [(n.at_least, n.at_most) for n in find_numbers("at least 12 of two dozen men")]
    [(12, None), (24, 24)]
    """
    tokens = [_Token(m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    found: list[FoundNumber] = []
    place = 0
    while place < len(tokens):
        word = tokens[place].word
        # Most words are no number: one look refuses them.
        may_be = word[0].isdecimal() or word in _NUMBER_WORDS
        value = _value_at(tokens, place, text) if may_be else None
        if value is None:
            place += 1
            while place < len(tokens) and _continues_figure(tokens, place, text):
                place += 1
            continue
        first = place
        number, place = _bounded(tokens, first, value, text)
        found.append(number)
    return tuple(found)


def _continues_figure(tokens: Sequence[_Token], place: int, text: str) -> bool:
    """Say whether a figure is the rest of one that was refused: the "000" of "$5,000"."""
    start = tokens[place].start
    return (
        tokens[place].word.isdecimal()
        and text[start - 1 : start] in {",", ".", "/"}
        and text[start - 2 : start - 1].isdecimal()
    )


def _bounded(
    tokens: Sequence[_Token], first: int, value: _Value, text: str
) -> tuple[FoundNumber, int]:
    """Return the number with its qualifier or range, and the token behind it."""
    begin, qualifier = _qualifier_before(tokens, first)
    low: int | None = value.value
    high: int | None = None if value.loose else value.value
    after = value.after
    exact = not value.loose and qualifier is None
    between = _word(tokens, first - 1) == "between" and _word(tokens, after) == "and"
    upper = _value_at(tokens, after + 1, text) if between else _range_end(tokens, after, text)
    if upper is not None and upper.value > value.value and qualifier != "least":
        high, after, exact = upper.value, upper.after, False
    elif qualifier == "least" or _or_more(tokens, after):
        high, exact = None, False
        after = after + 2 if _or_more(tokens, after) else after
    elif qualifier == "most":
        low, high = None, value.value
    number = FoundNumber(
        start=tokens[begin].start,
        end=tokens[after - 1].end,
        at_least=low,
        at_most=high,
        exact=exact,
        figure=tokens[first].start,
    )
    return number, after


def _qualifier_before(tokens: Sequence[_Token], first: int) -> tuple[int, str | None]:
    if first == 0 or tokens[first - 1].word not in _QUALIFIER_ENDS:
        return first, None
    for length in range(min(_LONGEST_QUALIFIER, first), 0, -1):
        words = tuple(t.word for t in tokens[first - length : first])
        if words in _QUALIFIERS:
            return first - length, _QUALIFIERS[words]
    return first, None


def _or_more(tokens: Sequence[_Token], place: int) -> bool:
    return [t.word for t in tokens[place : place + 2]] == ["or", "more"]


def _range_end(tokens: Sequence[_Token], place: int, text: str) -> _Value | None:
    """Return the second number of "10 to 15", "10-15", "10 or 15"."""
    if place >= len(tokens) or tokens[place].word not in {"to", "-", "–", "—", "or"}:
        return None
    if tokens[place].word == "—" and place + 1 < len(tokens):
        return None
    return _value_at(tokens, place + 1, text)


def _value_at(tokens: Sequence[_Token], place: int, text: str) -> _Value | None:
    """Return the number that begins at this token, or None."""
    if place >= len(tokens):
        return None
    word = tokens[place].word
    if word[0].isdecimal():
        return _figure(tokens, place, text)
    if word in _VAGUE:
        return _vague(tokens, place)
    if word in _LOOSE:
        end = place + 2 if _word(tokens, place + 1) == "of" and word != "several" else place + 1
        return _Value(_LOOSE[word], end, loose=True)
    if word in {"a", "an", "half"}:
        return _dozen(tokens, place)
    return _spelled(tokens, place)


def _word(tokens: Sequence[_Token], place: int) -> str:
    return tokens[place].word if place < len(tokens) else ""


def _vague(tokens: Sequence[_Token], place: int) -> _Value:
    """Read "dozens", "hundreds of thousands"; "tens of thousands" begins with "tens"."""
    value = _VAGUE[tokens[place].word]
    after = place + 1
    if _word(tokens, after) == "of" and _word(tokens, after + 1) in {"thousands", "millions"}:
        scale = 1_000 if tokens[after + 1].word == "thousands" else 1_000_000
        return _Value(value * scale, after + 2, loose=True)
    return _Value(value, after, loose=True)


def _dozen(tokens: Sequence[_Token], place: int) -> _Value | None:
    """Read "a dozen", "half a dozen", "a hundred", "a million"; "a couple" begins with "a"."""
    words = [_word(tokens, place + ahead) for ahead in range(3)]
    if words == ["half", "a", "dozen"]:
        return _Value(6, place + 3)
    if words == ["half", "a", "million"]:
        return _Value(500_000, place + 3)
    if words[0] == "half":
        return None
    if words[1] == "dozen":
        return _Value(12, place + 2)
    if words[1] == "hundred" or words[1] in _SCALES:
        return _Value(_SCALES.get(words[1], _HUNDRED), place + 2, loose=words[1] != "hundred")
    return None


def _figure(tokens: Sequence[_Token], place: int, text: str) -> _Value | None:
    token = tokens[place]
    if _part_of_a_name(text, token.start):
        return None
    digits, after = token.word, place + 1
    while (
        len(_word(tokens, after + 1)) == _GROUP
        and tokens[after].word in {",", ".", "'", "’"}
        and tokens[after + 1].word.isdecimal()
        and tokens[after].start == tokens[after - 1].end
        and tokens[after + 1].start == tokens[after].end
        and len(digits) <= _MAX_DIGITS
    ):
        digits += tokens[after + 1].word
        after += 2
    # "200 000", the style of the United Nations.
    while (
        len(token.word) <= _GROUP
        and len(_word(tokens, after)) == _GROUP
        and tokens[after].word.isdecimal()
        and text[tokens[after - 1].end : tokens[after].start] in {" ", "\u00a0", "\u202f"}
        and len(digits) <= _MAX_DIGITS
    ):
        digits += tokens[after].word
        after += 1
    if len(digits) > _MAX_DIGITS:
        return None
    value, fraction = int(digits), ""
    if _word(tokens, after) == "." and _word(tokens, after + 1).isdecimal():
        if tokens[after].start != tokens[after - 1].end:
            return _Value(value, after)
        fraction = tokens[after + 1].word[:_GROUP]
        after += 2
    scale = _SCALES.get(_word(tokens, after), 1)
    if scale == 1:
        return _bare_figure(tokens, after, value, fraction, text)
    numerator = value * scale + int((fraction or "0").ljust(_GROUP, "0")) * scale // 1_000
    return _Value(numerator, after + 1)


def _bare_figure(
    tokens: Sequence[_Token], after: int, value: int, fraction: str, text: str
) -> _Value | None:
    end = tokens[after - 1].end
    glued = text[end : end + 1]
    if fraction or glued in {"/", "%", "°", "_"} or glued.isalpha():
        return None
    if _word(tokens, after) == "dozen":
        return _Value(value * 12, after + 1)
    return _Value(value, after)


def _part_of_a_name(text: str, start: int) -> bool:
    """Say whether a figure is glued to what stands before it: "S/2", "AK-47", "resolution1"."""
    before = text[start - 1 : start]
    if before in {"/", "_", "$", "€", "£", "#", "¥"} or before.isalpha():
        return True
    if before == "." and text[start - 2 : start - 1].isalnum():
        return True
    return before == "-" and text[start - 2 : start - 1].isalpha()


def _spelled(tokens: Sequence[_Token], place: int) -> _Value | None:
    """Read a number in words: "twenty-one", "two hundred and five thousand", "tens of"."""
    if tokens[place].word == "tens":
        return _tens(tokens, place)
    below = _below_thousand(tokens, place)
    if below is None or _is_pronoun(tokens, place, below):
        return None
    after = below.after
    if _word(tokens, after) == "dozen":
        return _Value(below.value * 12, after + 1)
    scale = _SCALES.get(_word(tokens, after), 0)
    return _scaled(tokens, below.value * scale, after + 1, scale) if scale else below


def _tens(tokens: Sequence[_Token], place: int) -> _Value | None:
    scale = {"thousands": 1_000, "millions": 1_000_000}.get(_word(tokens, place + 2))
    if scale is None or _word(tokens, place + 1) != "of":
        return None
    return _Value(20 * scale, place + 3, loose=True)


def _scaled(tokens: Sequence[_Token], total: int, after: int, scale: int) -> _Value:
    """Add what stands behind "two thousand": "and five", ", three hundred"."""
    rest_at = after + 1 if _word(tokens, after) == "and" else after
    rest = _below_thousand(tokens, rest_at)
    if rest is None or rest.value >= scale or _word(tokens, rest.after) in _SCALES:
        return _Value(total, after)
    return _Value(total + rest.value, rest.after)


def _below_thousand(tokens: Sequence[_Token], place: int) -> _Value | None:
    value = _below_hundred(tokens, place)
    if value is None or _word(tokens, value.after) != "hundred":
        return value
    total, after = value.value * _HUNDRED, value.after + 1
    rest_at = after + 1 if _word(tokens, after) == "and" else after
    rest = _below_hundred(tokens, rest_at)
    return _Value(total, after) if rest is None else _Value(total + rest.value, rest.after)


def _below_hundred(tokens: Sequence[_Token], place: int) -> _Value | None:
    word = _word(tokens, place)
    if word in _UNITS:
        return _Value(_UNITS[word], place + 1)
    if word not in _TENS:
        return None
    unit_at = place + 2 if _word(tokens, place + 1) in {"-", "‐", "‑"} else place + 1
    unit = _UNITS.get(_word(tokens, unit_at), 0)
    if 0 < unit < len("123456789") + 1:
        return _Value(_TENS[word] + unit, unit_at + 1)
    return _Value(_TENS[word], place + 1)


def _is_pronoun(tokens: Sequence[_Token], place: int, value: _Value) -> bool:
    """Say whether "one" counts nothing: "no one", "one another", "one side", "one hand"."""
    if value.after != place + 1 or tokens[place].word != "one":
        return False
    before = tokens[place - 1].word if place else ""
    after = _word(tokens, value.after)
    return before in {
        "no",
        "any",
        "every",
        "some",
        "each",
        "this",
        "that",
        "the",
        "which",
        "-",
    } or after in {"another", "side", "hand", "day", "party", "-"}
