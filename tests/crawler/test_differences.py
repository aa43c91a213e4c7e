"""What changed between two versions."""

import dataclasses

from crawler.ad import Ad, BaseSalary
from crawler.differences import changed_fields, differences

AD = Ad("s", "https://s.test/1", "1", "Assistente", "Agenda e posta.", base_salary=BaseSalary("EUR", 10, 12, "HOUR"))


def test_fields_that_differ():
    """Named in the order of the record; spacing, dates and raw spellings are no change."""
    other = dataclasses.replace(AD, title="Assistente virtuale", base_salary=BaseSalary("EUR", 11, 12, "HOUR"))
    same = dataclasses.replace(AD, description="Agenda  e posta. ", date_posted="2026-01-01")

    assert changed_fields(AD, other) == ("title", "base_salary")
    assert changed_fields(AD, same) == ()


def test_differences_of_stored_versions():
    """Before and after, as the store keeps them."""
    after = {**AD.to_dict(), "pay_raw": "12 €/h", "unknown column": 1}

    assert differences(AD.to_dict(), after) == {"pay_raw": ("", "12 €/h")}
