"""Loading what a crawl needs."""

import gc
import subprocess
import sys

import pytest

from crawler import loading


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_as_it_was(on):
    """It rests while modules are loaded, and then goes on if it was on."""
    if not on:
        gc.disable()
    try:
        loading.load()

        assert gc.isenabled() is on
    finally:
        gc.enable()
        gc.unfreeze()


def test_a_module_that_is_missing(monkeypatch):
    """An import that fails does not leave the collector off."""
    monkeypatch.setattr(loading, "MODULES", ("crawler.nowhere",))
    with pytest.raises(ModuleNotFoundError, match=r"crawler\.nowhere"):
        loading.load()

    assert gc.isenabled()


def test_no_reactor_is_chosen():
    """Which reactor runs is chosen by `crawler.loop`, after this."""
    code = "import sys; from crawler.loading import load; load(); print('twisted.internet.reactor' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert found.stdout.strip() == "False"
