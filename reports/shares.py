"""Shares with their intervals: raw counts, and shares corrected for the classifier's measured errors."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

Z95: Final = 1.959963984540054
"""Quantile of the normal distribution that leaves 2.5 % on each side."""
DRAWS: Final = 2000
"""Random draws behind a corrected interval."""
SEED: Final = 20260101
"""Seed of the draws: the same counts give the same interval."""
PRIOR: Final = 0.5
"""Added to every count before drawing (Jeffreys' prior), so that a cell without errors is not taken for errorless."""


class Corrected(NamedTuple):
    """Shares with the classifier's errors taken out; arrays of groups × labels, NaN where nothing can be said."""

    share: Floats
    """The corrected shares; each group's sum to 1."""
    low: Floats
    """Lower ends of their 95 % intervals."""
    high: Floats
    """Upper ends."""


def wilson(counts: ArrayLike, n: ArrayLike) -> tuple[Floats, Floats]:
    """Return both ends of the 95 % Wilson score intervals of the shares `counts / n`; NaN where n is 0 or unknown.

    Wilson 1927; kept within 0-1, and of good coverage from small n on (Brown, Cai and DasGupta 2001).
    """
    k, size = np.asarray(counts, dtype=float), np.asarray(n, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = k / size
        scale = 1 + Z95**2 / size
        middle = (share + Z95**2 / (2 * size)) / scale
        half = Z95 * np.sqrt(share * (1 - share) / size + Z95**2 / (4 * size**2)) / scale
        low, high = np.clip(middle - half, 0, 1), np.clip(middle + half, 0, 1)
    bad = ~(size > 0) | np.isnan(k)
    return np.where(bad, np.nan, low), np.where(bad, np.nan, high)


def difference(now: tuple[int, int], before: tuple[int, int]) -> tuple[float, float, float]:
    """Return the change of a share and its 95 % interval; `now` and `before` are (ads, of).

    Newcombe's hybrid score interval (1998, method 10), made of the two Wilson intervals.
    """
    (k1, n1), (k0, n0) = now, before
    p1, p0 = k1 / n1, k0 / n0
    (low1, low0), (high1, high0) = wilson([k1, k0], [n1, n0])
    down = np.sqrt((p1 - low1) ** 2 + (high0 - p0) ** 2)
    up = np.sqrt((high1 - p1) ** 2 + (p0 - low0) ** 2)
    return p1 - p0, float(p1 - p0 - down), float(p1 - p0 + up)


def correct(counts: ArrayLike, confusion: ArrayLike) -> Corrected:
    """Return the true shares behind `counts` (groups × labels given) of a reader that errs as `confusion` tells.

    Rogan and Gladen (1978) for several labels: the labels given are the true shares mixed by the reader's errors;
    the mixing is undone. `confusion` holds counts, rows true labels, columns labels given; a column more than
    labels counts those the reader left undecided, so that labels it leaves undecided more often are not underrated.
    The interval holds two errors, of the ads seen and of the labelled ads behind `confusion`: both are drawn anew
    `DRAWS` times. It supposes that the reader errs on these ads as on the labelled ones.
    """
    seen, errors = np.atleast_2d(np.asarray(counts, dtype=float)), np.asarray(confusion, dtype=float)
    size = len(errors)
    generator = np.random.default_rng(SEED)
    share = _undo(_rates(errors)[None, :, :size], seen[:, None, :])[:, 0]
    mixing = _dirichlet(generator, errors + PRIOR / size, DRAWS)[:, :, :size]
    drawn = np.stack([_dirichlet(generator, row[None] + PRIOR, DRAWS)[:, 0] for row in seen])
    ends = np.quantile(_undo(mixing, drawn), [0.025, 0.975], axis=1)
    empty = seen.sum(axis=1) == 0
    for values in (share, *ends):
        values[empty] = np.nan
    return Corrected(share, ends[0], ends[1])


def correct_by_sample(given: ArrayLike, labelled: ArrayLike, truth: ArrayLike, labels: list[str]) -> Corrected:
    """Return the true shares behind the labels `given` to all ads, by a random sample of them labelled by hand.

    Prediction-powered inference with power tuning (Angelopoulos et al. 2023, PPI++): the sample's own share, made
    sharper by what the reader says of all ads. `labelled` is what the reader said of the sample, `truth` what is so.
    A sample in which nothing differs is no proof that nothing does: no standard error is put under 1 / its size.
    """
    every, said, real = (np.asarray(values, dtype=object) for values in (given, labelled, truth))
    rows = np.array([_powered(every == label, said == label, real == label) for label in labels])
    return Corrected(rows[None, :, 0], rows[None, :, 1], rows[None, :, 2])


def _powered(every: NDArray[np.bool_], said: NDArray[np.bool_], real: NDArray[np.bool_]) -> tuple[float, float, float]:
    y, f, all_f = real.astype(float), said.astype(float), every.astype(float)
    n, size = len(y), len(all_f)
    spread = f.var()
    power = (
        float(np.clip(np.mean((y - y.mean()) * (f - f.mean())) / (spread * (1 + n / size)), 0, 1)) if spread else 0.0
    )
    share = y.mean() + power * (all_f.mean() - f.mean())
    error = np.sqrt((y - power * f).var(ddof=1) / n + power**2 * all_f.var() / size)
    effective = max(share * (1 - share), 1 / n) / max(error**2, 1 / n**2)
    low, high = wilson(np.clip(share, 0, 1) * effective, effective)
    return float(np.clip(share, 0, 1)), float(low), float(high)


def _rates(errors: Floats) -> Floats:
    filled = errors + np.where(errors.sum(axis=1, keepdims=True) > 0, 0.0, 1.0)
    rates: Floats = filled / filled.sum(axis=1, keepdims=True)
    return rates


def _dirichlet(generator: np.random.Generator, weights: Floats, draws: int) -> Floats:
    """Return draws × rows × columns, each row a draw of its Dirichlet distribution."""
    values = generator.standard_gamma(weights, (draws, *weights.shape))
    shares: Floats = values / values.sum(axis=-1, keepdims=True)
    return shares


def _undo(mixing: Floats, given: Floats) -> Floats:
    """Return the true shares that `mixing` (… × true × given) turns into `given`, as near as shares can be."""
    raw = np.einsum("...ij,...i->...j", np.linalg.pinv(mixing), given)
    return _to_simplex(raw / np.maximum(raw.sum(axis=-1, keepdims=True), 1e-12))


def _to_simplex(points: Floats) -> Floats:
    """Return the nearest points whose coordinates are shares (Held, Wolfe and Crowder 1974)."""
    ordered = -np.sort(-points, axis=-1)
    excess = ordered.cumsum(axis=-1) - 1
    places = np.arange(1, points.shape[-1] + 1)
    last = (ordered - excess / places > 0).sum(axis=-1, keepdims=True)
    shift = np.take_along_axis(excess, last - 1, axis=-1) / last
    nearest: Floats = np.maximum(points - shift, 0)
    return nearest
