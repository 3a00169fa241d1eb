"""Find where web addresses stand in a text, damaged ones included.

Where an address ends is the hard part: layout puts white space into it. White space is taken
into the address only on evidence: a closing mark further on, a hyphen before the gap, or a next
word that can be nothing but a piece of an address. What the gap stood for is settled later, in
`averment.apparatus.address_repair`.
"""

import re
from dataclasses import dataclass

from averment.apparatus.hosts import is_top_level_domain

LONGEST = 600
"""Characters of text that one address may cover; longer ones are cut there."""
MOST_GAPS = 12

SCHEME = re.compile(
    r"(?<![A-Za-z0-9@])(?P<letters>[hH][A-Za-z+1|]{1,6}|ttps?)"
    r"(?P<marks>\s?[:;.,]{0,2}\s?[/\\|](?:\s?[/\\|]){0,2}:?[ \n]?|\s?[:;.]\s?(?=www\.))"
    r"(?=\(?\w)"
)
CALLED = re.compile(
    r"^(?:https?|hxxps?|h[t+1il|]{1,3}[pnrg][szy5]?[yi]?|ttps?|htps?|htts?)$", re.IGNORECASE
)
WWW = re.compile(r"(?<![\w@/.:-])(?:[wW]{3}|vvww|vvvvvv)[.,]\s?(?=[\w-]+\s?[.,])")
BARE = re.compile(
    r"(?<![\w@/.:%=&?#-])(?:[a-zA-Z0-9][a-zA-Z0-9-]{0,40}\.){1,4}(?P<tld>[a-z]{2,12})/(?=[\w?#%-])"
)
LANGUAGE_HOST = re.compile(
    r"(?<![\w@/.-])[a-z]{2},\s(?=[a-z-]{4,30}\.(?:org|com|net|info)/[\w%])"
)
"""A language's own host whose full stop was read as a comma: "en, example.org/"."""
HOST_START = re.compile(r"[\w\[\](){}%-]+(?:\s?[.,]\s?|[\[(](?:\.|dot)[\])])[\w-]")
TOKEN = re.compile(r"\S+")
SAFE = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%|\u00a1-\uffff]+>?$")
ELLIPSIS = "..."
OPENERS = {")": "(", "]": "[", "}": "{"}
CLOSING = ".,;:!?'\"”’»)]}։،。*"
HOST_REST = re.compile(r"\s[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
ENDING = re.compile(r"\s\.[a-z]{2,12}(?:/\S*|(?=\s|$))")
EXTENSION = re.compile(
    r"(?:s?html?|php\d?|aspx?|jsp|pdf|docx?|stm|cfm|xml|jpe?g"
    r"|png)(?:[?#][^\s>]*)?[>.,;:)\]”\"’']*$",
    re.IGNORECASE,
)
HYPHENS_MANY = 2
LONG_CODE = 10
SHORT_PARAMETER = 6
WIDEST_GAP = 2
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Printed:
    """Where an address stands in a flow's text."""

    start: int
    end: int
    opened: bool = False
    """An opening angle bracket stands before it, so that a closing one is no stray mark."""


@dataclass(frozen=True, slots=True)
class Announced:
    """Words that announce an address, and none follows."""

    start: int
    end: int


def find_printed(text: str) -> tuple[Printed, ...]:
    """Return every address of `text`, in order, none overlapping."""
    found: list[Printed] = []
    reached = 0
    for start, body in _starts(text):
        if start < reached:
            continue
        printed = _extent(text, start, body)
        if printed is not None:
            found.append(printed)
            reached = printed.end
    return tuple(found)


def _starts(text: str) -> list[tuple[int, int]]:
    """Return (start of the address, start of its host) for all that begins like one."""
    starts = []
    for match in SCHEME.finditer(text):
        # One slash without a colon may be any word pair ("his/her"): the letters must be right.
        slashes = match["marks"].replace("\\", "/")
        firm = "/" in slashes and (":" in slashes or "//" in slashes)
        host = text[match.end() : match.end() + 60]
        named = CALLED.match(match["letters"])
        if named and (firm or host[:3].lower() == "www") and HOST_START.match(host):
            parted = text[max(0, match.start() - 2) : match.start()] == "h "
            starts.append((match.start() - 2 * parted, match.end()))
    starts += [(match.start(), match.start()) for match in WWW.finditer(text)]
    starts += [(match.start(), match.end()) for match in LANGUAGE_HOST.finditer(text)]
    starts += [
        (match.start(), match.start())
        for match in BARE.finditer(text)
        if is_top_level_domain(match["tld"])
    ]
    return sorted(starts)


def _extent(text: str, start: int, body: int) -> Printed | None:
    limit = min(len(text), start + LONGEST)
    token = TOKEN.match(text, body, limit)
    if token is None:
        return None
    end = _host_end(text, body, token.end(), limit)
    end = _second_address(text, body, end)
    opened = text[max(0, start - 3) : start].rstrip()[-1:] == "<"
    close = _closing_mark(text, start, end, limit)
    if close is not None:
        end = close
    elif not _finished(text[start:end]) or _ending_follows(text, end, limit):
        end = _grown(text, end, limit)
    end = _trimmed(text, start, end, opened=opened)
    if end <= body + 3:
        return None
    return Printed(start, end, opened)


def _host_end(text: str, body: int, end: int, limit: int) -> int:
    """Take in the rest of a host name that white space cuts: "www. example.org/a"."""
    host = text[body:end]
    if "/" in host:
        return end
    rest = (HOST_REST if host.lower() == "www." else ENDING).match(text, end, limit)
    return rest.end() if rest is not None else end


def _second_address(text: str, body: int, end: int) -> int:
    """Cut where a second address begins without a space, unless it stands inside the first.

    An archive's address holds another address after a slash or in its query.
    """
    for match in re.finditer(r"https?://", text[body:end]):
        at = body + match.start()
        if match.start() > 0 and text[at - 1] not in "/=:,%?&+":
            return at
    # A Markdown or bracket link: ](, )[ and the like never stand in an address.
    for mark in ("](", ")[", ")(", "|http"):
        at = text.find(mark, body, end)
        if at > 0:
            return at
    return end


def _closing_mark(text: str, start: int, end: int, limit: int) -> int | None:
    """Return the end after a ``>`` that closes the address, with white space before it."""
    if ">" in text[start:end].rstrip(CLOSING):
        return end
    close = text.find(">", end, limit)
    if close < 0 or "<" in text[end:close]:
        return None
    tokens = TOKEN.findall(text, end, close + 1)
    if not tokens or len(tokens) > MOST_GAPS:
        return None
    sound = all(SAFE.match(token) for token in tokens) and text[end - 1] not in CLOSING
    inner = tokens[:-1]
    if not sound or any(t[-1] in ".,;:)" or SCHEME.match(t) for t in inner):
        return None
    # Prose before a stray mark is no address: most of what is gained must look like one.
    plain = sum(t.strip(">").isalpha() for t in tokens)
    return close + 1 if plain <= len(tokens) - plain + 1 else None


def _finished(printed: str) -> bool:
    """Say whether the printed piece ends like an address that a sentence mark closes."""
    return printed[-1] in ',;:!?"”’»>)]}' or (printed[-1] == "." and printed[-2:] != "_.")


def _ending_follows(text: str, end: int, limit: int) -> bool:
    """Say whether a file's ending follows a full stop or comma and white space."""
    match = re.compile(r"\s{1,2}(?=\S)").match(text, end, limit)
    token = TOKEN.match(text, match.end(), limit) if match and text[end - 1] in ".," else None
    return token is not None and EXTENSION.match(token.group()) is not None


def _grown(text: str, end: int, limit: int) -> int:
    for _ in range(MOST_GAPS):
        gap = end
        while gap < limit and text[gap] in " \n":
            gap += 1
        token = TOKEN.match(text, gap, limit) if 0 < gap - end <= WIDEST_GAP else None
        if token is None:
            return end
        broken = "\n" in text[end:gap]
        if not _goes_on(text[max(0, end - LONGEST) : end], token.group(), broken=broken):
            return end
        end = token.end()
        if _finished(text[end - 2 : end]) and not _ending_follows(text, end, limit):
            return end
    return end


def _goes_on(before: str, token: str, *, broken: bool) -> bool:
    """Say whether `token`, after white space, can only be a piece of the address before it.

    Args:
        before: The text up to the white space.
        token: The next run without white space.
        broken: The white space is a line end.
    """
    if SCHEME.match(token) or WWW.match(token):
        return False
    if token[0] == "." and EXTENSION.match(token[1:]) and before[-1].isalnum():
        return True
    if not token[0].isalnum() and not (broken and token[0] in "_-/?=&%" and len(token) > 2):  # noqa: PLR2004 - a lone sign is none
        return False
    if EXTENSION.match(token):
        return True
    core = token.rstrip(CLOSING + ">")
    if not core or not SAFE.match(core):
        return False
    last = before[-1]
    hyphens = core.count("-")
    mixed = any(c.isdigit() for c in core) and any(c.isalpha() for c in core)
    shaped = (
        hyphens >= HYPHENS_MANY
        or UUID.match(core) is not None
        or (mixed and len(core) >= LONG_CODE and core.isalnum())
        or (
            core.count("/") >= 1 and (hyphens or core.count("/") > 1) and len(core) >= LONG_CODE
        )
        or (any(c in core for c in "=%_") and len(core) >= SHORT_PARAMETER)
    )
    if last == "-":
        return shaped or "/" in core or core[0].isupper() or core.islower() or core.isdigit()
    if last in "/_=&?%":
        return shaped or (broken and (mixed or core.isdigit() or "." in core or hyphens > 0))
    if broken:
        return shaped or ("." in core[:-1] and EXTENSION.search(core) is not None)
    return shaped and not core[0].isupper()


def _trimmed(text: str, start: int, end: int, *, opened: bool) -> int:
    """Take closing punctuation off; a bracket stays that the address itself opens."""
    while end > start:
        last = text[end - 1]
        if text.startswith(ELLIPSIS, end - len(ELLIPSIS)):
            break  # it says that the address is cut
        if last == ">" and opened:
            end -= 1
        elif last in CLOSING:
            opener = OPENERS.get(last)
            inside = text[start : end - 1]
            if opener and inside.count(opener) > inside.count(last):
                break
            end -= 1
        else:
            break
    return end


ANNOUNCEMENT = re.compile(
    r"\b(?:(?:available|accessible|accessed|retrieved|found|online|viewed)\s+(?:online\s+)?"
    r"(?:at|from|on|via|under)|(?:URL|link|online)\s?:)\s*[:<]?\s*"
    r"(?P<mark>[.;,>)\]]|<\s*>|\[\s*\]|$)",
    re.IGNORECASE,
)


def find_announced(text: str) -> tuple[Announced, ...]:
    """Return each place that announces an address where none is printed."""
    return tuple(
        Announced(match.start(), match.end())
        for match in ANNOUNCEMENT.finditer(text)
        if match["mark"] or match.end() == len(text)
    )
