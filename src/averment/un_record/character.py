"""What a resolution of a body can do, as a rule; never whether this one does it."""

from averment.un_record.resolution import Character
from averment.un_record.symbol import Symbol

_STATEMENTS = frozenset({"sc_prst"})
_WORLD_BODIES = frozenset({"UNGA", "HRC", "CHR", "ECOSOC"})


def character(symbol: Symbol) -> Character | None:
    """Return what the adopting body can do; None for papers that no body adopted by a vote.

    Statements of the Council's President are agreed without a vote and decide nothing by
    themselves. The bodies of other organisations have rules of their own: None.
    """
    if symbol.kind in _STATEMENTS:
        return None
    if symbol.body == "UNSC":
        return Character.MAY_BIND
    return Character.RECOMMENDS if symbol.body in _WORLD_BODIES else None
