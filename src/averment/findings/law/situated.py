"""Each mention of an instrument with the passage and the sentence that it stands in."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from averment.claims.claim import Claim
from averment.documents.span import Span
from averment.findings.prose import Prose, Stretch
from averment.law.mention import InstrumentMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Situated:
    """Mentions that share the same words, where they stand: ``stretch.text[start:end]``."""

    mentions: tuple[InstrumentMention, ...]
    """Several where one name stands for several instruments, or several articles are named."""
    stretch: Stretch
    start: int
    end: int
    sentence: tuple[int, int]
    claim: Claim | None

    @property
    def span(self) -> Span:
        """The words of the name."""
        return self.mentions[0].span


@dataclass(frozen=True)
class Places:
    """Finds the passage for a place of the document."""

    prose: Prose

    @cached_property
    def _stretches(self) -> tuple[Stretch, ...]:
        return tuple(sorted(self.prose.stretches, key=lambda s: s.levelled.flow.runs[0][1]))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(s.levelled.flow.runs[0][1] for s in self._stretches)

    @cached_property
    def _claims(self) -> Mapping[int, Claim]:
        return {claim.number: claim for claim in self.prose.reading.claims}

    def locate(self, span: Span) -> tuple[Stretch, int, int] | None:
        """Return the passage that holds `span`, and its range in the level text."""
        place = bisect_right(self._starts, span.start) - 1
        if place < 0:
            return None
        stretch = self._stretches[place]
        flow, places = stretch.levelled.flow, stretch.levelled.places
        start = bisect_left(places, flow.offset_of(span.start))
        end = bisect_left(places, flow.offset_of(span.end))
        if start >= end or not flow.span(0, len(flow.text)).overlaps(span):
            return None
        return stretch, start, end

    def claim_at(self, span: Span) -> Claim | None:
        """Return the claim that `span` stands in."""
        number = self.prose.claim_at(span)
        return self._claims.get(number) if number is not None else None


def situate(prose: Prose) -> tuple[Situated, ...]:
    """Return every mention of an instrument with its place, in the order of the text."""
    places = Places(prose)
    by_span: dict[Span, list[InstrumentMention]] = {}
    for mention in prose.reading.instruments:
        by_span.setdefault(mention.span, []).append(mention)
    found = []
    for span in sorted(by_span):
        located = places.locate(span)
        if located is None:
            continue
        stretch, start, end = located
        found.append(
            Situated(
                mentions=tuple(by_span[span]),
                stretch=stretch,
                start=start,
                end=end,
                sentence=stretch.sentence_at(start),
                claim=places.claim_at(span),
            )
        )
    return tuple(found)
