"""Behaviour of the shipped model: minimal pairs, what must change nothing, what must move a verdict where."""

import json
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from classifier.reader import Reader

PAIRS = tomllib.loads((Path(__file__).parent / "behaviour_pairs.toml").read_text(encoding="utf-8"))["pair"]
LABELS = {
    "g": "genuine_freelance",
    "d": "disguised_employment",
    "o": "open_employment",
    "x": "out_of_scope",
}
LEAST = 0.9
"""Share of a family that must pass."""
FAMILY_LEAST = 0.7
"""Of one kind of pairs alone: some have no more than sixteen texts."""


@pytest.fixture(scope="session")
def reader():
    """Return the reader with the shipped corpus' model, built once in the tests' own cache."""
    return Reader.load()


@pytest.fixture(scope="session")
def bases(reader):
    """Return the texts of the pairs that are read rightly, with their labels: the ground for changes."""
    texts = [(pair[key], label) for pair in PAIRS for key, label in LABELS.items() if key in pair]
    return [(text, label) for text, label in texts if likely(reader.read(text)) == label]


def likely(reading):
    return max(reading.probabilities, key=lambda name: reading.probabilities[name])


def held(outcomes):
    """Assert that the share of passes is high enough; the message lists the failures."""
    failures = [note for passed, note in outcomes if not passed]
    rate = 1 - len(failures) / len(outcomes)
    assert rate >= LEAST, f"{rate:.3f} of {len(outcomes)} pass; failures:\n" + "\n".join(failures)


def contrast(shared):
    return json.loads((shared / "codebook" / "contrast_set.json").read_text(encoding="utf-8"))


def test_the_contrast_set(reader, shared):
    """An undecided verdict counts by its likeliest label: the bar for accusing lies high on purpose."""
    outcomes = []
    for row in contrast(shared):
        if row["label"] != "ambiguous":
            reading = reader.read(row["text"])
            found = likely(reading) if reading.label == "uncertain" else reading.label
            outcomes.append((found == row["label"], f"{row['label']} read as {reading.label}: {row['text']}"))
    held(outcomes)


def test_the_contrast_sets_silent_ads_are_left_undecided(reader, shared):
    for row in contrast(shared):
        if row["label"] == "ambiguous":
            assert reader.read(row["text"]).label == "uncertain", row["text"]


def test_minimal_pairs(reader):
    outcomes, families = [], defaultdict(list)
    for pair in PAIRS:
        for key, label in LABELS.items():
            if key in pair:
                found = likely(reader.read(pair[key]))
                families[pair["kind"]].append(found == label)
                outcomes.append((found == label, f"{pair['kind']}: {label} read as {found}: {pair[key]}"))
    assert len(PAIRS) >= 100
    rates = {kind: sum(passed) / len(passed) for kind, passed in families.items()}
    held(outcomes)
    assert all(rate >= FAMILY_LEAST for rate in rates.values()), rates


def italian(text):
    return any(f" {word} " in f" {text} " for word in ("di", "il", "la", "con", "al", "che", "cerca", "e"))


def swap(text):
    """Exchange two inner letters in every eighth long word."""
    words = text.split(" ")
    for index in range(5, len(words), 8):
        if len(words[index]) > 5 and words[index].isalpha():
            words[index] = words[index][:2] + words[index][3] + words[index][2] + words[index][4:]
    return " ".join(words)


CHANGES = {
    "capitals": str.upper,
    "title case": str.title,
    "emojis": lambda text: f"🌟 {text} 🚀✨",
    "double blanks": lambda text: text.replace(" ", "  "),
    "bullets": lambda text: "• " + text.replace(": ", ":\n• ").replace("; ", ";\n• "),
    "curly quotes": lambda text: text.replace("'", "’"),
    "accents lost": lambda text: text.translate(str.maketrans("àèéìòù", "aeeiou")),
    "typos": swap,
    "greeting": lambda text: ("Buongiorno a tutti! " if italian(text) else "Hello everyone! ") + text,
    "city": lambda text: text + (" Siamo di Campobasso." if italian(text) else " We are based in Dunedin."),
    "name": lambda text: text + (" Scrivere a Ludovica." if italian(text) else " Write to Tamsin."),
    "boilerplate": lambda text: (
        text + (" Trattamento dei dati ai sensi del GDPR." if italian(text) else " Data handled under the GDPR.")
    ),
    "gender": lambda text: text.replace("una professionista", "un professionista").replace(
        "collaboratrice", "collaboratore"
    ),
    "sentences turned": lambda text: " ".join(reversed(text.replace("! ", "!\f").replace(". ", ".\f").split("\f"))),
    "clutter above": lambda text: f"Home | Login\n{text}",
    "clutter below": lambda text: f"{text}\nCookie policy | Share",
    "clutter around": lambda text: f"Home | Login\n{text}\nCookie policy | Share",
    "markup": lambda text: f"<div><p>{text}</p></div>".replace(" ", "&nbsp;", 2),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_must_change_nothing(reader, bases, change):
    outcomes = []
    for text, label in bases:
        found = likely(reader.read(CHANGES[change](text)))
        outcomes.append((found == label, f"{label} becomes {found}: {CHANGES[change](text)}"))
    held(outcomes)


DIRECTIONS = [
    ("disguised_employment", 1, "Orario 9-18 in esclusiva.", "Fixed hours 9am-6pm, exclusivity required."),
    ("disguised_employment", 1, "Webcam accesa e turni.", "Webcam on and rotating shifts."),
    ("open_employment", 1, "CCNL Commercio, tredicesima.", "W-2 employee, 401k and paid time off."),
    (
        "disguised_employment",
        -1,
        "Mandami il tuo preventivo, orari liberi.",
        "Send me your quote, you choose your hours.",
    ),
    ("genuine_freelance", 1, "Inviami il tuo preventivo.", "Please include your rates and a proposal."),
    ("out_of_scope", 1, "Kit iniziale di 49 euro da acquistare.", "Pay a $49 registration fee to start."),
]


@pytest.mark.parametrize(("label", "sign", "it", "en"), DIRECTIONS, ids=[f"{row[0]}: {row[3]}" for row in DIRECTIONS])
def test_an_added_sentence_moves_the_verdict_its_way(reader, bases, label, sign, it, en):
    outcomes = []
    for text, own in bases:
        if own == "out_of_scope" or (label == "disguised_employment" and sign > 0 and own == "open_employment"):
            continue
        added = f"{text} {it if italian(text) else en}"
        without, with_it = reader.read(text), reader.read(added)
        if set(with_it.indicators) == set(without.indicators):
            continue  # it tells nothing new
        before, after = without.probabilities[label], with_it.probabilities[label]
        outcomes.append((sign * (after - before) >= -0.01, f"{before:.3f} becomes {after:.3f}: {added}"))
    held(outcomes)


def test_a_single_weak_sign_convicts_nobody(reader):
    texts = [
        "Collaborazione continuativa come assistente virtuale.",
        "Cerchiamo una risorsa, inviare CV.",
        "Looking for a long term virtual assistant.",
        "Contact me on Telegram about assistant work.",
    ]
    outcomes = [(reader.read(text).label != "disguised_employment", text) for text in texts]
    held(outcomes)
