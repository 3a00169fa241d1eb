"""What the record says of one State and one instrument, as a remark on the words."""

from collections.abc import Iterator
from dataclasses import dataclass

from averment.findings.finding import Ground, Severity
from averment.findings.law.invocation import Whose
from averment.findings.law.judged import NOT_BOUND, Judged
from averment.findings.law.predicate import AT_HOME, JOINED, Wording
from averment.findings.law.told import (
    custom_rules,
    earned,
    grounds_of,
    in_words,
    is_checked,
    listed,
    state_name,
    upper,
)
from averment.findings.rules import RULES
from averment.law.bound import bound
from averment.law.equivalents import equivalent_rules
from averment.law.lawbook import LawBook
from averment.law.participation import JOINING, LEAVING
from averment.law.standing import Answer, Standing
from averment.law.statehood import StateHistory

_DEPOSITED = frozenset(
    {Wording.RATIFIED, Wording.ACCEDED, Wording.SUCCEEDED, Wording.RATIFIED_OR_ACCEDED}
)
"""Words for the deposit, true from that day; the others say that the treaty binds."""
_SAYS_BOUND = JOINED - {Wording.SIGNED} | {Wording.BOUND, Wording.VIOLATED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One remark, still without its place."""

    code: str
    severity: Severity
    said: str
    """With a place for the titles: ``{}``."""
    why: str
    """The main reason, a sentence."""
    judged: Judged
    grounds: tuple[Ground, ...] = ()


def verdicts(book: LawBook, one: Judged) -> Iterator[Verdict]:
    """Yield what the record says of one statement."""
    invocation, standing = one.invocation, one.governing
    if one.state in book.entities and standing.positions:
        yield _entity(book, one)
        return
    history = book.states.get(one.state)
    if (
        history is not None
        and standing.answer is Answer.UNKNOWN
        and not history.existed_on(standing.day)
    ):
        yield _verdict(book, "LAW121", _no_state(one, history), one, why="")
        return
    if invocation.wording is Wording.WITHDREW:
        yield from _withdrew(book, one)
    elif invocation.wording is Wording.ASKED_TO_JOIN:
        yield from _asked(book, one)
    elif invocation.negated:
        yield from _denied(book, one)
    elif invocation.wording is Wording.SIGNED:
        yield from _signed(book, one)
    else:
        yield from _said_bound(book, one)


def _no_state(one: Judged, history: StateHistory) -> str:
    name, day = state_name(one.state), one.governing.day
    said = f"{name} was not a State on {day.isoformat()}."
    if history.is_over_on(day) and history.ended is not None:
        return f"{said} It ended on {history.ended.isoformat()}; which successor is meant?"
    if history.begun is None:
        return said
    said += f" It became one on {history.begun.isoformat()}"
    if not history.predecessor:
        return f"{said}."
    return f"{said}; our list has {state_name(history.predecessor)} as its predecessor."


def _said_bound(book: LawBook, one: Judged) -> Iterator[Verdict]:
    standing, name = one.governing, state_name(one.state)
    answer, wording = standing.answer, one.invocation.wording
    day = str(one.days)
    if one.first.answer is not one.last.answer:
        day = f"on {standing.day.isoformat()}"
    if answer is Answer.BOUND:
        yield from _was_bound(book, one, day)
    elif answer in NOT_BOUND:
        if wording in AT_HOME:
            said = f"{name} was not bound by {{}} {day}: approval at home is not the deposit."
            weight = Severity.NOTE if wording is Wording.APPROVED else None
            yield _verdict(book, "LAW110", said, one, severity=weight)
            return
        past = wording in JOINED - {Wording.PARTY} and not one.invocation.present
        if answer is Answer.WITHDRAWN and past:
            said = f"{name} had joined {{}}, and was no longer bound {day}."
            yield _verdict(book, "LAW105", said, one, severity=Severity.NOTE)
            return
        predecessor = _bound_before(book, one)
        if predecessor:
            said = (
                f"Whether {name} was bound by {{}} {day} is disputed: its predecessor "
                f"({predecessor}) was or may have been bound, and it joined itself only later."
            )
            yield _verdict(book, "LAW107", said, one, why="")
            return
        held = _custom(book, one) if wording not in JOINED else ()
        if held:
            said = (
                f"{name} was not bound by {{}} itself {day}. The same is held to be custom; "
                "the grounds name the rules."
            )
            yield _verdict(book, "LAW108", said, one, more=held, why="")
            return
        said = _not_bound(answer).format(name=name, day=day)
        yield _verdict(book, NOT_BOUND[answer], said, one, severity=_of_a_deposit(one))
    elif answer is Answer.BOUND_BY_CUSTOM_ONLY:
        said = f"{name} is not shown to be a Party to {{}} {day}; it binds as custom."
        weight = None if wording in JOINED else Severity.NOTE
        yield _verdict(book, "LAW108", said, one, severity=weight)
    elif answer is Answer.UNKNOWN:
        said = f"Was {name} bound by {{}} {day}?"
        yield _verdict(book, "LAW106", said, one)
    else:
        held = _custom(book, one) if wording not in JOINED else ()
        said = f"Whether {name} was bound by {{}} {day} is disputed."
        yield _verdict(book, "LAW107", said, one, more=held)


def _was_bound(book: LawBook, one: Judged, day: str) -> Iterator[Verdict]:
    standing, name = one.governing, state_name(one.state)
    said = f"{name} was bound by {{}} {day}."
    yield _verdict(book, "LAW101", said, one)
    if one.invocation.wording in AT_HOME or one.of_a_time:
        return
    if standing is one.last and one.first.answer in NOT_BOUND:
        said = (
            f"{name} was bound by {{}} on {one.days.latest.isoformat()}, but not yet on "
            f"{one.days.earliest.isoformat()}, the first of the days told."
        )
        yield _verdict(
            book, NOT_BOUND[one.first.answer], said, one, severity=Severity.NOTE, of=one.first
        )
    elif standing is one.first and one.last.answer in NOT_BOUND:
        said = (
            f"{name} was bound by {{}} on {one.days.earliest.isoformat()}, and no longer on "
            f"{one.days.latest.isoformat()}."
        )
        yield _verdict(
            book, NOT_BOUND[one.last.answer], said, one, severity=Severity.NOTE, of=one.last
        )


def _denied(book: LawBook, one: Judged) -> Iterator[Verdict]:
    """Check a statement that a State is no Party, the other way round."""
    standing, name, wording = one.governing, state_name(one.state), one.invocation.wording
    day = standing.day.isoformat()
    if wording not in JOINED | {Wording.BOUND}:
        return
    if standing.answer is Answer.BOUND:
        if wording is Wording.SIGNED:
            return  # who acceded never signed
        said = f"{name} was bound by {{}} on {day}."
        yield _verdict(book, "LAW130", said, one)
    elif standing.answer in NOT_BOUND or standing.answer is Answer.BOUND_BY_CUSTOM_ONLY:
        if wording is Wording.SIGNED and standing.answer is not Answer.NOT_BOUND:
            return
        said = f"As told, {name} was no Party to {{}} on {day}."
        yield _verdict(book, "LAW101", said, one)
    elif standing.answer is Answer.DISPUTED:
        said = f"Whether {name} was bound by {{}} on {day} is disputed."
        yield _verdict(book, "LAW107", said, one)


def _signed(book: LawBook, one: Judged) -> Iterator[Verdict]:
    if one.governing.answer is Answer.SIGNED_ONLY:
        name = state_name(one.state)
        said = f"As told, {name} had signed {{}} and was not bound."
        yield _verdict(book, "LAW101", said, one)


def _withdrew(book: LawBook, one: Judged) -> Iterator[Verdict]:
    name, standing = state_name(one.state), one.last
    left = any(act.kind in LEAVING for act in standing.rows)
    if standing.answer is Answer.WITHDRAWN and not one.invocation.negated:
        said = f"As told, {name} left {{}}."
        yield _verdict(book, "LAW101", said, one, of=standing)
    elif standing.answer is Answer.BOUND and not one.invocation.negated and not left:
        said = (
            f"When did {name} leave {{}}? Our list has no withdrawal by "
            f"{standing.day.isoformat()}."
        )
        yield _verdict(book, "LAW106", said, one, of=standing, why="")


def _asked(book: LawBook, one: Judged) -> Iterator[Verdict]:
    if one.last.answer is Answer.BOUND and not one.invocation.negated:
        name, day = state_name(one.state), one.days.latest.isoformat()
        said = f"{name} was bound by {{}} already on {day}."
        yield _verdict(book, "LAW131", said, one, of=one.last)


def _entity(book: LawBook, one: Judged) -> Verdict:
    entity, standing = book.entities[one.state], one.governing
    name = state_name(one.state)
    if entity.kind == "group":
        said = f"{name} is no State, and cannot become a Party to {{}}."
        return _verdict(book, "LAW123", said, one, why=standing.reasons[-1])
    said = (
        f"Can {name} be bound by {{}}? Its status is contested, and the grounds tell who holds "
        "what."
    )
    return _verdict(book, "LAW123", said, one, why="")


def _bound_before(book: LawBook, one: Judged) -> str:
    """Return a predecessor that was or may have been bound, where the State joined later.

    Whether treaties pass on to a new State is disputed for just such a time in between. A list
    that says in so many words that the State was no Party leaves nothing open.
    """
    standing, history = one.governing, book.states.get(one.state)
    if standing.answer is not Answer.NOT_BOUND or history is None:
        return ""
    if not history.predecessor or history.begun is None or standing.day < history.begun:
        return ""
    if not any(act.kind in JOINING for act in standing.rows):
        return ""
    in_force = book.carrier(book.instruments[standing.instrument]).in_force
    if in_force is None or in_force > history.begun:
        return ""
    before = bound(book, history.predecessor, standing.instrument, history.begun)
    return "" if before.answer in NOT_BOUND else state_name(history.predecessor)


def _custom(book: LawBook, one: Judged) -> tuple[Ground, ...]:
    """Return how what is invoked binds as custom; empty where nobody is named for it."""
    mention = one.invocation.mention
    numbers = equivalent_rules(book.catalogue, mention.instrument, mention.provision or "")
    if not numbers:
        return ()
    named = custom_rules(book, numbers)
    return (Ground(text=f"{named} of the ICRC study of 2005, by our own comparison."),)


def _verdict(
    book: LawBook,
    code: str,
    said: str,
    one: Judged,
    *,
    severity: Severity | None = None,
    more: tuple[Ground, ...] = (),
    of: Standing | None = None,
    why: str | None = None,
) -> Verdict:
    standing = of or one.governing
    weight = RULES[code].severity if severity is None else severity
    checked = is_checked(book, [standing])
    own = one.invocation.whose is Whose.OWN
    if weight > Severity.OK:
        weight = earned(weight, checked=checked, own_words=own)
    grounds = [*more, *grounds_of(book, standing)]
    if not own:
        grounds.insert(0, Ground(text=f"The words are told as {one.invocation.whose.value}."))
    return Verdict(
        code=code,
        severity=weight,
        said=said,
        why=in_words(standing.reasons[0]) if why is None else why,
        judged=one,
        grounds=tuple(grounds),
    )


def _weight(code: str, one: Judged) -> Severity:
    own = one.invocation.whose is Whose.OWN
    return earned(RULES[code].severity, checked=True, own_words=own)


def _of_a_deposit(one: Judged) -> Severity | None:
    """Return what it weighs that a State "acceded" and is not bound yet: the word is true."""
    deposited = any(act.kind in JOINING for act in one.governing.rows)
    if one.governing.answer is not Answer.NOT_YET_IN_FORCE or not deposited:
        return None
    return Severity.WARNING if one.invocation.wording in _DEPOSITED else None


def _not_bound(answer: Answer) -> str:
    if answer is Answer.SIGNED_ONLY:
        return "{name} had only signed {{}} {day}."
    if answer is Answer.NOT_YET_IN_FORCE:
        return "{{}} was not yet in force for {name} {day}."
    if answer is Answer.WITHDRAWN:
        return "{name} was no longer bound by {{}} {day}."
    return "{name} was not a Party to {{}} {day}."


def verdicts_on_several(group: tuple[Judged, ...]) -> Iterator[Verdict]:
    """Yield remarks on a statement on several States that holds for some of them only."""
    first = group[0]
    codes = tuple(dict.fromkeys(one.state for one in group))
    if len(codes) == 1 or first.invocation.negated:
        return
    if first.invocation.wording not in _SAYS_BOUND:
        return
    for instrument in dict.fromkeys(one.first.instrument for one in group):
        some = [one for one in group if one.first.instrument == instrument]
        out = [one for one in some if one.governing.answer in NOT_BOUND]
        bound_ones = [one for one in some if one.governing.answer is Answer.BOUND]
        if not out or not bound_ones:
            return
        codes_out = tuple(dict.fromkeys(one.state for one in out))
        names = listed(map(state_name, codes_out))
        yield Verdict(
            code="LAW125",
            severity=_weight("LAW125", first),
            said=f"Not all of these States were bound by {{}} {first.days}: {names} "
            f"{'was' if len(codes_out) == 1 else 'were'} not.",
            why=in_words(out[0].governing.reasons[0]) if len(codes_out) == 1 else "",
            judged=out[0],
            grounds=tuple(
                Ground(text=upper(f"{state_name(one.state)}: {in_words(reason)}"))
                for one in some
                for reason in one.governing.reasons
            ),
        )
