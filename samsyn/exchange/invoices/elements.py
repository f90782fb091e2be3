"""Building UBL so that no element is ever empty (PEPPOL-EN16931-R008), and no sum has anything but two decimals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeAlias

from lxml import etree

from samsyn.rules.quantities import Amount

CAC = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
CBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
ROOT = "urn:oasis:names:specification:ubl:schema:xsd:{}-2"

Element: TypeAlias = etree._Element


def basic(name: str, value: str | date | Decimal | int, **attributes: str) -> Element | None:
    """One value, or nothing where there is none to write."""
    text = f"{value:f}" if isinstance(value, Decimal) else str(value).strip()
    if not text:
        return None
    made = etree.Element(f"{{{CBC}}}{name}", attributes)
    made.text = text
    return made


def money(name: str, amount: Amount) -> Element | None:
    return basic(name, kronor(amount), currencyID="SEK")


def kronor(amount: Amount) -> str:
    whole, ore = divmod(abs(amount.ore), 100)
    return f"{'-' if amount.ore < 0 else ''}{whole}.{ore:02}"


def group(name: str, *children: Element | None) -> Element | None:
    """Those children that there are, in order; nothing where there are none."""
    found = [child for child in children if child is not None]
    if not found:
        return None
    made = etree.Element(f"{{{CAC}}}{name}")
    made.extend(found)
    return made


def document(name: str, *children: Element | None) -> bytes:
    """The whole of it, as UTF-8. The same children give the same bytes."""
    space = ROOT.format(name)
    root = etree.Element(f"{{{space}}}{name}", nsmap={None: space, "cac": CAC, "cbc": CBC})
    root.extend(child for child in children if child is not None)
    etree.indent(root)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return written
