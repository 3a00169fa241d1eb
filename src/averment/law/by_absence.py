"""What the absence of an act says: "no" only where somebody vouches for it."""

from averment.law.participation import SIGNING, Act, ActKind
from averment.law.question import Question, named
from averment.law.standing import Answer, Standing
from averment.law.timeline import Episode, OpenBecause

_SIGNATORY = "Vienna Convention on the Law of Treaties, 18"
_UNDATED = frozenset({ActKind.PARTY_BY, ActKind.SUCCESSION})
_DATED = frozenset({None, OpenBecause.IMMEDIATE_EFFECT, OpenBecause.NO_RULE})


def by_absence(question: Question, acts: tuple[Act, ...], *, later: Episode | None) -> Standing:
    """Answer for a day on which no act on record had effect.

    Args:
        question: The question.
        acts: All acts of the State, by day.
        later: The first time of being bound that is on record, after the day.
    """
    in_force = question.carrier.in_force
    if in_force is not None and question.day < in_force:
        return question.answer(
            Answer.NOT_YET_IN_FORCE,
            f"{question.carrier.title} itself came into force on {in_force.isoformat()}.",
            clause=question.carrier.effect_clause,
        )
    signed = [act for act in acts if act.kind in SIGNING and act.on <= question.day]
    ground, rows = _vouched(question, acts, later)
    if not ground:
        return _unknown(question, signed)
    if signed:
        return _signed_only(question, signed[-1], acts, ground, rows)
    other_way = question.instrument.other_way
    return question.answer(
        Answer.NOT_BOUND, ground, rows=rows, would_change=(other_way,) if other_way else ()
    )


def _vouched(
    question: Question, acts: tuple[Act, ...], later: Episode | None
) -> tuple[str, tuple[Act, ...]]:
    """Return why the absence of an act means "no", and the rows for it; or nothing."""
    if later is not None:
        join = later.join()
        # A succession and knowledge in part say nothing of the days before.
        if join.why_open in _DATED and join.act.kind is not ActKind.SUCCESSION:
            return f"{named(join.act)}, and nothing before.", (join.act,)
    taken_back = [
        act
        for act in acts
        if act.kind is ActKind.INSTRUMENT_WITHDRAWN and act.on <= question.day
    ]
    if taken_back:
        on = taken_back[-1].on.isoformat()
        return f"The deposit was taken back on {on}, before it had effect.", (taken_back[-1],)
    denied = [
        act for act in acts if act.kind is ActKind.NOT_PARTY_ON and act.on >= question.day
    ]
    if denied:
        return f"No Party as of {denied[0].on.isoformat()}.", (denied[0],)
    region = question.carrier.open_to
    if region and not acts and question.state not in question.book.regions[region]:
        return f"Only members of {region} can be Parties, and it never was one.", ()
    until = question.book.coverage(question.carrier.id).complete_until
    # Lists of today name the States of today: of one that has ended they say nothing.
    ended = question.history is not None and question.history.ended is not None
    # Nor of one that is known to have joined on some day before.
    joined = any(act.kind in _UNDATED for act in acts)
    if until is not None and question.day <= until and not ended and not joined:
        said = f"The list of Parties, complete until {until.isoformat()}, does not have it."
        return said, ()
    return "", ()


def _signed_only(
    question: Question,
    signature: Act,
    acts: tuple[Act, ...],
    ground: str,
    rows: tuple[Act, ...],
) -> Standing:
    refused = [
        act
        for act in acts
        if act.kind is ActKind.INTENTION_NOT_TO_RATIFY and act.on <= question.day
    ]
    said = [f"{_signed(signature)} and not ratified by that day.", ground]
    if refused:
        said.append(
            f"On {refused[0].on.isoformat()} it said that it would not become a Party: the "
            f"duty not to defeat object and purpose ended ({_SIGNATORY})."
        )
    return question.answer(
        Answer.SIGNED_ONLY,
        *said,
        rows=tuple(dict.fromkeys((signature, *refused[:1], *rows))),
        clause=_SIGNATORY,
    )


def _unknown(question: Question, signed: list[Act]) -> Standing:
    until = question.book.coverage(question.carrier.id).complete_until
    reach = f"is complete only until {until.isoformat()}" if until else "is not complete"
    said = [f"The list of Parties that we have {reach}, and nothing in it settles this."]
    if signed:
        said.append(f"{_signed(signed[-1])}.")
    depositary = question.carrier.depositary
    return question.answer(
        Answer.UNKNOWN,
        *said,
        rows=tuple(signed[-1:]),
        would_change=(f"the list of the depositary{f' ({depositary})' if depositary else ''}",),
    )


def _signed(act: Act) -> str:
    """Return the signature in words; of some only the last day for signing is known."""
    by = "by" if act.note.startswith("signed by") else "on"
    return f"Signed {by} {act.on.isoformat()}"
