from pathlib import Path

import pytest

from averment.config import read_settings


@pytest.mark.parametrize(
    ("environment", "home"),
    [
        ({"AVERMENT_HOME": "/data/averment"}, Path("/data/averment")),
        ({"AVERMENT_HOME": "", "XDG_DATA_HOME": "/xdg"}, Path("/xdg/averment")),
        ({"XDG_DATA_HOME": "relative"}, Path("~/.local/share/averment").expanduser()),
        ({}, Path("~/.local/share/averment").expanduser()),
        ({"AVERMENT_HOME": "~/here"}, Path("~/here").expanduser()),
    ],
)
def test_the_folder_is_where_the_environment_says(
    environment: dict[str, str], home: Path
) -> None:
    assert read_settings(environment).home == home
