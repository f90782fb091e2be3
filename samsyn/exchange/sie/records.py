"""The records outside vouchers, as far as they are read, and a row that the quick way did not take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from samsyn.exchange.sie.faults import Refused
from samsyn.exchange.sie.fields import day, objects_in, ore
from samsyn.exchange.sie.model import Header, Kind, Row
from samsyn.rules.quantities import DateRange

Take = Callable[[Header, list[str]], None]


def row_of(record: list[str], kind: Kind) -> Row:
    """#TRANS kontonr {objekt} belopp transdat transtext kvantitet sign. Old files leave out the list."""
    account = _at(record, 1)
    if not account.isdigit():
        raise Refused("Kontot går inte att läsa. Det ska vara ett nummer.")
    objects, at = objects_in(record, 2)
    when = _at(record, at + 1)
    return Row(account, objects, ore(_at(record, at)), day(when) if when else None, _at(record, at + 2), kind)


def _at(fields: list[str], place: int) -> str:
    return fields[place] if place < len(fields) else ""


def _day_or_none(text: str) -> date | None:
    try:
        return day(text)
    except Refused:
        return None


def _year(header: Header, fields: list[str]) -> None:
    """#RAR årsnr start slut. Some write it without days, which says nothing."""
    first, last = _day_or_none(_at(fields, 1)), _day_or_none(_at(fields, 2))
    number = _at(fields, 0)
    if first and last and first <= last and last != date.max and number.lstrip("-").isdecimal():
        header.years[int(number)] = DateRange.through(first, last)


def _type(header: Header, fields: list[str]) -> None:
    """#SIETYP 4. «4E» and «4I» are met too."""
    header.says_type = _at(fields, 0).strip().upper().rstrip("EI")
    if header.says_type not in ("", "1", "2", "3", "4"):
        raise Refused("Filens SIE-typ går inte att läsa. Exportera bokföringen som SIE typ 4.")


def _object(header: Header, fields: list[str]) -> None:
    header.objects[_at(fields, 0), _at(fields, 1)] = _at(fields, 2)


def _set(name: str) -> Take:
    def take(header: Header, fields: list[str]) -> None:
        setattr(header, name, " ".join(fields[:2] if name == "program" else fields[:1]).strip())

    return take


def _days(name: str) -> Take:
    def take(header: Header, fields: list[str]) -> None:
        setattr(header, name, _day_or_none(_at(fields, 0)))

    return take


def _named(name: str) -> Take:
    def take(header: Header, fields: list[str]) -> None:
        getattr(header, name)[_at(fields, 0)] = _at(fields, 1)

    return take


HEADER: Mapping[str, Take] = MappingProxyType(
    {
        "#FLAGGA": _set("flag"),
        "#PROGRAM": _set("program"),
        "#FNAMN": _set("company"),
        "#ORGNR": _set("org_number"),
        "#GEN": _days("generated"),
        "#OMFATTN": _days("covers"),
        "#SIETYP": _type,
        "#RAR": _year,
        "#KONTO": _named("accounts"),
        "#DIM": _named("dimensions"),
        "#UNDERDIM": _named("dimensions"),
        "#OBJEKT": _object,
    }
)
