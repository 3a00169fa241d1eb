"""Repair a damaged address, step by step, and only where each step is proved.

A step is proved by the address's own syntax (it holds no white space), by an identifier of
fixed shape (a UUID, a video's id), by the words of the title it leads to, or by a host name
that cannot exist. What is not proved becomes a candidate: a guess for a person to open and
check.
"""

import re

from averment.apparatus.address_gap import close_gaps
from averment.apparatus.address_host import look_alikes, mended_host
from averment.apparatus.address_shape import check_video, drop_tracking, mend_uuid
from averment.apparatus.address_slug import doubt_lost_words, part_words
from averment.apparatus.address_work import SCHEME_LENGTH, Outcome, Work
from averment.documents.address import AddressStatus, Damage

SCHEME = re.compile(
    r"(?P<letters>[A-Za-z+1|]{3,8})"
    r"(?P<marks>\s?[:;.,]{0,2}\s?[/\\|](?:\s?[/\\|]){0,2}:?\s?|\s?[:;.]\s?(?=www\.))"
)
GOOD_SCHEME = re.compile(r"https?://(?=\S)")
PARTED_SCHEME = re.compile(r"h\s+ttp", re.IGNORECASE)
SECURE = re.compile(r"s|[yz5]$", re.IGNORECASE)
DEFANGED_DOT = re.compile(r"\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)")
DEFANGED_SCHEME = re.compile(r"^hxxp", re.IGNORECASE)
RESIDUE = re.compile(r"<[^<>]{0,40}>|[\"“”']\w{0,12}[\"“”']\s?>|[\"“”]\s?>?")
ENTITY = re.compile(r"&(?:amp|#38|#x26);", re.IGNORECASE)
COMMA = re.compile(r"\s?,\s?")
STOP = re.compile(r"\s?\.\s?")
CUT = re.compile(r"(?:[-_=%&?]|%[0-9A-Fa-f]|\.\.+|…)$")
ELLIPSIS = ".."
MOST_CANDIDATES = 6
HARMLESS = frozenset({Damage.STRAY_GT, Damage.STRAY_MARK, Damage.TRACKING_PARAM})
"""Damage that leaves the address itself whole."""


def repair(
    raw: str,
    *,
    opened: bool = False,
    title: str | None = None,
    following: str = "",
    hosts: frozenset[str] = frozenset(),
) -> Outcome:
    """Say what `raw` was before it was damaged.

    Args:
        raw: The address as printed, white space included.
        opened: It stands in angle brackets, so that a closing one is no damage.
        title: The title of the source that it leads to, where a citation gives one.
        following: The words behind it.
        hosts: Host names that are well known, without ``www.``.
    """
    work = Work(raw.strip())
    _strip_marks(work, opened=opened)
    _markup(work)
    _scheme(work)
    _host(work, hosts)
    close_gaps(work)
    mend_uuid(work)
    part_words(work, title)
    doubt_lost_words(work, title, following)
    drop_tracking(work)
    check_video(work)
    return _judged(work, hosts)


def _strip_marks(work: Work, *, opened: bool) -> None:
    """Take off what closes the sentence or the link, in whatever order it stands there."""
    before = None
    while before != work.text:
        before = work.text
        if work.text.endswith(">") and not opened:
            work.text = work.text.rstrip(">").strip()
            work.step(Damage.STRAY_GT, "a closing angle bracket never stands in an address")
        stripped = work.text.rstrip(",;:!?'\"”’»")
        if stripped.endswith(".") and not stripped.endswith(ELLIPSIS):
            stripped = stripped[:-1]
        if stripped != work.text:
            work.text = stripped.strip()
            work.step(Damage.STRAY_MARK, "closing punctuation belongs to the sentence")


def _markup(work: Work) -> None:
    plain = ENTITY.sub("&", work.text)
    if plain != work.text:
        work.text = plain
        work.step(Damage.HTML_RESIDUE, "“&amp;” is how a page's source writes “&”")
    if RESIDUE.search(work.text) is None:
        return
    work.doubt(
        Damage.HTML_RESIDUE,
        "markup was left inside the address, and what it replaced is not known",
    )
    work.text = RESIDUE.sub("", work.text)


def _scheme(work: Work) -> None:
    plain = DEFANGED_SCHEME.sub("http", DEFANGED_DOT.sub(".", work.text))
    if plain != work.text:
        work.text = plain
        work.step(Damage.DEFANGED, "the address was made unclickable on purpose")
    if "\\" in work.text:
        work.text = work.text.replace("\\", "/")
        work.step(Damage.SCHEME_MISREAD, "an address holds no backslash")
    if PARTED_SCHEME.match(work.text):
        work.text = work.text[0] + work.text[1:].lstrip()
        work.step(Damage.WRAP_SPACE, "an address holds no white space")
    if GOOD_SCHEME.match(work.text) or work.text[:1].lower() in "wv":
        return
    match = SCHEME.match(work.text)
    if match is None:
        return
    letters = match["letters"].lower()
    scheme = "https://" if SECURE.search(letters) else "http://"
    if letters in ("http", "https") and match["marks"].strip() == "://":
        work.step(Damage.WRAP_SPACE, "an address holds no white space after its scheme")
    else:
        work.step(Damage.SCHEME_MISREAD, f"a host name follows, so “{scheme}” is meant")
    work.text = scheme + work.text[match.end() :]


def _host(work: Work, hosts: frozenset[str]) -> None:
    start, end = work.host()
    host = work.text[start:end]
    mended = COMMA.sub(".", host)
    if mended != host:
        work.step(Damage.DOT_TO_COMMA, "a host name holds full stops and no comma")
    tight = STOP.sub(".", mended)
    if tight != mended:
        work.step(Damage.WRAP_SPACE, "a host name holds no white space")
    meant = mended_host(tight, hosts)
    if meant is not None:
        tight, proof = meant
        work.step(Damage.HOST_MISREAD, proof)
    work.text = work.text[:start] + tight + work.text[end:]


def _judged(work: Work, hosts: frozenset[str]) -> Outcome:
    if CUT.search(work.text):
        work.doubt(Damage.CUT, "the address breaks off where it cannot end")
    start, end = work.host()
    host = work.text[start:end]
    if "." not in host.strip("."):
        work.doubt(Damage.CUT, "no whole host name is left of the address")
    if work.unproved:
        return _truncated(work)
    if "://" not in work.text[:SCHEME_LENGTH]:
        # Browsers open an address that is printed without a scheme in this way.
        work.text = f"http://{work.text}"
        start, end = work.host()
    damaged = any(step.damage not in HARMLESS for step in work.steps)
    return Outcome(
        status=AddressStatus.REPAIRED if damaged else AddressStatus.INTACT,
        repaired=work.text,
        steps=tuple(work.steps),
        candidates=tuple(
            work.text[:start] + known + work.text[end:] for known in look_alikes(host, hosts)
        ),
    )


def _truncated(work: Work) -> Outcome:
    candidates = list(work.candidates)
    if work.open_choices:
        candidates += _guesses(work.text, work.open_choices)
    elif not candidates and all(s.damage is Damage.HTML_RESIDUE for s in work.unproved):
        candidates.append(work.text)
    return Outcome(
        status=AddressStatus.TRUNCATED,
        repaired=None,
        steps=(*work.steps, *work.unproved),
        candidates=tuple(dict.fromkeys(candidates))[:MOST_CANDIDATES],
    )


def _guesses(text: str, choices: list[tuple[str, ...]]) -> list[str]:
    """Fill the open places, each with the same choice: more would be noise."""
    width = max(len(choice) for choice in choices)
    return [
        text.replace("\0", choices[0][index] if index < len(choices[0]) else "")
        for index in range(width)
    ]
