"""Sentences: where one statement ends and the next begins.

A full stop ends a sentence only where the words around it say so: not after an abbreviation,
an initial or a paragraph number, and only before something that can begin a sentence. A note
marker behind the stop ("life.¹ The", "life.9 The", "life.” 1 The") belongs to the sentence it
follows. A semicolon never ends a sentence, so a list item with a semicolon stays whole.

One pass over the text; each stop is judged from a bounded window around it.
"""

import re

from averment.documents.flow import Flow

# Stops that need a look around, and stops of other scripts that always end a sentence:
# Armenian U+0589, Devanagari danda, Arabic question mark and full stop, CJK and full width.
_STOPS = re.compile(r"[.?!…]+|[։।۔؟。！？｡]+")
_PLAIN_STOPS = frozenset(".?!…")
_CLOSING = frozenset("\"'”’»›)]}」』）】")
_OPENING = frozenset("\"'“‘«‹([{「『（【„‚¿¡—–-•*")
_SUPERSCRIPTS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜ†‡§*")
_WINDOW = 40
_MARKER_DIGITS = 3
_YEAR_DIGITS = 4
_ROMAN_LETTERS = 6
_BRACKETED = frozenset("0123456789ivxlc")
_BEFORE_WORD = frozenset("([“\"'‘,/")

# Never the last word of a sentence in this field's prose, whatever follows.
_NEVER_LAST_WORDS = """
    para paras par art arts no nos nr doc docs vol vols pp cf v vs viz e.g eg i.e ie ed eds
    dr mr mrs ms prof gen lt col sgt cpl maj capt cmdr adm brig hon rev fr st messrs mme mlle
    sr sra gov sen rep pres amb sec secs sect reg res add corr ch chap cl fig figs ser
    jan feb apr jun jul aug sept oct nov dec approx ca c n op cit ibid id supp suppl
    p.m a.m u.n u.s u.k e.u n.y u.s.s.r d.c st ste mt ft dept dist univ assn assoc bros intl
    t.n nn al hno ing lic arq d.ª ul г гг ст п см др т.е т.д т.п
    """
_NEVER_LAST = frozenset(_NEVER_LAST_WORDS.split())
# May end a sentence; do so only before a word that seldom continues a name.
_MAY_END_WORDS = (
    "u.s u.n u.k e.u d.c p.m a.m etc inc ltd co corp jr al u.s.s.r n.y ibid id cit dept"
)
_MAY_END = frozenset(_MAY_END_WORDS.split())
_OPENER_WORDS = """
    the a an this that these those it he she they we i in on at by for from after before since
    during as when while although however moreover according there no all his her its their our
    your such some many several both if but and so with under between following despite
    yesterday today other another one two three to of what who which how why not furthermore
    finally
    """
_OPENERS = frozenset(_OPENER_WORDS.split())
_MONTH_WORDS = "jan feb mar apr jun jul aug sept sep oct nov dec"
_MONTHS_ABBREVIATED = frozenset(_MONTH_WORDS.split())


def sentences(flow: Flow) -> tuple[tuple[int, int], ...]:
    """Return (start, end) offsets into ``flow.text`` of each sentence, white space trimmed.

    Ranges are in order, do not overlap, are never empty, and leave out only white space.
    """
    text = flow.text
    found: list[tuple[int, int]] = []
    start = 0
    for stop in _STOPS.finditer(text):
        if stop.start() < start:
            continue
        end = _end_of_sentence(text, stop)
        if end is not None:
            _keep(text, start, end, found)
            start = end
    _keep(text, start, len(text), found)
    return tuple(found)


def _keep(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


def _end_of_sentence(text: str, stop: re.Match[str]) -> int | None:
    """Return where the sentence of this stop ends, markers included, or None if it goes on."""
    if stop.group()[0] not in _PLAIN_STOPS:
        return _past_closing(text, stop.end())
    if _stands_in_number_or_name(text, stop):
        return None
    end = _past_marker(text, _past_closing(text, stop.end()), stop)
    if end >= len(text):
        return end
    following = _next_words(text, end)
    if not text[end].isspace() or not _can_begin(following):
        return None
    if stop.group() == "." and not _word_may_end(text, stop.start(), following):
        return None
    return end


def _stands_in_number_or_name(text: str, stop: re.Match[str]) -> bool:
    """Say whether a letter or figure is glued to the stop as in "3.5", "U.S", "a.org"."""
    end = stop.end()
    if end >= len(text):
        return False
    if text[end].isalpha():
        return True
    before = text[max(0, stop.start() - _YEAR_DIGITS) : stop.start()]
    if not text[end].isdecimal() or (len(before) == _YEAR_DIGITS and before.isdecimal()):
        # "in 2019.9 The": a year has no decimals, so the 9 is a marker.
        return False
    return before[-1:].isdecimal() or before[-1:] in {"", "."} or before[-1:].isspace()


def _past_closing(text: str, end: int) -> int:
    limit = min(len(text), end + _WINDOW)
    while end < limit and text[end] in _CLOSING:
        end += 1
    return end


def _past_marker(text: str, end: int, stop: re.Match[str]) -> int:
    """Return the end of a note marker behind a stop, or `end` where there is none."""
    limit = min(len(text), end + _WINDOW)
    place = end
    while place < limit and text[place] in _SUPERSCRIPTS:
        place += 1
    if place > end:
        return _past_closing(text, place)
    if "?" in stop.group() and end == stop.end():
        return end
    glued = _past_digits(text, end)
    if glued > end and _blank_then_capital(text, glued):
        return glued
    spaced = end + (end < limit and text[end] in " \u00a0")
    closed = _past_bracket(text, spaced)
    if closed > spaced and (spaced == end or _blank_then_capital(text, closed)):
        return closed
    # A digit after a space: "life.” 1 The". Before a capital only: "died. 12 people" stays.
    if end < limit and text[end].isspace():
        spaced = _past_digits(text, end + 1)
        after = text[spaced : spaced + 1]
        if spaced > end + 1 and after.isspace() and _blank_then_capital(text, spaced):
            # "Shelling killed dozens. 3 May was the worst day": a date begins the next one.
            word = _next_words(text, spaced).split(" ")[0].rstrip(".,").lower()
            if word[:3] not in _MONTHS_ABBREVIATED and word != "may":
                return spaced
    return end


def _past_bracket(text: str, place: int) -> int:
    """Return the end of a note marker in brackets, "[12]" or "[iv]", or `place`."""
    if text[place : place + 1] != "[":
        return place
    end = place + 1
    while end < len(text) and end - place <= _ROMAN_LETTERS and text[end] in _BRACKETED:
        end += 1
    return end + 1 if end > place + 1 and text[end : end + 1] == "]" else place


def _past_digits(text: str, place: int) -> int:
    end = place
    while end < len(text) and end - place < _MARKER_DIGITS and text[end] in "0123456789":
        end += 1
    return place if end < len(text) and text[end].isdecimal() else end


def _blank_then_capital(text: str, place: int) -> bool:
    if place >= len(text):
        return True
    if not text[place].isspace():
        return False
    following = _next_words(text, place)
    return not following or following[0].isupper() or following[0] in _OPENING


def _next_words(text: str, place: int) -> str:
    return text[place : place + _WINDOW].lstrip()


def _can_begin(following: str) -> bool:
    if not following:
        return True
    first = following[0]
    if first.isdecimal() or first in _OPENING:
        return True
    # A script without case (Arabic, Georgian, Chinese) gives no sign: the stop decides.
    return first.isalpha() and not first.islower()


def _word_may_end(text: str, stop: int, following: str) -> bool:
    """Say whether the word before a single full stop can be the last of a sentence."""
    begin = stop
    limit = max(0, stop - _WINDOW)
    while (
        begin > limit and not text[begin - 1].isspace() and text[begin - 1] not in _BEFORE_WORD
    ):
        begin -= 1
    printed = text[begin:stop]
    word = printed.lower()
    if word in _NEVER_LAST - _MAY_END:
        # "in Oct. The", "answered no. The": an abbreviation stands before a name or a figure.
        return word in _MONTHS_ABBREVIATED | {"no"} and _begins_plainly(following)
    if word in _MAY_END or _is_initials(printed):
        # "B. Camara" is a name; "in annex B. The" is not.
        return _begins_plainly(following)
    # A paragraph's own number at the head: "1. The first".
    is_number = word.isdecimal() and len(word) <= _MARKER_DIGITS
    return not (is_number and _first_of_line(text, begin))


def _is_initials(word: str) -> bool:
    """Say whether the word is "B", "B.Y" or "U.S.S.R" without its last stop."""
    letters = word.split(".")
    return word[:1].isupper() and all(len(piece) <= 1 for piece in letters)


def _begins_plainly(following: str) -> bool:
    if not following:
        return True
    word = following.split(maxsplit=1)[0].strip("\"'“”‘’(),;:").lower()
    return word in _OPENERS


def _first_of_line(text: str, begin: int) -> bool:
    """Say whether nothing but white space stands before `begin`: a paragraph's own number."""
    window = text[max(0, begin - _WINDOW) : begin]
    return not window.strip() and begin <= _WINDOW
