"""The office of one who writes on the paper of a mission: "Permanent Representative of ..."."""

import re
from collections.abc import Sequence

from averment.frames.frame_line import FrameLine

HEAD_LINES = 12
LONGEST = 200
MISSION = re.compile(
    r"(?:the\s)?permanent\s(?P<kind>mission|observer\smission|representation|delegation)\sof\s(?P<of>.{3,160})",
    re.IGNORECASE,
)
ON_ITS_OWN = re.compile(
    r"(?:the\s)?(?P<post>(?:(?:deputy|acting|alternate|assistant)\s)?permanent\s(?:representative|observer)"
    r"|charg[ée]\sd['’]affaires(?:\s(?:a\.?\s?i\.?|ad\sinterim))?)$",
    re.IGNORECASE,
)
STATE = re.compile(
    r"(?:the\s)?(?:(?:federal|democratic|islamic|united|people['’]s|arab)\s){0,3}"
    r"(?:republic|kingdom|state|government|union|principality|sultanate|emirates?)\sof\s(?:the\s)?[\w\s'’-]{3,50}",
    re.IGNORECASE,
)
OFFICER = re.compile(
    r"\b(?:minister|president|ambassador|charg[ée]|secretary\sof\sstate|head\sof\s(?:state|government)|ombudsman|"
    r"attorney[-\s]general|speaker)\b(?!.*\bof\sthe\s(?:republic|kingdom|state)\b)",
    re.IGNORECASE,
)
STATE_LINES = 4
SMALL_WORDS = re.compile(r"(?<=\s)(?:Of|The|To|And|In|At|For|Et|De)(?=\s)")
GOES_ON = re.compile(r"(?:to|of|in|at)\s(?:the\s)?", re.IGNORECASE)


def office_of_mission(lines: Sequence[FrameLine], signatures: Sequence[str]) -> str | None:
    """Return the writer's office, from the printed head and the post that is told without it.

    Args:
        lines: The document, line by line.
        signatures: The signatures as read.

    Returns:
        "Permanent Representative of Norvenia to the United Nations", or None where the paper is
        no mission's or no post is told.
    """
    head = lines[:HEAD_LINES]
    of = _represented(head)
    if of is None:
        return None
    told = [line.text.strip(" ,.") for line in head]
    for signature in signatures:
        told += signature.split(", ")
    for words in told:
        post = ON_ITS_OWN.fullmatch(words)
        if post is not None:
            return f"{_titled(post['post'])} of {of}"
    return None


def state_of_paper(lines: Sequence[FrameLine], signatures: Sequence[str]) -> str | None:
    """Return the State on whose paper a minister or ambassador writes without naming it."""
    if len(signatures) != 1 or not OFFICER.search(signatures[0]):
        return None
    for line in lines[:STATE_LINES]:
        if STATE.fullmatch(line.text.strip(" ,.")) is not None:
            state = line.text.strip(" ,.")
            return as_written(state) if state.isupper() else state
    return None


def _represented(head: Sequence[FrameLine]) -> str | None:
    """Return what stands behind "Permanent Mission of", over the line end if it goes on."""
    for index, line in enumerate(head[: HEAD_LINES // 2]):
        found = MISSION.match(line.text[:LONGEST])
        if found is None:
            continue
        of = found["of"].strip(" ,.")
        below = head[index + 1].text if index + 1 < len(head) else ""
        if GOES_ON.match(below) and len(below) < LONGEST:
            of = f"{of} {below.strip(' ,.')}"
        return as_written(of) if of.isupper() else of
    return None


def _titled(post: str) -> str:
    return as_written(post) if post.isupper() else post


def as_written(capitals: str) -> str:
    """Return words in capitals as a sentence would write them: "Republic of Norvenia"."""
    titled = capitals.title().replace("’S", "’s").replace("'S", "'s")
    return SMALL_WORDS.sub(lambda found: found.group().lower(), titled)
