"""Small things inside a sentence: clause tag, tag with text, amounts and dates."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from samsyn.web.ui import formats

register = template.Library()

_A_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")

TAG_KINDS = ("plain", "done", "soon", "cannot", "waiting", "public", "civil", "joint")


@dataclass(frozen=True)
class Place:
    """A link in a navigation, a breadcrumb or a menu."""

    text: str
    url: str = ""
    current: bool = False
    count: int | None = None


@register.filter
def kronor(ore: int | None) -> str:
    """Öre → «1 926 637 kr». None → a dash, since an unknown sum is not zero."""
    return "–" if ore is None else formats.kronor(ore)


@register.filter
def kronor_only(ore: int | None) -> str:
    """As `kronor` but without unit, for columns whose head says kr."""
    return "–" if ore is None else formats.kronor(ore, unit=False)


@register.filter
def grouped(number: int) -> str:
    return formats.grouped(number)


@register.filter
def datum(day: date | datetime | None, style: formats.DateStyle = "iso") -> SafeString | str:
    """A civil date in a time element: iso, short, long or weekday."""
    if day is None:
        return "–"
    civil = day.date() if isinstance(day, datetime) else day
    return format_html('<time datetime="{}">{}</time>', civil.isoformat(), formats.civil_date(civil, style))


@register.filter
def whole_dates(text: object) -> SafeString:
    """A sentence in which no date is broken over two lines."""
    return SafeString(
        _A_DATE.sub(
            r'<span class="number">\g<0></span>', conditional_escape(text if isinstance(text, str) else str(text))
        )
    )


@register.filter
def relative_days(day: date, today: date) -> str:
    """«om 12 dagar», «i morgon», «för 3 veckor sedan»."""
    return formats.relative_days(day, today)


@register.simple_tag
def clause(reference: object, href: str = "", assumed: bool = False, meaning: str = "") -> SafeString:
    """The clause that a duty, sum, figure or refusal comes from.

    reference: «1.6» becomes «§ 1.6»; «bilaga 2, nattplatser» is kept as it is.
    assumed: the signed text is silent here and the file says how it was read.
    """
    text = str(reference)
    return format_html(
        '<{} class="clause{}"{}{}><span class="visually-hidden">{} </span>{}{}</{}>',
        *(
            SafeString("a" if href else "span"),
            SafeString(" clause-assumed" if assumed else ""),
            format_html(' href="{}"', href) if href else "",
            format_html(' title="{}"', meaning) if meaning else "",
            gettext("tolkning av punkt") if assumed else gettext("punkt"),
            f"§{formats.STUCK}{text}" if text[:1].isdigit() else text,
            SafeString('<b aria-hidden="true">?</b>') if assumed else "",
            SafeString("a" if href else "span"),
        ),
    )


@register.simple_tag
def tag(text: str, kind: str = "plain") -> SafeString:
    """A state or a side in words; the colour and the shape only repeat what the word says."""
    if kind not in TAG_KINDS:
        raise template.TemplateSyntaxError(f"tag kind {kind!r}: write one of {', '.join(TAG_KINDS)}")
    return format_html('<span class="tag tag-{}">{}</span>', kind, text)


@register.simple_tag
def side_shape(kind: str) -> SafeString:
    """The square, the circle or the shared shape; always beside a word."""
    return format_html('<span class="shape shape-{}" aria-hidden="true"></span>', kind)


@register.inclusion_tag("ui/parts/figure.html")
def figure(
    sentence: str, number: object, unit: str = "", period: str = "", clause: str = "", clause_href: str = ""
) -> dict[str, Any]:
    """A number with the sentence that introduces it, its unit, its period and its clause."""
    return {
        "sentence": sentence,
        "number": formats.grouped(number) if isinstance(number, int) else number,
        "unit": unit,
        "period": period,
        "clause_reference": clause,
        "clause_href": clause_href,
    }


@register.inclusion_tag("ui/parts/document.html")
def document_link(url: str, name: str, size: int | None = None, format: str = "PDF") -> dict[str, Any]:
    """A file to fetch, with its format and its size in bytes said before the click."""
    size_text = formats.file_size(size) if size else gettext("storlek okänd")
    return {"url": url, "name": name, "size": size_text, "format": format}
