"""The progress line."""

import logging

from crawler.progress import Progress, line, quiet_logs
from crawler.visit import Job, Visit


def visits(*ads):
    return [Visit(Job(f"source{number}"), None, ads=count, requests=1) for number, count in enumerate(ads)]


def test_line():
    """All ads and requests, those with most first, in one line of a terminal."""
    assert line(visits(3, 12, 0)) == "15 ads, 3 requests: source1 12, source0 3"
    assert len(line(visits(*range(100)))) == 78


def test_not_too_often():
    """Many changes in a moment are one line."""
    shown = []
    progress = Progress(visits(1), shown.append)
    for _ in range(100):
        progress()

    assert len(shown) == 1


def test_logs_are_quiet(capfd, caplog):
    """Nothing is logged while a crawl is on; afterwards everything is as it was."""
    logger = logging.getLogger("some.library.of.ours")
    with quiet_logs():
        logger.critical("unseen")
    logger.warning("seen")

    assert "unseen" not in capfd.readouterr().err + caplog.text
    assert "seen" in caplog.text
