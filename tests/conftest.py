"""What all tests share: the reference material beside the checkout, and folders that are not the user's."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[1].parent / "shared"


@pytest.fixture(scope="session")
def shared():
    """Return the folder of reference material; tests that need it are skipped where it is not."""
    if not SHARED.is_dir():
        pytest.skip("the reference material (../shared) is not here")
    return SHARED


@pytest.fixture(autouse=True, scope="session")
def own_folders(tmp_path_factory):
    """Keep the user's data folder and settings out of the tests; the model is built once a session."""
    patch = pytest.MonkeyPatch()
    patch.setenv("VERAVA_DATA_DIR", str(tmp_path_factory.mktemp("data")))
    patch.setenv("VERAVA_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    for name in ("VERAVA_CONFIG", "VERAVA_STORE", "VERAVA_MIRROR"):
        patch.delenv(name, raising=False)
    yield
    patch.undo()
