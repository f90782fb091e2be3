"""Small PDFs, and people who sign them with certificates that are made here."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from asn1crypto import keys, x509
from cryptography import x509 as make
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils import writer as pdf_writer
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers, timestamps
from pyhanko_certvalidator.registry import SimpleCertificateStore

_untyped: Any = pdf_writer

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LATER = timedelta(days=365 * 5)
FROM, UNTIL = datetime(2025, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)


Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True)
class Holder:
    """A certificate with its key. `issued` is the chain above it, nearest first."""

    certificate: make.Certificate
    key: Key
    issued: tuple[make.Certificate, ...] = ()

    def pem_into(self, folder: Path) -> Path:
        pem = self.certificate.public_bytes(serialization.Encoding.PEM)
        (folder / "issuer.pem").write_bytes(pem)
        return folder


def _name(common: str, organisation: str = "") -> make.Name:
    parts = [make.NameAttribute(NameOID.COMMON_NAME, common)]
    if organisation:
        parts.append(make.NameAttribute(NameOID.ORGANIZATION_NAME, organisation))
    return make.Name(parts)


def _made(
    subject: make.Name, issuer: Holder | None, *, until: datetime = UNTIL, stamps: bool = False, number: int = 77
) -> Holder:
    # pyHanko's timestamper for tests knows only RSA.
    key: Key = rsa.generate_private_key(65537, 2048) if stamps else ec.generate_private_key(ec.SECP256R1())
    built = (
        make.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(number)
        .not_valid_before(FROM)
        .not_valid_after(until)
        .add_extension(make.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
        .add_extension(_usage(authority=issuer is None), critical=True)
    )
    if stamps:
        built = built.add_extension(make.ExtendedKeyUsage([make.oid.ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    certificate = built.sign(issuer.key if issuer else key, hashes.SHA256())
    return Holder(certificate, key, (issuer.certificate, *issuer.issued) if issuer else ())


def _usage(authority: bool) -> make.KeyUsage:
    no = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"), False
    )
    return make.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_cert_sign=authority,
        crl_sign=authority,
        **no,
    )


@lru_cache
def authority(name: str = "Utfärdaren") -> Holder:
    return _made(_name(name), None, number=1)


@lru_cache
def person(name: str = "Ada Ek", organisation: str = "Exempelstads kommun", until: datetime = UNTIL) -> Holder:
    return _made(_name(name, organisation), authority(), until=until)


@lru_cache
def clockmaker() -> Holder:
    return _made(_name("Tidsstämplaren"), authority(), stamps=True, number=99)


def blank_pdf() -> bytes:
    writer = _untyped.PdfFileWriter(stream_xrefs=False)
    contents = writer.add_object(generic.StreamObject(stream_data=b"BT ET"))
    writer.insert_page(_untyped.PageObject(contents=contents, media_box=(0, 0, 300, 400)))
    return written(writer)


def written(writer: Any) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _asn1(certificate: make.Certificate) -> x509.Certificate:
    return x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))


def _key(holder: Holder) -> keys.PrivateKeyInfo:
    der = holder.key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return keys.PrivateKeyInfo.load(der)


def _store(holder: Holder) -> SimpleCertificateStore:
    store: Any = SimpleCertificateStore
    made: SimpleCertificateStore = store.from_certs([_asn1(each) for each in holder.issued])
    return made


def signed(
    pdf: bytes,
    by: Holder,
    *,
    field: str = "Underskrift",
    stamped_at: datetime | None = None,
    docmdp: fields.MDPPerm | None = None,
    pades: bool = True,
) -> bytes:
    """`stamped_at`: with a timestamp of that instant from `clockmaker`. `docmdp` certifies what may be changed."""
    signer = signers.SimpleSigner(signing_cert=_asn1(by.certificate), signing_key=_key(by), cert_registry=_store(by))
    form = fields.SigSeedSubFilter.PADES if pades else fields.SigSeedSubFilter.ADOBE_PKCS7_DETACHED
    about = signers.PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        subfilter=form,
        certify=docmdp is not None,
        docmdp_permissions=docmdp or fields.MDPPerm.FILL_FORMS,
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
    stamper = _stamper(stamped_at) if stamped_at else None
    with_stamp = signers.PdfSigner(about, signer=signer, timestamper=stamper)
    out = io.BytesIO()
    with ThreadPoolExecutor(max_workers=1) as thread:  # pyHanko's event loop must not meet Playwright's
        thread.submit(with_stamp.sign_pdf, writer, output=out).result()
    return out.getvalue()


def _stamper(at: datetime) -> timestamps.DummyTimeStamper:
    maker = clockmaker()
    return timestamps.DummyTimeStamper(
        tsa_cert=_asn1(maker.certificate),
        tsa_key=_key(maker),
        certs_to_embed=_store(maker),
        fixed_dt=at,
    )


def with_a_form_field(pdf: bytes) -> bytes:
    """An unsigned signature field is added after the fact: what the next signer's program may do."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
    fields.append_signature_field(writer, fields.SigFieldSpec("Nästa"))
    return written(writer)


def with_another_page_text(pdf: bytes) -> bytes:
    """What the page says is exchanged in an incremental update: what nobody may do."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"BT (Dubbelt belopp) ET"))
    writer.mark_update(page.container_ref if page.container_ref else page)
    return written(writer)
