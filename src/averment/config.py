"""Settings of this machine, read from the environment once.

``AVERMENT_HOME`` names the folder with the user's data. Without it the folder is where the
XDG Base Directory Specification puts data: ``$XDG_DATA_HOME/averment``, or
``~/.local/share/averment``.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "AVERMENT_HOME"
_XDG_VARIABLE = "XDG_DATA_HOME"
_FOLDER = "averment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the environment says."""

    home: Path
    """The folder with the user's data; it need not exist."""


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings.

    Args:
        environment: Variables by name; those of the process by default.
    """
    told = os.environ if environment is None else environment  # noqa: TID251 - this is the place
    # A relative path in XDG_DATA_HOME is to be ignored, the specification says.
    base = Path(told.get(_XDG_VARIABLE, ""))
    if not base.is_absolute():
        base = Path("~/.local/share")
    home = told.get(HOME_VARIABLE, "")
    return Settings(home=_expanded(Path(home) if home else base / _FOLDER))


def _expanded(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:
        # No home folder is known for this user: the path is taken as it stands.
        return path
