"""What a kind of change and a step in it are called, the same for every party."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.web.changes.models import Change, Step


@dataclass(frozen=True)
class KindWords:
    """`begin` is what a person does when beginning one; `says` when one uses it; `place` its address."""

    title: Promise
    begin: Promise
    says: Promise
    place: str


KINDS: Mapping[str, KindWords] = {
    Change.Kind.AMENDMENT: KindWords(
        _("Tillägg"), _("Ändra ett villkor"),
        _("Ett eller flera villkor skrivs om, läggs till eller tas bort."), "amendment",
    ),
    Change.Kind.EXTENSION: KindWords(
        _("Förlängning"), _("Förläng överenskommelsen"), _("Sista dagen flyttas fram."), "extension"
    ),
    Change.Kind.CONFIRMATION: KindWords(
        _("Bekräftad tolkning"), _("Bekräfta en tolkning"),
        _("Parterna svarar på en fråga som texten lämnar öppen."), "confirmation",
    ),
    Change.Kind.CONDITION_MET: KindWords(
        _("Uppfyllt villkor"), _("Skriv in att ett villkor är uppfyllt"),
        _("Överenskommelsen väntar på ett beslut, och beslutet är fattat."), "condition",
    ),
    Change.Kind.WAIVER: KindWords(
        _("Avstående"), _("Avstå från ett åtagande"), _("Ett åtagande behöver inte göras den här gången."), "waiver"
    ),
    Change.Kind.RENEGOTIATION: KindWords(
        _("Begäran om nya samtal"), _("Begär nya samtal"),
        _("Ni vill tala om villkoren på nytt. Inget ändras av begäran."), "renegotiation",
    ),
    Change.Kind.NOTICE: KindWords(
        _("Uppsägning"), _("Säg upp överenskommelsen"), _("Överenskommelsen slutar efter uppsägningstiden."), "notice"
    ),
    Change.Kind.WITHDRAWAL: KindWords(
        _("Återtagen uppsägning"), _("Ta tillbaka en uppsägning"),
        _("Överenskommelsen fortsätter som om den inte hade sagts upp."), "withdrawal",
    ),
    Change.Kind.REPAYMENT: KindWords(
        _("Återbetalning"), _("Kräv återbetalning"), _("Pengar ska betalas tillbaka enligt överenskommelsen."),
        "repayment",
    ),
    Change.Kind.TERMINATION: KindWords(
        _("Hävning"), _("Häv överenskommelsen"), _("Den andra parten har brustit, och överenskommelsen ska sluta."),
        "termination",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class StepWords:
    """`act`: on a button. `does`: «… godkänner skriftligen». `did`: «… godkände». `title`: heads its form."""

    act: Promise
    does: Promise
    did: Promise
    title: Promise
    place: str


STEPS: Mapping[str, StepWords] = {
    Step.Kind.APPROVAL: StepWords(
        _("Godkänn"), _("godkänner skriftligen"), _("godkände"), _("Godkänn ändringen"), "approve"
    ),
    Step.Kind.SIGNATURE: StepWords(
        _("Skriv in undertecknandet"), _("undertecknar"), _("undertecknade"),
        _("Skriv in att er part har undertecknat"), "sign",
    ),
    Step.Kind.BOARD_DECISION: StepWords(
        _("Skriv in nämndens eller styrelsens beslut"), _("fattar beslut i nämnden eller styrelsen"),
        _("beslutade i nämnden eller styrelsen"), _("Skriv in beslutet"), "decide",
    ),
    Step.Kind.LEGAL_FORCE: StepWords(
        _("Skriv in att beslutet har vunnit laga kraft"), _("låter beslutet vinna laga kraft"),
        _("lät beslutet vinna laga kraft"), _("Skriv in att beslutet har vunnit laga kraft"), "legal-force",
    ),
    Step.Kind.REFUSAL: StepWords(_("Avböj"), _("avböjer"), _("avböjde"), _("Avböj ändringen"), "refuse"),
    Step.Kind.DEMAND: StepWords(
        _("Kräv rättelse"), _("kräver rättelse"), _("krävde rättelse"), _("Kräv rättelse"), "demand"
    ),
    Step.Kind.CORRECTED: StepWords(
        _("Svara att det är rättat"), _("rättar"), _("svarade att det är rättat"), _("Svara att det är rättat"),
        "correct",
    ),
    Step.Kind.DIALOGUE: StepWords(
        _("Skriv in samtalet"), _("talar igenom saken med de andra"), _("talade igenom saken"),
        _("Skriv in att ni har talat igenom saken"), "talk",
    ),
    Step.Kind.NOTIFIED: StepWords(
        _("Meddela de andra parterna"), _("meddelar de andra skriftligen"), _("meddelade de andra skriftligen"),
        _("Meddela de andra parterna skriftligen"), "notify",
    ),
    Step.Kind.RECEIVED: StepWords(
        _("Bekräfta att det har kommit fram"), _("bekräftar att meddelandet har kommit"),
        _("bekräftade att meddelandet har kommit"), _("Bekräfta att meddelandet har kommit fram"), "receive",
    ),
}  # fmt: skip
