"""docs/notebook.md runs as it stands."""

import re
from pathlib import Path

from tests.reports.made import fill_store

PAGE = Path(__file__).parents[2] / "docs" / "notebook.md"


def test_every_example_runs(tmp_path, monkeypatch, capsys):
    """One after the other, in a folder with a store."""
    fill_store(tmp_path / "ads.sqlite", "r")
    monkeypatch.chdir(tmp_path)
    names = {}
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    for block in blocks:
        exec(compile(block, PAGE.name, "exec"), names)

    said = capsys.readouterr().out
    assert len(blocks) == 8
    assert len(names["mine"]) == 12
    assert names["table"].frame["median"].iloc[0] == 23.0
    assert "compared" in said
    assert "genuine_freelance" in said
