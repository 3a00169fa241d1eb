"""What the signs in the text say about the labels of notes."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from averment.apparatus.note_labelled import Labelled
from averment.documents.document import Passage

ROUND_BOTH = 1.1
"""A marker and a label that both stand in round brackets."""
LABEL_LENGTH = 4
"""Characters at a passage's beginning that may be its label."""


class Sign(NamedTuple):
    """A place in the text that may be a marker."""

    place: int
    sure: float
    """How surely it is one, up to 1."""
    round: bool
    """It stands in round brackets, as a figure may for other reasons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the rest of the document says about labels."""

    markers: Mapping[int, Sequence["Sign"]]
    """For each number, the signs that may be its markers, in order."""
    marker_places: Sequence[int]
    """Where signs stand that are markers if there are any, in order."""
    headed_from: int
    """Index of the passage from which on a heading announces notes."""

    def in_text(self, passage: Passage) -> bool:
        """Say whether `passage` holds a marker itself, as notes rarely do."""
        if len(passage.flow.text) <= LABEL_LENGTH:
            return False
        at = bisect_left(self.marker_places, passage.flow.at(LABEL_LENGTH))
        return at < len(self.marker_places) and self.marker_places[at] < passage.span.end

    def sure_of(self, entry: Labelled, passage: Passage) -> float:
        """Say how surely a marker with the label's number stands before the passage."""
        signs = self.markers.get(entry.label.number, ())
        before = bisect_left(signs, (passage.flow.at(0),))
        alike = entry.label.style == "round"
        return max(
            (
                ROUND_BOTH if alike and sign.round else sign.sure
                for sign in signs[max(0, before - 2) : before]
            ),
            default=0.0,
        )
