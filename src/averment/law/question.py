"""A question of participation, and how its answer is put together."""

from dataclasses import dataclass
from datetime import date

from averment.law.instrument import Instrument
from averment.law.lawbook import LawBook
from averment.law.participation import Act, ActKind
from averment.law.standing import Answer, Standing
from averment.law.statehood import Position, StateHistory

_GIVES_WAY_TO_CUSTOM = frozenset(
    {
        Answer.NOT_BOUND,
        Answer.SIGNED_ONLY,
        Answer.NOT_YET_IN_FORCE,
        Answer.WITHDRAWN,
        Answer.UNKNOWN,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """How did this State stand to this instrument on this day?"""

    book: LawBook
    state: str
    instrument: Instrument
    carrier: Instrument
    """Whose acts count: for regulations the treaty that they are annexed to."""
    day: date
    history: StateHistory | None

    def answer(
        self,
        answer: Answer,
        *reasons: str,
        rows: tuple[Act, ...] = (),
        since: date | None = None,
        clause: str = "",
        would_change: tuple[str, ...] = (),
        positions: tuple[Position, ...] = (),
    ) -> Standing:
        """Return the answer with all that belongs to it, and custom where it binds anyway."""
        instrument = self.instrument
        if answer in _GIVES_WAY_TO_CUSTOM and self._is_custom():
            held = (
                f"{instrument.title} is held to be custom as a whole: {instrument.custom_note}"
            )
            answer, reasons = Answer.BOUND_BY_CUSTOM_ONLY, (held, *reasons)
        return Standing(
            state=self.state,
            instrument=instrument.id,
            day=self.day,
            answer=answer,
            since=since,
            clause=clause,
            rows=rows,
            reasons=reasons,
            would_change=would_change,
            positions=positions,
            declarations=tuple(
                one
                for one in self.book.declarations(self.state, instrument.id)
                if one.may_stand_on(self.day)
            ),
            custom_note=instrument.custom_note if instrument.custom else "",
        )

    def _is_custom(self) -> bool:
        instrument = self.instrument
        return (
            instrument.custom == "whole"
            and instrument.custom_from is not None
            and self.day >= instrument.custom_from
        )


_WORDS = {
    ActKind.CONSENT_TO_BE_BOUND: "Consent to be bound",
    ActKind.FORMAL_CONFIRMATION: "Formal confirmation",
}


def named(act: Act) -> str:
    """Return the act and its day in words: "Accession deposited on 1996-08-16"."""
    words = _WORDS.get(act.kind, act.kind.value.replace("_", " ").capitalize())
    return f"{words} deposited on {act.on.isoformat()}"
