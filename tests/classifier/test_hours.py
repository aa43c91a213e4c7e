"""Hours of work that an ad states."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.hours import find_hours, week_hours
from classifier.hours_timetable import days_a_week, find_timetable
from classifier.searched import Searched
from classifier.text import fold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24 ore settimanali", (24, 24, "week")),
        ("20 hrs/week", (20, 20, "week")),
        ("10-15 hours per week", (10, 15, "week")),
        ("Type: Full Time / 40 hours per week", (40, 40, "week")),
        ("40-hour week", (40, 40, "week")),
        ("orario settimanale di 36 ore", (36, 36, "week")),
        ("36 ore su 4 giorni", (36, 36, "week")),
        ("part-time 20 ore", (20, 20, "week")),
        ("part time 6 ore", (6, 6, "day")),
        ("fino a 30 ore a settimana", (None, 30, "week")),
        ("at least 20 hours per week", (20, None, "week")),
        ("30+ hours per week", (30, None, "week")),
        ("4 ore al giorno", (4, 4, "day")),
        ("4 hours a day, 6 days a week", (24, 24, "week")),
        ("2 ore al giorno, dal lunedì al venerdì", (10, 10, "week")),
        ("10 ore al mese", (10, 10, "month")),
        ("turno di 8 ore", (8, 8, "shift")),
        ("a 6-hour day", (6, 6, "day")),
        ("orario 9-13 e 14-18 dal lunedì al venerdì", (40, 40, "week")),
        ("dalle 9 alle 18 dal lunedì al venerdì", (40, 40, "week")),
        ("Mon-Fri 9am-6pm EST", (40, 40, "week")),
        ("9am-6pm, 40 hrs/week", (40, 40, "week")),
        ("turni 9-13 o 14-18", (4, 4, "day")),
        ("1-5 pm daily", (4, 4, "day")),
        ("ten hours a week", (10, 10, "week")),
        ("three to five hours per week", (3, 5, "week")),
        ("twenty-five hours a month", (25, 25, "month")),
        ("quattro o cinque ore a settimana", (4, 5, "week")),
        ("almeno quindici ore settimanali", (15, None, "week")),
        ("sei ore al giorno, sei giorni su sette", (36, 36, "week")),
        ("six hours a day, five days a week", (30, 30, "week")),
        ("4 hours a day, three or four days a week", (4, 4, "day")),
        ("mattina 9-13 e pomeriggio 14-18 dal lunedì al venerdì", (40, 40, "week")),
        ("mattina 9-13 o pomeriggio 14-18 dal lunedì al venerdì", (20, 20, "week")),
        ("Turni 8-16 e 12-20 dal lunedì al sabato", (48, 48, "week")),
        ("Orario a rotazione: 7-13, 13-19, dal lunedì al venerdì", (30, 30, "week")),
        ("quattro turni (8-12, 12-16, 16-20, 20-24)", (4, 4, "day")),
        ("Turno A: 6-14. Turno B: 14-22. Turno C: 22-6", (8, 8, "day")),
        ("shifts 7am-3pm or 3pm-11pm, Monday to Friday", (40, 40, "week")),
        ("7-14 e 13-20 in negozio, orario fisso", (7, 7, "day")),
        ("due fasce, 10-12 e 17-20, da lunedì a venerdì", (25, 25, "week")),
        ("turno spezzato 9-13 e 16-20", (8, 8, "day")),
        ("Monday through Friday, 8:00 to 5:00", (40, 40, "week")),
        ("Mon-Fri 9-5", (40, 40, "week")),
        ("9:30 to 1:30 on weekdays", (20, 20, "week")),
        ("orario notturno 22-6", (8, 8, "day")),
    ],
)
def test_stated_hours(text, expected):
    """Numbers, then days a week, then a timetable."""
    hours = find_hours(text)

    assert (hours.min, hours.max, hours.period) == expected
    assert not hours.full_time


@pytest.mark.parametrize(
    "text",
    ["Rispondere entro 24 ore", "Reply within 24 hours", "24/7 support", "20 ore di formazione", "5 hours of overlap per day",
     "shifts 6-14 and 14-20", "turni 6-12 o 14-22", "turni 8-20", "dalle 9 alle 22 la domenica", "10 hours a day, 7 days a week",
     "Full Time / 70 hours per week", "orario: 5-7 chiamate al giorno", "siamo aperti dalle 9 alle 19",
     "by the eighth week", "core hours 10:00 to 15:30", "copertura 24 ore al giorno", "5-7 lingue", "agenda e posta", "Part Time / TBD hours per week"],
)  # fmt: skip
def test_no_hours(text):
    """Deadlines, cover, training, overlap, a shop's hours, shifts that differ and impossible weeks tell no hours."""
    assert find_hours(text) is None


def test_full_time_without_hours():
    """Full time alone is an assumption of 40 hours, and says so; part time beside it takes it away."""
    hours = find_hours("Full time, CCNL Commercio 4° livello")

    assert (hours.min, hours.period, hours.full_time) == (40, "week", True)
    assert "commercio" in hours.contract
    assert find_hours("full time o part time") is None


def test_a_break_is_told():
    """A long span by the clock loses an hour, and says so."""
    assert find_hours("orario 9-18").derived == "timetable_break"
    assert find_hours("orario 9-13").derived == "timetable"


@pytest.mark.parametrize(
    ("text", "days"),
    [("lun-sab", 6), ("5 giorni su 7", 5), ("Monday to Friday", 5), ("7 days a week", 7), ("ogni giorno", None)],
)
def test_days_a_week(text, days):
    """Named days and numbers of days."""
    assert days_a_week(Searched(fold(text))) == days


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("9:00-13:00 / 14:00-18:00", 8),
        ("dalle 14 alle 20", 6),
        ("10pm-6am", 8),
        ("dal 3-7 al 9-12", None),
        ("orario 10-16 o 12-18", 6),
    ],
)
def test_timetable(text, hours):
    """Hours by the clock; night shifts too; dates are none."""
    table = find_timetable(Searched(fold(text)))

    assert (table.hours if table else None) == hours


@given(st.text(max_size=300))
def test_any_text_is_read(text):
    """No text raises."""
    hours = find_hours(text)

    assert hours is None or 0 <= hours.start <= hours.end <= len(text)


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("20 ore a settimana", 20),
        ("20-30 hours per week", 25),
        ("up to 10 hours a week", 10),
        ("circa 26 ore al mese", 6),
        ("6 ore al giorno, 5 giorni a settimana", 30),
        ("6 ore al giorno", None),
        ("turni da 6 ore", None),
        ("300 ore al mese", None),
        ("full time", 40),
        ("orari liberi", None),
    ],
)
def test_hours_a_week(text, week):
    """A month's hours are spread over its weeks; a day's are unknown without the days."""
    assert week_hours(find_hours(text)) == week
