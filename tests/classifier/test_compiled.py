"""The reader as machine code: used while it is no older than its sources, and it says what the sources say."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import classifier
from classifier.compiled import FOLDER, STAMP, fresh

ROOM = Path(classifier.compiled.__file__).parent
READ = """
import json, sys
from pathlib import Path
from classifier.corpus import corpus_files, load_examples
from classifier.inputs import Item
from classifier.reader import Reader
import classifier.pay
reader = Reader.load(Path(sys.argv[1]))
texts = [example.text for example in load_examples(corpus_files())[::9]]
readings = reader.read_many([Item(None, text, plain=True) for text in texts])
print(json.dumps([classifier.pay.__file__.endswith(".py"), [reading.to_dict() for reading in readings]]))
"""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Return a package of one module, compiled as far as `fresh` can see."""
    monkeypatch.delenv("VERAVA_INTERPRETED", raising=False)
    (tmp_path / FOLDER).mkdir()
    (tmp_path / "pay.py").write_text("")
    (tmp_path / FOLDER / STAMP).write_text("")
    os.utime(tmp_path / FOLDER / STAMP, (2_000_000_000, 2_000_000_000))
    return tmp_path


def test_what_is_no_older_than_its_sources_is_used(package):
    assert fresh(package) == package / FOLDER


def test_a_source_that_is_newer_is_used_itself(package):
    os.utime(package / "pay.py", (2_000_000_001, 2_000_000_001))

    assert fresh(package) is None


def test_without_compiled_modules_sources_are_used(package):
    shutil.rmtree(package / FOLDER)

    assert fresh(package) is None


def test_the_environment_may_ask_for_the_sources(package, monkeypatch):
    monkeypatch.setenv("VERAVA_INTERPRETED", "1")

    assert fresh(package) is None


def test_both_say_the_same_of_the_corpus(small_model):
    if fresh(ROOM) is None:
        pytest.skip("the reader is not compiled; `make test` does it where it finds a C compiler")

    def read(**environment):
        done = subprocess.run(
            [sys.executable, "-c", READ, str(small_model)],
            capture_output=True,
            check=True,
            env=os.environ | environment,
            cwd=ROOM.parent,
        )
        return json.loads(done.stdout)

    compiled, interpreted = read(), read(VERAVA_INTERPRETED="1")

    assert (compiled[0], interpreted[0]) == (False, True)
    assert compiled[1] == interpreted[1]
