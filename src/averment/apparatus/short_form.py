"""*Ibid.*, *id.* and *supra*: which earlier citation a short form points to."""

from collections.abc import Sequence
from dataclasses import replace

from averment.documents.citation import Citation


def resolve_short_forms(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Tie each short form to the citation it stands for; one that nothing proves stays open.

    *Ibid.* and *id.* point to the citation before; after a note with several citations they
    are ambiguous and stay open. *Supra note n* points to the first citation of that note.
    """
    resolved: list[Citation] = []
    for index, citation in enumerate(citations):
        target: int | None = None
        if citation.short_form in ("ibid", "id"):
            target = _previous(resolved, citation)
        elif citation.short_form == "supra":
            target = _of_note(citations[:index], citation)
        if target is not None and citations[target].refers_to is None:
            root = resolved[target].refers_to
            target = root if root is not None else target
        resolved.append(replace(citation, refers_to=target) if target is not None else citation)
    return tuple(resolved)


def _previous(before: Sequence[Citation], citation: Citation) -> int | None:
    in_notes = [i for i, c in enumerate(before) if c.note is not None]
    if not in_notes:
        return None
    last = in_notes[-1]
    note = before[last].note
    # Within one note the citation just before is meant; an earlier note's only if it is alone.
    alone = sum(before[i].note == note for i in in_notes) == 1
    return last if note == citation.note or alone else None


def _of_note(before: Sequence[Citation], citation: Citation) -> int | None:
    if citation.identifier is None:
        return None
    number = citation.identifier.value
    same = [i for i, c in enumerate(before) if c.note == number]
    return same[0] if len(same) == 1 else None
