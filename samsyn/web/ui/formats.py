"""How figures and dates are written. Same in both languages: 1 926 637 kr and 2026-11-20."""

from datetime import date
from decimal import Decimal
from typing import Literal

from django.utils import dates
from django.utils.translation import gettext, ngettext

# Source Sans 3 has no narrow no-break space, and a substitute from another font is too thin to be seen;
# its ordinary space is already narrow (a fifth of the type size).
STUCK = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"

DateStyle = Literal["iso", "long", "weekday", "short"]


def grouped(number: int) -> str:
    """1926637 → «1 926 637», with spaces that never break."""
    sign = MINUS if number < 0 else ""
    return sign + f"{abs(number):,}".replace(",", STUCK)


def kronor(ore: int, unit: bool = True) -> str:
    """Amount in öre as kronor; öre are written only when there are any, and never rounded away."""
    whole, rest = divmod(abs(ore), 100)
    sign = MINUS if ore < 0 else ""
    text = sign + grouped(whole) + (f",{rest:02d}" if rest else "")
    return text + (f"{STUCK}kr" if unit else "")


def quantity(number: Decimal, unit: str) -> str:
    """1234.50 of a unit → «1 234,5 timmar», with spaces that never break."""
    whole, _point, rest = f"{abs(number):f}".partition(".")
    rest = rest.rstrip("0")
    sign = MINUS if number < 0 else ""
    return sign + grouped(int(whole)) + (f",{rest}" if rest else "") + f"{STUCK}{unit}"


def civil_date(day: date, style: DateStyle = "iso") -> str:
    """iso 2026-11-20 · short 20 november · long 20 november 2026 · weekday fredag 20 november 2026."""
    if style == "iso":
        return day.isoformat()
    month, weekday = str(dates.MONTHS[day.month]), str(dates.WEEKDAYS[day.weekday()])
    text = f"{day.day}{STUCK}{month}"
    if style == "short":
        return text
    text = f"{text} {day.year}"
    return f"{weekday} {text}" if style == "weekday" else text


def relative_days(day: date, today: date) -> str:
    """How far away a day is, as a person would say it: days for two weeks, then weeks, then months."""
    distance = (day - today).days
    near = {0: gettext("i dag"), 1: gettext("i morgon"), -1: gettext("i går")}
    if distance in near:
        return near[distance]
    length = _length(abs(distance))
    if distance > 0:
        return gettext("om %(length)s") % {"length": length}
    return gettext("för %(length)s sedan") % {"length": length}


def _length(days: int) -> str:
    if days < 21:
        return ngettext("%(n)s dag", "%(n)s dagar", days) % {"n": days}
    if days < 70:
        weeks = round(days / 7)
        return ngettext("%(n)s vecka", "%(n)s veckor", weeks) % {"n": weeks}
    if days < 700:
        months = round(days / 30.44)
        return ngettext("%(n)s månad", "%(n)s månader", months) % {"n": months}
    years = round(days / 365.25)
    return ngettext("%(n)s år", "%(n)s år", years) % {"n": years}


def file_size(size: int) -> str:
    """Bytes as «212 kB» or «1,4 MB»."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))}{STUCK}kB"
    return f"{size / 1_000_000:.1f}{STUCK}MB".replace(".", ",")
