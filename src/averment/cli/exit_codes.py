"""What the command's exit code says to a script."""

from enum import IntEnum

from averment.errors import (
    AvermentError,
    InvalidInputError,
    MissingToolError,
    StorageError,
)


class ExitCode(IntEnum):
    """Every code that `aver` ends with."""

    CLEAN = 0
    FOUND = 1
    REFUSED = 2
    STORAGE = 3
    VERIFICATION = 4
    NETWORK = 5
    BUG = 70
    INTERRUPTED = 130


MEANINGS = {
    ExitCode.CLEAN: "nothing at or above the level asked for",
    ExitCode.FOUND: "findings at or above the level asked for",
    ExitCode.REFUSED: "the input, or the way the command was called, is refused",
    ExitCode.STORAGE: "a file could not be written",
    ExitCode.VERIFICATION: "evidence does not match what was recorded about it",
    ExitCode.NETWORK: "a source did not answer",
    ExitCode.BUG: "a bug in Averment",
    ExitCode.INTERRUPTED: "stopped from the keyboard",
}

BY_ERROR: dict[type[AvermentError], ExitCode] = {
    InvalidInputError: ExitCode.REFUSED,
    MissingToolError: ExitCode.REFUSED,
    StorageError: ExitCode.STORAGE,
}


def exit_code(error: AvermentError) -> ExitCode:
    """Return the code of the nearest kind of `error` that has one; BUG where none has."""
    return next(
        (BY_ERROR[kind] for kind in type(error).__mro__ if kind in BY_ERROR), ExitCode.BUG
    )
