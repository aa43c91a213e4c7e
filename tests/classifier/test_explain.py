"""The why: spans of cues and words that speak for a verdict."""

import itertools

import pytest

from classifier.corpus import corpus_files, load_examples
from classifier.cues import find_cues
from classifier.explain import BESIDE_CUES, FITS, MAX_CUES, MAX_EACH, WORDS, explain
from classifier.features import cue_features
from classifier.scorer import Scorer
from classifier.words import words as words_of

LABELS = ["disguised_employment", "genuine_freelance", "open_employment", "out_of_scope"]


def scorer(counted=(), words=(), labels=LABELS):
    """Weights by hand: name → what it adds to the first label."""
    words = dict(sorted(dict(words).items()))
    terms = list(words)
    return Scorer(
        {
            "labels": labels,
            "intercept": [0.0] * 4,
            "temperature": 1.0,
            "blocks": {
                "words": {
                    "terms": terms,
                    "idf": [1.0] * len(terms),
                    "weights": [list(words.values()), *[[0.0] * len(terms)] * 3],
                }
            },
            "counted": {name: [value, 0, 0, 0] for name, value in dict(counted).items()},
        }
    )


def explained(model, text):
    cues = find_cues(text)
    judged = model.judge(text, words_of(text), cue_features(cues))
    return explain(text, cues, judged.words, judged.counted, judged.likely)


def why(text, counted=(), words=()):
    return explained(scorer(counted, words), text)


def test_cues_come_first_then_words():
    """A strong word never stands before a cue."""
    text = "Orario fisso in ufficio, turnazione obbligatoria, disponibilità a straordinari domenicali."
    spans = why(text, {"cue:fixed_hours": 0.5}, {"domenicali": 9.0})

    assert ["fixed_hours", WORDS] == [span.indicator for span in spans]
    assert spans[1].text == "domenicali"


def test_words_that_say_nothing_are_left_out():
    """Short words, function words, stock words and numbers explain nothing, however much they weigh."""
    text = "Con la nostra persona in sede: 2026, ore 900, lavoro e poi sorveglianza."
    heavy = dict.fromkeys(
        ["con", "la", "nostra", "persona", "in", "0000", "ore", "lavoro", "la nostra", "sorveglianza"], 5.0
    )

    assert ["sorveglianza"] == [span.text for span in why(text, (), heavy)]


def test_few_words_beside_cues():
    """At most `BESIDE_CUES` words when as many cues speak."""
    text = (
        "Orario fisso 9-18 dal lunedì al venerdì. Esclusiva richiesta. Sorveglianza e poi puntualità e poi "
        "obbedienza e poi deferenza."
    )
    words = dict.fromkeys(["sorveglianza", "puntualita", "obbedienza", "deferenza"], 3.0)
    alone = why(text, (), words)
    beside = why(text, {"cue:fixed_hours": 1.0, "cue:exclusivity": 1.0}, words)

    assert [4] == [len(list(group)) for kind, group in itertools.groupby(alone, lambda span: span.indicator)]
    assert BESIDE_CUES == sum(span.indicator == WORDS for span in beside)


def test_a_cue_of_another_direction_is_no_reason():
    """What the codebook counts for freelance work is never shown as a reason against it."""
    text = "Scegli tu i tuoi orari, puoi avere altri clienti."
    counted = {"cue:own_schedule": 2.0, "cue:multiple_clients_ok": 2.0}

    assert why(text, counted) == ()


def test_a_denied_cue_shows_its_denial():
    """The clause is quoted, not the phrase that it denies."""
    text = "Assistente per il mio studio; non è richiesta alcuna reperibilità, si lavora quando si vuole."
    model = scorer({"not:on_call_availability": 1.0}, labels=[LABELS[1], LABELS[0], *LABELS[2:]])
    spans = [span for span in explained(model, text) if span.denied]

    assert ["non è richiesta alcuna reperibilità"] == [span.text for span in spans]


def test_neighbours_of_one_indicator_are_one_span():
    """Only a blank or a sign between them: one quote."""
    text = "VA\n\nFull Time / 40 hours per week."
    spans = why(text, {"cue:full_time_load": 1.0})

    assert ["Full Time / 40 hours per week"] == [span.text for span in spans]
    assert spans[0].weight == pytest.approx(1.0)


def test_not_too_many_and_every_indicator_once_before_any_twice():
    """A long list of signs is cut where nobody reads on."""
    text = (
        "Orario 9-18 dal lunedì al venerdì.\nIn esclusiva per noi.\nTimbratura con app.\nLavoro su turni.\n"
        "Orario fisso obbligatorio.\nOrario d'ufficio.\nPeriodo di prova non retribuito.\nPermessi da richiedere.\n"
        "Penali per ritardi.\nRispondi al responsabile.\nReperibilità nel weekend.\nFull time, 40 ore settimanali."
    )
    cues = find_cues(text)
    counted = {f"cue:{cue.indicator}": 1.0 for cue in cues if not cue.negated}
    spans = why(text, counted)

    shown = [span.indicator for span in spans]
    assert len(spans) == MAX_CUES
    assert max(map(shown.count, shown)) <= MAX_EACH
    assert len(set(shown)) == min(MAX_CUES, len({cue.indicator for cue in cues}))


def test_spans_are_exact_apart_and_fitting(small_reader):
    """In corpus ads: the text's own words, no overlap, only reasons that fit the verdict."""
    from classifier.cues import INDICATORS

    for example in load_examples(corpus_files())[::29]:
        reading = small_reader.read(example.text)
        likely = max(reading.probabilities, key=reading.probabilities.get)
        spans = reading.evidence
        assert all(reading.text[span.start : span.end] == span.text for span in spans), example.id
        ordered = sorted(spans, key=lambda span: span.start)
        assert all(left.end <= right.start for left, right in itertools.pairwise(ordered)), example.id
        assert all(span.direction == likely and span.weight > 0 for span in spans)
        for span in spans:
            direction = "C" if span.indicator == WORDS else INDICATORS[span.indicator].direction
            assert span.denied or direction in f"{FITS[likely]}C", (example.id, span)
