"""One referral: exactly what the host sees of it, where it stands, and the line in its order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from django.utils.translation import gettext

from samsyn.web.placements.models import Consent, Referral
from samsyn.web.placements.presenters.words import civil_day, listed, reservation_words, scope_words, until_words
from samsyn.web.ui.formats import civil_date

_LANGUAGES = {
    "sv": "svenska", "en": "engelska", "ar": "arabiska", "so": "somaliska", "uk": "ukrainska", "fa": "persiska",
    "ti": "tigrinja", "other": "annat språk än svenska",
}  # fmt: skip


def seen_by_host(
    referral: Referral, consent: Consent | None, name: Callable[[UUID], str], tracks: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Every word of it. That the target group is assessed, and when: never by which person and never why."""
    person = referral.participant
    assessed = gettext("ja, bedömt av %(who)s %(day)s")
    nothing = gettext("inte uppgivet")
    rows = [
        (gettext("Namn"), person.known_as),
        (gettext("Födelseår"), str(person.birth_year or nothing)),
        (gettext("Kön"), str(person.get_sex_display())),
        (gettext("Språk"), _LANGUAGES.get(person.language, nothing)),
        (
            gettext("Vill prova"),
            listed(tracks.get(each, each) for each in referral.wishes) or gettext("inget särskilt"),
        ),
        (gettext("Önskad första dag"), civil_date(referral.wanted_from) if referral.wanted_from else nothing),
        (
            gettext("Hör till målgruppen"),
            assessed % {"who": name(referral.organisation_id), "day": civil_date(referral.assessed_on)}
            if referral.assessed_on
            else gettext("inte bedömt än"),
        ),
    ]
    if consent is None:
        return rows
    rows.append((gettext("Samtycket omfattar"), listed(scope_words(consent.scope))))
    if consent.reservation:
        rows.append((gettext("Förbehåll"), listed(reservation_words(consent.reservation))))
    return [*rows, (gettext("Samtycket gäller"), until_words(consent))]


def stands(referral: Referral, name: Callable[[UUID], str], placed: bool, covered: bool) -> str:
    """What has happened, and who does what next. The same sentence for both.

    `covered`: a consent is in force. Where it has run out by itself only the one who sent it still sees the referral.
    """
    host, sender = name(referral.host_id), name(referral.organisation_id)
    states = Referral.State
    if not covered and referral.sent_at and referral.state in Referral.OPEN:
        says = gettext(
            "Samtycket gäller inte längre, så %(host)s ser inte anvisningen och kan inte svara. Be deltagaren om ett "
            "nytt samtycke, eller ta tillbaka anvisningen."
        )
        return says % {"host": host}
    said = {
        states.DRAFT: gettext("Bara %(sender)s ser utkastet. Inget är lämnat till %(host)s."),
        states.SENT: gettext("%(sender)s har skickat anvisningen. Nu svarar %(host)s."),
        states.ACCEPTED: gettext("%(host)s har tagit emot anvisningen. Nu väljer %(host)s plats och första dag."),
        states.WAITING: gettext("Deltagaren står i kö till en plats hos %(host)s sedan %(since)s."),
        states.STARTED: gettext("Deltagaren har fått en plats hos %(host)s.")
        if placed
        else gettext("Anvisningen har lett till en placering."),
        states.DECLINED: gettext("%(host)s kunde inte ta emot: %(why)s. %(sender)s kan skriva en ny."),
        states.WITHDRAWN: gettext("Anvisningen gäller inte längre: %(why)s."),
    }[states(referral.state)]
    return said % {
        "host": host,
        "sender": sender,
        "since": civil_day(referral.waiting_since) if referral.waiting_since else "",
        "why": referral.get_because_display(),
    }
