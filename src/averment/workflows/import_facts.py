"""Import a file of the user's: read it all, then store it in one go."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from typing import assert_never

from averment.catalogue.imported import (
    OFFICIAL_RANK,
    RANKS,
    ImportDone,
    ImportKind,
    ImportOrder,
    NewImport,
    usual_title,
)
from averment.errors import InvalidImportError
from averment.law.imports.acts import ImportedActs
from averment.law.imports.untc import Limits, read_untc
from averment.ports import FactStore, NewFacts, TextRecogniser, UserFile
from averment.un_record.imports.cr_unsc import read_cr_unsc
from averment.un_record.imports.roll_calls import ImportedVotes
from averment.un_record.imports.undl import read_undl
from averment.un_record.imports.voeten import read_voeten
from averment.workflows.read import open_document
from averment.workflows.user_lines import digest_of_files, lines_of, read_all

LARGEST_TEXT_BYTES = 20_000_000
_MOST_FILES = {ImportKind.VOETEN: 2}
_MOST_NAMED = 5


def import_facts(
    files: Sequence[UserFile],
    order: ImportOrder,
    *,
    store: FactStore,
    recogniser: TextRecogniser,
) -> ImportDone:
    """Read `files` and store what they say. A fault in any line leaves nothing stored.

    Raises:
        InvalidInputError: A file cannot be opened.
        InvalidImportError: A file is broken, or not of the kind named; the place is told.
        StorageError: The store cannot be written.
    """
    _check(files, order)
    digest = digest_of_files(tuple(files))
    before = store.find(digest=digest, target=order.target)
    if before is not None:
        return ImportDone(imported=before, was_there=True)
    facts = _read(files, order, digest=digest, recogniser=recogniser)
    return ImportDone(imported=store.add(facts), was_there=False)


def _check(files: Sequence[UserFile], order: ImportOrder) -> None:
    most = _MOST_FILES.get(order.kind, 1)
    if not 1 <= len(files) <= most:
        raise InvalidImportError(
            f"{order.kind.value} takes {'one file' if most == 1 else 'one file or two'}"
        )
    if order.kind is ImportKind.UNTC and not order.target:
        raise InvalidImportError("say which instrument the status table is about")
    if order.kind is ImportKind.TEXT and not order.target:
        raise InvalidImportError("say which resolution or instrument the text is of")


def _read(
    files: Sequence[UserFile],
    order: ImportOrder,
    *,
    digest: str,
    recogniser: TextRecogniser,
) -> NewFacts:
    first, skip = files[0], order.skip_unknown
    match order.kind:
        case ImportKind.UNDL_VOTES:
            with lines_of(first) as lines:
                votes = read_undl(lines, file=first.name, skip_unknown=skip)
            return _votes(files, order, votes, digest=digest)
        case ImportKind.CR_UNSC:
            with lines_of(first) as lines:
                votes = read_cr_unsc(lines, file=first.name, skip_unknown=skip)
            return _votes(files, order, votes, digest=digest)
        case ImportKind.VOETEN:
            with ExitStack() as stack:
                opened = [(one.name, stack.enter_context(lines_of(one))) for one in files]
                votes = read_voeten(opened, skip_unknown=skip)
            return _votes(files, order, votes, digest=digest)
        case ImportKind.UNTC:
            with lines_of(first) as lines:
                limits = Limits(earliest=order.not_before, latest=order.as_of)
                acts = read_untc(lines, file=first.name, skip_unknown=skip, limits=limits)
            return _acts(files, order, acts, digest=digest)
        case ImportKind.TEXT:
            data = read_all(first, limit=LARGEST_TEXT_BYTES)
            text = open_document(data, name=first.name, recogniser=recogniser).text
            about = _about(files, order, digest=digest, rows=1, remarks=())
            return NewFacts(about=about, text=text)
        case _:
            assert_never(order.kind)


def _votes(
    files: Sequence[UserFile], order: ImportOrder, votes: ImportedVotes, *, digest: str
) -> NewFacts:
    if not votes.roll_calls:
        raise InvalidImportError(f"{files[0].name} has no votes in it")
    remarks = list(_skipped(votes.skipped, "row"))
    odd = sum(1 for call in votes.roll_calls if call.choices and not call.complete)
    if odd:
        remarks.append(f"In {odd} roll-calls the single votes do not sum to the totals stated.")
    parts = sum(1 for call in votes.roll_calls if call.part)
    if parts:
        remarks.append(f"{parts} roll-calls are on a part, or share a symbol with another.")
    about = _about(files, order, digest=digest, rows=votes.ballots, remarks=tuple(remarks))
    return NewFacts(about=about, votes=votes)


def _acts(
    files: Sequence[UserFile], order: ImportOrder, acts: ImportedActs, *, digest: str
) -> NewFacts:
    if not acts.acts:
        raise InvalidImportError(f"{files[0].name} has no acts in it")
    remarks = list(_skipped(acts.skipped, "participant"))
    if acts.bracketed:
        remarks.append(
            "Left out because they stand in brackets, and the table's notes say why: "
            f"{', '.join(acts.bracketed)}."
        )
    about = _about(files, order, digest=digest, rows=len(acts.acts), remarks=tuple(remarks))
    return NewFacts(about=about, acts=acts.acts)


def _skipped(skipped: Mapping[str, int], what: str) -> tuple[str, ...]:
    if not skipped:
        return ()
    number = sum(skipped.values())
    names = ", ".join(list(skipped)[:_MOST_NAMED])
    more = "" if len(skipped) <= _MOST_NAMED else f" and {len(skipped) - _MOST_NAMED} more"
    return (f"{number} {what}{'' if number == 1 else 's'} left out: {names}{more}.",)


def _about(
    files: Sequence[UserFile],
    order: ImportOrder,
    *,
    digest: str,
    rows: int,
    remarks: tuple[str, ...],
) -> NewImport:
    return NewImport(
        kind=order.kind,
        files=tuple(file.name for file in files),
        digest=digest,
        target=order.target,
        rows=rows,
        as_of=order.as_of,
        title=order.title or usual_title(order.kind, target=order.target),
        rank=OFFICIAL_RANK if order.official else RANKS[order.kind],
        remarks=remarks,
    )
