"""Colours keep their contrast on paper and on screens in the dark; a theme that does not is refused."""

import dataclasses
import re

import pytest

from crawler.errors import ReportError
from reports.charts.marks import colours
from reports.charts.theme import GRAPHIC_CONTRAST, TEXT_CONTRAST, Theme, contrast, load_theme

OKABE_ITO = {"#0072b2", "#d55e00", "#009e73"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#0072b2", "#ffffff", 5.19),
        ("#d55e00", "#ffffff", 3.87),
        ("#009e73", "#ffffff", 3.42),
    ],
)
def test_contrast_is_that_of_wcag(one, other, expected):
    assert expected == round(contrast(one, other), 2)


def test_the_usual_theme_is_okabe_ito_with_enough_contrast_by_day_and_night():
    theme = Theme()

    assert OKABE_ITO == {theme.genuine, theme.disguised, theme.employment}
    for colour in colours(theme).values():
        assert contrast(colour, theme.paper) >= GRAPHIC_CONTRAST
    for colour in OKABE_ITO:
        assert contrast(colour, theme.dark_paper) >= GRAPHIC_CONTRAST
    for text, ground in (
        ("ink", "paper"),
        ("muted", "paper"),
        ("dark_ink", "dark_paper"),
        ("dark_muted", "dark_paper"),
    ):
        assert contrast(getattr(theme, text), getattr(theme, ground)) >= TEXT_CONTRAST


def test_a_file_changes_what_it_names_and_nothing_else(tmp_path):
    file = tmp_path / "theme.toml"
    file.write_text('genuine = "#2F6FB8"\nheadings = "Palatino, serif"\n')
    theme = load_theme(file)

    assert Theme(genuine="#2F6FB8", headings="Palatino, serif") == theme
    assert dataclasses.replace(theme, genuine=Theme().genuine, headings=Theme().headings) == Theme()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('genuine = "#ffff00"', "genuine on paper has a contrast of 1.07; at least 3.0 is needed"),
        ('ink = "#aaaaaa"', "ink on paper has a contrast of 2.32; at least 4.5 is needed"),
        ('genuine = "blue"', "genuine = 'blue' is no colour"),
        ("genuine = 7", "genuine = 7 is no colour"),
        ('body = "x;} body{background:url(//evil.test)"', "no list of fonts"),
        ('paper = "#fff;}"', "no colour"),
        ('font = "Arial"', "'font' is no field of a theme; known are body, "),
        ("genuine", "not a theme that can be read"),
        ("\0", "not a theme that can be read"),
    ],
)
def test_a_theme_that_cannot_be_used_is_one_clear_line(tmp_path, text, said):
    file = tmp_path / "theme.toml"
    file.write_text(text)
    with pytest.raises(ReportError, match=re.escape(said)):
        load_theme(file)


def test_a_theme_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ReportError, match=r"nothing\.toml"):
        load_theme(tmp_path / "nothing.toml")
