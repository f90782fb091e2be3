"""Words for the source, the period, and how it is extended, ended and changed."""

from django.utils.translation import gettext_lazy as _

from samsyn.rules.terms import period, source
from samsyn.web.agreements.presenters.terms.base import Vocabulary

VOCABULARY = Vocabulary(
    families={
        "source": _("Texten"),
        "period": _("Tid"),
        "condition": _("Villkor för att gälla"),
        "extension": _("Förlängning"),
        "notice": _("Uppsägning"),
        "termination": _("Hävning"),
        "renegotiation": _("Omförhandling"),
        "change": _("Ändringar och tillägg"),
        "dispute": _("Tvist"),
    },
    labels={
        source.Source: {
            "status": _("Texten är"),
            "dated": _("Daterad"),
            "originals": _("Likalydande exemplar"),
            "missing": _("Saknas hos oss"),
            "unclear": _("Oklart i texten"),
        },
        period.Period: {"first": _("Första dag"), "last": _("Sista dag"), "lapses": _("Upphör utan uppsägning")},
        period.Condition: {"kind": _("Villkor"), "by": _("Vems beslut eller medel"), "met_on": _("Uppfyllt")},
        period.Deadline: {
            "on": _("senast %s"),
            "months_before_end": _("senast %s månader före slutet"),
            "each_year": _("senast den %s före slutet"),
        },
        period.Extension: {
            "months": _("Förlängs med"),
            "times": _("Högst så många gånger"),
            "latest_end": _("Längst till och med"),
            "deadline": _("Ska vara klart"),
            "form": _("Form"),
            "by": _("Vilka som ska vara överens"),
        },
        period.Notice: {
            "months": _("Uppsägningstid"),
            "by": _("Vem som får säga upp"),
            "ends": _("Slutar"),
            "form": _("Form"),
            "taken_back_by": _("Tas tillbaka av"),
        },
        period.Termination: {"causes": _("Skäl"), "after": _("Först"), "by": _("Vem som får häva")},
        period.Renegotiation: {"on": _("När"), "by": _("Vem som kan begära det"), "causes": _("Skäl")},
        period.Change: {
            "form": _("Form"),
            "by": _("Vems underskrift eller godkännande"),
            "waiver": _("Avstående från ett åtagande"),
        },
        period.Dispute: {"first_by": _("Först"), "then": _("Sedan")},
    },
    words={
        (period.Renegotiation, "on"): {
            "request": _("när någon begär det"),
            "event": _("när det händer"),
        },
        (source.Source, "status"): {
            "proposal": _("ett förslag till beslut"),
            "draft": _("ett utkast med öppna ställen"),
            "signed": _("undertecknad av parterna"),
        },
        (period.Condition, "kind"): {
            "legal_force": _("beslutet får laga kraft"),
            "funds": _("medel finns"),
            "circumstances": _("förhållandena är oförändrade"),
            "board_decision": _("nämnden har beslutat"),
        },
        (period.Extension, "form"): {
            "written_agreement": _("alla kommer överens skriftligt"),
            "written_notice": _("en part meddelar de andra skriftligt"),
            "tacit": _("löper vidare om ingen säger upp den i tid"),
        },
        (period.Notice, "ends"): {
            "same_day": _("samma datum så många månader senare"),
            "month_end": _("vid den månadens slut"),
        },
        (period.Notice, "form"): {"written": _("skriftligt"), "unspecified": _("texten anger ingen form")},
        (period.Notice, "taken_back_by"): {
            "all_parties": _("alla parter tillsammans"),
            "giver": _("den som sade upp"),
        },
        (period.Change, "waiver"): {
            "as_change": _("i samma form som en ändring"),
            "written_by_receiver": _("den som åtagandet är till skriver det"),
        },
        (period.Termination, "after"): {
            "demand_for_correction": _("kräva rättelse"),
            "dialogue": _("dialog mellan parterna"),
            "at_once": _("inget, det kan ske genast"),
        },
        (period.Change, "form"): {
            "written_signed_by_all": _("skriftligt och undertecknat"),
            "written_approved_by_all": _("skriftligt och godkänt"),
            "mandate": _("beslut av den som har mandat"),
        },
        (period.Dispute, "first_by"): {"dialogue": _("dialog mellan parterna")},
        (period.Dispute, "then"): {
            "general_court": _("allmän domstol"),
            "arbitration": _("skiljeförfarande"),
            "unspecified": _("texten säger inget"),
        },
    },
    units={
        (period.Extension, "months"): "months",
        (period.Notice, "months"): "months",
    },
    always={(period.Notice, "form"), (period.Dispute, "then")},
)
