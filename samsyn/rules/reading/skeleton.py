"""A small agreement that can be read as it stands, with a comment at every place to fill in."""

from __future__ import annotations

from samsyn.rules.reading.slug import slug

_AGREEMENT = """#:schema ../schema.json
# An agreement (överenskommelse) between a public party and one or more civil parties.
# Everything here is an example: write over it, take away what your text does not say.
# The guide is agreements/README.md. Check your file with:  python -m samsyn check <this folder>

[agreement]
id = "{name}"                          # the name of this folder
name = "Exempelkaféet"                 # what people call the partnership
title = "Överenskommelse om idéburet offentligt partnerskap"
purpose = "Vad partnerskapet ska åstadkomma. Två meningar räcker."
purpose_clause = "1"                   # the clause that says so
fictitious = true                      # take this line away when the agreement is a real one

[source]
clause = "6"
says = "Överenskommelsen är undertecknad av båda parter i två exemplar."
status = "signed"                      # proposal | draft | signed
originals = 2

[period]
clause = "3"
says = "Överenskommelsen gäller i två år."
first = 2027-01-01                     # första dagen
last = 2028-12-31                      # till och med

[party.namnden]                        # the word after the dot is the id: other terms refer to it
clause = "1"
says = "Nämnden är offentlig part."
name = "Exempelnämnden"
kind = "public"
legal_name = "Exempelstads kommun"

[party.foreningen]
clause = "1"
says = "Föreningen är idéburen part."
name = "Föreningen Exempel"
kind = "civil"

[extension.forlangning]
clause = "3"
says = "Överenskommelsen kan förlängas ett år i taget, skriftligt och senast tre månader innan den upphör."
months = 12
deadline = {{ months_before_end = 3 }}
form = "written_agreement"             # written_agreement | written_notice | tacit

[notice.uppsagning]
clause = "3"
says = "Uppsägningstiden är sex månader."
months = 6

[funding.bidrag]
clause = "4"
says = "Nämnden bidrar med 500 000 kr om året."
kind = "contribution"                  # contribution (bidrag) | compensation (ersättning)
payers = ["namnden"]
payees = ["foreningen"]
basis = "fixed"
amounts = [
    {{ first = 2027-01-01, last = 2027-12-31, amount = 500_000 }},
    {{ first = 2028-01-01, last = 2028-12-31, amount = 500_000 }},
]

[payment.utbetalning]
clause = "4"
says = "Föreningen fakturerar kvartalsvis."
funding = "bidrag"
every = "quarter"
when = "arrears"                       # advance | arrears | fixed_day | unspecified

# Your text does not say if it is in advance or in arrears? Then the reading is assumed, and says so:
[[payment.utbetalning.assumption]]
id = "forskott-eller-efterskott"
question = "Fakturerar föreningen kvartalet i förskott eller i efterskott?"
chosen = "I efterskott, dagen efter kvartalets slut."
alternatives = [{{ id = "forskott", says = "I förskott, kvartalets första dag.", set = {{ when = "advance" }} }}]

[body.styrgrupp]
clause = "2"
says = "En styrgrupp möts minst två gånger om året; föreningen kallar."
name = "Styrgruppen"
kind = "steering"
members = [
    {{ function = "Verksamhetschef", party = "namnden" }},
    {{ function = "Ordförande", party = "foreningen" }},
]
meets = {{ every = "year", times = 2 }}
convenor = "foreningen"

[duty.verksamhetsberattelse]
clause = "5"
says = "Föreningen lämnar en verksamhetsberättelse senast 31 mars året efter."
kind = "annual_report"
by = ["foreningen"]
to = ["namnden"]
when = {{ every = "year", due = "03-31", due_year = "following" }}
"""

CLAUSES = """# Överenskommelse om idéburet offentligt partnerskap

## 1 · Parter och syfte

Vilka som är parter och vad de vill åstadkomma tillsammans.

Terms: `namnden`, `foreningen`

## 2 · Styrgrupp

Styrgruppen leder partnerskapet.

Terms: `styrgrupp`

## 3 · Tid

Två år, kan förlängas, kan sägas upp.

Terms: `period`, `forlangning`, `uppsagning`

## 4 · Ekonomi

Bidraget och hur det faktureras.

Terms: `bidrag`, `utbetalning`

## 5 · Uppföljning

Verksamhetsberättelse varje år.

Terms: `verksamhetsberattelse`

## 6 · Underskrift

Två exemplar, ett till varje part.

Terms: `source`
"""

EXAMPLES = """# Worked examples: what you can compute by hand from the text. `samsyn check` says if the files agree.

[[example]]
clause = "3"
says = "Sägs överenskommelsen upp 15 mars 2027 är sista dagen 15 september 2027"
ask = "last_day_if_notice_is_given"
given = { on = 2027-03-15 }
expect = 2027-09-15

[[example]]
clause = "3"
says = "En förlängning ska vara klar tre månader före 31 december 2028"
ask = "extend_by"
given = { on = 2027-03-15 }
expect = 2028-09-30
"""


def skeleton(folder: str) -> str:
    """agreement.toml for a folder of that name."""
    return _AGREEMENT.format(name=slug(folder) or "exempel")
