"""A qualification for a person and as JSON: what holds in both branches comes first."""

from collections.abc import Iterator, Mapping, Sequence

from averment.law.crime import Crime
from averment.law.custom import AUTHORITY, CustomaryRule
from averment.law.element import Element
from averment.law.qualification import Branch, BranchRules, Norm, Qualification
from averment.law.standing import Standing
from averment.reports.columns import bullets, paragraph, section
from averment.reports.json_value import Json

SCHEMA = "averment.qualification/1"
LIMITS = (
    "These provisions may be engaged. Nothing here says that the act happened, that a "
    "provision was broken, or that it bound anybody. The map never looks at who is said to "
    "have acted. A lawyer must review it."
)
BRANCH_TITLES = {
    Branch.IAC: "Only in armed conflict between States (IAC)",
    Branch.NIAC: "Only in other armed conflict (NIAC)",
    Branch.OCCUPATION: "Where territory is occupied, in addition",
    Branch.PEACE: "Where there is no armed conflict, in addition",
}
COMMON_TITLE = "In every armed conflict, however it is classified"
CRIMES_TITLE = "Crimes other than war crimes, each with conditions of its own"
RIGHTS_TITLE = "Human-rights norms, beside the others"
_SHOWN_WORDS = 90
WORDS_OF_CLAIM = 300
"""Characters of a claim that stand above its qualification."""


def terminal_qualification(
    found: Qualification,
    *,
    branches: Sequence[Branch] = tuple(Branch),
    standings: Mapping[str, Standing] | None = None,
    text: str = "",
) -> str:
    """Return the candidate provisions, common ones first.

    Args:
        found: The qualification.
        branches: Which kinds of situation to show.
        standings: Of one State on one day by instrument, where that is asked, too.
        text: The letter, to quote the words that speak of an element; empty without a letter.
    """
    pen = _Pen(standings or {})
    head = " / ".join([found.act, *found.targets, *([found.weapon] if found.weapon else [])])
    lines = [*paragraph(head)]
    if found.none_because:
        return "\n".join([*lines, *paragraph(found.none_because, first="  ")]) + "\n"
    common = BranchRules(provisions=found.common.provisions, custom=found.common.custom)
    lines += section(COMMON_TITLE, list(pen.rules(common)))
    for branch in branches:
        lines += section(BRANCH_TITLES[branch], list(pen.rules(found.only_in(branch))))
    lines += section(CRIMES_TITLE, list(pen.crimes(found.crimes)))
    lines += section(RIGHTS_TITLE, list(pen.norms(found.rights)))
    if text:
        shown = [f"{one.question} {_quoted(one, text)}" for one in found.shown]
        lines += section("Elements that the letter's own words speak of", list(bullets(shown)))
        missing = [one.question for one in found.not_shown]
        lines += section(
            "Elements that no words of the letter speak of", list(bullets(missing))
        )
    else:
        asked = [one.question for one in found.elements]
        lines += section("What would have to be shown", list(bullets(asked)))
    lines += section("What a rule does not say", list(bullets(found.traps)))
    lines += ["", *paragraph(LIMITS)]
    return "\n".join(lines) + "\n"


def json_qualification(
    found: Qualification,
    *,
    standings: Mapping[str, Standing] | None = None,
    text: str = "",
) -> dict[str, Json]:
    """Return a qualification as JSON; see `terminal_qualification`."""
    pen = _Pen(standings or {})
    return {
        "schema": SCHEMA,
        "limits": LIMITS,
        "act": found.act,
        "targets": list(found.targets),
        "weapon": found.weapon,
        "none_because": found.none_because,
        "common": pen.json(
            BranchRules(provisions=found.common.provisions, custom=found.common.custom)
        ),
        "branches": {branch.value: pen.json(found.only_in(branch)) for branch in Branch},
        "crimes": [_crime_json(one) for one in found.crimes],
        "rights": [pen.norm_json(one) for one in found.rights],
        "elements": [
            {
                "question": one.question,
                "special": one.special,
                "crime": one.crime,
                "shown": None
                if one.shown is None
                else {
                    "start": one.shown.start,
                    "end": one.shown.end,
                    "quote": one.shown.of(text) if text else "",
                },
            }
            for one in found.elements
        ],
        "traps": list(found.traps),
    }


class _Pen:
    """Writes norms, each with how the State stands to it where that is asked."""

    def __init__(self, standings: Mapping[str, Standing]) -> None:
        self._standings = standings

    def rules(self, rules: BranchRules) -> Iterator[str]:
        """Yield the provisions, the customary rules and the crimes."""
        yield from self.norms(rules.provisions)
        if rules.custom:
            yield from paragraph(f"Customary rules ({AUTHORITY}):", first="  ")
            for rule in rules.custom:
                yield from paragraph(
                    f"{rule.label}{reach_words(rule)}", first=f"    {rule.number:>3}  "
                )
        if rules.crimes:
            yield "  War crimes (Rome Statute):"
            yield from self.crimes(rules.crimes, indent="    ")

    def norms(self, norms: Sequence[Norm]) -> Iterator[str]:
        """Yield treaty provisions, an instrument at a time."""
        for name in dict.fromkeys(norm.instrument for norm in norms):
            standing = self._standings.get(name)
            said = f"  {name}" + (f"  [{standing.answer.value}]" if standing else "")
            yield said
            for norm in norms:
                if norm.instrument == name:
                    printed = norm.printed or "as a whole"
                    yield from paragraph(norm_words(norm), first=f"    {printed:<14} ")

    def crimes(self, crimes: Sequence[Crime], *, indent: str = "  ") -> Iterator[str]:
        """Yield crimes with their conditions."""
        for one in crimes:
            condition = f" ({one.condition.rstrip('.')})" if one.condition else ""
            yield from paragraph(f"{one.label}{condition}", first=f"{indent}{one.ref:<14} ")

    def json(self, rules: BranchRules) -> dict[str, Json]:
        """Return the rules of a branch as JSON."""
        return {
            "provisions": [self.norm_json(norm) for norm in rules.provisions],
            "custom": [
                {
                    "rule": rule.number,
                    "label": rule.label,
                    "iac": rule.iac.value,
                    "niac": rule.niac.value,
                }
                for rule in rules.custom
            ],
            "crimes": [_crime_json(one) for one in rules.crimes],
        }

    def norm_json(self, norm: Norm) -> dict[str, Json]:
        """Return a norm as JSON."""
        standing = self._standings.get(norm.instrument)
        return {
            "instrument": norm.instrument,
            "provision": norm.provision,
            "label": norm.label,
            "condition": norm.condition,
            "region": None if norm.region is None else norm.region.value,
            "answer": None if standing is None else standing.answer.value,
        }


def norm_words(norm: Norm) -> str:
    """Return the label of a provision, with when and where it reaches the act at all."""
    limits = [norm.condition.rstrip(".")] if norm.condition else []
    limits += [f"for States of that region, {norm.region.value.title()}"] if norm.region else []
    return f"{norm.label} ({'; '.join(limits)})" if limits else norm.label


def reach_words(rule: CustomaryRule) -> str:
    """Return where the study is not sure that the rule holds; empty where it is."""
    unsure = [
        f"{name.upper()}: {reach.value}"
        for name, reach in (("iac", rule.iac), ("niac", rule.niac))
        if reach.value in {"arguable", "partial"}
    ]
    return f" ({', '.join(unsure)})" if unsure else ""


def _quoted(element: Element, text: str) -> str:
    if element.shown is None:
        return ""
    words = " ".join(element.shown.of(text).split())
    return f"“{words[:_SHOWN_WORDS]}{'…' if len(words) > _SHOWN_WORDS else ''}”"


def _crime_json(one: Crime) -> dict[str, Json]:
    return {
        "ref": one.ref,
        "label": one.label,
        "since": one.since.isoformat(),
        "condition": one.condition,
    }
