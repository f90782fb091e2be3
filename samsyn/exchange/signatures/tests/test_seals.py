"""Signatures in PDFs that are signed here, changed here and broken here."""

from __future__ import annotations

import asyncio
import io
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.crypt import StandardSecurityHandler
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign.fields import MDPPerm

from samsyn.exchange.signatures import seals_in
from samsyn.exchange.signatures.tests.signing import (
    LATER,
    NOW,
    authority,
    blank_pdf,
    person,
    signed,
    with_a_form_field,
    with_another_page_text,
    written,
)

pytestmark = pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")
SIGNED = signed(blank_pdf(), person())


@pytest.fixture
def roots(tmp_path: Path) -> Path:
    return authority().pem_into(tmp_path)


def only(pdf: bytes, **how: Any) -> dict[str, Any]:
    (found,) = seals_in(pdf, now=how.pop("now", NOW), **how)
    json.dumps(found)
    return found


def test_a_pdf_that_nobody_signed_has_no_seals() -> None:
    assert seals_in(blank_pdf()) == []


def test_a_caller_with_an_event_loop_of_its_own_is_told_the_same() -> None:
    async def asked() -> dict[str, Any]:
        return only(SIGNED)

    with ThreadPoolExecutor(max_workers=1) as thread:
        assert thread.submit(lambda: asyncio.run(asked())).result() == only(SIGNED)


def test_a_signature_tells_who_when_and_that_it_is_whole(roots: Path) -> None:
    seal = only(SIGNED, roots=roots)
    assert (seal["kind"], seal["field"]) == ("signature", "Underskrift")
    assert (seal["name"], seal["organisation"]) == ("Ada Ek", "Exempelstads kommun")
    assert (seal["issuer"], seal["serial"]) == ("Utfärdaren", "4d")
    assert seal["intact"] is True
    assert seal["covers"] == "whole_file"
    assert seal["later"] == "nothing"
    assert seal["trust"] == "trusted"
    assert seal["profile"] == "PAdES B-B"
    assert seal["errors"] == []


def test_without_chosen_issuers_trust_is_not_judged_and_the_rest_is() -> None:
    seal = only(SIGNED)
    assert seal["trust"] == "no_roots"
    assert seal["intact"] is True
    assert seal["name"] == "Ada Ek"


def test_an_empty_folder_of_issuers_judges_no_trust_either(tmp_path: Path) -> None:
    assert only(SIGNED, roots=tmp_path)["trust"] == "no_roots"


def test_an_issuer_that_was_not_chosen_is_not_trusted(tmp_path: Path) -> None:
    seal = only(SIGNED, roots=authority("Någon annan").pem_into(tmp_path))
    assert (seal["trust"], seal["trust_why"]) == ("untrusted", "no_chain")
    assert seal["intact"] is True


def test_a_file_among_the_issuers_that_is_no_certificate_is_named(tmp_path: Path) -> None:
    (tmp_path / "fel.pem").write_text("inget certifikat")
    with pytest.raises(ValueError, match=r"fel\.pem"):
        seals_in(SIGNED, tmp_path)


def test_one_changed_byte_breaks_it(roots: Path) -> None:
    changed = SIGNED.replace(b"BT ET", b"BT  T", 1)
    assert changed != SIGNED
    seal = only(changed, roots=roots)
    assert seal["intact"] is False
    assert (seal["trust"], seal["trust_why"]) == ("untrusted", "broken")


def test_a_field_added_afterwards_is_allowed_and_told(roots: Path) -> None:
    seal = only(with_a_form_field(SIGNED), roots=roots)
    assert seal["intact"] is True
    assert seal["covers"] == "earlier_revision"
    assert seal["later"] == "maintenance"
    assert seal["later_allowed"] is True


def test_another_text_on_the_page_afterwards_is_not_allowed(roots: Path) -> None:
    seal = only(with_another_page_text(SIGNED), roots=roots)
    assert seal["intact"] is True, "the bytes that were signed are still there"
    assert seal["covers"] == "earlier_revision"
    assert seal["later"] == "other"
    assert seal["later_allowed"] is False
    assert seal["errors"]


def test_two_signers_stand_in_the_order_they_signed() -> None:
    other = person("Cleo Asp", "Föreningen")
    first, second = seals_in(signed(SIGNED, other, field="Andra"), now=NOW)
    assert (first["name"], second["name"]) == ("Ada Ek", "Cleo Asp")
    assert (first["covers"], second["covers"]) == ("earlier_revision", "whole_file")
    assert (first["later"], first["later_allowed"]) == ("signatures", True)
    assert second["later"] == "nothing"


def test_a_signer_who_let_nothing_be_added_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    locked = signed(blank_pdf(), person(), docmdp=MDPPerm.NO_CHANGES)
    # pyHanko itself refuses to sign what another has locked; a program that does not care is what we look for.
    monkeypatch.setattr("pyhanko.sign.signers.pdf_signer.PdfSigner._enforce_certification_constraints", lambda *_: None)
    first, _ = seals_in(signed(locked, person("Cleo Asp", "Föreningen"), field="Andra"), now=NOW)
    assert first["later"] == "signatures"
    assert first["later_allowed"] is False


def test_a_certificate_that_had_run_out_is_not_trusted(roots: Path) -> None:
    expired = person("Bo Al", "Exempelstads kommun", datetime(2026, 1, 1, tzinfo=UTC))
    seal = only(signed(blank_pdf(), expired), roots=roots)
    assert (seal["trust"], seal["trust_why"]) == ("untrusted", "expired")
    assert seal["certificate_until"] == "2026-01-01"
    assert seal["certificate_held"] is False
    assert seal["intact"] is True


def test_the_signers_own_word_on_when_is_only_a_claim() -> None:
    assert only(SIGNED)["signed_at_by"] == "claimed"


def test_a_timestamp_says_when_and_holds_after_the_certificate_has_run_out(roots: Path) -> None:
    stamped = signed(blank_pdf(), person(until=datetime(2026, 6, 1, tzinfo=UTC)), stamped_at=NOW)
    seal = only(stamped, roots=roots, now=datetime(2027, 1, 1, tzinfo=UTC))
    assert seal["signed_at_by"] == "timestamp"
    assert datetime.fromisoformat(seal["signed_at"]) == NOW
    assert seal["profile"] == "PAdES B-T"
    assert seal["trust"] == "trusted"
    assert seal["certificate_held"] is True


def test_without_a_timestamp_a_certificate_must_hold_when_it_is_read(roots: Path) -> None:
    seal = only(SIGNED, roots=roots, now=NOW + LATER)
    assert (seal["trust"], seal["trust_why"]) == ("untrusted", "expired")


def test_what_is_signed_in_another_form_is_told_as_such() -> None:
    assert only(signed(blank_pdf(), person(), pades=False))["profile"] == "adbe.pkcs7.detached"


def test_a_hostile_name_becomes_one_short_line_of_visible_text() -> None:
    seal = only(signed(blank_pdf(), person("\N{RIGHT-TO-LEFT OVERRIDE}Ada\x00\n" + "å" * 25, "Kommunen\u200b")))
    assert seal["name"] == "Ada " + "å" * 25
    assert seal["organisation"] == "Kommunen"


def test_a_file_that_is_locked_with_a_password_says_so() -> None:
    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(SIGNED)))
    writer._assign_security_handler(StandardSecurityHandler.build_from_pw("hemligt", "hemligt"))
    seal = only(written(writer))
    assert (seal["kind"], seal["trouble"]) == ("unreadable", "encrypted")


@pytest.mark.parametrize(
    "pdf",
    [
        b"",
        b"%PDF-1.7\n/ByteRange",
        b"/ByteRange [0 1 2 3]" * 1000,
        SIGNED[: len(SIGNED) // 2],
        SIGNED[:-40],
        b"\0" * 100 + SIGNED,
        SIGNED.replace(b"/ByteRange [0", b"/ByteRange [9"),
        SIGNED.replace(b"/ByteRange [0", b"/ByteRange (0"),
        SIGNED.replace(b"startxref\n", b"startxref\n9"),
    ],
)
def test_what_cannot_be_read_is_told_and_never_raised(pdf: bytes) -> None:
    for seal in seals_in(pdf, now=NOW):
        json.dumps(seal)
        assert seal["kind"] == "unreadable" or not (seal["intact"] and seal["covers"] == "whole_file")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SIGNED) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_no_changed_byte_makes_it_raise_or_pass_for_whole(changes: list[tuple[int, int]]) -> None:
    mutated = bytearray(SIGNED)
    for place, value in changes:
        mutated[place] = value
    for seal in seals_in(bytes(mutated), now=NOW):
        json.dumps(seal)
        assert "\0" not in str(seal)
        inside = _signed_bytes(bytes(mutated)) == _signed_bytes(SIGNED)
        assert inside or not (seal["intact"] and seal["covers"] == "whole_file")


def _signed_bytes(pdf: bytes) -> bytes:
    """All but what stands between < and > of the signature itself."""
    start = SIGNED.index(b"/Contents <") + len(b"/Contents ")
    end = SIGNED.index(b">", start) + 1
    return pdf[:start] + pdf[end:]
