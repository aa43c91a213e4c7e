"""How full the fields are."""

from crawler.ad import Ad, BaseSalary
from crawler.store import open_store


def test_shares_of_the_ads_seen(address):
    """Counted over the ads of one run, as they stand now."""
    store = open_store(address)
    old = store.start_run("s")
    store.save(old, [Ad("s", "https://s.test/0", "0", "t", "d", job_location="Roma")])
    run = store.start_run("s")
    assert store.coverage(run)["ads"] == 0
    store.save(
        run,
        [
            Ad(
                "s",
                f"https://s.test/{n}",
                str(n),
                "t",
                "d" if n else "",
                base_salary=BaseSalary("EUR") if n == 1 else None,
            )
            for n in range(4)
        ],
    )

    found = store.coverage(run)
    assert {"ads": 4, "description": 0.75, "base_salary": 0.25, "job_location": 0.0}.items() <= found.items()
    store.finish_run(run, "ok")
    assert found == store.past("s").coverage
