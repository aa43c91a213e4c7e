"""Honest figures of a small sample: quartiles, an exact interval of the median, and when to stay silent."""

from __future__ import annotations

import math
from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Rung = Literal["hidden", "one_poster", "range", "indicative", "full"]
"""How much a number of ads allows to say; `one_poster`: no more than it, for most are one poster's."""

SMALLEST: Final = 5
"""Fewer ads than this are not shown at all."""
INDICATIVE: Final = 10
"""From here a median is shown, marked as indicative; below, only the range."""
FULL: Final = 30
"""From here a median is shown without a mark, to the cent."""

COVERAGE: Final = 0.95
"""Least probability with which the interval holds the median."""


class Spread(NamedTuple):
    """Where the values of a sample lie; NaN where the number of values does not allow it."""

    n: int
    """Number of values."""
    rung: Rung
    """How much may be said."""
    median: float
    """Middle value."""
    low: float
    """Lower end of the exact 95 % interval of the median."""
    high: float
    """Upper end of the exact 95 % interval of the median."""
    q1: float
    """Value below which a quarter of the values lie."""
    q3: float
    """Value above which a quarter of the values lie."""
    minimum: float
    """Smallest value; only told on the rung `range`."""
    maximum: float
    """Largest value; only told on the rung `range`."""


def rung(n: int) -> Rung:
    """Return how much `n` ads allow to say.

    Anchors: fewer than 5 hidden (hiringtrends.dev, pebbles.fyi), a floor of 8-10 for a median (Fractional Rates
    Index, ONS Longitudinal Study), 30 for a trend.
    """
    if n < SMALLEST:
        return "hidden"
    if n < INDICATIVE:
        return "range"
    return "indicative" if n < FULL else "full"


def quartiles(values: NDArray[np.float64]) -> tuple[float, float, float]:
    """Return first quartile, median and third quartile, linearly interpolated (the `inclusive` method)."""
    q1, median, q3 = np.quantile(values, [0.25, 0.5, 0.75])
    return float(q1), float(median), float(q3)


def median_rank(n: int) -> int | None:
    """Return k so that k-th smallest and k-th largest of `n` values hold the median with 95 %; None if none does.

    The count of values below the median is binomial (n, 1/2): k is the largest rank with P(count < k) <= 2.5 %.
    There is none for n <= 5. The sum starts 9 standard deviations below the middle; what lies further is below 1e-17.
    """
    tail = (1 - COVERAGE) / 2
    start = max(0, int(n / 2 - 4.5 * math.sqrt(n)))
    log_term = math.lgamma(n + 1) - math.lgamma(start + 1) - math.lgamma(n - start + 1) - n * math.log(2)
    below, k = 0.0, start
    while k < n:
        term = math.exp(log_term)
        if below + term > tail:
            break
        below += term
        log_term += math.log(n - k) - math.log(k + 1)
        k += 1
    return k or None


def median_interval(values: NDArray[np.float64]) -> tuple[float, float] | None:
    """Return the exact 95 % order-statistic interval of the median; None for five values or fewer."""
    k = median_rank(len(values))
    if k is None:
        return None
    ordered = np.sort(values)
    return float(ordered[k - 1]), float(ordered[len(values) - k])


def spread(values: NDArray[np.float64], step: float = 0.0) -> Spread:
    """Return what may be said of `values`; under 30 values, figures are rounded to `step` when it is not 0."""
    n, said = len(values), rung(len(values))
    if said == "hidden":
        return hidden(n)
    if said == "range":
        return hidden(n)._replace(rung=said, minimum=_round(values.min(), step), maximum=_round(values.max(), step))
    q1, median, q3 = quartiles(values)
    low, high = median_interval(values) or (math.nan, math.nan)
    grain = step if said == "indicative" else 0.0
    median, low, high, q1, q3 = (_round(value, grain) for value in (median, low, high, q1, q3))
    return hidden(n)._replace(rung=said, median=median, low=low, high=high, q1=q1, q3=q3)


def hidden(n: int) -> Spread:
    """Return a spread that tells nothing of its `n` values."""
    nan = math.nan
    return Spread(n, "hidden", nan, nan, nan, nan, nan, nan, nan)


def untold(n: int) -> Spread:
    """Return a spread that tells how many values there are and nothing of them, most being one poster's."""
    return hidden(n)._replace(rung="one_poster")


def _round(value: float, step: float) -> float:
    return round(round(float(value) / step) * step, 4) if step else round(float(value), 4)
