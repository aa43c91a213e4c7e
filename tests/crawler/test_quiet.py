"""Scrapy's counting and talking, left out."""

from types import SimpleNamespace

from scrapy.logformatter import LogFormatter
from scrapy.settings import Settings
from scrapy.statscollectors import StatsCollector

from crawler.quiet import NoCrawledLine, NoStats


def test_no_stats():
    """It takes every call of Scrapy's collector and keeps nothing."""
    stats = NoStats(SimpleNamespace(settings=Settings(), spider=None))
    stats.open_spider()
    stats.inc_value("a")
    stats.set_value("b", 1)
    stats.max_value("c", 1)
    stats.min_value("d", 1)
    stats.close_spider(reason="finished")

    assert isinstance(stats, StatsCollector)
    assert (stats.get_value("a", 0), stats.get_stats()) == (0, {})


def test_no_line_of_an_answer():
    """Scrapy writes none when there is nothing; of errors it still has words."""
    assert NoCrawledLine().crawled(None, None, None) is None
    assert NoCrawledLine.spider_error is LogFormatter.spider_error
