"""Note markers: every place in the body that may send the reader to a note.

A candidate is only a possibility; `averment.apparatus.note_find` decides over all of them at
once, by number, order and nearness.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from averment.documents.flow import Flow
from averment.documents.note import MarkerKind
from averment.documents.span import Span
from averment.documents.superscript import plain_digits

WEIGHTS = {
    MarkerKind.DECLARED: 4.0,
    MarkerKind.SUPERSCRIPT: 3.0,
    MarkerKind.RAISED: 3.0,
    MarkerKind.BRACKETED: 2.5,
    MarkerKind.PLAIN: 2.0,
    MarkerKind.SIGN: 1.5,
    MarkerKind.MISREAD: 0.5,
}
LARGEST = 999

SUPERSCRIPT = re.compile(r"[¹²³⁰⁴-⁹]{1,3}")
BRACKETED = re.compile(r"\[\^?(\d{1,3})\]|\^(\d{1,3})\^?|\((\d{1,3})\)(?=[\s.,;:]|$)")
ATTACHED = re.compile(
    r"(?P<before>[^\W\d_]|[)\]”\"’'»%]|(?<!\d)[.,;:!?]|(?<=\b[12]\d{3})[.;])(?P<digits>\d{1,3})(?=[\s,.;:)”\"’'»—–]|$)"
)
SPACED = re.compile(
    r"(?P<before>[.!?][”\"’'»)]?|;|[”\"»’],?|\),?)[ ](?P<digits>\d{1,3})(?=(?P<after>\s|$|[.,;]))"
)
SLASH = re.compile(r"(?<=[\w.,;:)”\"’'])\s?(\d{1,3}|[a-z])/(?=[\s.,;:)]|$)")
SIGN = re.compile(r"(?<=[\w.,;:)”\"’'])\s?(\*{1,4}|†{1,2}|‡|§)(?=[\s.,;:)]|$)")
ROMAN = re.compile(
    r"(?:\[(?P<in>[ivx]{1,6})\]|(?<=[.,;:)”\"’'])\s?(?P<out>[ivx]{1,6})(?=[\s,.;]|$))"
)
ABBREVIATION = re.compile(
    r"(?:\b(?i:nos?|paras?|arts?|pp?|vols?|chaps?|sects?|ch|sec|res|doc|fig|annex|note|rule|mr|ca|add|rev|l|pv|op"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|st|cf|reg|ser|app)\.|\b[A-Z]\.)$"
)
MISREAD = re.compile(
    r"(?P<strong>[°®©™¢§¤•*^~¬†‡¹²³])(?=[\s,.;:)”\"]|$)|(?P<mixed>(?<=\w)[°*])"
    r"|(?<=[\w.,;)])(?P<quote>[’‘'“\"]{1,2}\??)(?=\s|$)|(?<=[.,;”\"’])\s?(?P<letter>[lIiSsBoO?])(?=\s|$)"
)


Range = tuple[int, int]


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """One place that may be a marker; offsets count into the body flow's text."""

    start: int
    end: int
    number: int
    kind: MarkerKind
    weight: float
    raw: str


def candidates(body: Flow, *, raised: Iterable[Span]) -> tuple[Candidate, ...]:
    """Return every candidate of the body, in order of the text."""
    text = body.text
    found: dict[int, Candidate] = {}

    def add(start: int, raw: str, number: int, kind: MarkerKind, *, part: float = 1.0) -> None:
        known = found.get(start)
        weight = WEIGHTS[kind] * part
        if 0 < number <= LARGEST and (known is None or known.weight < weight):
            found[start] = Candidate(start, start + len(raw), number, kind, weight, raw)

    for span in raised:
        raw = body.text[body.offset_of(span.start) : body.offset_of(span.end)]
        if raw and raw.isdigit():
            add(body.offset_of(span.start), raw, int(raw), MarkerKind.RAISED)
    for match in SUPERSCRIPT.finditer(text):
        if match.start() and not text[match.start() - 1].isspace():
            add(
                match.start(),
                match.group(),
                int(plain_digits(match.group())),
                MarkerKind.SUPERSCRIPT,
            )
        elif match.start():
            add(
                match.start(),
                match.group(),
                int(plain_digits(match.group())),
                MarkerKind.SUPERSCRIPT,
                part=0.8,
            )
    for match in BRACKETED.finditer(text):
        digits = match[1] or match[2] or match[3]
        part = 0.4 if match[3] else 1.0
        add(match.start(), match.group(), int(digits), MarkerKind.BRACKETED, part=part)
    for match in ATTACHED.finditer(text):
        before = text[max(0, match.start() - 12) : match.start("digits")]
        if ABBREVIATION.search(before):
            continue
        part = 0.6 if match["before"].isalpha() else 1.0
        if match["before"] == "," or (match["before"].isupper() and before[-2:-1].isupper()):
            part = 0.5
        add(
            match.start("digits"),
            match["digits"],
            int(match["digits"]),
            MarkerKind.PLAIN,
            part=part,
        )
    for match in SPACED.finditer(text):
        before = text[max(0, match.start() - 12) : match.end("before")]
        after = text[match.end() : match.end() + 2].lstrip()
        if ABBREVIATION.search(before):
            continue
        ends = match["before"][0] in ".!?"
        if ends and after[:1].islower():
            continue  # "Oct. 6 and", "12. 6 people"
        part = 0.5 if after[:1] and not ends else 0.7
        add(
            match.start("digits"),
            match["digits"],
            int(match["digits"]),
            MarkerKind.PLAIN,
            part=part,
        )
    for match in SLASH.finditer(text):
        number = int(match[1]) if match[1].isdigit() else ord(match[1]) - ord("a") + 1
        add(match.start(1), match.group().lstrip(), number, MarkerKind.SIGN)
    return tuple(sorted(found.values()))


def roman_candidates(body: Flow, numerals: list[str]) -> tuple[Candidate, ...]:
    """Return the places that may be roman markers."""
    found = []
    for match in ROMAN.finditer(body.text):
        name = match["in"] or match["out"]
        if name in numerals:
            raw = match.group().lstrip()
            start = match.end() - len(raw)
            found.append(
                Candidate(start, match.end(), numerals.index(name) + 1, MarkerKind.SIGN,
                          WEIGHTS[MarkerKind.SIGN], raw)
            )  # fmt: skip
    return tuple(found)


def misread_signs(text: str, start: int, end: int) -> tuple[list[Range], list[Range]]:
    """Return what looks like a misread marker between two places: surely so, and perhaps so."""
    strong: list[Range] = []
    weak: list[Range] = []
    for match in MISREAD.finditer(text, start, end):
        if match["strong"] or match["mixed"]:
            first = match.start()
            while first > start and text[first - 1].isdigit():
                first -= 1
            strong.append((first, match.end()))
        elif match["quote"]:
            sentence = text[
                max(text.rfind("\n", 0, match.start()) + 1, match.start() - 300) : match.start()
            ]
            plural = match["quote"] in ("'", "’") and sentence[-1:] == "s"
            if not plural and not _opens(sentence, match["quote"][0]):
                weak.append(match.span())
        else:
            weak.append(match.span("letter"))
    return strong, weak


def _opens(sentence: str, closing: str) -> bool:
    """Say whether a quotation mark that fits `closing` stands open in `sentence`."""
    if closing in '“"':
        return (sentence.count("“") + sentence.count('"')) > sentence.count(
            "”"
        ) or sentence.count('"') % 2 == 1
    opened = len(re.findall(r"(?:^|[\s(])[‘']", sentence))
    closed = len(re.findall(r"[’'](?=[\s.,;:)]|$)", sentence))
    return opened > closed
