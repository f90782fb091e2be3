"""The agreement of a partnership, as terms. Files are parsed once per process and digest."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.http import Http404

from samsyn.rules.reading import Dossier, read_files
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.models import AgreementFile, AgreementVersion
from samsyn.web.obligations.models import Obligation
from samsyn.web.partnerships.models import Partnership, PartnershipParty

_KEPT = 2048
_parsed: dict[str, Dossier] = {}


def partnership_or_404(viewer: Viewer, slug: str) -> Partnership:
    """A partnership that the acting organisation is a party to; anything else does not exist."""
    found = Partnership.objects.of_party(viewer).filter(slug=slug).select_related("twin_of").first()
    if found is None:
        raise Http404
    return found


def versions_of(partnership: Partnership) -> list[AgreementVersion]:
    """Newest first."""
    return list(partnership.versions.order_by("-number"))


def dossier_of(partnership: Partnership, number: int | None = None) -> Dossier:
    """The newest version, or the one with that number. Raises Http404 where there is none."""
    versions = partnership.versions.order_by("-number")
    version = (versions if number is None else versions.filter(number=number)).first()
    if version is None:
        raise Http404
    return _dossiers([version])[version.id]


def dossiers_of(partnerships: Iterable[UUID]) -> dict[UUID, Dossier]:
    """The newest version of each, by partnership. Two queries however many there are."""
    newest = (
        AgreementVersion.objects.filter(partnership_id__in=list(partnerships))
        .order_by("partnership_id", "-number")
        .distinct("partnership_id")
    )
    versions = list(newest)
    found = _dossiers(versions)
    return {version.partnership_id: found[version.id] for version in versions}


def parties_of(partnership: Partnership) -> dict[str, PartnershipParty]:
    """The party's or participant's id in the agreement → its place with organisation and case number."""
    places = PartnershipParty.objects.filter(partnership=partnership).select_related("organisation")
    return {place.key: place for place in places}


def obligations_of(viewer: Viewer, partnership: Partnership) -> list[Obligation]:
    """All that follows from the terms as they are now, by day; what has no day comes last."""
    found = Obligation.objects.visible_to(viewer).filter(partnership=partnership).standing()
    return list(found.defer("reason").order_by("due", "term", "occurrence"))


def obligations_under(viewer: Viewer, partnership: Partnership, clause: str) -> list[Obligation]:
    """Those that follow from one clause, by day, each with its reason."""
    found = Obligation.objects.visible_to(viewer).filter(partnership=partnership, clause=clause).standing()
    return list(found.order_by("due", "term", "occurrence"))


def own_keys(viewer: Viewer, partnership_ids: Iterable[UUID]) -> dict[UUID, PartnershipParty]:
    """Which party the acting organisation is, by partnership."""
    places = PartnershipParty.objects.filter(
        partnership_id__in=list(partnership_ids), organisation_id=viewer.organisation_id
    )
    return {place.partnership_id: place for place in places}


def own_key(viewer: Viewer, partnership: UUID) -> str | None:
    """Which party the acting organisation is in this one; None where it is none."""
    place = own_keys(viewer, [partnership]).get(partnership)
    return place.key if place else None


def _dossiers(versions: list[AgreementVersion]) -> dict[UUID, Dossier]:
    missing = [version.id for version in versions if version.digest not in _parsed]
    files: dict[UUID, dict[str, bytes]] = {}
    for file in AgreementFile.objects.filter(version_id__in=missing):
        files.setdefault(file.version_id, {})[file.name] = bytes(file.content)
    return {version.id: _remembered(version, files.get(version.id)) for version in versions}


def _remembered(version: AgreementVersion, files: dict[str, bytes] | None) -> Dossier:
    """Contents never change under a digest, so what was parsed once can be used by everybody who may see it."""
    if version.digest not in _parsed:
        if len(_parsed) >= _KEPT:
            _parsed.pop(next(iter(_parsed)))
        _parsed[version.digest] = read_files(files or {})
    return _parsed[version.digest]
