"""What a part and a whole report say, as plain values: this is what is frozen, summed and signed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import gettext

from samsyn.exchange.reports import Fact, Notice, Party, ReportDocument, canonical, from_plain, to_plain
from samsyn.rules.quantities import DateRange, add_months
from samsyn.web.releases.told import Reach
from samsyn.web.reports.queries import Standing
from samsyn.web.reports.sections import Material, Voice, section_doc
from samsyn.web.reports.told import Told, plain_told, tag_of, told_from_plain
from samsyn.web.ui.formats import civil_date

Content = dict[str, Any]
TO_ALL = ("board", "public")
"""Audiences whose reports may be let out to everyone; what a board is given is also the public's to ask for."""


def digest(content: Content) -> str:
    return hashlib.sha256(canonical(content)).hexdigest()


def part_content(material: Material) -> Content:
    """Without its number and day, so that the same said again is the same."""
    voice, standing = material.voices[0], material.standing
    sections = standing.sections("part") if standing.has_own_part else standing.template.sections
    whole = material if standing.has_own_part else replace(material, compiler=voice.words)
    document = replace(_document(standing, [voice.key]), sections=tuple(section_doc(each, whole) for each in sections))
    return {
        "document": to_plain(document),
        "figures": plain_told(list(voice.figures.values())),
        "words": {each.id: voice.words.get(each.id, "") for each in sections if each.kind == "text"},
    }


def whole_content(material: Material) -> Content:
    """All parts put together, with the words of whoever compiles."""
    standing = material.standing
    parties = [*standing.signers, *([standing.compiler] if standing.compiler else [])]
    sections = tuple(section_doc(each, material) for each in standing.template.sections)
    document = replace(_document(standing, parties), sections=sections)
    return {"document": to_plain(document), "figures": plain_told(list(_figures_in(material)))}


def _figures_in(material: Material) -> Iterator[Told]:
    yield from material.together.values()
    if not material.several:
        yield from material.voices[0].figures.values()


def voice_of(standing: Standing, key: str, content: Mapping[str, Any]) -> Voice:
    """A party as it spoke when it signed, with what all that read the whole may read."""
    figures = {name: each.within(reach_of(standing)) for name, each in told_from_plain(content["figures"]).items()}
    return Voice(key, standing.name_of(key), content["words"], figures)


def reach_of(standing: Standing) -> tuple[Reach, ...]:
    """What a report is for that is put together: all parties read it, and what is for a board or for all, anybody."""
    return ("anyone",) if standing.template.audience in TO_ALL else ("anyone", "parties")


def is_for_anyone(content: Mapping[str, Any]) -> bool:
    """Whether no figure of what was submitted is for some alone."""
    return all(each.is_for_anyone for each in told_from_plain(content["figures"]).values())


def document_in(content: Mapping[str, Any]) -> ReportDocument:
    return from_plain(content["document"])


def title_of(standing: Standing) -> str:
    """«Verksamhetsrapport maj–oktober 2026»"""
    return f"{standing.template.name} {period_words(standing.days)}"


def period_words(days: DateRange) -> str:
    """A year as a year, whole months as months, anything else as its days."""
    if days == DateRange.year(days.start.year):
        return str(days.start.year)
    if days.start.day == 1 and days.end.day == 1:
        first, last = _month(days.start), _month(days.last)
        if days.end == add_months(days.start, 1):
            return f"{first} {days.last.year}"
        start = first if days.start.year == days.last.year else f"{first} {days.start.year}"
        return f"{start}\N{EN DASH}{last} {days.last.year}"
    return f"{days.start}\N{EN DASH}{days.last}"


def _month(day: date) -> str:
    return civil_date(day, "short").partition("\N{NO-BREAK SPACE}")[2]


def _document(standing: Standing, parties: Sequence[str]) -> ReportDocument:
    obligation = standing.report.obligation
    days = standing.days
    period = gettext("%(first)s till och med %(last)s") % {
        "first": civil_date(days.start, "long"), "last": civil_date(days.last, "long"),
    }  # fmt: skip
    return ReportDocument(
        language=settings.LANGUAGE_CODE,
        kind=standing.template.name,
        title=title_of(standing),
        partnership=standing.report.partnership.name,
        period=period,
        made="",
        case_number=_case_number(standing),
        tag=tag_of(standing.template.clause, bool(standing.template.assumption)),
        notices=_notices(standing),
        parties=tuple(_party(standing, key) for key in parties if key in standing.places),
        facts=(
            Fact(gettext("Avser"), (period,)),
            Fact(gettext("Enligt överenskommelsen"), (obligation.says,)),
        ),
    )


def _notices(standing: Standing) -> tuple[Notice, ...]:
    if not standing.report.partnership.is_demo:
        return ()
    return (Notice(gettext("Demodata"), (gettext("Parterna, orden och siffrorna är påhittade."),)),)


def _case_number(standing: Standing) -> str:
    found = [
        standing.places[key].case_number for key in (standing.compiler, *standing.places) if key in standing.places
    ]
    return next((each for each in found if each), "")


def _party(standing: Standing, key: str) -> Party:
    place = standing.places[key]
    organisation = place.organisation
    kind = standing.terms.party[key].kind if key in standing.terms.party else organisation.kind
    legal = organisation.legal_name if organisation.legal_name != organisation.name else ""
    number = gettext("Organisationsnummer %(number)s") % {"number": organisation.org_nr} if organisation.org_nr else ""
    return Party(kind, organisation.name, tuple(line for line in (legal, number) if line))
