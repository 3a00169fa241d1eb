"""Which instrument bound which State on which day, and how we know.

The order of the questions: is there such an instrument, and was it there on that day; is there
such a State, and is it one that all recognise; what do the acts on record say; if they say
nothing, may that be read as "no"; and does custom bind in any case. UNKNOWN is the answer
wherever one of them stays open.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from difflib import get_close_matches

from averment.catalogue.provenance import Confidence
from averment.errors import UnknownNameError
from averment.law.by_acts import by_acts
from averment.law.instrument import Instrument, InstrumentKind, Scope
from averment.law.lawbook import LawBook
from averment.law.participation import JOINING, Act, ActKind
from averment.law.question import Question
from averment.law.standing import Answer, Standing
from averment.law.statehood import Beginning, Entity, Position, StateHistory
from averment.law.timeline import episodes

_WITHOUT_PARTIES = frozenset({InstrumentKind.CUSTOM, InstrumentKind.SOFT_LAW})
_NOT_BY_ITS_OWN_ACT = frozenset({Answer.NOT_BOUND, Answer.SIGNED_ONLY, Answer.NOT_YET_IN_FORCE})


def bound(book: LawBook, state: str, instrument: str, day: date) -> Standing:
    """Say how `state` stood to `instrument` on `day`.

    Args:
        book: Where to look it up.
        state: Code of a State or entity: ``AZE``.
        instrument: Id: ``GC4-1949``.
        day: Any day; the answer is for the whole of it.

    Raises:
        UnknownNameError: The catalogue has no instrument with this id.
    """
    known = instrument_of(book, instrument)
    today = book.catalogue.manifest.as_of
    if day > today:
        return _after_the_catalogue(book, bound(book, state, instrument, today), day)
    question = Question(
        book=book,
        state=state,
        instrument=known,
        carrier=book.carrier(known),
        day=day,
        history=book.states.get(state),
    )
    if known.kind in _WITHOUT_PARTIES:
        return _without_parties(question)
    if known.adopted is not None and day < known.adopted:
        return question.answer(
            Answer.NOT_YET_IN_FORCE,
            f"It was adopted only on {known.adopted.isoformat()}.",
        )
    entity = book.entities.get(state)
    if entity is not None and (entity.until is None or day <= entity.until):
        return _contested(question, entity)
    acts = book.acts(question.carrier.id, state)
    standing = by_acts(question, acts)
    history = question.history
    if history is not None and not history.existed_on(day):
        # Acts of a later State may be listed from before its day: they count. Of a union they
        # may be those of either part.
        own = standing.answer is Answer.BOUND and history.how is not Beginning.UNION
        if not own or history.is_over_on(day):
            return _no_state(question, history)
    return _passed_on_or(question, _disputed_or(question, standing, acts), acts)


def _after_the_catalogue(book: LawBook, last: Standing, day: date) -> Standing:
    """Return UNKNOWN for a day that the catalogue cannot know, with its last answer."""
    until = book.catalogue.manifest.as_of.isoformat()
    return replace(
        last,
        day=day,
        answer=Answer.UNKNOWN,
        since=None,
        reasons=(f"The catalogue ends on {until}; on that day: {last.answer}.", *last.reasons),
        would_change=("a later version of the catalogue",),
    )


def instrument_of(book: LawBook, wanted: str) -> Instrument:
    """Return the instrument with the id `wanted`.

    Raises:
        UnknownNameError: There is none; the nearest ones are named.
    """
    known = book.instruments.get(wanted)
    if known is None:
        near = get_close_matches(wanted.upper(), book.instruments, n=3)
        hint = f"did you mean {' or '.join(near)}? " if near else ""
        raise UnknownNameError(
            f"the catalogue has no instrument {wanted!r}: {hint}`aver law show` prints them all"
        )
    return known


def _without_parties(question: Question) -> Standing:
    instrument = question.instrument
    if instrument.kind is InstrumentKind.CUSTOM or instrument.custom:
        return question.answer(
            Answer.BOUND_BY_CUSTOM_ONLY,
            f"{instrument.title} has no Parties; it binds so far as it is custom.",
        )
    return question.answer(
        Answer.NOT_BOUND,
        f"{instrument.title} is no treaty: as such it binds no State. It may show how a "
        "binding norm is read.",
    )


def _contested(question: Question, entity: Entity) -> Standing:
    if entity.kind != "group":
        return question.answer(
            Answer.DISPUTED,
            "Its status differs from one State to another: what binds there depends on the "
            "position taken.",
            positions=entity.positions,
        )
    own = "An armed group cannot become a Party to a treaty of States."
    if question.instrument.scope & {Scope.NIAC, Scope.NIAC_AP2}:
        return question.answer(
            Answer.BOUND_BY_CUSTOM_ONLY,
            f"{own} The rules for conflicts that are not between States reach it as a party to "
            "the conflict.",
            positions=entity.positions,
        )
    return question.answer(
        Answer.NOT_BOUND,
        f"{own} Its members may answer for their own acts.",
        positions=entity.positions,
    )


def _no_state(question: Question, history: StateHistory) -> Standing:
    if history.ended is not None and question.day > history.ended:
        said = f"It ended on {history.ended.isoformat()}: ask for its successors."
    else:
        begun = history.begun.isoformat() if history.begun else "a later day"
        said = f"It became a State only on {begun}."
        if history.predecessor:
            before = bound(
                question.book, history.predecessor, question.instrument.id, question.day
            )
            said += (
                f" For {history.predecessor}, to which the territory belonged, the answer is "
                f"{before.answer}."
            )
    return question.answer(Answer.UNKNOWN, said, *([history.note] if history.note else []))


def _disputed_or(question: Question, standing: Standing, acts: tuple[Act, ...]) -> Standing:
    """Return DISPUTED where sources differ and that changes the answer."""
    for kept, differing in _other_readings(question, acts):
        other = by_acts(question, kept)
        if other.answer is not standing.answer:
            return question.answer(
                Answer.DISPUTED,
                f"Sources differ: {standing.answer} by one, {other.answer} by another.",
                *standing.reasons,
                *other.reasons,
                rows=tuple(dict.fromkeys((*standing.rows, *other.rows, *differing))),
                would_change=("what the depositary has on record",),
            )
    denied = tuple(
        act for act in acts if act.kind is ActKind.NOT_PARTY_ON and act.on >= question.day
    )
    if denied and standing.answer is Answer.BOUND:
        return question.answer(
            Answer.DISPUTED,
            f"Sources differ: another has it as no Party on {denied[0].on.isoformat()}.",
            *standing.reasons,
            rows=(*standing.rows, denied[0]),
            would_change=("what the depositary has on record",),
        )
    return standing


def _passed_on_or(question: Question, standing: Standing, acts: tuple[Act, ...]) -> Standing:
    """Return DISPUTED where somebody holds that the predecessor's obligations passed on.

    That is asked of the days until a successor's own act. One that never acted is left alone.
    """
    history, instrument = question.history, question.instrument
    if (
        standing.answer not in _NOT_BY_ITS_OWN_ACT
        or not instrument.passes_on
        or history is None
        or history.begun is None
        or not history.predecessor
        or history.how is not Beginning.DISSOLUTION
        or not any(act.kind in JOINING for act in acts)
    ):
        return standing
    eve = history.begun - timedelta(days=1)
    if bound(question.book, history.predecessor, instrument.id, eve).answer is not Answer.BOUND:
        return standing
    return question.answer(
        Answer.DISPUTED,
        f"No act of its own had effect, but {history.predecessor} was bound, and whether that "
        "passed on to its successors is disputed.",
        *standing.reasons,
        rows=standing.rows,
        would_change=("a notice of succession",),
        positions=(
            Position(
                view=f"It binds {question.state} without an act of its own.",
                held_by=instrument.passes_on,
            ),
            Position(
                view=f"{question.state} is bound only by its own act.",
                held_by="The practice of depositaries, which list it from its own act",
            ),
        ),
    )


def _other_readings(
    question: Question, acts: tuple[Act, ...]
) -> Iterator[tuple[tuple[Act, ...], tuple[Act, ...]]]:
    """Yield the acts without the contested ones, and with each source of a joining alone."""
    contested = tuple(act for act in acts if act.provenance.confidence is Confidence.CONTESTED)
    if contested:
        yield tuple(act for act in acts if act not in contested), contested
    for episode in episodes(acts, question.carrier, question.history):
        told = [turn.act for turn in episode.joins if turn.act.kind is not ActKind.PARTY_BY]
        if len({act.provenance.source.key for act in told}) > 1:
            for one in told:
                yield tuple(act for act in acts if act is one or act not in told), (one,)
