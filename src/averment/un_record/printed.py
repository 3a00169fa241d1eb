"""Document symbols that stand in a text as symbols, damaged by scanners or not."""

import re
from collections.abc import Iterator
from itertools import islice

from averment.un_record.found import Found
from averment.un_record.numbering import year_of_security_council_document
from averment.un_record.symbol import Symbol, level_letters, match_symbol

_BEGIN = re.compile(
    r"(?<![\w/.@-])(?:(?:A|S|E|HRC|CCPR|CAT|CERD|CRC|CEDAW|CED|CRPD|CMW|SPT|HRI|ST|GA|SC|SG|HR|NGO|ICC-ASP|FCCC|NPT|CCW|BWC|UNEP|DP|TD)/"
    r"|(?:AL|UA|JAL|JUA|OL|JOL|OTH) [A-Z]{3} [0-9])"
)
_LONGEST = 160
_SPACED_SLASH = re.compile(
    r"(?<=[A-Z0-9])/ (?=[A-Z0-9])|(?<=PV\.) (?=[0-9])|(?<=[0-9]) /(?=[A-Z0-9])"
)
# A slash read as l, I, 1 or | between parts that are certain.
_MISREAD = re.compile(
    r"(?<![\w/.@-])(?P<org>[ASE])[/lI1|!](?P<word>HRC|RES|PRST)[/lI1|!](?=[0-9S(RDP])"
    r"|(?<![\w/.@-])S[lI1|!]PV[.,](?=[0-9])"
)
_MISREAD_NUMBER = re.compile(r"(?<![\w/.@-])S[lI|!](?P<digits>[0-9]{4,5})(?![\w/])")
_YEAR = re.compile(r"(?<![0-9/])(19[4-9][0-9])(?![0-9/])")
_YEAR_REACH = 400
# "A/Res/62/243"; and figures read as letters where only figures can stand.
_SMALL_LETTERS = re.compile(r"(?<=[A-Z0-9]/)(?:[Rr]es|[Pp]rst|[Dd]ec)(?=/)")
_LETTER_FOR_DIGIT = re.compile(r"(?<=/RES/)[0-9OolI]{1,5}(?:/[0-9OolI]{1,4})?(?![A-Za-z])")
_DIGITS = str.maketrans("OolI", "0011")
_SHORT = 4
_MOST_MISREAD = 200
_LAST_RUNNING_NUMBER = 26_999


def find_printed(text: str) -> Iterator[Found]:
    """Yield the symbols that stand in `text`, in no particular order.

    Args:
        text: In level form, as `level` gives it.
    """
    latin = _SMALL_LETTERS.sub(lambda word: word[0].upper(), level_letters(text))
    latin = _LETTER_FOR_DIGIT.sub(_as_digits, latin)
    for begin in _BEGIN.finditer(latin):
        yield from _read(latin, begin.start())
    for misread in _MISREAD.finditer(latin):
        yield from _read_misread(latin, misread)
    for misread in islice(_MISREAD_NUMBER.finditer(latin), _MOST_MISREAD):
        yield _read_number(latin, misread)


def _as_digits(number: re.Match[str]) -> str:
    printed = number[0]
    return printed.translate(_DIGITS) if any(sign.isdecimal() for sign in printed) else printed


def _read(text: str, start: int) -> Iterator[Found]:
    window = text[start : start + _LONGEST]
    prefix = "A/" if window.startswith("HRC/") else ""
    read = match_symbol(prefix + window, 0)
    spaced = _SPACED_SLASH.search(window)
    if spaced is not None and (read is None or read[1] - len(prefix) <= spaced.start() + 1):
        yield from _read_spaced(window, start, prefix)
    elif read is not None:
        end = read[1] - len(prefix)
        if not window[end : end + 1].isdecimal():
            yield _found(read[0], start, start + end, window[:end])


def _read_spaced(window: str, start: int, prefix: str) -> Iterator[Found]:
    """Read a symbol that a line end broke: "A/RES/ 62/243"."""
    kept = [
        place
        for place, sign in enumerate(window)
        if not (sign == " " and _is_break(window, place))
    ]
    joined = "".join(window[place] for place in kept)
    read = match_symbol(prefix + joined, 0)
    if read is None:
        return
    end = read[1] - len(prefix)
    if joined[end : end + 1].isdecimal():
        return
    yield _found(read[0], start, start + kept[end - 1] + 1, joined[:end])


def _is_break(window: str, place: int) -> bool:
    before, after = window[place - 1 : place], window[place + 1 : place + 2]
    if before == "/" or after == "/":
        return True
    return before == "." and window[max(0, place - 3) : place] == "PV." and after.isdecimal()


def _read_misread(text: str, misread: re.Match[str]) -> Iterator[Found]:
    window = text[misread.start() : misread.start() + _LONGEST]
    if match_symbol(window, 0) is not None:
        return
    word = misread["word"]
    head = f"{misread['org']}/{word}/" if word else "S/PV."
    mended = head + window[len(head) :]
    read = match_symbol(mended, 0)
    if read is not None and not mended[read[1] : read[1] + 1].isdecimal():
        end = read[1]
        found = _found(read[0], misread.start(), misread.start() + end, mended[:end])
        yield Found(
            start=found.start,
            end=found.end,
            symbol=found.symbol,
            body=found.body,
            rule="misread:" + read[0].kind,
            number=found.number,
        )


def _read_number(text: str, misread: re.Match[str]) -> Found:
    """Read "Sl2011": S/2011 or S/12011, whichever the years that stand nearby allow."""
    digits = misread["digits"]
    readings = [digits] if len(digits) > _SHORT else [digits, "1" + digits]
    possible = [int(reading) for reading in readings if int(reading) <= _LAST_RUNNING_NUMBER]
    if len(possible) > 1:
        start = max(0, misread.start() - _YEAR_REACH)
        nearby = {int(y) for y in _YEAR.findall(text, start, misread.end() + _YEAR_REACH)}
        possible = [
            number
            for number in possible
            if any(abs(year_of_security_council_document(number) - y) <= 1 for y in nearby)
        ]
    settled = f"S/{possible[0]}" if len(possible) == 1 else None
    return Found(
        start=misread.start(),
        end=misread.end(),
        symbol=settled,
        body=None,
        rule="misread:sc_doc",
    )


def _found(symbol: Symbol, start: int, end: int, printed: str) -> Found:
    number = printed.partition("RES/")[2] or printed.partition("DEC/")[2]
    return Found(
        start=start,
        end=end,
        symbol=symbol.text,
        body=symbol.body,
        rule="printed:" + symbol.kind,
        number=number,
    )
