"""What the link behind printed words proves about the address that they show.

A format may carry an address that the reader of the page does not see. Where it leads to the
host that is printed, and differs only by the damage of printing, it proves what was meant.
Where it leads to another host, both addresses are kept: one of them is a mistake, or a trap.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from averment.apparatus.address_repair import repair
from averment.apparatus.address_work import Outcome
from averment.documents.address import AddressStatus, Damage, RepairStep
from averment.documents.document import Link

ALIKE = 0.85
"""Share of characters in which a printed address and its link agree, damage aside."""
LONGEST_COMPARED = 600
PROOF = "the link behind the words leads there"
FOLLOWED = re.compile(r"(?:https?:)?//|www\.", re.IGNORECASE)
BARE = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)


def is_web(link: Link) -> bool:
    """Say whether a link leads to a page of the web: no mail address, no place in the file."""
    return FOLLOWED.match(link.target) is not None


def proved_by_link(
    raw: str, outcome: Outcome, link: Link, *, hosts: frozenset[str]
) -> tuple[Outcome, bool]:
    """Return what the link makes of a printed address, and whether it leads elsewhere.

    Args:
        raw: The address as printed.
        outcome: What the printed words alone prove.
        link: What stands behind them.
        hosts: Host names that are well known.
    """
    target = repair(link.target, opened=True, hosts=hosts)
    if target.repaired is None:
        return outcome, False
    printed = outcome.repaired or "".join(raw.split())
    shown, meant = _bare(printed), _bare(target.repaired)
    if shown == meant and outcome.repaired is not None:
        return outcome, False
    if _host(shown) != _host(meant):
        return outcome, True
    # Software that turns printed words into links often stops at the line end.
    if outcome.repaired is not None and shown.startswith(meant):
        return outcome, False
    if not (meant.startswith(shown.rstrip("-./")) or _alike(shown, meant)):
        return outcome, True
    damages = [step.damage for step in outcome.steps] or [Damage.CHARACTER_LOST]
    step = RepairStep(damage=damages[-1], proof=PROOF)
    proved = Outcome(
        status=AddressStatus.REPAIRED,
        repaired=target.repaired,
        steps=(*_certain(outcome), step),
        candidates=(),
    )
    return proved, False


def _certain(outcome: Outcome) -> Sequence[RepairStep]:
    """Return the steps that were proved without the link."""
    return outcome.steps if outcome.repaired is not None else ()


def _bare(address: str) -> str:
    return BARE.sub("", address).rstrip("/")


def _host(bare: str) -> str:
    return re.split(r"[/?#]", bare, maxsplit=1)[0].lower()


def _alike(one: str, other: str) -> bool:
    one, other = one[:LONGEST_COMPARED], other[:LONGEST_COMPARED]
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE
