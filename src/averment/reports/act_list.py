"""The words by which acts, targets and weapons are named, for a person."""

from averment.catalogue.catalogue import packaged_catalogue
from averment.incidents.vocabulary import act_types
from averment.law.qualification_map import read_qualification_map
from averment.reports.columns import paragraph, section, table


def terminal_acts() -> str:
    """Return the ids that a qualification can be asked for."""
    known = read_qualification_map(packaged_catalogue())
    labels = act_types()
    rows = [
        (act, labels[act].label if act in labels else "")
        for act in sorted(known.acts | known.not_legal.keys())
    ]
    lines = [*table(rows, heads=("act", "what it is"))]
    for name, ids in (("Targets", known.targets), ("Weapons", known.weapons)):
        lines += section(name, list(paragraph(", ".join(sorted(ids)), first="  ")))
    return "\n".join(lines) + "\n"
