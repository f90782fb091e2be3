"""Words for parties, participants, bodies and mandates."""

from django.utils.translation import gettext_lazy as _

from samsyn.rules.terms import governance, parties
from samsyn.web.agreements.presenters.terms.base import Vocabulary

VOCABULARY = Vocabulary(
    families={
        "party": _("Part"),
        "participant": _("Deltar utan att vara part"),
        "body": _("Samverkan"),
        "mandate": _("Mandat"),
    },
    labels={
        parties.Party: {
            "name": _("Namn"),
            "kind": _("Sida"),
            "legal_name": _("Juridisk person"),
            "org_nr": _("Organisationsnummer"),
            "administration": _("Förvaltning"),
            "contact": _("Kontaktas genom"),
            "initiator": _("Tog initiativet"),
            "signs": _("Undertecknar"),
        },
        parties.Participant: {"name": _("Namn"), "belongs_to": _("Hör till"), "task": _("Uppgift")},
        governance.Seat: {
            "function": _("Funktion"),
            "party": _("Part"),
            "participant": _("Deltagare"),
            "seats": _("Platser"),
        },
        governance.Rhythm: {
            "every": _("Hur ofta"),
            "times": _("Gånger"),
            "aligned": _("Räknas"),
            "counted": _("Räknas"),
            "exactly": _("Precis så ofta"),
            "also_when_needed": _("Också när det behövs"),
            "or_when_needed": _("Eller när det behövs"),
        },
        governance.Body: {
            "name": _("Namn"),
            "kind": _("Slag"),
            "members": _("Ledamöter"),
            "meets": _("Möts"),
            "convenor": _("Sammankallande"),
            "convenor_function": _("Sammankallande funktion"),
            "chair": _("Ordförande"),
            "may_call": _("Kan också kalla till möte"),
            "tasks": _("Uppgifter"),
        },
        governance.Mandate: {
            "party": _("För"),
            "function": _("Vem"),
            "may": _("Får"),
            "limits": _("Gränser"),
            "given_by": _("Mandatet kommer från"),
            "level": _("Beslutas av"),
            "legal_force": _("Beslutet ska ha vunnit laga kraft"),
            "not_reaching": _("Når inte"),
        },
    },
    words={
        (parties.Party, "kind"): {"public": _("offentlig part"), "civil": _("idéburen part")},
        (governance.Rhythm, "every"): {
            "month": _("varje månad"),
            "two_months": _("varannan månad"),
            "quarter": _("varje kvartal"),
            "half_year": _("varje halvår"),
            "year": _("varje år"),
        },
        (governance.Rhythm, "aligned"): {
            "calendar": _("efter kalendern"),
            "agreement": _("från överenskommelsens första dag"),
        },
        (governance.Rhythm, "counted"): {
            "by_period": _("i varje period"),
            "from_last": _("från förra mötet"),
        },
        (governance.Body, "kind"): {
            "steering": _("styrgrupp"),
            "operative": _("samverkansgrupp"),
            "coordination": _("samordning"),
            "other": _("annan grupp"),
        },
        (governance.Mandate, "level"): {
            "function": _("funktionen själv"),
            "board": _("nämnden"),
        },
        (governance.Mandate, "not_reaching"): {
            "goal": _("mål"),
            "openness": _("värdegrund och öppenhet"),
        },
        (governance.Mandate, "may"): {
            "sign": _("underteckna"),
            "change": _("ändra"),
            "extend": _("förlänga"),
            "terminate": _("säga upp eller häva"),
            "approve": _("godkänna"),
        },
    },
)
