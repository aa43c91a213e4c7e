"""Skills, services, sectors, cues and hours."""

import pytest

from classifier.cues import INDICATORS
from reports.frames import validate
from reports.questions.coverage import ask_coverage
from reports.questions.cues import ask_cues, ask_cues_by_language
from reports.questions.hours import ask_hours
from reports.questions.reader_errors import ask_reader_errors
from reports.questions.skill_levels import ask_skill_levels
from reports.questions.skills import ask_sectors, ask_services, ask_skills
from tests.reports.made import CONFUSION, make_facts


def test_a_share_worked_out_by_hand(frame, meta):
    """Genuine ads that ask for e-mail, of all genuine ads that count."""
    from reports.population import counted

    ads = frame[counted(frame) & (frame["label"] == "genuine_freelance")]
    row = ask_skills(frame, meta).frame.set_index(["label", "skill"]).loc[("genuine_freelance", "adm.email")]

    assert sum("adm.email" in skills for skills in ads["skills"]) == row["ads"]
    assert len(ads) == row["of"]
    assert row["ads"] / row["of"] == pytest.approx(row["share"])


def test_services_are_areas_of_skills(frame, meta):
    """An ad that asks two skills of an area counts once."""
    rows = ask_services(frame, meta).frame

    assert "admin" in set(rows["area"])
    assert (rows["ads"] <= rows["of"]).all()


def test_sectors_need_not_be_known(frame, meta):
    """A frame without them has an empty table."""
    assert not ask_sectors(frame, meta).frame.empty
    assert ask_sectors(validate(frame.drop(columns="sectors")), meta).frame.empty


def test_cues_speak_for_their_label_and_are_quoted_shortly(frame, meta):
    """What is common to all ads gives nothing away."""
    rows = ask_cues(frame, meta).frame

    assert all(INDICATORS[row["indicator"]].label == row["label"] for _, row in rows.iterrows())
    assert all(len(quote.split()) <= 15 for quotes in rows["quotes"] for quote in quotes)
    assert any(rows["quotes"])
    assert all(INDICATORS[cue].label for cue in ask_cues_by_language(frame, meta).frame["indicator"])


def test_a_posters_name_is_not_quoted(frame, meta):
    """Even when the cue's words hold it."""
    named = frame.assign(
        hiring_organization="Provolandia",
        evidence=[
            [span | {"text": "noi di Provolandia vogliamo orari fissi"} for span in spans]
            for spans in frame["evidence"]
        ],
    )

    assert not any(ask_cues(named, meta).frame["quotes"])


@pytest.mark.parametrize("ask", [ask_hours, ask_skill_levels, ask_coverage])
def test_parts_add_up(frame, meta, ask):
    """Where nothing is hidden, the parts of a group are the whole."""
    rows = ask(frame, meta).frame
    group = "month" if "month" in rows else "label"
    for _, part in rows.groupby(group):
        if not part["ads_hidden"].any():
            assert part["ads"].sum() == part["of"].iloc[0]
            assert part["share"].sum() == pytest.approx(1)


def test_errors_in_both_directions(frame):
    """Missed and wrongly given, by hand from the confusion."""
    row = ask_reader_errors(frame, make_facts(frame)).frame.set_index("label").loc["disguised_employment"]
    n, given = sum(CONFUSION[1]), sum(line[1] for line in CONFUSION)

    assert (n, given) == (row["n"], row["given"])
    assert row["missed"] == pytest.approx((n - CONFUSION[1][1]) / n)
    assert row["wrong"] == pytest.approx((given - CONFUSION[1][1]) / given)
    assert row["missed_low"] < row["missed"] < row["missed_high"]
