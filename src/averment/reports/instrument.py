"""An instrument, its provisions, and the list of all, for a person and as JSON."""

from collections.abc import Iterator, Sequence

from averment.law.instrument import Instrument
from averment.law.instrument_view import InstrumentView, ProvisionView
from averment.law.provisions import Existence, Provision
from averment.reports.columns import paragraph, section, table
from averment.reports.json_value import Json

SCHEMA = "averment.instrument/1"
_EFFECTS = {
    "0d": "on the day of the deposit",
    "rome": "first day of the month after the 60th day following the deposit",
}
_NOT_KNOWN = "not known"
_EXISTENCE = {
    Existence.EXISTS: "is there",
    Existence.NO_SUCH_ARTICLE: "is not there: the instrument has no such article",
    Existence.NO_SUCH_PARAGRAPH: "is not there: the article has no such paragraph",
    Existence.NOT_KNOWN: "is not on record: whether it exists is not known",
}


def terminal_instrument(view: InstrumentView) -> str:
    """Return what is known of one instrument."""
    instrument = view.instrument
    lines = [
        *paragraph(instrument.title, first=f"{instrument.id}  "),
        *(paragraph(instrument.title_fr, first="  ") if instrument.title_fr else ()),
        "",
        *_facts(view),
        *section("How it joins and leaves", list(_clauses(instrument))),
        *section("Parties", list(_parties(view))),
        *section("Provisions with a label of ours", list(_provisions(view.provisions))),
        *section("Notes", list(_notes(view))),
    ]
    return "\n".join(lines) + "\n"


def terminal_provision(view: ProvisionView) -> str:
    """Return one provision, or that there is none."""
    lines = [
        *paragraph(
            f"{view.instrument.id} {view.wanted} {_EXISTENCE[view.existence]}", rest="  "
        )
    ]
    if view.provision is not None and view.existence is not Existence.NO_SUCH_ARTICLE:
        lines += _provisions((view.provision,))
        lines += paragraph(str(view.provision.provenance), first="  Source: ")
    elif view.last is not None:
        lines += paragraph(f"The last one is {view.last}.", first="  ")
    return "\n".join(lines) + "\n"


def terminal_instruments(instruments: Sequence[Instrument]) -> str:
    """Return the list of all instruments."""
    rows = [(one.id, one.title) for one in instruments]
    return "\n".join(table(rows, heads=("id", "title"))) + "\n"


def json_instrument(view: InstrumentView) -> dict[str, Json]:
    """Return one instrument as JSON."""
    instrument = view.instrument
    return {
        "schema": SCHEMA,
        **_short_json(instrument),
        "depositary": instrument.depositary,
        "depositary_code": instrument.depositary_code,
        "scope": sorted(scope.value for scope in instrument.scope),
        "effect": None if instrument.effect is None else instrument.effect.value,
        "effect_clause": instrument.effect_clause,
        "immediate_clause": instrument.immediate_clause,
        "articles": instrument.articles,
        "parent": instrument.parent,
        "custom": instrument.custom,
        "custom_note": instrument.custom_note,
        "note": instrument.note,
        "source": str(instrument.provenance),
        "as_of": view.as_of.isoformat(),
        "parties": list(view.parties),
        "counts": [
            {
                "as_of": check.as_of.isoformat(),
                "stated": check.stated,
                "counted": check.counted,
                "agrees": check.agrees,
                "source": str(check.provenance),
            }
            for check in view.checks
        ],
        "complete_until": None
        if view.coverage.complete_until is None
        else view.coverage.complete_until.isoformat(),
        "provisions": [
            {"number": one.number, "label": one.label} for one in view.provisions if one.label
        ],
    }


def json_provision(view: ProvisionView) -> dict[str, Json]:
    """Return one provision as JSON."""
    return {
        "schema": SCHEMA,
        "instrument": view.instrument.id,
        "provision": view.wanted,
        "existence": view.existence.value,
        "label": "" if view.provision is None else view.provision.label,
        "last": view.last,
    }


def json_instruments(instruments: Sequence[Instrument]) -> dict[str, Json]:
    """Return the list as JSON."""
    return {"schema": SCHEMA, "instruments": [_short_json(one) for one in instruments]}


def _short_json(instrument: Instrument) -> dict[str, Json]:
    return {
        "id": instrument.id,
        "title": instrument.title,
        "title_fr": instrument.title_fr,
        "kind": instrument.kind.value,
        "adopted": None if instrument.adopted is None else instrument.adopted.isoformat(),
        "in_force": None if instrument.in_force is None else instrument.in_force.isoformat(),
    }


def _facts(view: InstrumentView) -> Iterator[str]:
    instrument = view.instrument
    facts = [
        ("kind", instrument.kind.value.replace("_", " ")),
        ("adopted", instrument.adopted.isoformat() if instrument.adopted else _NOT_KNOWN),
        ("in force", instrument.in_force.isoformat() if instrument.in_force else _NOT_KNOWN),
        ("depositary", f"{instrument.depositary} {instrument.depositary_code}".strip()),
        ("scope", ", ".join(sorted(scope.value for scope in instrument.scope))),
        ("", instrument.scope_note),
        ("articles", str(instrument.articles or "")),
        ("belongs to", instrument.parent or ""),
        ("source", str(instrument.provenance)),
    ]
    for name, told in facts:
        if told:
            yield from paragraph(told, first=f"  {name:<12}")


def _clauses(instrument: Instrument) -> Iterator[str]:
    if instrument.effect is None:
        yield "  The clause on effect for a State is not on record."
    else:
        rule = instrument.effect.value
        told = _EFFECTS.get(rule, _effect_words(rule))
        clause = f" ({instrument.effect_clause})" if instrument.effect_clause else ""
        yield from paragraph(f"Effect for a State: {told}{clause}.", first="  ")
    if instrument.immediate_clause:
        yield from paragraph(
            f"At once for a Party to an armed conflict ({instrument.immediate_clause}).",
            first="  ",
        )
    rule_out = instrument.withdrawal
    if rule_out is None:
        yield "  The clause on withdrawal is not on record."
    elif rule_out.impossible:
        yield "  It has no clause on withdrawal."
    else:
        months = "some" if rule_out.months is None else str(rule_out.months)
        held = "; not while in an armed conflict" if rule_out.suspended_in_conflict else ""
        yield from paragraph(
            f"Withdrawal: {months} months after the notice ({rule_out.clause}){held}.",
            first="  ",
        )
    if instrument.other_way:
        yield from paragraph(instrument.other_way, first="  ")


def _effect_words(rule: str) -> str:
    if rule.startswith("first"):
        return f"first day of month {rule.removeprefix('first')} after the month of the deposit"
    unit = "days" if rule[-1] == "d" else "months"
    return f"{rule[:-1]} {unit} after the deposit"


def _parties(view: InstrumentView) -> Iterator[str]:
    yield f"  {len(view.parties)} by the catalogue on {view.as_of.isoformat()}"
    for check in view.checks:
        verdict = "the same" if check.agrees else f"the catalogue counts {check.counted}"
        yield from paragraph(
            f"{check.stated} stated for {check.as_of.isoformat()}: {verdict} "
            f"[{check.provenance}]",
            first="  ",
            rest="    ",
        )
    until = view.coverage.complete_until
    yield from paragraph(
        f"The absence of a row means no Party until {until.isoformat()}."
        if until
        else "The list is not complete: the absence of a row means nothing.",
        first="  ",
    )
    for one in view.imports:
        yield from paragraph(f"Import {one.number}: {one.source.title}", first="  ")


def _provisions(provisions: Sequence[Provision]) -> Iterator[str]:
    for one in provisions:
        if one.label:
            yield from paragraph(one.label, first=f"  {one.number:<9} ")


def _notes(view: InstrumentView) -> Iterator[str]:
    for words in (view.instrument.custom_note, view.instrument.note, view.coverage.note):
        if words:
            yield from paragraph(words, first="  - ")
