"""A small invented agreement with one of everything that the pages must show, and the same with a language café."""

from __future__ import annotations

AGREEMENT = """
[agreement]
id = "lanterna"
name = "Lanterna"
title = "Idéburet offentligt partnerskap om Lanterna"
purpose = "Ingen ska vara ensam om kvällen. Kommunen och Föreningen håller ett hus öppet tillsammans."
purpose_clause = "1"
fictitious = true

[source]
clause = "9"
says = "Två likalydande exemplar."
status = "signed"
originals = 2

[period]
clause = "2"
says = "Gäller i två år."
first = 2026-01-01
last = 2027-12-31

[party.kommunen]
clause = "1"
says = "Socialnämnden är offentlig part."
name = "Socialnämnden"
kind = "public"
legal_name = "Exempelstads kommun"
administration = "Socialförvaltningen"
contact = ["Controller"]

[party.foreningen]
clause = "1"
says = "Föreningen är idéburen part."
name = "Föreningen"
kind = "civil"

[extension.forlangning]
clause = "2"
says = "Kan förlängas ett år en gång."
months = 12
times = 1
deadline = { on = 2027-06-30 }
form = "written_agreement"

[notice.uppsagning]
clause = "3"
says = "Uppsägningstiden är tre månader."
months = 3
form = "written"

[[notice.uppsagning.assumption]]
id = "sista-dag"
question = "Slutar den på dagen eller vid månadens slut?"
chosen = "På dagen."
why = "Texten säger bara tre månader."
alternatives = [{ id = "manadens-slut", says = "Vid månadens slut.", set = { ends = "month_end" } }]

[funding.bidrag]
clause = "4"
says = "Kommunen bidrar med 4 500 000 kr per år."
kind = "contribution"
payers = ["kommunen"]
payees = ["foreningen"]
basis = "fixed"
amounts = [
    { first = 2026-01-01, last = 2026-12-31, amount = 4_500_000 },
    { first = 2027-01-01, last = 2027-12-31, amount = 4_600_000.50 },
]

[payment.fakturor]
clause = "4"
says = "Föreningen fakturerar varje kvartal i förskott."
funding = "bidrag"
every = "quarter"
when = "advance"

[[payment.fakturor.assumption]]
id = "i-efterskott"
question = "I förskott eller i efterskott?"
chosen = "I förskott."
alternatives = [
    { id = "efterskott", says = "I efterskott.", set = { when = "arrears" } },
    { id = "samma", says = "Det ordnar sig.", set = {} },
]

[body.styrgrupp]
clause = "5"
says = "Styrgruppen möts minst två gånger om året."
name = "Styrgruppen"
kind = "steering"
members = [
    { function = "Controller", party = "kommunen" },
    { function = "Ordförande", party = "foreningen", seats = 2 },
]
meets = { every = "year", times = 2 }
convenor = "kommunen"

[duty.rapport]
clause = "6"
says = "Föreningen lämnar en rapport varje år."
kind = "report"
by = ["foreningen"]
to = ["kommunen"]
when = { every = "year", due = "02-28", due_year = "following" }

[duty.insyn]
clause = "6"
says = "Kommunen har rätt till insyn."
kind = "insight"
by = ["foreningen"]
when = { on = "request" }
"""

CLAUSES = """# Lanterna: varje punkt besvarad

## 1 · Syfte och parter
Två parter håller ett hus öppet.

Terms: `kommunen`, `foreningen`

## 2 · Tid
Två år, och ett år till om parterna vill.

Terms: `period`, `forlangning`

## 3 · Uppsägning
Tre månader.

Terms: `uppsagning`

## 4 · Pengar
Ett bidrag som faktureras varje kvartal.

Terms: `bidrag`, `fakturor`

## 5 · Samverkan
En styrgrupp leder arbetet.

Terms: `styrgrupp`

## 6 · Rapport och insyn
Föreningen berättar hur det går.

Terms: `rapport`, `insyn`

## 7 · Kvällarna
Huset är öppet när någon behöver det. Se också pengarna.

Terms: `bidrag`

## 8 · Namnet
Huset heter Lanterna.

Nothing to compute: ett namn.

## 9 · Underskrift
Två exemplar.

Terms: `source`
"""

AMENDMENT = """
[change]
id = "tillagg-1"
kind = "amendment"
clause = "3"
says = "Uppsägningstiden blir sex månader, och en verksamhetsberättelse kommer till."
on = 2026-05-04
first = 2026-07-01
by = ["kommunen", "foreningen"]
form = "Skriftligt, undertecknat av båda"

[set.notice.uppsagning]
says = "Uppsägningstiden är sex månader."
months = 6

[add.duty.berattelse]
clause = "10"
says = "Föreningen lämnar en verksamhetsberättelse en gång."
kind = "annual_report"
by = ["foreningen"]
when = { by = 2027-03-31 }
"""

FILES = {"agreement.toml": AGREEMENT.encode(), "clauses.md": CLAUSES.encode()}
AMENDED = {**FILES, "amendments/2026-05-04-tillagg.toml": AMENDMENT.encode()}

COUNTING = (
    AGREEMENT
    + """
[site.huset]
clause = "7"
says = "Huset Lanterna."
name = "Lanterna"
by = "foreningen"

[opening.kvallar]
clause = "7"
says = "Öppet måndag, onsdag och söndag, inte på röda dagar, stängt tre veckor på sommaren."
site = "huset"
days = ["mon", "wed", "sun"]
opens = "17:00"
closes = "21:00"
closed = ["public_holidays"]
closed_weeks = 3
closed_season = "summer"

[service.sprakkafe]
clause = "7"
says = "Föreningen håller språkkafé."
name = "Språkkafé"
by = ["foreningen"]
site = "huset"
kind = "activity"
every = "open_day"

[service.kaffe]
clause = "7"
says = "Det finns kaffe."
name = "Kaffe"
by = ["foreningen"]
site = "huset"
kind = "basic_need"

[service.stodsamtal]
clause = "7"
says = "Föreningen ger stödsamtal."
name = "Stödsamtal"
by = ["foreningen"]
kind = "counselling"
anonymous = true

[pad.disken]
clause = "7"
says = "Föreningen räknar besök, språkkafé och kaffe utan personer."
name = "Disken"
site = "huset"
by = "foreningen"
services = ["sprakkafe", "kaffe"]
asks = ["sex", "age_band"]
age_bands = ["0-12", "13-17", "18-64", "65+"]

[[pad.disken.assumption]]
id = "vad-gasten-fragas"
question = "Räknas kön och åldersgrupp?"
chosen = "Ja, om gästen själv säger det."
alternatives = [{ id = "inget", says = "Nej.", set = { asks = [], age_bands = [] } }]

[support_line.stodet]
clause = "7"
says = "Föreningen räknar stödet utan uppgifter om den som söker det."
name = "Stöd"
by = "foreningen"
channels = ["phone", "mail", "visit"]
kinds = ["stodsamtal"]
passed_on = true
first_or_returning = true
children = true
concern = ["reported", "mother_applies", "talk_held"]
"""
)
COUNTED = {
    "agreement.toml": COUNTING.encode(),
    "clauses.md": CLAUSES.replace(
        "Huset är öppet när någon behöver det. Se också pengarna.\n\nTerms: `bidrag`",
        "Språkkafé, kaffe och stöd, räknade utan personer.\n\n"
        "Terms: `bidrag`, `huset`, `kvallar`, `sprakkafe`, `kaffe`, `stodsamtal`, `disken`, `stodet`",
    ).encode(),
}
"""With a site, its opening hours, a pad at the desk and a support line, all of the association."""
