"""Shares with their intervals: raw counts, and counts corrected for the classifier's measured errors."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

Z95: Final = 1.959963984540054
"""Quantile of the normal distribution that leaves 2.5 % on each side."""


def wilson(counts: ArrayLike, n: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
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
