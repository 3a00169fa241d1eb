"""What the acts on record say: the answer of one time of being bound."""

from averment.law.by_absence import by_absence
from averment.law.participation import Act, ActKind
from averment.law.question import Question, named
from averment.law.standing import Answer, Standing
from averment.law.timeline import Episode, OpenBecause, Turn, episodes

_SUCCESSION_CLAUSE = "Vienna Convention on Succession of States in respect of Treaties, 23"


def by_acts(question: Question, acts: tuple[Act, ...]) -> Standing:
    """Answer from `acts`, by day; where none had effect, from their absence."""
    found = episodes(acts, question.carrier, question.history)
    for episode in reversed(found):
        standing = _by_episode(question, episode, acts)
        if standing is not None:
            return standing
    return by_absence(question, acts, later=found[0] if found else None)


def _by_episode(question: Question, episode: Episode, acts: tuple[Act, ...]) -> Standing | None:
    """Return the answer of one time of being bound; None where the day lies before it."""
    join, leave, day = episode.join(), episode.leave, question.day
    if leave is not None and leave.act.kind is ActKind.INSTRUMENT_WITHDRAWN:
        if day >= leave.act.on:
            return by_absence(question, acts, later=None)
    elif leave is not None and day >= leave.earliest and day >= join.earliest:
        return _left(question, leave, join)
    if day >= join.sure:
        return _joined(question, join)
    if day >= join.earliest and join.why_open is not None:
        return _open(question, join, acts)
    return _deposited(question, join) if day >= join.act.on else None


def _joined(question: Question, join: Turn) -> Standing:
    act, clause = join.act, question.carrier.effect_clause
    if act.kind is ActKind.PARTY_BY:
        said = f"A Party by {act.on.isoformat()}; the day of joining is not on record."
        return question.answer(Answer.BOUND, said, rows=(act,))
    on = join.sure.isoformat()
    more: tuple[str, ...] = ()
    if act.stated_effect is not None:
        said = f"{named(act)}, with effect on {on} as stated."
    elif act.kind is ActKind.SUCCESSION:
        since = on if join.why_open is None else "a day that is not on record"
        said = f"{named(act)}: its effect goes back to the State succession, {since}."
        clause = _SUCCESSION_CLAUSE
        more = _note_on(question)
    else:
        said = f"{named(act)}, in force for it on {on}{_by(clause)}."
    return question.answer(
        Answer.BOUND,
        said,
        *more,
        rows=(act,),
        since=join.sure,
        clause=clause,
        would_change=("a withdrawal after the day up to which the source tells",),
    )


def _open(question: Question, join: Turn, acts: tuple[Act, ...]) -> Standing:
    """Answer for a day on which the effect may or may not have begun."""
    act = join.act
    if join.why_open is OpenBecause.IMMEDIATE_EFFECT:
        return _at_once_or_later(question, join)
    if join.why_open is OpenBecause.NO_RULE:
        return question.answer(
            Answer.UNKNOWN,
            f"{named(act)}; the clause on its effect is not on record.",
            rows=(act,),
            would_change=("the clause on entry into force",),
        )
    absent = by_absence(question, acts, later=None)
    if absent.answer is not Answer.UNKNOWN:
        return absent
    known = "the day of the State succession is not on record"
    if join.why_open is OpenBecause.KNOWN_LATER:
        known = "nothing is on record for the days before"
    return question.answer(
        Answer.UNKNOWN,
        f"Bound by {join.sure.isoformat()}; {known}.",
        rows=(act,),
        would_change=("the day from which it was bound",),
    )


def _at_once_or_later(question: Question, join: Turn) -> Standing:
    """Answer between deposit and effect, where a conflict brings the effect forward."""
    act, carrier = join.act, question.carrier
    conflicts = question.book.conflicts(question.state, join.earliest)
    if not conflicts:
        conflicts = question.book.conflicts(question.state, question.day)
    if conflicts and act.stated_effect is not None:
        return question.answer(
            Answer.DISPUTED,
            f"{named(act)}. The list has it in force on {join.sure.isoformat()}; by "
            f"{carrier.immediate_clause} it had effect at once for a State that was party to "
            f"an armed conflict: {conflicts[0].situation} ({conflicts[0].asserted_by}).",
            rows=(act,),
            clause=carrier.immediate_clause,
            would_change=("whether the State was party to an armed conflict",),
        )
    if conflicts:
        told = conflicts[0]
        return question.answer(
            Answer.BOUND,
            f"{named(act)}, with effect at once{_by(carrier.immediate_clause)}, because the "
            f"State was party to an armed conflict: {told.situation} ({told.asserted_by}).",
            rows=(act,),
            since=join.earliest,
            clause=carrier.immediate_clause,
            would_change=(f"no armed conflict: then from {join.sure.isoformat()}",),
        )
    return question.answer(
        Answer.NOT_YET_IN_FORCE,
        f"{named(act)}, with effect on {join.sure.isoformat()}{_by(carrier.effect_clause)}.",
        rows=(act,),
        since=join.sure,
        clause=carrier.effect_clause,
        would_change=(
            f"party to an armed conflict: then at once{_by(carrier.immediate_clause)}",
        ),
    )


def _deposited(question: Question, join: Turn) -> Standing:
    clause = question.carrier.effect_clause
    return question.answer(
        Answer.NOT_YET_IN_FORCE,
        f"{named(join.act)}, with effect only on {join.sure.isoformat()}{_by(clause)}.",
        rows=(join.act,),
        since=join.sure,
        clause=clause,
    )


def _left(question: Question, leave: Turn, join: Turn) -> Standing:
    act, rule = leave.act, question.carrier.withdrawal
    rows = (join.act, act) if join.act is not act else (act,)
    if question.day < leave.sure:
        return question.answer(
            Answer.UNKNOWN,
            f"Withdrawal notified on {act.on.isoformat()}; the day of its effect is not on "
            "record.",
            rows=rows,
            would_change=("the clause on withdrawal",),
        )
    clause = rule.clause if rule is not None else ""
    suspended = rule is not None and rule.suspended_in_conflict
    if suspended:
        held = question.book.conflicts(question.state, leave.sure)
        going_on = question.book.conflicts(question.state, question.day)
        if held and going_on:
            told = going_on[0]
            return question.answer(
                Answer.BOUND,
                f"The withdrawal notified on {act.on.isoformat()} has no effect for a State in "
                f"an armed conflict until it has ended{_by(clause)}: {told.situation} "
                f"({told.asserted_by}).",
                rows=rows,
                clause=clause,
                would_change=("the end of the armed conflict",),
            )
    how = "Ceased to be a Party" if act.kind is ActKind.CESSATION else "Withdrawal notified"
    change = ["acts until then stay covered: a day before that"]
    if suspended:
        change.append("an armed conflict on the day of its effect")
    return question.answer(
        Answer.WITHDRAWN,
        f"{how} on {act.on.isoformat()}, with effect on {leave.sure.isoformat()}{_by(clause)}.",
        rows=rows,
        since=leave.sure,
        clause=clause,
        would_change=tuple(change),
    )


def _by(clause: str) -> str:
    return f" ({clause})" if clause else ""


def _note_on(question: Question) -> tuple[str, ...]:
    """Return what is to be said of the State itself: a beginning that is disputed."""
    history = question.history
    if history is None or "disputed" not in history.note:
        return ()
    return (f"Of the State: {history.note}.",)
