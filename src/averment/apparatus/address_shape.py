"""Parts of an address that have a fixed shape: identifiers, videos, tracking parameters."""

import re

from averment.apparatus.address_work import Work
from averment.documents.address import Damage

TRACKING = re.compile(
    r"(?:fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid"
    r"|mc_eid|mkt_tok"
    r"|_hsenc|_hsmi|utm_[a-z_]+)$",
    re.IGNORECASE,
)
UUID_LOOSE = re.compile(
    r"(?<![0-9a-fA-F-])([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})(?![0-9a-f-])",
    re.IGNORECASE,
)
UUID_SHORT = re.compile(
    r"(?<![0-9a-fA-F-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{1,11}(?![0-9a-zA-Z-])",
    re.IGNORECASE,
)
UUID_HYPHENS = 4
VIDEO = re.compile(
    r"(?P<front>(?:https?://)?(?:www\.|m\.)?"
    r"(?:youtube\.com/(?:watch\?(?:[^#\s]*&)?v=|embed/|shorts/|live/)|youtu\.be/))"
    r"(?P<id>[^&?#/\s]*)(?P<rest>.*)$",
    re.IGNORECASE,
)
VIDEO_ID_LENGTH = 11
VIDEO_ID = re.compile(r"[A-Za-z0-9_-]{11}$")


def mend_uuid(work: Work) -> None:
    """Put a lost hyphen back into a UUID; doubt one that breaks off."""

    def mended(match: re.Match[str]) -> str:
        if match.group().count("-") != UUID_HYPHENS - 1:
            return match.group()
        work.step(
            Damage.WRAP_HYPHEN_LOST,
            "the identifier is a UUID, 8-4-4-4-12 digits: one hyphen was lost",
        )
        return "-".join(match.groups())

    work.text = UUID_LOOSE.sub(mended, work.text)
    if UUID_SHORT.search(work.text):
        work.doubt(
            Damage.CHARACTER_LOST, "the identifier is a UUID, 8-4-4-4-12 digits: some are lost"
        )


def drop_tracking(work: Work) -> None:
    """Take off the parameters that say who clicked."""
    head, mark, tail = work.text.partition("?")
    if not mark:
        return
    query, hash_mark, fragment = tail.partition("#")
    parameters = query.split("&")
    kept = [p for p in parameters if not TRACKING.match(p.partition("=")[0])]
    if len(kept) == len(parameters):
        return
    work.step(Damage.TRACKING_PARAM, "the parameter tells who clicked, not what is shown")
    work.text = head + (mark + "&".join(kept) if kept else "") + hash_mark + fragment


def check_video(work: Work) -> None:
    """Check the id of a video, whose length is known."""
    match = VIDEO.match(work.text)
    if match is None:
        return
    found = match["id"]
    if VIDEO_ID.match(found):
        if work.unproved and not work.open_choices:
            # What was left out of the address was no part of the id: it is whole.
            work.steps += work.unproved
            work.unproved = []
        return
    work.doubt(
        Damage.CHARACTER_LOST,
        f"a video's id has {VIDEO_ID_LENGTH} characters; {len(found)} are left",
    )
    if len(found) == VIDEO_ID_LENGTH - 1 and re.match(r"[A-Za-z0-9_-]+$", found):
        for guess in (f"_{found}", f"{found}_", f"-{found}", f"{found}-"):
            work.candidates.append(match["front"] + guess + match["rest"])
