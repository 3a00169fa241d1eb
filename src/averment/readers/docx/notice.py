"""What a person must know about a DOCX beyond its words."""

from collections.abc import Iterable, Iterator

from averment.documents.document import Notice
from averment.readers.docx.marks import NoteSeries, Remarks


def notices_of(
    remarks: Remarks, series: Iterable[NoteSeries], *, comment_count: int
) -> Iterator[Notice]:
    """Yield a notice for each thing that was left out, assumed or found missing."""
    if remarks.inserted or remarks.deleted:
        yield Notice(
            code="tracked-changes",
            text=f"The document holds tracked changes ({remarks.inserted} insertions, "
            f"{remarks.deleted} deletions). Insertions were read, deletions were not; accept "
            "or reject them before the document is sent.",
        )
    if comment_count:
        yield Notice(
            code="comments-not-read",
            text=f"{comment_count} margin comments were not read; remove them before the "
            "document is sent.",
        )
    if remarks.hidden:
        yield Notice(
            code="hidden-text",
            text=f"{remarks.hidden} stretches of hidden text were left out: the file holds "
            "words that its reader does not see.",
        )
    if remarks.foreign:
        yield Notice(
            code="part-not-read",
            text=f"{remarks.foreign} embedded documents of another format were not read.",
        )
    for one in series:
        if one.missing_count:
            yield Notice(
                code="note-missing",
                text=f"{one.missing_count} {one.name} markers lead to a note that is not in "
                "the file.",
            )
        if one.orphan_count:
            yield Notice(
                code="note-without-marker",
                text=f"{one.orphan_count} {one.name}s are in the file but no marker leads to "
                "them; a word processor does not show them, and they were not read.",
            )
