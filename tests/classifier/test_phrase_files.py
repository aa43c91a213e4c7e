"""The phrases that are looked for word by word."""

from classifier.phrase_files import role_phrases, skill_phrases, skill_rows, topic_phrases, topics


def test_every_phrase_has_a_number_of_its_file():
    """Topics and skills by their place in the file, roles by their level in tenths."""
    assert {number for _, number in topic_phrases()} == set(range(len(topics())))
    assert {number for _, number in skill_phrases()} == set(range(len(skill_rows())))
    assert {number for _, number in role_phrases()} == {0, 10, 15, 20, 25, 30}


def test_the_highest_role_stands_last():
    """Where a phrase has two levels, the last one told is the one that counts."""
    levels = [level for _, level in role_phrases()]

    assert levels == sorted(levels)


def test_names_and_synonyms_of_both_languages_are_phrases():
    phrases = {phrase for phrase, number in skill_phrases() if number == 0}
    row = skill_rows()[0]

    assert phrases == {row["label_it"], row["label_en"], *row["syn_it"], *row["syn_en"]}
