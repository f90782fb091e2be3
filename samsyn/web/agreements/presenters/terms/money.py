"""Words for money: funding, index, payment plan, cost lines, own contributions, repayment."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.rules.terms import funding, resources
from samsyn.web.agreements.presenters.terms.base import Vocabulary

_EVERY: Mapping[object, Promise] = {
    "month": _("varje månad"),
    "two_months": _("varannan månad"),
    "quarter": _("varje kvartal"),
    "four_months": _("var fjärde månad"),
    "half_year": _("varje halvår"),
    "year": _("varje år"),
    "periods": _("för perioderna här"),
}

VOCABULARY = Vocabulary(
    families={
        "funding": _("Bidrag eller ersättning"),
        "index": _("Uppräkning"),
        "payment": _("Betalningsplan"),
        "cost_line": _("Vad pengarna går till"),
        "fallback": _("Om parterna inte kommer överens om beloppet"),
        "in_kind": _("Egen insats"),
        "other_funding": _("Annan finansiering"),
        "state_aid": _("Statligt stöd"),
        "deviation": _("Avvikelse från plan eller budget"),
        "repayment": _("Återbetalning"),
    },
    labels={
        funding.Funding: {
            "kind": _("Slag"),
            "payers": _("Betalas av"),
            "payees": _("Betalas till"),
            "basis": _("Beloppet är"),
            "amounts": _("Belopp"),
            "index": _("Räknas upp enligt"),
            "rate": _("Per invånare och år"),
            "inhabitants": _("Antal invånare"),
            "ended_early": _("Slutar överenskommelsen mitt i ett år betalas"),
            "shares": _("Delas mellan"),
            "purpose": _("Till"),
        },
        funding.DatedAmount: {"first": _("Från"), "last": _("Till"), "amount": _("Belopp")},
        funding.Inhabitants: {"first": _("Från"), "last": _("Till"), "count": _("Antal"), "source": _("Källa")},
        funding.Share: {"party": _("Part"), "percent": _("Andel")},
        funding.PayPeriod: {"first": _("Från"), "last": _("Till")},
        funding.Index: {
            "series": _("Index"),
            "publisher": _("Publiceras av"),
            "year_offset": _("Vilket års tal"),
            "publication": _("Vilken tabell"),
            "uplift_on": _("Räknas upp varje"),
            "first_uplift": _("Första gången"),
            "share": _("Så stor del av indexet"),
            "rounding": _("Avrundas"),
            "compounding": _("Räknas på"),
            "true_up": _("Rättas när prognosen blir utfall"),
            "may_fall": _("Beloppet kan sjunka"),
        },
        funding.Payment: {
            "funding": _("Gäller"),
            "every": _("Hur ofta"),
            "periods": _("Perioder"),
            "aligned": _("Perioderna räknas"),
            "when": _("När"),
            "parts": _("Delarna är"),
            "changed": _("Ändras summan läggs skillnaden"),
            "due": _("Senast"),
            "invoiced": _("Mot faktura"),
            "days_to_pay": _("Betalas inom"),
            "verified": _("Varje kostnad ska visas"),
            "by": _("Gäller dem som betalar"),
        },
        funding.CostLine: {
            "funding": _("Gäller"),
            "amount": _("Belopp"),
            "posts": _("Heltidstjänster"),
            "purpose": _("Slag"),
            "part_of": _("Ingår i"),
        },
        funding.Fallback: {
            "funding": _("Gäller"),
            "amounts": _("Belopp"),
            "agreed_by": _("Ska vara överens senast"),
        },
        resources.InKind: {"by": _("Från"), "items": _("Bidrar med")},
        resources.OtherFunding: {"party": _("Gäller"), "rule": _("Regel")},
        resources.StateAid: {
            "economic": _("Verksamheten är"),
            "general_interest": _("Tjänst av allmänt ekonomiskt intresse"),
        },
        resources.Deviation: {
            "of": _("Avvikelse från"),
            "approved_by": _("Godkänns i förväg av"),
            "after": _("Efter"),
        },
        resources.Repayment: {
            "by": _("Kan få betala tillbaka"),
            "to": _("Betalas till"),
            "cause": _("När"),
            "extent": _("Hur mycket"),
            "exceptions": _("Undantag"),
            "proportional": _("Bara om det är rimligt"),
            "owed_when": _("Är skyldigt"),
        },
    },
    words={
        (funding.Funding, "kind"): {"contribution": _("bidrag"), "compensation": _("ersättning")},
        (funding.Funding, "basis"): {
            "fixed": _("fast"),
            "ceiling": _("ett tak"),
            "verified_cost": _("kostnader som kan visas"),
            "per_inhabitant": _("räknat per invånare"),
            "unstated": _("inte angivet i texten"),
        },
        (funding.Funding, "ended_early"): {
            "by_months": _("den del av årets belopp som månaderna svarar mot"),
            "whole_year": _("hela årets belopp"),
        },
        (funding.Index, "year_offset"): {
            0: _("samma år som uppräkningen"),
            -1: _("året före uppräkningen"),
            -2: _("två år före uppräkningen"),
        },
        (funding.Index, "publication"): {
            "latest_before": _("den senaste som publicerats före uppräkningen"),
            "october_before": _("oktobertabellen före uppräkningen"),
            "any": _("texten säger inte vilken"),
        },
        (funding.Index, "rounding"): {
            "krona": _("till närmaste hela krona"),
            "krona_up": _("upp till hel krona"),
            "krona_down": _("ner till hel krona"),
            "krona_even": _("till närmaste hela krona, halva till jämn"),
            "ore": _("till närmaste öre"),
            "hundred": _("till närmaste hundratal kronor"),
            "thousand": _("till närmaste tusental kronor"),
        },
        (funding.Index, "compounding"): {
            True: _("förra årets uppräknade belopp"),
            False: _("grundbeloppet varje gång"),
        },
        (funding.Payment, "every"): _EVERY,
        (funding.Payment, "aligned"): {
            "calendar": _("efter kalendern"),
            "agreement": _("från överenskommelsens första dag"),
        },
        (funding.Payment, "when"): {
            "advance": _("i förskott"),
            "arrears": _("i efterskott"),
            "fixed_day": _("på en bestämd dag"),
            "unspecified": _("någon gång under perioden"),
        },
        (funding.Payment, "parts"): {
            "by_length": _("lika stora för lika lång tid"),
            "open": _("inte bestämda i förväg"),
        },
        (funding.CostLine, "purpose"): {
            "staff": _("personal"),
            "clothes": _("arbetskläder"),
            "premises": _("lokaler"),
            "material": _("material"),
            "other": _("annat"),
        },
        (resources.OtherFunding, "rule"): {
            "free": _("får ta emot pengar från andra"),
            "not_for_same_activity": _("får inte ta emot andra pengar för samma verksamhet"),
            "forbidden": _("får inte ta emot pengar från andra"),
            "must_be_told": _("ska berätta om pengar från andra"),
        },
        (resources.StateAid, "economic"): {True: _("ekonomisk"), False: _("icke-ekonomisk")},
        (funding.Payment, "changed"): {
            "next": _("på nästa faktura"),
            "spread": _("fördelad på resten av året"),
        },
        (resources.Deviation, "of"): {
            "plan": _("planen"),
            "budget": _("budgeten"),
            "activity": _("verksamheten"),
            "staff": _("personalen"),
        },
        (resources.Deviation, "after"): {"dialogue": _("dialog"), "request": _("begäran")},
        (resources.Repayment, "cause"): {
            "misuse": _("pengarna har använts till annat"),
            "termination_for_cause": _("överenskommelsen hävs"),
            "unused_funds": _("pengar blir över"),
        },
        (resources.Repayment, "owed_when"): {
            "agreed": _("när den som ska betala har godkänt kravet"),
            "claimed": _("redan när det krävs"),
        },
        (resources.Repayment, "extent"): {
            "affected_part": _("den del det gäller"),
            "part_or_whole": _("en del eller allt"),
            "whole": _("allt"),
        },
    },
    units={(funding.Payment, "days_to_pay"): "days"},
    always={(funding.Index, "true_up")},
)
