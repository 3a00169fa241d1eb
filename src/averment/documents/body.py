"""The body of a document as one flow: every passage but notes and page furniture."""

from averment.documents.document import Document, Passage, PassageKind
from averment.documents.flow import Flow

BODY = frozenset(PassageKind) - {PassageKind.FOOTNOTE, PassageKind.FURNITURE}


def pieces_of(flow: Flow) -> list[tuple[int, str]]:
    """Return the runs of a flow as (offset in the document, words)."""
    ends = [start for start, _ in flow.runs[1:]] + [len(flow.text)]
    return [
        (place, flow.text[start:end])
        for (start, place), end in zip(flow.runs, ends, strict=True)
    ]


def body_flow(document: Document) -> Flow:
    """Return the body in reading order, passages parted by a blank line where there is room."""
    return joined([p for p in document.passages if p.kind in BODY])


def joined(passages: list[Passage]) -> Flow:
    """Return one flow of `passages`, which must stand in the order of the text."""
    pieces: list[tuple[int, str]] = []
    end = -1
    for passage in passages:
        start = passage.flow.at(0)
        if end >= 0 and start > end:
            pieces.append((end, "\n\n"[: start - end]))
        pieces += pieces_of(passage.flow)
        end = passage.span.end
    return Flow.join(pieces)
