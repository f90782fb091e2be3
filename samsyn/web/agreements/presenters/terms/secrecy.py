"""Words for secrecy, legal basis, consent, citations of law and openness."""

from django.utils.translation import gettext_lazy as _

from samsyn.rules.terms import secrecy
from samsyn.web.agreements.presenters.terms.base import Vocabulary

VOCABULARY = Vocabulary(
    families={
        "secrecy": _("Sekretess"),
        "legal_basis": _("Lagstöd"),
        "consent": _("Samtycke"),
        "citation": _("Laghänvisning"),
        "openness": _("Öppenhet"),
    },
    labels={
        secrecy.Secrecy: {
            "of": _("Uppgifter hos"),
            "binds": _("Binder"),
            "law": _("Lag"),
            "rule": _("Regel"),
            "about": _("Om"),
        },
        secrecy.LegalBasis: {"basis": _("Verksamheten är"), "law": _("Lag")},
        secrecy.Consent: {
            "asked_by": _("Frågas av"),
            "of": _("Den som tillfrågas"),
            "shared_with": _("Uppgifter delas med"),
            "covers": _("Omfattar"),
        },
        secrecy.Citation: {
            "cites": _("Texten hänvisar till"),
            "act": _("Lag"),
            "in_force": _("Gäller i dag"),
            "now": _("Står nu i"),
            "since": _("Sedan"),
            "source": _("Källa"),
        },
        secrecy.Openness: {"by": _("Gäller"), "kind": _("Slag")},
    },
    words={
        (secrecy.Secrecy, "rule"): {
            "straight": _("hemligt om det kan antas skada (rakt skaderekvisit)"),
            "reversed": _("hemligt om det inte står klart att det inte skadar (omvänt skaderekvisit)"),
            "contract": _("lovat i överenskommelsen"),
            "statute": _("tystnadsplikt i lag"),
        },
        (secrecy.LegalBasis, "basis"): {
            "sol_without_assessment": _("insats enligt socialtjänstlagen utan individuell prövning"),
            "sol_decided": _("insats enligt socialtjänstlagen efter beslut"),
            "labour_market": _("arbetsmarknadspolitisk insats"),
            "own_activity": _("organisationens egen verksamhet"),
        },
        (secrecy.Openness, "kind"): {
            "public_records": _("allmänna handlingar"),
            "economy": _("öppen ekonomi"),
            "iop": _("berätta att det är ett IOP"),
            "values": _("gemensam värdegrund"),
            "independence": _("självständighet"),
            "declaration": _("förklaring"),
        },
    },
)
