"""One signature held against the file it stands in and against the trusted issuers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Literal

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESFailure, AdESIndeterminate
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import EmbeddedPdfSignature, validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel

from samsyn.exchange.signatures.seal import Seal, plain
from samsyn.exchange.signatures.trust import Trust

Covers = Literal["", "whole_file", "earlier_revision", "part", "unclear"]
Later = Literal["", "nothing", "maintenance", "signatures", "annotations", "other"]
Why = Literal["", "expired", "revoked", "no_chain", "usage", "broken", "other"]

_COVERS: dict[SignatureCoverageLevel, Covers] = {
    SignatureCoverageLevel.ENTIRE_FILE: "whole_file",
    SignatureCoverageLevel.ENTIRE_REVISION: "earlier_revision",
    SignatureCoverageLevel.CONTIGUOUS_BLOCK_FROM_START: "part",
    SignatureCoverageLevel.UNCLEAR: "unclear",
}
_LATER: dict[ModificationLevel, Later] = {
    ModificationLevel.NONE: "nothing",
    ModificationLevel.LTA_UPDATES: "maintenance",
    ModificationLevel.FORM_FILLING: "signatures",
    ModificationLevel.ANNOTATIONS: "annotations",
    ModificationLevel.OTHER: "other",
}
_WHY: dict[Any, Why] = {
    AdESIndeterminate.EXPIRED: "expired",
    AdESIndeterminate.OUT_OF_BOUNDS_NO_POE: "expired",
    AdESIndeterminate.OUT_OF_BOUNDS_NOT_REVOKED: "expired",
    AdESIndeterminate.REVOKED_NO_POE: "revoked",
    AdESIndeterminate.REVOKED_CA_NO_POE: "revoked",
    AdESFailure.REVOKED: "revoked",
    AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND: "no_chain",
    AdESIndeterminate.CHAIN_CONSTRAINTS_FAILURE: "usage",
}
_SIGNERS = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"})
"""Either will do: many who sign documents have a certificate that is also for signing in."""


def judged(signature: EmbeddedPdfSignature, reader: PdfFileReader, trust: Trust) -> dict[str, Any]:
    """Never raises: a signature that cannot be judged keeps what could be read of it, and says why."""
    stamp = signature.sig_object_type == "/DocTimeStamp"
    seal = Seal(plain(signature.field_name), "timestamp" if stamp else "signature")
    try:
        seal = _named(seal, signature.signer_cert)
        seal = replace(seal, profile=_profile(signature, reader))
        seal = _timestamp(seal, signature, reader, trust) if stamp else _signature(seal, signature, reader, trust)
    except Exception as trouble:
        seal = replace(seal, trouble="broken", errors=(*seal.errors, plain(repr(trouble))))
    return seal.plain()


def _named(seal: Seal, certificate: x509.Certificate) -> Seal:
    subject, issuer = certificate.subject.native, certificate.issuer.native
    return replace(
        seal,
        name=plain(subject.get("common_name")),
        organisation=plain(subject.get("organization_name")),
        serial=f"{certificate.serial_number:x}"[:80],
        issuer=plain(issuer.get("common_name") or issuer.get("organization_name")),
        certificate_from=certificate.not_valid_before.date().isoformat(),
        certificate_until=certificate.not_valid_after.date().isoformat(),
    )


def _signature(seal: Seal, signature: EmbeddedPdfSignature, reader: PdfFileReader, trust: Trust) -> Seal:
    status = _status(signature, reader, trust, None)
    stamp = status.timestamp_validity
    if stamp and stamp.trusted and not status.trusted:
        # A trusted timestamp proves when: the certificate need only have held then.
        status = _status(signature, reader, trust, stamp.timestamp)
    by_stamp = bool(stamp and stamp.valid and stamp.intact)
    at = stamp.timestamp if stamp and by_stamp else status.signer_reported_dt
    seal = _timed(seal, signature.signer_cert, at, "timestamp" if by_stamp else "claimed")
    return _held(seal, status, trust, status.docmdp_ok)


def _status(signature: EmbeddedPdfSignature, reader: PdfFileReader, trust: Trust, at: datetime | None) -> Any:
    return validate_pdf_signature(
        signature,
        signer_validation_context=trust.context(reader, at),
        ts_validation_context=trust.context(reader),
        key_usage_settings=_SIGNERS,
    )


def _timestamp(seal: Seal, signature: EmbeddedPdfSignature, reader: PdfFileReader, trust: Trust) -> Seal:
    status = validate_pdf_timestamp(signature, validation_context=trust.context(reader))
    level = status.modification_level
    allowed = None if level is None else level != ModificationLevel.OTHER
    return _held(_timed(seal, signature.signer_cert, status.timestamp, "timestamp"), status, trust, allowed)


def _timed(seal: Seal, certificate: x509.Certificate, at: datetime | None, by: Literal["claimed", "timestamp"]) -> Seal:
    if at is None:
        return seal
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    held = certificate.not_valid_before <= at <= certificate.not_valid_after
    return replace(seal, signed_at=at.isoformat(), signed_at_by=by, certificate_held=held)


def _held(seal: Seal, status: Any, trust: Trust, allowed: bool | None) -> Seal:
    level = status.modification_level
    return replace(
        seal,
        intact=bool(status.intact and status.valid),
        covers=_COVERS.get(status.coverage, ""),
        later="" if level is None else _LATER.get(level, "other"),
        later_allowed=allowed,
        trust="no_roots" if not trust.roots else "trusted" if status.trusted else "untrusted",
        trust_why=_why(status) if trust.roots and not status.trusted else "",
        errors=(*seal.errors, *_errors(status, trust)),
    )


def _why(status: Any) -> Why:
    if not (status.intact and status.valid):
        return "broken"
    return _WHY.get(status.trust_problem_indic, "other")


def _errors(status: Any, trust: Trust) -> tuple[str, ...]:
    """pyHanko's own words, for the one who must find out more."""
    said = []
    if isinstance(status.diff_result, Exception):
        said.append(plain(str(status.diff_result)))
    if trust.roots and status.trust_problem_indic is not None:
        said.append(plain(status.trust_problem_indic))
    return tuple(said)


def _profile(signature: EmbeddedPdfSignature, reader: PdfFileReader) -> str:
    """What the file claims to be, by what it holds (ETSI EN 319 142-1): B-B, with a timestamp B-T, with proofs B-LT."""
    form = str(signature.sig_object.get("/SubFilter", ""))
    if form == "/ETSI.RFC3161":
        return "RFC 3161"
    if form != "/ETSI.CAdES.detached":
        return plain(form.removeprefix("/"))
    unsigned = signature.signer_info["unsigned_attrs"].native or []
    if not any(each["type"] == "signature_time_stamp_token" for each in unsigned):
        return "PAdES B-B"
    return "PAdES B-LT" if "/DSS" in reader.root else "PAdES B-T"
