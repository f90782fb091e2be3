"""Registering an agreement and its versions. What is broken is refused with every problem, and nothing is stored."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from samsyn.rules.reading import Dossier, read_files
from samsyn.web.access.jobs import Job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.models import AgreementFile, AgreementVersion
from samsyn.web.agreements.turns import hold_terms
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.obligations.actions import derive_anew
from samsyn.web.organisations.models import Organisation
from samsyn.web.partnerships.models import Partnership, PartnershipParty

acts.register(
    {
        "agreement.register": _("registrerade partnerskapet"),
        "agreement.add_version": _("registrerade en ny version av överenskommelsen"),
    }
)


@transaction.atomic
def register_partnership(
    files: Mapping[str, bytes],
    organisations: Mapping[str, Organisation],
    *,
    case_numbers: Mapping[str, str] | None = None,
    twin_of: Partnership | None = None,
    by: Viewer | Job,
    now: datetime,
    today: date,
) -> Partnership:
    """A new partnership from the files of its agreement.

    `organisations` gives the organisation for every party (and for the participants that have one), by their id
    in the file. Raises BrokenAgreement, or KeyError for a party without organisation.

    1. read the files; 2. the partnership and its parties; 3. the first version; 4. its obligations; 5. history.
    """
    dossier = read_files(files)
    heading = dossier.agreement.agreement
    partnership = Partnership.objects.create(
        slug=heading.id, name=heading.name, is_demo=heading.fictitious, twin_of=twin_of
    )
    _seat_parties(partnership, dossier, organisations, case_numbers or {})
    record("agreement.register", by=by, now=now, subject=partnership, partnership=partnership, shared=True)
    _store(partnership, dossier, by=by, now=now, today=today)
    return partnership


@transaction.atomic
def add_version(
    partnership: Partnership, files: Mapping[str, bytes], *, by: Viewer | Job, now: datetime, today: date
) -> AgreementVersion | None:
    """A new version of the agreement, or None if the files are those of the newest one. Raises BrokenAgreement.

    The obligations are derived anew either way: the rules may have learnt something since.
    """
    dossier = read_files(files)
    hold_terms(partnership.pk)
    newest = partnership.versions.order_by("-number").first()
    if newest and newest.digest == dossier.digest:
        derive_anew(partnership, dossier, by=by, now=now, today=today)
        return None
    return _store(partnership, dossier, after=newest.number if newest else 0, by=by, now=now, today=today)


def _seat_parties(
    partnership: Partnership,
    dossier: Dossier,
    organisations: Mapping[str, Organisation],
    case_numbers: Mapping[str, str],
) -> None:
    kinds = dict.fromkeys(dossier.agreement.party, PartnershipParty.Kind.PARTY)
    for key in dossier.agreement.participant:
        if key in organisations and organisations[key] not in [organisations[party] for party in kinds]:
            kinds[key] = PartnershipParty.Kind.PARTICIPANT
    for key, kind in kinds.items():
        PartnershipParty.objects.create(
            partnership=partnership,
            organisation=organisations[key],
            key=key,
            kind=kind,
            case_number=case_numbers.get(key, ""),
        )


def _store(
    partnership: Partnership, dossier: Dossier, *, after: int = 0, by: Viewer | Job, now: datetime, today: date
) -> AgreementVersion:
    version = AgreementVersion.objects.create(
        partnership=partnership, number=after + 1, digest=dossier.digest, known_from=today, registered_at=now
    )
    AgreementFile.objects.bulk_create(
        AgreementFile(
            partnership=partnership,
            version=version,
            name=name,
            content=content,
            sha256=hashlib.sha256(content).hexdigest(),
        )
        for name, content in dossier.files.items()
    )
    refers_to = {"number": version.number, "digest": version.digest}
    record(
        "agreement.add_version",
        by=by,
        now=now,
        subject=version,
        partnership=partnership,
        refers_to=refers_to,
        shared=True,
    )
    derive_anew(partnership, dossier, by=by, now=now, today=today)
    return version
