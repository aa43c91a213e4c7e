"""Scrapy's settings."""

import importlib

import pytest
from scrapy.settings import default_settings

from crawler.config import Config
from crawler.scrapy_settings import FIXED, settings

STEPS = ("DOWNLOADER_MIDDLEWARES", "SPIDER_MIDDLEWARES", "EXTENSIONS")
OURS = (*STEPS, "DOWNLOAD_HANDLERS")
SAME_ON_PURPOSE = {"DOWNLOAD_DELAY"}


@pytest.mark.parametrize("name", [name for name in FIXED if name not in OURS])
def test_each_value_differs(name):
    """A value that is Scrapy's own need not be said; those that must not change with Scrapy are named here."""
    assert (FIXED[name] != getattr(default_settings, name)) or name in SAME_ON_PURPOSE


@pytest.mark.parametrize("path", [path for name in STEPS for path in FIXED[name]])
def test_each_step_is_there(path):
    """Every step that is named can be imported."""
    module, _, name = path.rpartition(".")

    assert hasattr(importlib.import_module(module), name)


def test_the_user_has_a_say():
    """Contact and time limit come from the settings file."""
    found = settings(Config(contact="https://me.test/", visit_minutes=7))

    assert "(+https://me.test/)" in found["USER_AGENT"]
    assert found["CLOSESPIDER_TIMEOUT"] == 420
