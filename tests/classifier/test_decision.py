"""From probabilities to a verdict."""

import pytest

from classifier.cues import find_cues
from classifier.decision import CORROBORATED, THRESHOLDS, UNBORNE, Support, borne_out, decide, support_of
from classifier.labels import LABELS


def stated(cues):
    return {cue.indicator for cue in cues if not cue.negated}


def spread(label, value):
    rest = (1 - value) / 3
    return {name: value if name == label else rest for name in LABELS}


@pytest.mark.parametrize("label", LABELS)
def test_a_clear_case_is_decided(label):
    """A sure reader says what it reads."""
    assert decide(spread(label, 0.9), words=50, language="it") == (label, "")


@pytest.mark.parametrize("label", LABELS)
def test_below_its_threshold_it_is_uncertain(label):
    """Each label has its own bar; just below it nothing is said."""
    value = THRESHOLDS[label]

    assert decide(spread(label, value), words=50, language="it") == (label, "")
    assert decide(spread(label, value - 0.01), words=50, language="it") == ("uncertain", "undecided")


def test_an_accusation_asks_for_more():
    """`disguised_employment` has the highest bar."""
    assert max(THRESHOLDS, key=THRESHOLDS.get) == "disguised_employment"


def test_strong_signs_lower_the_bar_of_an_accusation_alone():
    """Two strong signs in the ad's own words let the verdict be given sooner; other labels keep their bars."""
    likely = spread("disguised_employment", CORROBORATED)

    assert decide(likely, words=50, language="it") == ("uncertain", "undecided")
    assert decide(likely, words=50, language="it", support=Support.STRONG) == ("disguised_employment", "")
    doubtful = spread("genuine_freelance", 0.39)
    assert decide(doubtful, words=50, language="it", support=Support.STRONG) == ("uncertain", "undecided")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orario dalle 9 alle 18, si richiede esclusiva, partita IVA.", Support.STRONG),
        ("Orario dalle 9 alle 18, partita IVA.", Support.SOME),
        ("Nessun orario fisso, non chiediamo esclusiva.", Support.NONE),
        ("Must be online 9am-5pm EST with Hubstaff on.", Support.STRONG),
    ],
)
def test_one_sign_alone_never_corroborates(text, expected):
    """Two different strong indicators are asked for, stated and not denied."""
    cues = [cue for cue in find_cues(text) if cue.source != "composite"]

    assert support_of(stated(cues)) == expected


def test_nothing_is_an_accusation_that_no_word_bears_out():
    """However sure the numbers are: without a stated sign the reader declines."""
    sure = spread("disguised_employment", 0.99)

    assert decide(sure, words=50, language="en", support=Support.NONE) == ("uncertain", "undecided")


def test_a_verdict_on_silence_asks_for_more():
    """Where no sign above weak speaks for a label, being the likeliest of four is not enough."""
    likely = spread("genuine_freelance", UNBORNE - 0.01)

    assert decide(likely, words=50, language="en", borne=frozenset()) == ("uncertain", "undecided")
    assert decide(likely, words=50, language="en", borne={"genuine_freelance"}) == ("genuine_freelance", "")
    assert decide(spread("genuine_freelance", UNBORNE), words=50, language="en", borne=()) == ("genuine_freelance", "")


def test_weak_and_denied_signs_bear_nothing_out():
    """A package of hours speaks for a client's job; a short task says little, a denied schedule nothing."""
    assert "genuine_freelance" in borne_out(stated(find_cues("Pacchetto di dieci ore al mese, orari liberi.")))
    assert borne_out(stated(find_cues("Collaborazione da concordare."))) == frozenset()
    assert "disguised_employment" not in borne_out(stated(find_cues("Nessun orario fisso.")))


def test_another_language_and_short_texts_are_not_judged():
    """However sure the numbers are."""
    sure = spread("genuine_freelance", 0.99)

    assert decide(sure, words=50, language="other") == ("uncertain", "language")
    assert decide(sure, words=2, language="it") == ("uncertain", "too_short")
