"""Writing SVG without inline styles: classes for the page's sheet, presentation attributes for paper."""

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Svg:
    """A finished drawing. width and height are the user units of its viewBox."""

    text: str
    width: float
    height: float

    def __str__(self) -> str:
        return self.text

    def __html__(self) -> str:
        """Templates may write it as it is: every text in it has been escaped."""
        return self.text


def number(value: float) -> str:
    """A coordinate with at most one decimal, so that drawings are small and do not vary by machine."""
    return f"{value:.1f}".removesuffix(".0")


def element(name: str, *children: str, **attributes: str | float) -> str:
    """<name …>children</name>. class_ and for_ lose their underscore, other underscores become hyphens."""
    written = "".join(f' {_name(key)}="{_value(value)}"' for key, value in attributes.items() if value != "")
    inside = "".join(children)
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def text(content: str, x: float, y: float, **attributes: str | float) -> str:
    return element("text", escape(content, quote=False), x=x, y=y, **attributes)


def drawing(*children: str, width: float, height: float, class_: str, title: str, description: str, id_: str) -> Svg:
    """The outermost element, with title and description for those who listen."""
    names = (
        element("title", escape(title, quote=False), id=f"{id_}-title"),
        element("desc", escape(description, quote=False), id=f"{id_}-desc"),
    )
    whole = element(
        "svg",
        *names,
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        class_=class_,
        role="img",
        aria_labelledby=f"{id_}-title {id_}-desc",
        font_family="'Source Sans 3 Variable', 'Source Sans 3', sans-serif",
    )
    return Svg(whole, width, height)


def _name(key: str) -> str:
    return key if key == "viewBox" else key.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else number(value)
