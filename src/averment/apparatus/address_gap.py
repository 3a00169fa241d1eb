"""White space inside a printed address: which character each gap stands for."""

import re

from averment.apparatus.address_shape import TRACKING, UUID_LOOSE
from averment.apparatus.address_work import Work
from averment.documents.address import Damage

EXTENSION_NEXT = re.compile(
    r"(?:s?html?|php\d?|aspx?|jsp|pdf|docx?|stm|cfm|xml|jpe?g|png)(?=$|[?#])", re.IGNORECASE
)
BREAKS = "-/_=&?%.~+#"
"""Characters at which a line is broken inside an address."""
SPACE = re.compile(r"\s")
GAP = re.compile(r"(\s+)")
PARTS = re.compile(r"[/?#=&]")


def close_gaps(work: Work) -> None:
    """Put back what white space stands for, or mark the place as open."""
    pieces = GAP.split(work.text)
    text = pieces[0]
    last = len(pieces) - 2
    for index in range(1, len(pieces) - 1, 2):
        gap, after = pieces[index], pieces[index + 1]
        ends = index == last
        if text.endswith(",") and EXTENSION_NEXT.match(after) and ends:
            ending = after.partition("?")[0]
            work.step(Damage.DOT_TO_COMMA, f"“{ending}” is a file's ending")
            text = f"{text[:-1]}.{after}"
        else:
            text += _joint(work, text, gap, after, ends=ends) + after
    work.text = text


def _joint(work: Work, before: str, gap: str, after: str, *, ends: bool) -> str:
    """Return what stood where the white space is; NUL where nothing proves it.

    Args:
        work: Takes the step.
        before: The address up to the gap.
        gap: The white space.
        after: The piece behind it.
        ends: The piece is the last.
    """
    if "?" in before and TRACKING.match(PARTS.split(before)[-2]):
        return "_"  # inside a tracking parameter, which is set aside as a whole
    mark = next((s for s in (before[-1:], after[:1]) if s and s in BREAKS), "")
    if mark:
        work.step(
            Damage.WRAP_SPACE, f"an address holds no white space; lines are broken at “{mark}”"
        )
        return ""
    if EXTENSION_NEXT.match(after) and ends:
        work.step(Damage.DOT_TO_SPACE, f"“{after.partition('?')[0]}” is a file's ending")
        return "."
    if "\n" in gap:
        work.step(Damage.WRAP_SPACE, "an address holds no line end")
        return ""
    around = f"{PARTS.split(before)[-1]} {PARTS.split(after)[0]}"
    if "-" in UUID_LOOSE.sub("", around):
        work.open_choices.append(("-", "_", ""))
        work.doubt(
            Damage.CHARACTER_LOST,
            "white space stands where a character was, and nothing shows which",
        )
        return "\0"
    work.step(
        Damage.UNDERSCORE_TO_SPACE,
        "an address holds no white space; an underlined “_” is lost in printing as a space",
    )
    return "_"
