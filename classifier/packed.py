"""Long rows of numbers inside JSON: 64-bit floats as base64, read faster than digits; none of it can run."""

from __future__ import annotations

import binascii
import sys
from array import array
from collections.abc import Iterable, Sequence


def pack(numbers: Iterable[float]) -> str:
    """Return `numbers` as base64 of little-endian 64-bit floats."""
    return binascii.b2a_base64(_little(array("d", numbers)).tobytes(), newline=False).decode("ascii")


def unpack(text: str | Sequence[float]) -> Sequence[float]:
    """Return the numbers that `pack` wrote; numbers as they are; raises ValueError when it is neither.

    >>> list(unpack(pack([1.5, -2.0])))
    [1.5, -2.0]
    """
    if not isinstance(text, str):
        return array("d", text)
    numbers = array("d")
    numbers.frombytes(binascii.a2b_base64(text, strict_mode=True))
    return _little(numbers)


def _little(numbers: array[float]) -> array[float]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
