"""Many ads."""

import gc
import itertools

from classifier.batch import CHUNK, SENT, read_batch
from classifier.inputs import BadLine, Item


def rows(count):
    for number in range(count):
        if number % 50 == 7:
            yield BadLine(f"ads.jsonl:{number}", "not JSON")
        else:
            yield Item(number, f"Assistente virtuale numero {number}, agenda e posta, a ore.", plain=True)


def test_rows_keep_their_order_and_bad_ones_their_place(small_reader):
    """One in, one out; nothing is read of a bad line."""
    found = list(read_batch(small_reader, rows(100)))

    assert [row for row, _ in found] == list(rows(100))
    assert all(bool(values) == isinstance(row, Item) for row, values in found)


def test_processes_change_nothing(small_reader):
    """More than a chunk, so that both work."""
    alone = list(read_batch(small_reader, rows(SENT + 60)))

    assert list(read_batch(small_reader, rows(SENT + 60), jobs=2)) == alone


def test_the_garbage_collector_is_left_as_it_was(small_reader):
    """Frozen while many are read, and no longer."""
    before = gc.get_freeze_count()
    found = read_batch(small_reader, rows(CHUNK + 60))
    while_reading = [gc.get_freeze_count() for _ in found]

    assert max(while_reading) > before
    assert gc.get_freeze_count() == before


def test_it_reads_as_it_goes(small_reader):
    """An endless stream is read as far as one looks."""
    endless = itertools.cycle([Item(1, "Agenda e posta per il mio studio, a ore.", plain=True)])

    assert len(list(itertools.islice(read_batch(small_reader, endless), 3))) == 3


def test_each_ad_is_read_as_if_alone(small_reader):
    """Pay fields and dates belong to their own row."""
    salary = {"currency": "EUR", "min": 9, "max": 9, "unit": "HOUR"}
    items = [
        Item(1, "Agenda e posta.", plain=True, base_salary=salary, date="2026-10-02"),
        Item(2, "Agenda e posta.", plain=True),
    ]
    first, second = (values for _, values in read_batch(small_reader, items))

    assert first["pay"]["min"] == 9
    assert second["pay"] is None
