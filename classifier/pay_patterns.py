"""Patterns of what an ad says of money without figures of pay: sums in words, pay without a sum, money that it asks.

All are RE2's as well as Python's; `searched` tells which of them can be found in a text.
"""

from __future__ import annotations

from typing import Final

SPOKEN: Final = r"[a-z]\s{1,3}(?:euros?|dollari|dollars?|pounds|sterline|bucks|pesos|centesimi|cents?)\b"
"""What stands in every text that states an amount in words."""
SILENT: Final = (
    r"\b(?:(solo provvigion[ei]|solo a provvigion[ei]|provvigion[ei] pur[ae]|a provvigion[ei]|commissions?[ -]only|"
    r"only commissions?|commission[ -]based|"
    r"100% commissions?|commission[a-z ]{0,24}[,.]? (?:with )?no base|"
    r"provvigionale|sola provvigione|solo su provvigione)|"
    r"(rimborso spese|expenses only|reimbursement of expenses)|"
    r"(non retribuit[oaie]|volontari[oa]|a titolo gratuito|unpaid|volunteer|pro bono|no pay|"
    r"(?:compenso|retribuzione|stipendio|ral|pay|salary|rate|tariffa|trattamento economico|budget)[a-z :]{0,24}"
    r"(?:da (?:concordare|definire|valutare|stabilire)|commisurat[oa]|secondo ccnl|in linea con il ccnl|negotiable|doe|"
    r"to be (?:discussed|agreed)|commensurate|competitive|tbd|trattabile)))\b"
)
"""Pay without an amount: 1 by commission only, 2 expenses only, 3 unpaid or to be agreed."""
ASKED: Final = (
    r"\b(?:(?P<deposit>(?:small|first|to|be) top(?:ped)?[ -]?up\b|top(?:ping)?[ -]?up (?:your|the|[$€£]? ?\d)|"
    r"(?:piccolo|primo|piccola|prima) (?:deposito|ricarica)\b|"
    r"ricaric[ah]\w{0,3} (?:il|del) (?:saldo|conto|wallet|profilo))|"
    r"(?P<kit>(?:welcome|starter|start|business|ambassador) (?:box|pack|collection|bundle)\b|"
    r"versi? [€\d][^.;\n]{0,16} per il (?:kit|materiale))|"
    r"(?P<training>early[ -]bird (?:price )?(?:of |at )?[$€£]\d)|"
    r"(?P<registration>ordine minimo di (?:attivazione|ingresso)|vers(?:ando|ate|are) [€\d]|"
    r"activation (?:of|amounts to|costs?) [$€£\d]|attivazione (?:di|da|costa) [€\d]|"
    r"join (?:us|my team|our team|the team|today) for (?:just|only) [$€£\d]|"
    r"(?:iscrizione|registrazione) (?:costa|al costo di) )|"
    r"(?P<other>(?:total|initial|minimum|start-?up) investment (?:of|from|is)? ?[$€£\d]|"
    r"investimento (?:iniziale |minimo |totale )?(?:parte da|di|da|e di) [€\d]))"
)
"""What asks money from the worker in words that are no cue of the codebook, by what it is for."""

MONEY: Final = (SPOKEN, SILENT, ASKED)
