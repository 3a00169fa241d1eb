"""The address block of a letter: ``To: ...``, or the lines between date and greeting."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from averment.documents.document import Document, PassageKind
from averment.documents.grounded import Grounded
from averment.frames.frame_words import frame_words
from averment.frames.head_piece import (
    HONORIFIC_ALONE,
    LONGEST,
    HeadPiece,
    is_date,
    is_postal,
    is_prose,
    is_titled,
    join_pieces,
    names_someone,
    without_postal,
)
from averment.frames.name_list import split_names

BLOCK_LINES = 60
LINES_OF_ONE = 6
"""Lines that one addressee may have."""
LABELS_WITHIN = 40
NEAR_GREETING = 14
LONGEST_LIST = 1500
LONG_HEADING = 60
LONG_CAPITALS = 25
FEWEST_LISTED = 2
TO = re.compile(
    r"\W{0,3}(?:(?:to|addressed to|addressees?|for the attention of|attention|attn)\s?[:.]"
    r"|(?:(?:for|to) the (?:kind )?attention of|addressed to|attention|attn)\b\s?:?"
    r"|to\s*$|to(?=\s(?:the|his|her|h\.\s?e|mr|ms|all|members|your|dr|states|heads|ministers|foreign|"
    r"governments|un|united)\b))\s*",
    re.IGNORECASE,
)
OFFICER_OF_SENDER = re.compile(r"\W{0,3}[\w\s]{3,30}:\s")
SENDER_GOES_ON = re.compile(
    r"\b(?:mission|delegation|representative|observer|office)\b[^.,;:]{0,60}$", re.IGNORECASE
)
SENDERS_HEAD = re.compile(
    r"(?:the\s)?(?:permanent\s(?:observer\s)?(?:mission|representation|delegation)|embassy|consulate|"
    r"ministry|department|office|government|republic|kingdom|state)\s(?:of|for)\s",
    re.IGNORECASE,
)
SENDERS_POST = re.compile(
    r"(?:the\s)?(?:(?:deputy|acting)\s)?(?:permanent\s(?:representative|observer)|ambassador|minister"
    r"(?:\s(?:of|for)\s\w+\s\w+)?|charg[ée]\sd['’]affaires(?:\sa\.?\s?i\.?)?)",
    re.IGNORECASE,
)
DELIVERY = re.compile(
    r"\W{0,3}(?:sent\s|delivered\s)?(?:by|via)\s(?:e-?mail|fax|facsimile|post|registered|hand|courier|telefax|mail|"
    r"electronic|diplomatic|airmail|certified|telegram|the\s)",
    re.IGNORECASE,
)
SUBMITTED_TO = re.compile(
    r"\b(?:reports?|submission|memorandum|petition|communication|information|letter|appeal|complaint|brief)\s?$",
    re.IGNORECASE,
)
BODY_BEGINS = re.compile(
    r"(?:[\dIVX]{1,3}[.)]\s)?(?:executive\s|key\s)?(?:summary|introduction|background|recommendations?|overview|contents|"
    r"methodology|conclusions?(?:\sand\srecommendations)?)\W{0,2}",
    re.IGNORECASE,
)
LETTER_HEADING = re.compile(
    r"\W{0,3}(?:an?\s)?(?:(?:joint|open|urgent|public|ngo|civil\ssociety|collective|text\sof)\s){0,4}"
    r"(?:letters?|appeals?|petition|memorandum|submission)\s(?:[^.]{1,120}?\s)?to\s",
    re.IGNORECASE,
)
FORMAL = re.compile(r"\W{0,3}(?:(?:his|her|their)\sexcellenc|h\.?\s?e\.?\s)", re.IGNORECASE)
LISTED = re.compile(r"(?:to\s)?the\s|all\s|[-•\d]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands before the greeting."""

    pieces: tuple[HeadPiece, ...]
    greeted: bool
    """There is a greeting."""


def labelled_addressees(document: Document, head: Head) -> tuple[Grounded[str], ...]:
    """Read ``To: ...`` and what stands below it."""
    for index, piece in enumerate(head.pieces[:LABELS_WITHIN]):
        if BODY_BEGINS.fullmatch(piece.text):
            break
        label = TO.match(piece.text)
        if label is None:
            continue
        colon = label.group().rstrip().endswith((":", ".")) or label.end() == len(piece.text)
        rest = piece.part(label.end(), len(piece.text))
        if not piece.text[: label.end()].rstrip().endswith(":"):
            # "To the Council: publish the report": the heading goes on behind the colon.
            rest = rest.part(0, len(rest.text.split(": ", 1)[0]))
        above = head.pieces[index - 1].text if index else ""
        opens = piece.line.first and not SENDER_GOES_ON.search(above)
        opens = opens or SUBMITTED_TO.search(above) is not None
        if not colon and not (opens and _is_address(rest.text)):
            continue
        block = [rest] if rest.text.strip() else []
        below = head.pieces[index + 1 : index + BLOCK_LINES]
        if not colon and not head.greeted:
            below = tuple(takewhile(lambda other: TO.match(other.text), below))
        block += _lines_below(below, begun=bool(block))
        found = _entries(document, block, rule="addressee:label")
        if found:
            return found
    return ()


def _is_address(text: str) -> bool:
    """Say whether words behind a bare "to" name somebody and do not go on as a sentence."""
    if len(text) > LONGEST:
        window = text[:LONGEST_LIST]
        return len(text) < LONGEST_LIST and len(split_names(window)) > FEWEST_LISTED
    return names_someone(text) and not is_prose(text)


def _lines_below(pieces: Sequence[HeadPiece], *, begun: bool) -> list[HeadPiece]:
    block: list[HeadPiece] = []
    for piece in pieces:
        label = TO.match(piece.text)
        other = piece
        if label is not None and label.end() < len(piece.text):
            other = piece.part(label.end(), len(piece.text))
        if _ends_block(other.text) or ((begun or block) and _is_heading_like(other.text)):
            break
        block.append(other)
    return block


def _ends_block(text: str) -> bool:
    words = frame_words()
    return bool(
        words.head_label.match(text)
        or words.posting.match(text)
        or DELIVERY.match(text)
        or is_date(text)
        or is_prose(text)
        or text.startswith(("http", "www."))
    )


def _is_heading_like(text: str) -> bool:
    """Say whether a line below the addressee is the letter's heading, not its address."""
    if frame_words().honorific.match(text) or names_someone(text):
        return False
    return len(text) > LONG_HEADING or (text.isupper() and len(text) > LONG_CAPITALS)


def _entries(
    document: Document, block: Sequence[HeadPiece], *, rule: str
) -> tuple[Grounded[str], ...]:
    """Group the lines: each person or body with the lines that belong to it."""
    groups = _groups(block)
    if len(groups) == 1:
        listed = _listed(document, groups[0], rule=rule)
        if listed:
            return listed
    return tuple(
        join_pieces(document, group[:LINES_OF_ONE], rule=rule)
        for group in groups
        if names_someone(" ".join(piece.text for piece in group)) or rule == "addressee:label"
    )


def _groups(block: Sequence[HeadPiece]) -> list[list[HeadPiece]]:
    words = frame_words()
    groups: list[list[HeadPiece]] = []
    for piece in block:
        if is_postal(piece.text):
            continue
        kept = piece.part(0, len(without_postal(piece.text)))
        begins = words.honorific.match(kept.text) is not None or (
            groups != [] and TO.match(piece.line.text) is not None
        )
        alone = groups != [] and HONORIFIC_ALONE.fullmatch(groups[-1][-1].text.strip(" ,"))
        if groups and (alone or not begins):
            groups[-1].append(kept)
        else:
            groups.append([kept])
    kept_groups = [[piece for piece in group if piece.text.strip()] for group in groups]
    return [group for group in kept_groups if group]


def _listed(
    document: Document, group: Sequence[HeadPiece], *, rule: str
) -> tuple[Grounded[str], ...]:
    """Return the members of a group in which every line, or part of one, is an addressee."""
    if len(group) == 1:
        only = group[0]
        parts = [only.part(start, end) for start, end in split_names(only.text)]
        if len(parts) < FEWEST_LISTED or not all(names_someone(part.text) for part in parts):
            return ()
        return tuple(join_pieces(document, [part], rule=rule) for part in parts)
    if not all(names_someone(piece.text) for piece in group):
        return ()
    articles = all(LISTED.match(piece.text) for piece in group)
    items = all(piece.line.kind is PassageKind.LIST_ITEM for piece in group)
    if articles or items:
        return tuple(join_pieces(document, [piece], rule=rule) for piece in group)
    return ()


def block_addressees(document: Document, head: Head) -> tuple[Grounded[str], ...]:
    """Read the lines from the first form of address or office to the greeting."""
    start = _first_honorific(head.pieces)
    if start is not None and not head.greeted and not _looks_addressed(head.pieces, start):
        return ()
    if start is None and head.greeted:
        start = _offices_above(head.pieces)
    if start is None:
        return ()
    block: list[HeadPiece] = []
    for piece in head.pieces[start : start + BLOCK_LINES]:
        if _ends_block(piece.text) or (block and _is_heading_like(piece.text)):
            break
        block.append(piece)
    return _entries(document, block, rule="addressee:block")


def _first_honorific(pieces: Sequence[HeadPiece]) -> int | None:
    words = frame_words()
    for index, piece in enumerate(pieces):
        text = piece.text
        # "President: Mr ..." in a masthead names an officer of the sender.
        officer = OFFICER_OF_SENDER.match(text) is not None
        if words.honorific.match(text) and not officer and not _ends_block(text):
            return index
    return None


def _looks_addressed(pieces: Sequence[HeadPiece], start: int) -> bool:
    """Say whether lines without a greeting are an address: an office of a body, early."""
    text = " ".join(p.text for p in pieces[start : start + 4] if not is_prose(p.text))
    words = frame_words()
    formal = FORMAL.match(pieces[start].text) is not None
    office = words.office.search(text) is not None
    early = start < NEAR_GREETING and len(pieces[start].text) < LONGEST
    return early and office and (formal or words.body.search(text) is not None)


def _offices_above(pieces: Sequence[HeadPiece]) -> int | None:
    """Return where the lines right above the greeting begin that name an office or a body."""
    own = _senders_head(pieces)
    start = None
    others = 0
    for index in range(len(pieces) - 1, max(own, len(pieces) - NEAR_GREETING), -1):
        text = pieces[index].text
        if LETTER_HEADING.match(text):
            break
        if is_date(text) or is_prose(text) or frame_words().posting.match(text):
            if start is not None:
                break
        elif frame_words().head_label.match(text) or is_postal(text):
            continue
        elif names_someone(text) and is_titled(text):
            start = index
        elif start is not None:
            if _looks_like_name(text):
                start = index
            break
        else:
            # One line may stand between the address and the greeting: the subject.
            others += 1
            if others > 1:
                break
    return start if start is not None and _opens(pieces, start) else None


def _senders_head(pieces: Sequence[HeadPiece]) -> int:
    """Return the last line of a mission's or ministry's printed head, or -1 without one."""
    if not pieces or not SENDERS_HEAD.match(pieces[0].text):
        return -1
    last = 0
    for index, piece in enumerate(pieces[:LINES_OF_ONE]):
        if SENDERS_HEAD.match(piece.text) or SENDERS_POST.fullmatch(piece.text.strip(" ,.")):
            last = index
    return last


def _opens(pieces: Sequence[HeadPiece], start: int) -> bool:
    """Say whether a block begins there, and not in the middle of a wrapped heading."""
    piece = pieces[start]
    before = pieces[start - 1].text if start else ""
    own_line = piece.start == 0 and piece.line.first
    return own_line or is_date(before) or is_postal(before)


def _looks_like_name(text: str) -> bool:
    names = text.strip(" ,").split()
    few = len(names) in range(2, 5)
    return few and all(name[0].isupper() for name in names) and ":" not in text
