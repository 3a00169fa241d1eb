"""Markers that OCR turned into signs: found between the markers of their neighbours."""

import re
from collections.abc import Mapping, Sequence

from averment.apparatus.note_anchor import between
from averment.apparatus.note_block import NoteBlock
from averment.apparatus.note_marker import Candidate
from averment.documents.flow import Flow
from averment.documents.note import MarkerKind

Range = tuple[int, int]
SENTENCE = 300
"""Characters before a quotation mark in which its opening one is looked for."""
MISREAD = re.compile(
    r"(?P<strong>[°®©™¢§¤•*^~¬†‡¹²³])(?=[\s,.;:)”\"]|$)|(?P<mixed>(?<=\w)[°*])"
    r"|(?<=[.,;:)”\"’'\w])(?P<blurred>[lI|!'’‘]\d{1,2}|\d{1,2}[lI|!])(?=[\s,.;:)]|$)"
    r"|(?<=[\w.,;)])(?P<quote>[’‘'“\"]{1,2}\??)(?=[\s.;:]|$)"
    r"|(?<=[.,;”\"’])\s?(?P<letter>[lIiSsBoO?])(?=\s|$)"
)
OPENING_SINGLE = re.compile(r"(?:^|[\s(])[‘']")
CLOSING_SINGLE = re.compile(r"[’'](?=[\s.,;:)]|$)")


def marker_places(chosen: Mapping[int, Candidate]) -> list[tuple[int, int, int]]:
    """Return (note, start, end) of each marker that is known, in order of the notes."""
    return [(index, chosen[index].start, chosen[index].end) for index in sorted(chosen)]


def misread_markers(
    body: Flow,
    blocks: Sequence[NoteBlock],
    numbers: Sequence[int],
    chosen: Mapping[int, Candidate],
) -> dict[int, Candidate]:
    """Return the markers that OCR turned into signs, by the index of their note."""
    places = marker_places(chosen)
    found: dict[int, Candidate] = {}
    reached = 0
    for run in _unmatched_runs(len(blocks), chosen):
        own = body.offset_of(blocks[run[0]].flow.at(0))
        start, end = between(run[0], run[-1], places=places, own=own, length=len(body.text))
        # Runs come in order, and so do the ranges: nothing is searched twice.
        start = max(start, reached)
        reached = max(reached, end)
        for index, (a, b) in zip(run, _misread(body.text, start, end, run), strict=False):
            found[index] = Candidate(
                a, b, numbers[index], MarkerKind.MISREAD, 0.0, body.text[a:b], body.at(a)
            )
    return found


def _unmatched_runs(count: int, chosen: Mapping[int, Candidate]) -> list[list[int]]:
    """Return the notes without marker, those next to each other together."""
    runs: list[list[int]] = []
    for index in range(count):
        if index in chosen:
            continue
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _misread(text: str, start: int, end: int, run: Sequence[int]) -> list[tuple[int, int]]:
    """Return the misread markers of a run of notes: as many signs as notes, or none."""
    strong, weak = _signs(text, start, end)
    if len(strong) == len(run):
        return strong
    together = sorted([*strong, *weak])
    if len(together) == len(run):
        return together
    return strong[:1] if len(run) == 1 else []


def _signs(text: str, start: int, end: int) -> tuple[list[Range], list[Range]]:
    """Return what looks like a misread marker between two places: surely so, and perhaps so."""
    strong: list[Range] = []
    weak: list[Range] = []
    for match in MISREAD.finditer(text, start, end):
        if match["blurred"]:
            strong.append(match.span("blurred"))
        elif match["strong"] or match["mixed"]:
            first = match.start()
            while first > max(start, match.start() - 2) and text[first - 1].isdigit():
                first -= 1
            strong.append((first, match.end()))
        elif match["letter"]:
            weak.append(match.span("letter"))
        elif _closes_nothing(text, match):
            weak.append(match.span())
    return strong, weak


def _closes_nothing(text: str, match: re.Match[str]) -> bool:
    """Say whether a quotation mark or apostrophe has no part in its sentence."""
    line = text.rfind("\n", max(0, match.start() - SENTENCE), match.start()) + 1
    sentence = text[max(line, match.start() - SENTENCE) : match.start()]
    plural = match["quote"] in ("'", "’") and sentence[-1:] == "s"
    return not plural and not _opens(sentence, match["quote"][0])


def _opens(sentence: str, closing: str) -> bool:
    """Say whether a quotation mark that fits `closing` stands open in `sentence`."""
    if closing in '“"':
        curly = sentence.count("“") + sentence.count('"') > sentence.count("”")
        return curly or sentence.count('"') % 2 == 1
    return len(OPENING_SINGLE.findall(sentence)) > len(CLOSING_SINGLE.findall(sentence))
