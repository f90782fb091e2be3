"""Who judges an invoice

The XML schema of UBL 2.1 and the compiled rules of EN 16931 and Peppol are run on what was written. The rules of the
packages are from March 2024; where a folder is named by SAMSYN_INVOICE_RULES its rules are run instead, and the
judgement says which they were. What is said beforehand is stricter: it also has the rules of Peppol BIS Billing 3.0.19,
where the check digit of an organisation number is fatal.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from samsyn.exchange.invoices import (
    Endpoint,
    Failure,
    Giro,
    InvoiceDocument,
    NoRules,
    TaxCase,
    faults,
    judge,
    peppol_xml,
)
from samsyn.exchange.invoices.examples import EXEMPT, OUTSIDE, TAXED, credit_note, invoice
from samsyn.rules.quantities import Amount

pytestmark = pytest.mark.slow

Change = Callable[[InvoiceDocument], InvoiceDocument]
SHEET = """<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:svrl="http://purl.oclc.org/dsdl/svrl">
    <xsl:template match="/"><svrl:schematron-output>
        <svrl:failed-assert id="{rule}" flag="warning" location="/Q{{{{urn:x}}}}Invoice[1]">
            <svrl:text>Ändra   det.</svrl:text></svrl:failed-assert>
    </svrl:schematron-output></xsl:template></xsl:stylesheet>"""


def seller(**changed: object) -> Change:
    return lambda document: replace(document, seller=replace(document.seller, **changed))  # type: ignore[arg-type]


def first(**changed: object) -> Change:
    return lambda document: replace(
        document,
        lines=(replace(document.lines[0], **changed), *document.lines[1:]),  # type: ignore[arg-type]
    )


def whole(**changed: object) -> Change:
    return lambda document: replace(document, **changed)  # type: ignore[arg-type]


@pytest.mark.parametrize("tax", [OUTSIDE, EXEMPT, TAXED], ids=lambda tax: tax.case)
def test_all_three_tax_cases_pass_without_a_warning(tax: TaxCase) -> None:
    assert judge(peppol_xml(invoice(tax))).failures == ()
    assert judge(peppol_xml(credit_note(tax))).failures == ()


BROKEN: list[tuple[str, TaxCase, Change]] = [
    ("SE-R-001", TAXED, seller(vat_number="SE00000010161")),
    ("SE-R-002", TAXED, seller(vat_number="SEX00000101601")),
    ("SE-R-003", OUTSIDE, seller(org_number="000000-1016")),
    ("SE-R-004", OUTSIDE, seller(org_number="000000101")),
    ("SE-R-006", TAXED, whole(tax=TaxCase.taxed(20))),
    ("SE-R-007", OUTSIDE, whole(giro=Giro("plusgiro", "12345-6"))),
    ("SE-R-008", OUTSIDE, whole(giro=Giro("bankgiro", "5050-105"))),
    ("SE-R-009", OUTSIDE, whole(giro=Giro("bankgiro", "505010"))),
    ("SE-R-010", OUTSIDE, whole(giro=Giro("plusgiro", "123456789"))),
    ("PEPPOL-EN16931-R003", OUTSIDE, whole(buyer_reference="")),
    ("PEPPOL-EN16931-R020", OUTSIDE, seller(endpoint=None)),
    ("PEPPOL-EN16931-R120", OUTSIDE, first(amount=Amount(1_00))),
    ("PEPPOL-EN16931-CL008", OUTSIDE, seller(endpoint=Endpoint("4711", "1"))),
    ("PEPPOL-COMMON-R049", OUTSIDE, seller(endpoint=Endpoint("0007", "00000010"))),
    ("PEPPOL-COMMON-R040", OUTSIDE, seller(endpoint=Endpoint("0088", "7300009000000"))),
    ("BR-02", OUTSIDE, whole(number="")),
    ("BR-06", OUTSIDE, seller(name="")),
    ("BR-16", OUTSIDE, whole(lines=())),
    ("BR-25", OUTSIDE, first(text="")),
    ("BR-27", OUTSIDE, first(price=Amount(-1_00), amount=Amount(-3_00))),
    ("BR-CL-23", OUTSIDE, first(unit="kvartal")),
    ("BR-CO-25", OUTSIDE, whole(due=None)),
    ("BR-E-02", EXEMPT, seller(vat_number=None, f_tax=False)),
    ("BR-E-10", EXEMPT, whole(tax=replace(EXEMPT, reason=""))),
    ("BR-O-10", OUTSIDE, whole(tax=replace(OUTSIDE, reason=""))),
    ("BR-S-02", TAXED, seller(vat_number=None, f_tax=False)),
]


@pytest.mark.parametrize(("rule", "tax", "change"), BROKEN, ids=[rule for rule, *_ in BROKEN])
def test_what_is_said_beforehand_is_what_the_rules_say_afterwards(rule: str, tax: TaxCase, change: Change) -> None:
    """The same rule by the same name. BR-O-02 and BR-O-05 cannot be broken in what is written."""
    broken = change(invoice(tax))
    assert rule in {fault.rule for fault in faults(broken)}
    assert rule in {failure.rule for failure in judge(peppol_xml(broken)).failures}


def test_a_judgement_says_who_judged() -> None:
    rules = judge(peppol_xml(invoice())).rules
    assert [rule.name for rule in rules] == [
        "UBL-CreditNote-2.1.xsd",
        "UBL-Invoice-2.1.xsd",
        "CEN-EN16931-UBL.xsl",
        "PEPPOL-EN16931-UBL.xsl",
    ]
    assert all(len(rule.sha256) == 64 and rule.version and rule.origin for rule in rules)


def test_the_schema_judges_too() -> None:
    """An element in the wrong place."""
    moved = peppol_xml(invoice()).replace(b"cbc:IssueDate", b"cbc:IssueDay")
    failures = judge(moved).failures
    assert any(failure.rule == "" and "IssueDay" in failure.says for failure in failures)


def test_newer_official_rules_in_a_folder_are_run_instead(tmp_path: Path) -> None:
    """Each edition takes the place of its own older one. The schemas stay until there are others in the folder."""
    (tmp_path / "newer.xsl").write_text(SHEET.format(rule="PEPPOL-EN16931-R999"), encoding="utf-8")
    judgement = judge(peppol_xml(replace(invoice(), buyer_reference="", due=None)), tmp_path)
    assert [failure.rule for failure in judgement.failures] == ["BR-CO-25", "PEPPOL-EN16931-R999"]
    assert [(rule.name, rule.origin) for rule in judgement.rules][3:] == [("newer.xsl", str(tmp_path))]


def test_other_rules_in_the_folder_are_run_beside(tmp_path: Path) -> None:
    (tmp_path / "receiver.xsl").write_text(SHEET.format(rule="KOMMUN-1"), encoding="utf-8")
    judgement = judge(peppol_xml(invoice()), tmp_path)
    assert judgement.failures == (Failure("KOMMUN-1", "warning", "Ändra det.", "/Invoice[1]"),)
    assert not judgement.fatal
    assert len(judgement.rules) == 5


def test_a_newer_file_is_used_without_a_restart(tmp_path: Path) -> None:
    sheet = tmp_path / "newer.xslt"
    for rule in ("KOMMUN-1", "KOMMUN-22"):
        sheet.write_text(SHEET.format(rule=rule), encoding="utf-8")
        assert [failure.rule for failure in judge(peppol_xml(invoice()), tmp_path).failures] == [rule]


def test_a_folder_without_rules_is_told_and_nothing_is_judged(tmp_path: Path) -> None:
    with pytest.raises(NoRules, match="har inga regelfiler"):
        judge(peppol_xml(invoice()), tmp_path)


def test_a_rule_file_that_cannot_be_compiled_is_named(tmp_path: Path) -> None:
    (tmp_path / "half.xsl").write_text(SHEET.format(rule="SE-R-999")[:200], encoding="utf-8")
    with pytest.raises(NoRules, match=r"half\.xsl"):
        judge(peppol_xml(invoice()), tmp_path)


def test_what_is_not_xml_is_told() -> None:
    with pytest.raises(ValueError, match="not XML"):
        judge(b"<Invoice>")


def test_a_rule_that_is_broken_is_fatal() -> None:
    assert judge(peppol_xml(replace(invoice(), buyer_reference=""))).fatal
