"""Lines of a signature block as signatories: persons with their posts, or organisations."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from averment.documents.document import Document, PassageKind
from averment.documents.grounded import Grounded
from averment.documents.span import Span
from averment.frames.frame_line import FrameLine
from averment.frames.head_piece import UNFINISHED
from averment.frames.signature_line import LineRole, role_of, without_prefix

DASHES = re.compile(r"\s+[–—-]\s+")
SEPARATORS = re.compile(r"\s*[;•·|]\s*")
BRACKETED = re.compile(r"(?<=\w\))\s*,?\s+(?:and\s)?(?=[A-Z])")
"""Between "(Norvenia)" and the next name of a list whose line ends are lost."""
COMMAS = re.compile(r"\s*,\s*(?:and\s)?|\s+and\s+(?=[A-Z][^,]*$)")
FULL_STOP = re.compile(r"(?<![.\w])[^\W\d_]{5,}\.$")
"""A stop behind a whole word, not behind "Jr." or "Esq."."""
BEHALF = re.compile(r"\W{0,3}(?:for|(?:for\sand\s)?on\sbehalf\sof)\s", re.IGNORECASE)
LINES_OF_ONE = 7
LONGEST_SURNAME = 3
LONGEST_LIST = 20_000
"""Characters of a list in running text that are taken apart."""
COMMA_WINDOW = 3000
FEWEST_COMMAS = 3
LONGEST_BRACKETED = 140
FEWEST_LISTED = 4
SHARE_ALIKE = 0.75
PAIR = 2
NOBODY = (LineRole.CONTACT, LineRole.NOTHING, LineRole.LIST_HEAD)
PERSON = (LineRole.NAME, LineRole.FULL)


@dataclass(frozen=True, slots=True)
class SignaturePart:
    """A stretch of one line that names somebody."""

    line: FrameLine
    start: int
    end: int
    group: int
    """Lines of one group stand without a blank line between them."""
    behalf: bool = False
    """"On behalf of" stands before it: the body signs, and the person below for it."""

    @property
    def text(self) -> str:
        """The words."""
        return self.line.text[self.start : self.end]


def signature_part(
    line: FrameLine, start: int, end: int, *, group: int
) -> SignaturePart | None:
    """Return the name in ``line.text[start:end]``, "on behalf of" and list signs left out."""
    shift, _ = without_prefix(line.text[start:end])
    text = line.text[start + shift : end]
    left = start + shift + len(text) - len(text.lstrip(" ,;:.–—-*_"))
    right = start + shift + len(text.rstrip(" ,;:*_|"))
    behalf = BEHALF.match(line.text[start:end]) is not None
    return SignaturePart(line, left, right, group, behalf) if left < right else None


def signature_parts(line: FrameLine, start: int, *, group: int) -> list[SignaturePart]:
    """Return the names of a line: one, or several where it is a list in running text."""
    text = line.text[start:]
    cuts = list(SEPARATORS.finditer(text[:LONGEST_LIST]))
    if not cuts:
        cuts = _dash_list(text)
    if not cuts and text.count(")") > 1:
        cuts = _behind_brackets(text)
    if not cuts and text.count(",") >= FEWEST_COMMAS and _comma_list(text):
        cuts = list(COMMAS.finditer(text[:LONGEST_LIST]))
    bounds = [start]
    for cut in cuts:
        bounds += [start + cut.start(), start + cut.end()]
    bounds.append(len(line.text))
    parts = []
    for a, b in zip(bounds[::2], bounds[1::2], strict=True):
        part = signature_part(line, a, b, group=group)
        if part is not None:
            parts.append(part)
    return parts


def _dash_list(text: str) -> list[re.Match[str]]:
    """Return the dashes of "A – B – C": at least two, each between whole names."""
    cuts = list(DASHES.finditer(text[:LONGEST_LIST]))
    if len(cuts) < PAIR:
        return []
    chunks = [chunk.strip() for chunk in DASHES.split(text[:LONGEST_LIST])]
    whole = all(role_of(chunk) in (LineRole.NAME, LineRole.ORGANISATION) for chunk in chunks)
    return cuts if whole and all(" " in chunk for chunk in chunks) else []


def _behind_brackets(text: str) -> list[re.Match[str]]:
    """Return the places behind "(Norvenia)" or "(NRS)" where each bracket ends a name."""
    cuts = list(BRACKETED.finditer(text[:LONGEST_LIST]))
    bounds = [0, *(cut.end() for cut in cuts), len(text)]
    sizes = [b - a for a, b in itertools.pairwise(bounds)]
    return cuts if cuts and max(sizes) <= LONGEST_BRACKETED else []


def _comma_list(text: str) -> bool:
    """Say whether commas part names, and not the name, post and place of one signatory."""
    chunks = [chunk.strip() for chunk in text[:COMMA_WINDOW].split(",") if chunk.strip()]
    roles = [role_of(chunk) for chunk in chunks]
    same = max(roles.count(LineRole.ORGANISATION), roles.count(LineRole.NAME))
    return len(chunks) >= FEWEST_LISTED and same >= SHARE_ALIKE * len(chunks)


def signature_entries(
    document: Document, parts: Sequence[SignaturePart], *, rule: str
) -> tuple[Grounded[str], ...]:
    """Group parts into signatories: a person with post and organisation, or an organisation."""
    entries: list[list[tuple[SignaturePart, LineRole]]] = []
    grouped = len({part.group for part in parts}) < len(parts)
    roles = [_role_in_block(part) for part in parts]
    listed = _is_plain_list(parts, roles)
    previous_group = -1
    reached = False
    blocks = grouped and _in_blocks(parts, roles)
    for part, role in zip(parts, roles, strict=True):
        if role in NOBODY:
            reached = (reached or role is LineRole.CONTACT) and role is not LineRole.LIST_HEAD
            continue
        if entries and reached and role not in PERSON and not listed:
            # Behind the telephone number of one signatory stands the printed foot of the page.
            continue
        reached = False
        new_group = grouped and part.group != previous_group
        previous_group = part.group
        if (entries and blocks and not new_group) or (
            entries and not listed and _belongs(entries[-1], role, new_group=new_group)
        ):
            entries[-1].append((part, role))
        else:
            entries.append([(part, role)])
    return tuple(
        join_parts(document, [part for part, _ in entry], rule=rule)
        for entry in _post_over_name(entries, grouped=grouped)
    )


def _post_over_name(
    entries: list[list[tuple[SignaturePart, LineRole]]], *, grouped: bool
) -> list[list[tuple[SignaturePart, LineRole]]]:
    """Join a post or body and the one person whose name stands right below it."""
    if (
        len(entries) != PAIR
        or entries[0][0][0].behalf
        or entries[0][0][1] in PERSON
        or entries[1][0][1] not in PERSON
    ):
        return entries
    same = entries[0][-1][0].group == entries[1][0][0].group
    return [entries[0] + entries[1]] if same or not grouped else entries


def _role_in_block(part: SignaturePart) -> LineRole:
    if part.line.initial and len(part.text.split()) <= LONGEST_SURNAME:
        return LineRole.NAME
    if part.line.kind is PassageKind.LIST_ITEM and part.line.first:
        role = role_of(part.text)
        return LineRole.FULL if role is LineRole.POST else role
    return role_of(part.text)


def _is_plain_list(parts: Sequence[SignaturePart], roles: Sequence[LineRole]) -> bool:
    """Say whether every line is a signatory by itself."""
    real = [role for role in roles if role not in NOBODY]
    if not real or LineRole.POST in real:
        items = [p for p in parts if p.line.kind is PassageKind.LIST_ITEM]
        return len(items) > 1 and len(items) == len(parts)
    names_only = [p.text for p, role in zip(parts, roles, strict=True) if role not in NOBODY]
    if _alphabetical(names_only):
        return True
    names = real.count(LineRole.NAME)
    organisations = real.count(LineRole.ORGANISATION)
    if names and organisations and names == organisations:
        # Name over organisation, again and again, or one of each: persons with their bodies.
        return real[:PAIR] != [LineRole.NAME, LineRole.ORGANISATION]
    return len(real) != PAIR or names != 1


def _in_blocks(parts: Sequence[SignaturePart], roles: Sequence[LineRole]) -> bool:
    """Say whether each blank line begins another person, with a post or body below the name."""
    groups: dict[int, list[LineRole]] = {}
    for part, role in zip(parts, roles, strict=True):
        if role not in NOBODY:
            groups.setdefault(part.group, []).append(role)
    below = [group[1] for group in groups.values() if len(group) in range(PAIR, LINES_OF_ONE)]
    told = sum(role is not LineRole.NAME for role in below)
    return (
        len(groups) >= PAIR
        and len(below) == len(groups)
        and all(group[0] in PERSON for group in groups.values())
        and told * 2 >= len(below)
    )


def _alphabetical(names: Sequence[str]) -> bool:
    """Say whether several names stand in the order of the alphabet: a list, no blocks."""
    folded = [name.casefold().removeprefix("the ") for name in names]
    return len(folded) >= FEWEST_LISTED and folded == sorted(folded)


def _belongs(
    entry: Sequence[tuple[SignaturePart, LineRole]], role: LineRole, *, new_group: bool
) -> bool:
    """Say whether a line goes on with the signatory above it."""
    roles = [r for _, r in entry]
    if len(entry) >= LINES_OF_ONE:
        return False
    person = roles[0] in PERSON
    if role is LineRole.POST:
        return person or not new_group
    if role is LineRole.ORGANISATION:
        follows = person or roles[0] is LineRole.POST
        return follows and (not new_group or LineRole.ORGANISATION not in roles[1:])
    return False


def join_parts(
    document: Document, parts: Sequence[SignaturePart], *, rule: str
) -> Grounded[str]:
    """Return the parts as one signatory, parted by commas."""
    first, last = parts[0], parts[-1]
    begin = first.line.span(document, first.start, first.end)
    finish = last.line.span(document, last.start, last.end)
    value = ""
    for part in parts:
        text = part.text.strip(" ,;")
        if part.line.initial and part.start == 0:
            text = f"{part.line.initial} {text}"
        goes_on = text[:1].islower() or value.lower().endswith(UNFINISHED)
        value += (" " if goes_on else ", ") * bool(value) + text
    if FULL_STOP.search(value):
        value = value[:-1]
    return Grounded(value=value, span=Span(begin.start, max(begin.end, finish.end)), rule=rule)
