"""Money that ads ask from the worker: what for, how much, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.candidate_fee import KINDS
from classifier.facts import find_facts

ASKED = [
    ("it", "Kit di avvio da 45 euro, poi si lavora da casa.", "kit", 45, 45, "EUR"),
    ("it", "Per ricevere il materiale serve una cauzione di 70 euro.", "deposit", 70, 70, "EUR"),
    ("it", "Quota di iscrizione di 35 €, si comincia lunedì.", "registration", 35, 35, "EUR"),
    ("it", "Si versa la quota di attivazione di 25 euro.", "registration", 25, 25, "EUR"),
    ("it", "Richiesta una caparra di 100-150 € per il portatile.", "deposit", 100, 150, "EUR"),
    ("it", "Il kit con cauzione di 40 euro arriva per posta.", "deposit", 40, 40, "EUR"),
    ("it", "Il corso obbligatorio del costo di 190 euro apre le porte alla squadra.", "training", 190, 190, "EUR"),
    ("it", "Devi versare 30 euro di iscrizione.", "registration", 30, 30, "EUR"),
    ("it", "Il Welcome Box da 79 euro si ordina prima di partire.", "kit", 79, 79, "EUR"),
    ("it", "Il livello successivo si apre con un piccolo deposito.", "deposit", None, None, None),
    ("it", "L'investimento parte da 4.500 euro.", "other", 4500, 4500, "EUR"),
    ("en", "Tasks open once you top up $20.", "deposit", 20, 20, "USD"),
    ("en", "The account activation amounts to $45.", "registration", 45, 45, "USD"),
    ("en", "Join my team for just $39!", "registration", 39, 39, "USD"),
    ("it", "Il profilo si attiva versando 29 euro.", "registration", 29, 29, "EUR"),
    ("it", "C'è un ordine minimo di attivazione.", "registration", None, None, None),
    ("en", "Your Ambassador pack for $199 opens the shop.", "kit", 199, 199, "USD"),
    ("en", "Six weeks with us at the early bird price of $120.", "training", 120, 120, "USD"),
    ("it", "Dovrai pagare 20 euro, poi ricevi i compiti.", "other", 20, 20, "EUR"),
    ("it", "Prima di iniziare occorre l'acquisto del kit.", "kit", None, None, None),
    ("it", "È prevista una quota di ingresso nella rete.", "registration", None, None, None),
    ("en", "There is a refundable deposit of $60 before the first task.", "deposit", 60, 60, "USD"),
    ("en", "Order the starter kit for £39.95 and start today.", "kit", 39.95, 39.95, "GBP"),
    ("en", "$25 registration fee, paid once.", "registration", 25, 25, "USD"),
    ("en", "A training fee of $120 applies to all new assistants.", "training", 120, 120, "USD"),
    ("en", "$30 application fee for each profile.", "registration", 30, 30, "USD"),
    ("en", "We send you the account after the activation fee.", "registration", None, None, None),
    ("en", "Purchase the starter kit first.", "kit", None, None, None),
]
NOT_ASKED = [
    ("it", "Quota oraria da concordare, parto da 18 euro."),
    ("it", "Quota oraria 18 euro."),
    ("it", "Inserimento delle domande di iscrizione al nido, incarico unico, 300 euro."),
    ("it", "Nessuna quota di iscrizione, nessun kit da acquistare."),
    ("it", "Non chiediamo cauzioni: paghiamo 12 euro l'ora."),
    ("it", "Gestirai le iscrizioni ai corsi dei nostri clienti."),
    ("it", "Compenso 15 euro l'ora, computer tuo."),
    ("en", "You deposit the payments of our guests, and we pay $15 an hour."),
    ("en", "Agencies charge a $500 management fee; we do not."),
    ("en", "No registration fee, no deposit."),
    ("en", "We cover the certification fee of $90."),
    ("en", "$18 per hour, paid weekly."),
    ("en", "No top up is needed, no activation of $20."),
    ("en", "The trial box is sent to subscribers; you answer their mails."),
    ("it", "Cerchiamo chi segua gli investimenti da 5.000 euro dei clienti."),
    ("en", "You will handle deposits, refunds and booking fees."),
]


@pytest.mark.parametrize(
    ("language", "text", "kind", "low", "high", "currency"), ASKED, ids=lambda value: str(value)[:40]
)
def test_money_asked_is_told(language, text, kind, low, high, currency):
    """What it is for, both ends, and the currency as stated."""
    fee = find_facts(text, language=language).fee

    assert fee is not None
    assert (fee.kind, fee.min, fee.max, fee.currency) == (kind, low, high, currency)
    assert kind in KINDS
    assert text[fee.start : fee.end]


@pytest.mark.parametrize(("language", "text"), NOT_ASKED, ids=lambda value: str(value)[:40])
def test_other_money_is_not(language, text):
    """Rates, what the client pays, what the work deals with, and what the ad says it does not ask."""
    assert find_facts(text, language=language).fee is None


def test_a_fee_is_never_pay():
    """It is told beside the pay, and takes nothing off it."""
    facts = find_facts("Kit iniziale da 49 €. Guadagni 15 € a contratto.", language="it")

    assert (facts.pay.min, facts.pay.max) == (15, 15)
    assert facts.fee.min == 49


_PIECES = (
    "cauzione",
    "kit",
    "quota",
    "deposit",
    "fee",
    "registration",
    ",",
    ".",
    "50 €",
    "$20",
    "no",
    "we pay",
    "\n",
    "-",
    "é",
)


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join))
def test_any_jumble_is_read(text):
    """What is told stands in the text, is of a kind, and its ends are in order."""
    fee = find_facts(text, language="en").fee

    if fee is not None:
        assert fee.kind in KINDS
        assert 0 <= fee.start < fee.end <= len(text)
        assert fee.min is None or fee.min <= fee.max
