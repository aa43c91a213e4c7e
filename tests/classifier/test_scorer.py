"""The lean scorer: as it is worked out by hand, and as its formula says of whole ads."""

import math
import pickle
import threading
from collections import Counter

import pytest

from classifier.corpus import corpus_files, load_examples
from classifier.cues import find_cues
from classifier.empty_words import LEAST, says_something
from classifier.features import cue_features
from classifier.scorer import Scorer
from classifier.terms import BLOCKS
from classifier.topics import topic_features
from classifier.words import ngrams, words

WEIGHTS = {
    "labels": ["a", "b", "c", "d"],
    "intercept": [0.5, -0.5, -9, -9],
    "temperature": 2.0,
    "blocks": {
        "words": {"terms": ["due", "uno"], "idf": [2.0, 1.0], "weights": [[0.5, 1.0], [0.0, -1.0], [0, 0], [0, 0]]},
        "title": {"terms": ["title:uno"], "idf": [1.0], "weights": [[0.0], [0.25], [0.0], [0.0]]},
    },
    "counted": {"cue:x": [0, 3, 0, 0]},
}
TEXTS = [
    *(example.text for example in load_examples(corpus_files())[::60]),
    "", " ", "team team", "a", "Team\nTipo: a ore\nLuogo: Torino, da remoto\n\nTeam e posta, team e posta",
    "agenda " * 300 + "posta " * 200, "Segretaria " + "virtuale" * 15 + " e posta", "anna banana agendaagenda",
]  # fmt: skip


def features(text):
    return cue_features(find_cues(text)) | topic_features(text)


def judged(scorer, text, counted=None):
    return scorer.judge(text, words(text), features(text) if counted is None else counted)


def values(block, terms):
    """Return (1 + ln count) × idf of each known term of a block, to unit length."""
    counts = Counter(term for term in terms if term in block.names)
    found = {term: (1 + math.log(count)) * block.idf[block.names.index(term)] for term, count in counts.items()}
    length = math.hypot(*found.values()) or 1.0
    return {term: value / length for term, value in found.items()}


def told_by_formula(scorer, text, counted):
    """Return probabilities, and what each term adds to the likely label, straight from the formula."""
    scaled = {name: values(block, BLOCKS[name](text)) for name, block in scorer.blocks.items()}
    known = {name: value for name, value in counted.items() if name in scorer.counted}
    logits = [
        intercept
        + sum(
            value * block.weights[at][block.names.index(term)]
            for name, block in scorer.blocks.items()
            for term, value in scaled[name].items()
        )
        + sum(value * scorer.counted[name][at] for name, value in known.items())
        for at, intercept in enumerate(scorer.intercept)
    ]
    powers = [math.exp(logit / scorer.temperature) for logit in logits]
    likely = powers.index(max(powers))
    added = Counter()
    for name, block in scorer.blocks.items():
        for term, value in scaled[name].items():
            added[term.rpartition(":")[2]] += value * block.weights[likely][block.names.index(term)]
    return [power / sum(powers) for power in powers], added


def test_a_score_by_hand():
    """(1 + ln count) × idf, unit length, weights, intercept, temperature, softmax."""
    found = judged(Scorer(WEIGHTS), "\nUno uno due, tre", {"cue:x": 1.0, "cue:unknown": 1.0})

    one, two = 1 + math.log(2), 2.0
    length = math.hypot(one, two)
    a = math.exp((0.5 + one / length + 0.5 * two / length) / 2)
    b = math.exp((-0.5 - one / length + 3.0) / 2)
    assert found.probabilities["a"] / found.probabilities["b"] == pytest.approx(a / b)
    assert found.likely == "b"
    assert found.counted == {"cue:x": 3.0}
    assert sum(found.probabilities.values()) == pytest.approx(1)


def test_whole_ads_as_the_formula_says(small_reader):
    """Probabilities; and of all words and pairs of the text those that add more than `LEAST` and say something."""
    scorer = small_reader.scorer
    for text in TEXTS:
        found = judged(scorer, text)
        probabilities, added = told_by_formula(scorer, text, features(text))
        standing = {name: value for name, value in added.items() if name in ngrams(text)}

        assert list(found.probabilities.values()) == pytest.approx(probabilities, abs=1e-9)
        assert found.words == pytest.approx(
            {name: value for name, value in standing.items() if value > LEAST and says_something(name)}, abs=1e-9
        )


def test_an_empty_text_has_the_intercept_alone():
    """Nothing to go by: the prior."""
    found = judged(Scorer(WEIGHTS), "", {}).probabilities

    assert found["a"] / found["b"] == pytest.approx(math.exp(0.5))


def test_nothing_is_left_of_the_text_before(small_reader):
    """Each text is judged as if it were the first, also when the one before broke off in the middle."""
    scorer = small_reader.scorer
    first = [judged(scorer, text) for text in TEXTS]

    with pytest.raises(TypeError):
        scorer.judge(TEXTS[0], words(TEXTS[0]), {"cue:fixed_hours": "much"})
    assert [judged(scorer, text) for text in reversed(TEXTS)] == first[::-1]


def test_threads_do_not_mix_their_texts(small_reader):
    """One scorer, two texts at a time."""
    expected = [judged(small_reader.scorer, text) for text in TEXTS]
    found = [[], []]

    def work(out):
        out.extend(judged(small_reader.scorer, text) for text in TEXTS)

    threads = [threading.Thread(target=work, args=(out,)) for out in found]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected, expected]


def test_a_scorer_is_sent_to_another_process(small_reader):
    """With the same weights."""
    sent = pickle.loads(pickle.dumps(small_reader.scorer))

    assert judged(sent, TEXTS[0]) == judged(small_reader.scorer, TEXTS[0])


def test_terms_out_of_order_are_refused():
    """Pairs would not be found among them."""
    block = {"terms": ["b", "a"], "idf": [1.0, 1.0], "weights": [[0.0, 0.0]] * 4}

    with pytest.raises(ValueError, match="out of order"):
        Scorer({**WEIGHTS, "blocks": {"words": block}})
