"""A shorter Saturday."""

import pytest

from classifier.hours import find_hours
from classifier.hours_saturday import saturday_hours
from classifier.searched import Searched
from classifier.text import fold


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("lunedì-venerdì 9-13 e 14-18, sabato 9-13", 44),
        ("dal lunedì al venerdì 9-18 e il sabato 9-13", 44),
        ("dal lunedì al venerdì dalle 9 alle 18, sabato dalle 9 alle 13", 44),
        ("Mon-Fri 9am-5pm, Sat 9am-1pm", 44),
        ("Monday to Friday 8am-5pm, Saturday morning 8am-12pm", 44),
        ("dal lunedì al venerdì, 8 ore al giorno, sabato mezza giornata", 44),
        ("dal lunedì al sabato 9-13 e 15-19, sabato pomeriggio libero", 44),
        ("Monday to Friday 9:00 to 5:00, Saturdays half day", 44),
        ("dal lunedì al sabato 9-13", 24),
        ("Monday to Saturday 9am-5pm", 48),
        ("lun-sab 8-14, domenica chiuso", 36),
        ("dal lunedì al venerdì 9-13, il sabato 9-12 a turno", 20),
        ("lun-ven 9-13, sabato mattina", 20),
    ],
)
def test_hours_of_the_week(text, week):
    """Saturday's own hours are added once; as the end of a range, in turns or without hours it has none of its own."""
    hours = find_hours(text)

    assert (hours.min, hours.max, hours.period) == (week, week, "week")


def test_a_day_without_its_days_stays_a_day():
    """Saturday's hours alone do not tell how many days there are."""
    assert find_hours("orario 9-13 e 14-18, sabato 9-13").period == "day"
    assert saturday_hours(Searched(fold("orario 9-13 e 14-18")), 8) is None
