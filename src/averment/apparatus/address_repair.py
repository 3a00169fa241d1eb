"""Repair a damaged address, step by step, and only where each step is proved.

A step is proved by the address's own syntax (it holds no white space), by an identifier of
fixed shape (a UUID, a video's id), by the words of the title it leads to, or by a host name that
cannot exist. What is not proved becomes a candidate: a guess that a person opens and checks.
"""

import itertools
import re
from dataclasses import dataclass, field

from averment.documents.address import AddressStatus, Damage, RepairStep
from averment.apparatus.hosts import is_top_level_domain

TRACKING = re.compile(
    r"(?:fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok"
    r"|_hsenc|_hsmi|utm_[a-z_]+)$",
    re.IGNORECASE,
)
EXTENSION_NEXT = re.compile(
    r"(?:s?html?|php\d?|aspx?|jsp|pdf|docx?|stm|cfm|xml|jpe?g|png)(?=$|[?#])", re.IGNORECASE
)
SCHEME = re.compile(r"(?P<letters>[A-Za-z+1|]{4,8})(?P<marks>\s?[:;.,]{0,2}\s?[/\\|]{1,3}\s?)")
GOOD_SCHEME = re.compile(r"https?://(?=\S)")
DEFANGED_DOT = re.compile(r"\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)")
RESIDUE = re.compile(r"<[^<>]{0,40}>|[\"“”']\w{0,12}[\"“”']\s?>|[\"“”]\s?>?")
ENTITY = re.compile(r"&(?:amp|#38|#x26);", re.IGNORECASE)
UUID_LOOSE = re.compile(
    r"(?<![0-9a-fA-F-])([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})(?![0-9a-f-])",
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
CUT = re.compile(r"(?:[-_=%&?]|%[0-9A-Fa-f]|\.\.+|…)$")
SLUG_WORDS = 3
WORD_LENGTH = 2
MOST_CANDIDATES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one printed address."""

    status: AddressStatus
    repaired: str | None
    steps: tuple[RepairStep, ...]
    candidates: tuple[str, ...]


@dataclass(slots=True)
class _Work:
    """An address under repair; lives within one call of `repair`."""

    text: str
    steps: list[RepairStep] = field(default_factory=list)
    open_choices: list[tuple[str, ...]] = field(default_factory=list)
    """For each place that nothing proves (written as NUL): what may have stood there."""
    unproved: list[RepairStep] = field(default_factory=list)
    candidates: list[str] = field(default_factory=list)

    def step(self, damage: Damage, proof: str) -> None:
        """Note a step once."""
        if all(done.damage is not damage or done.proof != proof for done in self.steps):
            self.steps.append(RepairStep(damage=damage, proof=proof))


def repair(
    raw: str,
    *,
    opened: bool = False,
    title: str | None = None,
    hosts: frozenset[str] = frozenset(),
) -> Outcome:
    """Say what `raw` was before it was damaged.

    Args:
        raw: The address as printed, white space included.
        opened: It stands in angle brackets, so that a closing one is no damage.
        title: The title of the source that it leads to, where a citation gives one.
        hosts: Host names that are well known, without ``www.``.
    """
    work = _Work(raw.strip())
    _strip_marks(work, opened=opened)
    _markup(work)
    _scheme(work)
    _host(work, hosts)
    _gaps(work)
    _uuid(work)
    _slug(work, title)
    _tracking(work)
    _video(work)
    return _judged(work)


def _strip_marks(work: _Work, *, opened: bool) -> None:
    """Take off what closes the sentence or the link, in whatever order it stands there."""
    before = None
    while before != work.text:
        before = work.text
        if work.text.endswith(">") and not opened:
            work.text = work.text.rstrip(">").strip()
            work.step(Damage.STRAY_GT, "a closing angle bracket never stands in an address")
        stripped = work.text.rstrip(",;:!?'\"”’»")
        if stripped.endswith(".") and not stripped.endswith(".."):
            stripped = stripped[:-1]
        if stripped != work.text:
            work.text = stripped.strip()
            work.step(Damage.STRAY_MARK, "closing punctuation belongs to the sentence")


def _markup(work: _Work) -> None:
    plain = ENTITY.sub("&", work.text)
    if plain != work.text:
        work.text = plain
        work.step(Damage.HTML_RESIDUE, "“&amp;” is how a page's source writes “&”")
    residue = RESIDUE.search(work.text)
    if residue is None:
        return
    without = RESIDUE.sub("", work.text)
    work.unproved.append(
        RepairStep(
            damage=Damage.HTML_RESIDUE,
            proof="markup was left inside the address, and what it replaced is not known",
        )
    )
    work.text = without


def _scheme(work: _Work) -> None:
    work_text = DEFANGED_DOT.sub(".", work.text)
    if work_text != work.text or work_text[:4].lower() == "hxxp":
        work_text = re.sub(r"^hxxp", "http", work_text, flags=re.IGNORECASE)
        work.step(Damage.DEFANGED, "the address was made unclickable on purpose")
    work.text = work_text
    if GOOD_SCHEME.match(work.text) or work.text[:1].lower() == "w":
        return
    match = SCHEME.match(work.text)
    if match is None:
        return
    letters = match["letters"].lower()
    secure = len(letters) > len("http") or letters.endswith("s")
    scheme = "https://" if secure else "http://"
    if letters in ("http", "https") and match["marks"].strip() == "://":
        work.step(Damage.WRAP_SPACE, "an address holds no white space after its scheme")
        scheme = f"{letters}://"
    else:
        work.step(Damage.SCHEME_MISREAD, f"a host name follows, so “{scheme}” is meant")
    work.text = scheme + work.text[match.end() :]


def _host_span(text: str) -> tuple[int, int]:
    start = text.find("://") + 3 if "://" in text[:9] else 0
    match = re.compile(r"[^/?#]*").match(text, start)
    return start, match.end() if match else start


def _host(work: _Work, hosts: frozenset[str]) -> None:
    start, end = _host_span(work.text)
    host = work.text[start:end]
    mended = re.sub(r"\s?,\s?", ".", host)
    if mended != host:
        work.step(Damage.DOT_TO_COMMA, "a host name holds full stops and no comma")
    tight = re.sub(r"\s?\.\s?", ".", mended)
    if tight != mended:
        work.step(Damage.WRAP_SPACE, "a host name holds no white space")
    bare = tight.lower().removeprefix("www.")
    ending = bare.rpartition(".")[2]
    if bare and not is_top_level_domain(ending) and ending.isalpha():
        near = sorted(known for known in hosts if _one_letter_apart(known, bare))
        if len(near) == 1:
            work.step(
                Damage.HOST_MISREAD,
                f"“.{ending}” is no top-level domain; one letter away stands “{near[0]}”",
            )
            tight = tight[: len(tight) - len(bare)] + near[0]
    work.text = work.text[:start] + tight + work.text[end:]


def _one_letter_apart(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _gaps(work: _Work) -> None:
    pieces = re.split(r"(\s+)", work.text)
    text = pieces[0]
    for index in range(1, len(pieces) - 1, 2):
        gap, after = pieces[index], pieces[index + 1]
        rest = "".join(pieces[index + 1 :])
        if text.endswith(",") and EXTENSION_NEXT.match(after) and not re.search(r"\s", rest):
            ending = after.partition("?")[0]
            work.step(Damage.DOT_TO_COMMA, f"“{ending}” is a file's ending")
            text = f"{text[:-1]}.{after}"
        else:
            text += _joint(work, text, gap, after, rest=rest) + after
    work.text = text


def _joint(work: _Work, before: str, gap: str, after: str, *, rest: str) -> str:
    """Return what stood where the white space is; NUL where nothing proves it."""
    query = before.rpartition("?")[2] if "?" in before else None
    if query is not None and TRACKING.match(query.rpartition("&")[2].partition("=")[0]):
        return "_"  # inside a tracking parameter, which is set aside as a whole
    if before[-1:] in "-/_=&?%.~+#" or after[:1] in "-/_=&?%.~#":
        mark = before[-1] if before[-1] in "-/_=&?%.~+#" else after[0]
        work.step(
            Damage.WRAP_SPACE, f"an address holds no white space; lines are broken at “{mark}”"
        )
        return ""
    if EXTENSION_NEXT.match(after) and not re.search(r"\s", rest):
        work.step(Damage.DOT_TO_SPACE, f"“{after.partition('?')[0]}” is a file's ending")
        return "."
    segment_before = re.split(r"[/?#=&]", before)[-1]
    segment_after = re.split(r"[/?#=&]", after)[0]
    outside = UUID_LOOSE.sub("", segment_before + " " + segment_after)
    if "\n" in gap:
        work.step(Damage.WRAP_SPACE, "an address holds no line end")
        return ""
    if "-" in outside:
        work.open_choices.append(("-", "_", ""))
        work.unproved.append(
            RepairStep(
                damage=Damage.CHARACTER_LOST,
                proof="white space stands where a character was, and nothing shows which",
            )
        )
        return "\0"
    work.step(
        Damage.UNDERSCORE_TO_SPACE,
        "an address holds no white space; an underlined “_” is lost in printing as a space",
    )
    return "_"


def _title_words(title: str) -> list[tuple[str, bool]]:
    """Return each word of a title, and whether white space stands before it."""
    words = []
    for match in re.finditer(r"[^\W_]+(?:['’,.][^\W_]+)*", title):
        spaced = match.start() == 0 or title[: match.start()].rstrip("\"'“‘«(")[-1:].isspace()
        words.append((re.sub(r"['’,.]", "", match.group()).casefold(), spaced))
    return words


def _uuid(work: _Work) -> None:
    def mended(match: re.Match[str]) -> str:
        if match.group().count("-") == UUID_HYPHENS:
            return match.group()
        if match.group().count("-") != UUID_HYPHENS - 1:
            return match.group()
        work.step(
            Damage.WRAP_HYPHEN_LOST,
            "the identifier is a UUID, 8-4-4-4-12 digits: one hyphen was lost",
        )
        return "-".join(match.groups())

    work.text = UUID_LOOSE.sub(mended, work.text)


def _slug(work: _Work, title: str | None) -> None:
    """Put a hyphen back between two words of the title that run together in the address."""
    if not title:
        return
    words = _title_words(title)
    known = {word for word, _ in words}
    pairs = {
        first + second: (first, second)
        for (first, _), (second, spaced) in itertools.pairwise(words)
        if spaced
        and min(len(first), len(second)) >= WORD_LENGTH
        and (first + second) not in known
        and first.isalpha()
        and second.isalpha()
    }
    head, query_mark, query = work.text.partition("?")
    segments = head.split("/")
    for index, segment in enumerate(segments):
        tokens = segment.split("-")
        matched = sum(token.casefold() in known for token in tokens)
        if matched < SLUG_WORDS or matched * 2 < len(tokens):
            continue
        for place, token in enumerate(tokens):
            if token.casefold() in pairs:
                first, _second = pairs[token.casefold()]
                tokens[place] = f"{token[: len(first)]}-{token[len(first) :]}"
                work.step(
                    Damage.WRAP_HYPHEN_LOST,
                    "the other words of the title are parted by hyphens; these two run together",
                )
        segments[index] = "-".join(tokens)
    work.text = "/".join(segments) + query_mark + query


def _tracking(work: _Work) -> None:
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


def _video(work: _Work) -> None:
    match = VIDEO.match(work.text)
    if match is None:
        return
    found = match["id"]
    if VIDEO_ID.match(found):
        if work.unproved and not work.open_choices:
            work.steps += work.unproved
            work.unproved = []
        return
    missing = VIDEO_ID_LENGTH - len(found)
    work.unproved.append(
        RepairStep(
            damage=Damage.CHARACTER_LOST,
            proof=f"a video's id has {VIDEO_ID_LENGTH} characters; {len(found)} are left",
        )
    )
    if missing == 1 and re.match(r"[A-Za-z0-9_-]+$", found):
        for guess in (f"_{found}", f"{found}_", f"-{found}", f"{found}-"):
            work.candidates.append(match["front"] + guess + match["rest"])


def _judged(work: _Work) -> Outcome:
    if CUT.search(work.text):
        work.unproved.append(
            RepairStep(damage=Damage.CUT, proof="the address breaks off where it cannot end")
        )
    start, end = _host_span(work.text)
    if "." not in work.text[start:end].strip("."):
        work.unproved.append(
            RepairStep(damage=Damage.CUT, proof="no whole host name is left of the address")
        )
    if work.unproved:
        candidates = list(work.candidates)
        if work.open_choices:
            candidates += _guesses(work.text, work.open_choices)
        elif not candidates and all(s.damage is Damage.HTML_RESIDUE for s in work.unproved):
            candidates.append(work.text)
        return Outcome(
            status=AddressStatus.TRUNCATED,
            repaired=None,
            steps=(*work.steps, *work.unproved),
            candidates=tuple(candidates[:MOST_CANDIDATES]),
        )
    if "://" not in work.text[:9]:
        # Browsers open an address that is printed without a scheme in this way.
        work.text = f"http://{work.text}"
    harmless = {Damage.STRAY_GT, Damage.STRAY_MARK, Damage.TRACKING_PARAM}
    damaged = any(step.damage not in harmless for step in work.steps)
    return Outcome(
        status=AddressStatus.REPAIRED if damaged else AddressStatus.INTACT,
        repaired=work.text,
        steps=tuple(work.steps),
        candidates=(),
    )


def _guesses(text: str, choices: list[tuple[str, ...]]) -> list[str]:
    """Fill the open places, each with the same choice: more would be noise."""
    width = max(len(choice) for choice in choices)
    return [
        text.replace("\0", choices[0][index] if index < len(choices[0]) else "")
        for index in range(width)
    ]
