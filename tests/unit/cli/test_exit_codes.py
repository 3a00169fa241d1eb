from collections.abc import Iterator

import averment.errors
from averment.cli.exit_codes import BY_ERROR, MEANINGS, ExitCode, exit_code
from averment.errors import AvermentError, EncryptedDocumentError, StorageError


def _subclasses(kind: type[AvermentError]) -> Iterator[type[AvermentError]]:
    for below in kind.__subclasses__():
        yield below
        yield from _subclasses(below)


def test_every_error_has_an_exit_code() -> None:
    kinds = list(_subclasses(AvermentError))

    assert len(kinds) > 5
    assert [kind for kind in kinds if exit_code(kind("x")) is ExitCode.BUG] == []


def test_every_error_stands_in_the_tree_of_the_docstring() -> None:
    tree = averment.errors.__doc__ or ""

    assert [
        k.__name__ for k in _subclasses(AvermentError) if f"- {k.__name__}:" not in tree
    ] == []


def test_the_nearest_kind_decides() -> None:
    assert exit_code(EncryptedDocumentError("x")) is ExitCode.REFUSED
    assert exit_code(StorageError("x")) is ExitCode.STORAGE


def test_an_error_of_no_kind_is_a_bug() -> None:
    assert exit_code(AvermentError("x")) is ExitCode.BUG


def test_every_code_has_a_meaning() -> None:
    assert set(MEANINGS) == set(ExitCode)
    assert set(BY_ERROR.values()) <= set(ExitCode)
