"""What the published tables give away together."""

from reports.disclosure import Sums
from reports.joint import connected, fixed, solve


def test_one_unknown_follows_from_its_sum():
    """A + b = 10 with b = 7 shown: a is 3, and small."""
    sums = Sums()
    for name, value in ((("a",), None), (("b",), 7), (("all",), 10)):
        sums.note(name, value)
    sums.add([("a",), ("b",)], ("all",))

    assert {("a",): 3.0} == sums.solved()


def test_two_unknowns_of_one_sum_do_not():
    """A + b = 10, both hidden: nothing follows; a second sum gives both away, of which one is small."""
    sums = Sums()
    for name, value in ((("a",), None), (("b",), None), (("c",), 5), (("all",), 10), (("more",), 8)):
        sums.note(name, value)
    sums.add([("a",), ("b",)], ("all",))
    assert {} == sums.solved()

    sums.add([("a",), ("c",)], ("more",))
    assert {("a",): 3.0} == sums.solved()


def test_linear_algebra_by_hand():
    """Systems fall apart where they share no unknown; x + y = 5 and x - y = 1 fix both."""
    lines = [{"x": 1.0, "y": 1.0}, {"z": 1.0, "w": 1.0}, {"x": 1.0, "y": -1.0}]

    assert [1, 2] == sorted(len(group) for group in connected(lines))
    assert ["x", "y"] == fixed([lines[0], lines[2]])
    assert [] == fixed([lines[1]])
    assert {"x": 3, "y": 2} == {name: round(value) for name, value in solve([lines[0], lines[2]], [5, 1]).items()}
