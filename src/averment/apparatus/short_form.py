"""*Ibid.*, *id.* and *supra*: which earlier citation a short form points to."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from averment.documents.citation import Citation


def resolve_short_forms(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Tie each short form to the citation it stands for; one that nothing proves stays open.

    *Ibid.* and *id.* point to the citation before; after a note with several citations they
    are ambiguous and stay open. *Supra note n* points to the only citation of that note.
    """
    resolved: list[Citation] = []
    seen = _Seen()
    for index, citation in enumerate(citations):
        target: int | None = None
        if citation.short_form in ("ibid", "id"):
            target = seen.previous(citation.note)
        elif citation.short_form == "supra" and citation.identifier is not None:
            target = seen.only(citation.identifier.value)
        if target is not None:
            root = resolved[target].refers_to
            target = target if root is None else root
        resolved.append(citation if target is None else replace(citation, refers_to=target))
        seen.enter(citation, index)
    return tuple(resolved)


@dataclass(slots=True)
class _Seen:
    """The citations so far, by note."""

    last: int | None = None
    """Index of the last citation in a note."""
    last_note: str | None = None
    alone: bool = False
    """It is the only one of its note so far."""
    of_note: dict[str, list[int]] = field(default_factory=dict)

    def enter(self, citation: Citation, index: int) -> None:
        """Take note of one more citation."""
        if citation.note is None:
            return
        self.alone = citation.note != self.last_note
        self.last, self.last_note = index, citation.note
        self.of_note.setdefault(citation.note, []).append(index)

    def previous(self, note: str | None) -> int | None:
        """Return the citation before; from another note only if it is alone in it."""
        return self.last if self.alone or note == self.last_note else None

    def only(self, note: str) -> int | None:
        """Return the citation of a note that has just one."""
        found = self.of_note.get(note, [])
        return found[0] if len(found) == 1 else None
