"""Where a document names a treaty, a declaration or customary law."""

from dataclasses import dataclass

from averment.documents.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentMention:
    """One instrument, and one provision of it where the words give one."""

    span: Span
    instrument: str
    """Canonical id: ``GC4-1949``, ``ICCPR-1966``, ``CUSTOMARY-INTERNATIONAL-LAW``."""
    provision: str | None
    """``art. 6``, ``art. 8(2)(b)(iv)``; None where none is given."""
    rule: str
    antecedent: Span | None = None
    """For "the Convention" and the like: the earlier words that it stands for."""
