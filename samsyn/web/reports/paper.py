"""A report as files: what was signed, who signed, what drew it. From what it says and nothing else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from django.conf import settings
from django.utils.translation import gettext, override

from samsyn.exchange.reports import Drawn, ReportDocument, SignatureDoc
from samsyn.web.reports.queries import Standing
from samsyn.web.ui.formats import civil_date

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""What a zip says of a file without a time: the same bytes every time."""


def as_draft(document: ReportDocument, day: date) -> ReportDocument:
    with override(settings.LANGUAGE_CODE):
        made = gettext("Utkast, framställt %(day)s.") % {"day": civil_date(day, "long")}
        return replace(document, made=made, standing=gettext("Utkast: inte undertecknat och inte inlämnat"))


def as_part(document: ReportDocument, number: int, signature: SignatureDoc, day: date) -> ReportDocument:
    with override(settings.LANGUAGE_CODE):
        made = gettext("Version %(n)s av delen, undertecknad %(day)s.") % {"n": number, "day": civil_date(day, "long")}
        standing = gettext("Del av rapporten")
        return replace(document, made=made, standing=standing, signatures=(signature,), seal=signature.seal)


def as_gone_through(
    document: ReportDocument, body: str, signatures: Iterable[SignatureDoc], day: date
) -> ReportDocument:
    with override(settings.LANGUAGE_CODE):
        made = gettext("Delarna gicks igenom av %(body)s %(day)s.") % {"body": body, "day": civil_date(day, "long")}
        standing = gettext("Delarna samlade, inte inlämnade")
        return replace(document, made=made, standing=standing, signatures=tuple(signatures))


def as_submitted(
    document: ReportDocument, number: int, signatures: Iterable[SignatureDoc], who: str, day: date, because: str
) -> ReportDocument:
    with override(settings.LANGUAGE_CODE):
        said = gettext("Inlämnad av %(who)s %(day)s.") % {"who": who, "day": civil_date(day, "long")}
        if number > 1:
            said = gettext("Rättad version %(n)s, inlämnad av %(who)s %(day)s. %(because)s") % {
                "n": number, "who": who, "day": civil_date(day, "long"), "because": because,
            }  # fmt: skip
        return replace(document, made=said, standing=gettext("Inlämnad"), signatures=tuple(signatures))


def signature_of(standing: Standing, key: str, who: str, on: date, seal: str) -> SignatureDoc:
    kind = standing.terms.party[key].kind if key in standing.terms.party else "civil"
    with override(settings.LANGUAGE_CODE):
        says = gettext("Har undertecknat sin del") if standing.has_own_part else gettext("Har undertecknat rapporten")
        return SignatureDoc(standing.name_of(key), kind, says, who, civil_date(on, "long"), seal)


def signatures_of(standing: Standing) -> list[SignatureDoc]:
    """In the order of the template; a party that has not signed is awaited."""
    found = []
    for key in standing.signers:
        part = standing.signed(key)
        if part is None:
            found.append(SignatureDoc(standing.name_of(key), standing.terms.party[key].kind, gettext("Väntar på del")))
            continue
        found.append(signature_of(standing, key, part.signer, part.signed_on, part.sha256))
    return found


def file_of(document: ReportDocument, day: date) -> bytes:
    """PDF/A-2a and PDF/UA-1; `day` is the date that it bears. The same document and day give the same bytes."""
    from samsyn.exchange.reports import report_pdf

    return report_pdf(document, day)


def drawn() -> tuple[Drawn, ...]:
    """What draws a report here and now."""
    from samsyn.exchange.reports import drawn_by

    return drawn_by()


def zipped(files: Mapping[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _FIRST_DAY), content)
    return whole.getvalue()
