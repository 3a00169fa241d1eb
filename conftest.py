"""Every test sees a user without imports, whatever the machine's user has."""

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def _no_imports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AVERMENT_HOME", str(tmp_path_factory.mktemp("home") / "none"))
        yield
