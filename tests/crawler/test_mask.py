"""Contacts are masked, and nothing else is."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.mask import EMAIL, PHONE, mask_contacts

LOCALS = [
    "anna",
    "mario.rossi",
    "hr",
    "lavoro2026",
    "info",
    "m_bianchi",
    "segreteria",
    "j.o-hara",
    "selezione+va",
    "g.verdi99",
]
DOMAINS = [("studio", "test"), ("esempio", "it"), ("gmail", "com"), ("posta-certa", "org"), ("team.agenzia", "eu")]
EMAILS = [
    "{l}@{d}.{t}", "mailto:{l}@{d}.{t}", "<{l}@{d}.{t}>", "{l} @ {d}.{t}", "{l}@ {d}.{t}", "{l}[at]{d}.{t}", "{l} [at] {d}.{t}",
    "{l}(at){d}.{t}", "{l} (at) {d} (dot) {t}", "{l} [AT] {d} [DOT] {t}", "{l}[@]{d}[.]{t}", "{l} {{at}} {d}.{t}", "{l} <at> {d}.{t}",
    "{l} at {d} dot {t}", "{l} AT {d} DOT {t}", "{l} chiocciola {d}.{t}", "{l} chiocciola {d} punto {t}", "{l} (chiocciola) {d}.{t}",
    "{l} [chiocciola] {d} [punto] {t}", "{l}(chiocciola){d}(punto){t}", "{l}&#64;{d}.{t}", "{l}@{d} punto {t}", "{l}-at-{d}.{t}",
    "{l}_at_{d}.{t}", "{l} @ {d} . {t}", "{l}＠{d}.{t}",
]  # fmt: skip
AROUND = ["Scrivi a {}", "Inviare CV a {} entro venerdì.", "Contact: {}, thanks", "e-mail: {}", "({})"]

PHONES = {
    "italian mobile": ["333 0000{n}", "333-0000{n}", "333/0000{n}", "333.0000{n}", "3330000{n}", "333 000 0{n}", "333 00 00 {n}", "347 {n} 000"],
    "italian mobile, abroad": ["+39 333 0000{n}", "+393330000{n}", "+39-333-0000{n}", "0039 333 0000{n}", "(+39) 333 0000{n}", "+39 333 00 00 {n}", "39 333 0000{n}"],
    "italian landline": ["02 0000{n}", "02-0000{n}", "02/0000{n}", "06.0000{n}", "0521 000{n}", "0521/000{n}", "(02) 0000{n}", "+39 02 0000{n}", "+39 0521 000{n}"],
    "toll free": ["800 000{n}", "800-000{n}", "800000{n}"],
    "american": ["(212) 555-0{n}", "212-555-0{n}", "212.555.0{n}", "+1 212 555 0{n}", "+1 (212) 555-0{n}", "1-800-555-0{n}", "+12125550{n}"],
    "british": ["+44 20 7946 0{n}", "020 7946 0{n}", "07700 900{n}", "+447700900{n}", "+44 (0)20 7946 0{n}", "07700900{n}"],
    "others": ["+33 1 23 45 0 {n}", "01 23 45 67 89", "+49 30 00000{n}", "+34 612 000 {n}", "+63 917 000 0{n}", "0917 000 0{n}", "+91 98765 00{n}", "+41 91 000 0{n}"],
    "links": ["https://wa.me/39333000{n}", "wa.me/39333000{n}", "https://api.whatsapp.com/send?phone=39333000{n}", "tel:+39333000{n}", "https://chat.whatsapp.com/AbC{n}dEf"],
    "told by a word": ["tel. 5550{n}", "cell. 98765 00{n}", "cell 3 3 3 0 0 0 0 {s}", "numero verde 800.123.{n}", "WhatsApp 98765 00{n}", "phone: 555 0{n}", "Tel: 0832.000{n}"],
}  # fmt: skip
AROUND_PHONE = [
    "Chiama il {}",
    "{} ore pasti",
    "Info al {}, chiedere di Anna",
    "Contact {} or apply below",
    "Paga 10 € l'ora. {}",
    "dal lun al ven 9-18 {}",
]

KEPT = [
    # pay
    "10-12 € l'ora", "€ 1.200 - 1.500 al mese", "1200-1500 euro netti al mese", "RAL 25.000/30.000", "RAL 25.000 - 30.000 €", "$18 - $22/hr",
    "32000-38000", "€ 32.000 - 38.000", "30.000-35.000 euro lordi annui", "compenso 800 - 1200", "7,50 / 8,50 €/h", "USD 2000-2500 per month",
    "$3k - $10k", "PHP 25,000 - 30,000 monthly", "400 - 500 € per 20 ore", "0,05 € a parola, 0,50 a riga", "budget 100.000 - 320.000 euro",
    "1.200,00 € lordi per 14 mensilità", "10€ x 20h = 200€", "stipendio 1300/1400 netti", "£28,000 - £32,000", "15-18 euro/ora, 800-1000 al mese",
    "da 8 a 10 euro", "provvigioni 10% su 5.000 €", "fisso 500 + 200 + 100", "€1000 - €1500", "1.300.000 euro", "EUR 3500 - 4000",
    "12 000 - 14 000 EUR", "up to $25/hour, 40 hours", "2.000 - 2.500 / mese", "Retribuzione: 1.100 / 1.300", "Rs 25000-30000 per month",
    "25000 - 30000 RAL", "60.000-75.000", "9.00/10.00 €", "3 x 1.250 €", "500 euro (400 + 100)", "€ 9,50/h lordi", "1500-2000 USD",
    # hours, dates, counts
    "9.00-18.00", "09:00-18:00", "dalle 9.00 alle 13.00 e dalle 14.00 alle 18.00", "09.00-13.00 14.00-18.00", "lun-ven 9-13 14-18", "24/7",
    "dal 02/12/2026 al 05/12/2026", "2026-11-24", "24.11.2026 - 28.11.2026", "0900-1800", "20/25 ore settimanali", "entro il 31-12-2026",
    "P.IVA 01234567890", "partita IVA: 01234567890", "VAT IT01234567890", "C.F. 01234567890", "Rif. 3330000123", "ID 3330000123",
    "Codice annuncio 212-555-0123", "REA MI-1234567", "cod. 0212345678", "https://annunci.esempio.test/lavoro/3330000123", "R12263",
    "anni 2024-2026", "100-200 email al giorno", "1000 contatti, 300 chiamate", "5000 parole, 250 righe", "320.000 follower", "windows 10 11",
    "UTC+1 / UTC-5", "10.000.000 di utenti", "art. 2222 c.c., art. 409", "D.Lgs. 81/2015", "L. 335/1995", "Excel 365, SAP 4/7",
    # words
    "et al. 2024", "meet at gmail",  "a casa o at home", "bus 64 at 9.30",
    "Seguici su @esempio", "we are at home", "lavoro al computer", "a presto, punto", "3 posts @ 15.Apply now", "look at esempio.test",
    "at the dot", "Node.js, Vue.js", "la chiocciola è lenta", "assistente (a distanza)", "Apply at esempio.it today",
]  # fmt: skip


def emails():
    """Every format with every local part and some domains."""
    picker = random.Random(7)
    for form, local in itertools.product(EMAILS, LOCALS):
        for domain, top in picker.sample(DOMAINS, 2):
            yield form, form.format(l=local, d=domain, t=top), picker.choice(AROUND)


def phones():
    """Every format with numbers at random."""
    picker = random.Random(11)
    for kind, forms in PHONES.items():
        for form in forms:
            for _ in range(10):
                yield (
                    kind,
                    form.format(n=(number := picker.randint(101, 999)), s=" ".join(str(number))),
                    picker.choice(AROUND_PHONE),
                )


def missed(rows, mask):
    """Return the rows of which something was left that tells the contact."""
    return [
        (kind, text)
        for kind, contact, around in rows
        if mask not in (text := mask_contacts(around.format(contact))) or leaks(text, contact)
    ]


def leaks(text, contact):
    """Whether four digits in a row or the domain of the contact are still there."""
    digits = "".join(character for character in contact if character.isdigit())
    left = "".join(character for character in text if character.isdigit())
    return (
        any(digits[at : at + 6] in left for at in range(max(0, len(digits) - 5)))
        or "studio" in text.lower()
        or "esempio" in text.lower()
    )


def test_emails_are_masked():
    """Of at least 500 addresses in at least 20 formats, 99 % are masked (SAFETY S17)."""
    rows = list(emails())
    lost = missed(rows, EMAIL)

    assert len(rows) >= 500
    assert len({row[0] for row in rows}) >= 20
    assert len(lost) <= len(rows) / 100, lost[:20]


def test_phones_are_masked():
    """Of at least 500 numbers in at least 20 formats, 99 % are masked (SAFETY S17)."""
    rows = list(phones())
    lost = missed(rows, PHONE)

    assert len(rows) >= 500
    assert sum(map(len, PHONES.values())) >= 20
    assert len(lost) <= len(rows) / 100, lost[:20]


@pytest.mark.parametrize("text", KEPT)
def test_kept(text):
    """Pay, hours, dates, numbers of companies and references stay as they are."""
    assert mask_contacts(text) == text


def test_pay_beside_a_contact():
    """A number and an address beside pay are masked, pay stays."""
    text = "Compenso 10-12 €/h, 20 ore. Tel. 333 0000123 (ore 9.00-13.00), anna@studio.test. Dal 02/12/2026."

    assert mask_contacts(text) == "Compenso 10-12 €/h, 20 ore. Tel. [phone] (ore 9.00-13.00), [email]. Dal 02/12/2026."


@given(st.text(max_size=300))
def test_never_fails_and_settles(text):
    """Any text can be masked, and a second pass finds nothing more."""
    once = mask_contacts(text)

    once.encode()
    assert mask_contacts(once) == once


CONTACTS = st.lists(
    st.sampled_from(
        ["+39 333 0000123", "a@b.test", "02 0000123", " at ", "€ 10", "-", "9.00", "tel", ",", "\n", "333", "@", "."]
    ),
    max_size=25,
)


@given(CONTACTS)
def test_any_mixture(parts):
    """Contacts in any surroundings."""
    once = mask_contacts(" ".join(parts))

    assert mask_contacts(once) == once


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "a@",
        "a.b ",
        " at ",
        "333 0000123 ",
        "+",
        "(1",
        "a_",
        "1.",
        "€ 1 - ",
        "tel ",
        "0-",
        "wa.me/",
        "a(at)b.",
        "1/1/",
    ],
)
def test_long_and_hostile(piece):
    """A long text of anything is read in one pass."""
    assert isinstance(mask_contacts(piece * (100_000 // len(piece))), str)
