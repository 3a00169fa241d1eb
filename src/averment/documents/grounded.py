"""A value together with the words and the rule that gave it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from averment.documents.span import Span

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounded(Generic[T_co]):
    """What was understood, from which words, by which rule."""

    value: T_co
    span: Span
    """The words in the document."""
    rule: str
    """Name of the rule: ``acts:shelling``, ``date:month-day-year``."""
