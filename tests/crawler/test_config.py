"""Settings."""

import pytest

from crawler.config import load_config
from crawler.errors import ConfigError


def test_default_works_without_a_file():
    """Without a file the shipped defaults hold."""
    config = load_config()

    assert "remotive" in config.sources
    assert "assistente virtuale" in config.search_terms
    assert config.delay == 1.0


def test_a_file_overrides_key_by_key(tmp_path):
    """A key that is set wins, a key left out keeps its default."""
    file = tmp_path / "mine.toml"
    file.write_text('contact = "https://example.org/bot"\ndelay = 5')

    config = load_config(file)

    assert config.delay == 5
    assert "remotive" in config.sources
    assert config.user_agent("0.1") == "VeraVA/0.1 (+https://example.org/bot)"


def test_the_file_here_is_found(tmp_path, monkeypatch):
    """`./verava.toml` is read without being named."""
    (tmp_path / "verava.toml").write_text("delay = 7")
    monkeypatch.chdir(tmp_path)

    assert load_config().delay == 7


def test_the_environment_names_a_file(tmp_path, monkeypatch):
    """`VERAVA_CONFIG` wins over the file here."""
    (tmp_path / "other.toml").write_text("delay = 8")
    monkeypatch.setenv("VERAVA_CONFIG", str(tmp_path / "other.toml"))

    assert load_config().delay == 8


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("delay = -1", "delay: Input should be greater than or equal to 0"),
        ("dealy = 1", "dealy: Extra inputs are not permitted"),
        ('sites = ["ftp://x"]', "sites.0: URL scheme should be 'http' or 'https'"),
        ("delay = ", "not valid TOML"),
        ('contact = "a\\nb"', "contact: Value error, must be one line"),
    ],
)
def test_a_mistake_is_named(tmp_path, text, message):
    """File, key and what is wrong stand in one line."""
    file = tmp_path / "bad.toml"
    file.write_text(text)

    with pytest.raises(ConfigError) as error:
        load_config(file)

    assert str(file) in str(error.value)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_missing_file_is_named(tmp_path):
    """A file that is not there is an error, not a default."""
    with pytest.raises(ConfigError, match=r"none\.toml: No such file"):
        load_config(tmp_path / "none.toml")
