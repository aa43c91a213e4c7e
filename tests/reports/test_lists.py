"""Items held most."""

from reports.lists import most_held


def test_the_most_of_each_label_in_order(frame):
    """At most as many as wanted, the most frequent first; labels in the order of tables."""
    rows = most_held(frame, "skill", "label", 3)

    assert ["genuine_freelance", "disguised_employment", "open_employment"] == list(dict.fromkeys(rows["label"]))
    assert (rows.groupby("label").size() <= 3).all()
    assert all(group["ads"].astype(int).is_monotonic_decreasing for _, group in rows.groupby("label"))


def test_only_what_is_telling(frame):
    """What the caller does not want is left out before the most are chosen."""
    rows = most_held(frame, "skill", "label", 3, lambda skill, _label: skill.startswith("adm."))

    assert {"adm"} == {skill.partition(".")[0] for skill in rows["skill"]}


def test_languages_take_the_ads_in_scope(frame):
    """The share is of the Italian, or English, ads that offer work of the trade."""
    rows = most_held(frame, "skill", "language", 5)

    assert set(rows["language"]) <= {"it", "en", "other"}
    assert (rows["ads"] <= rows["of"]).all()
