"""Milliseconds that masking costs: 50 KB of pieces said over and over, and of ad prose, by CPU time.

    python benchmarks/mask.py

The hostile texts are all that looks like a telephone number or an address and is none, or nearly; SAFETY S13 asks for
50 ms at the most.
"""

import time

from crawler.mask import mask_contacts

SIZE = 50_000
LIMIT = 50
PROSE = "Cerchiamo un'assistente virtuale a Roma: agenda, posta, fatture, 15 ore al mese, anche d'estate. "
PIECES = (
    "1 ", "1.", "1/1/", "0-", "(1", "12-", "3 3 3 ", "02/", " 333.", "tel ", "tel 1 2 3 4 5 6 7 8 ", "cell 98765 ",
    "1 2 3 4 5 6 7 8 9 0 a ", "tel. 02/0000123, ", "333 0000123 ", "cod 3330000123 ", "@tel120000+", "€ 1 - ", "€ 1.",
    "0000:02 ", "9.00-18.00 ", "2026-11-24 cell 02", "k 333039-39", "a@", "a.b ", " at ", "a(at)b.", "A@B.C ",
    "x@gmail ", "aATbDOTc ", "a chiocciola ", "a at a dot ", "wa.me/", "https://a/", "+", "é1",
)  # fmt: skip


def cost(piece: str) -> float:
    """Return the milliseconds that 50 KB of a piece cost, the least of five."""
    text = (piece * (SIZE // len(piece) + 1))[:SIZE]
    costs = []
    for _ in range(5):
        began = time.process_time()
        mask_contacts.__wrapped__(text)  # without its memory of texts
        costs.append(time.process_time() - began)
    return min(costs) * 1000


def main() -> None:
    """Measure all pieces and name the dearest."""
    costs = sorted(((cost(piece), piece) for piece in PIECES), reverse=True)
    for spent, piece in costs[:5]:
        print(f"{spent:6.1f} ms  {piece!r}")
    print(f"{cost(PROSE):6.1f} ms  prose")
    print(f"{len(PIECES)} hostile pieces, {sum(spent > LIMIT for spent, _ in costs)} of them over {LIMIT} ms")


if __name__ == "__main__":
    main()
