"""Which issuers are trusted, and how a certificate is held against them without asking anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko_certvalidator import ValidationContext

_ENDINGS = (".pem", ".crt", ".cer")


@dataclass(frozen=True)
class Trust:
    """The trusted issuers, and the instant at which certificates must hold."""

    roots: tuple[x509.Certificate, ...]
    now: datetime | None

    @classmethod
    def of(cls, folder: Path | None, now: datetime | None) -> Trust:
        """Raises ValueError for a file in the folder that holds no certificate: the operator must mend that."""
        if folder is None:
            return cls((), now)
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS)
        return cls(tuple(each for path in files for each in _certificates(path)), now)

    def context(self, reader: PdfFileReader, at: datetime | None = None) -> ValidationContext:
        """Only our roots, and only what the file itself carries on revocation. Nothing is fetched."""
        settings: dict[str, Any] = {
            "trust_roots": list(self.roots),
            "allow_fetching": False,
            "revocation_mode": "soft-fail",
            "moment": at or self.now,
        }
        try:
            return DocumentSecurityStore.read_dss(reader).as_validation_context(settings)
        except (NoDSSFoundError, ValueError, KeyError, TypeError, AttributeError):
            return ValidationContext(**settings)


def _certificates(path: Path) -> list[x509.Certificate]:
    """One PEM file may hold a whole chain; a file that is not PEM is taken for DER."""
    data = path.read_bytes()
    try:
        if not pem.detect(data):
            return [_checked(data)]
        return [_checked(der) for _, _, der in pem.unarmor(data, multiple=True)]
    except ValueError as trouble:
        raise ValueError(
            f"{path.name} among the trusted issuers holds no certificate. Take it away or replace it."
        ) from trouble


def _checked(der: bytes) -> x509.Certificate:
    """Parsed to the end at once, so that a broken file is found here and not in the middle of a judgment."""
    found = x509.Certificate.load(der)
    _ = found.native
    return found
