"""The shapes of the marks. Each kind has its own, so that the picture also works in black and white."""

from samsyn.charts.agreement_line.model import MarkKind
from samsyn.charts.svg import element, number

STROKE = 1.6


def mark_shape(kind: MarkKind, x: float, y: float, size: float, passed: bool) -> str:
    """A mark centred on x, y and about size wide; marks that have passed are filled."""
    class_ = f"line-mark line-mark-{kind}" + (" line-mark-passed" if passed else "")
    paint: dict[str, str | float] = {
        "class_": class_,
        "fill": "#000" if passed else "#fff",
        "stroke": "#000",
        "stroke_width": STROKE,
    }
    half = size / 2
    if kind == "meeting":
        return element("circle", cx=x, cy=y, r=half, **paint)
    if kind == "payment":
        return element(
            "rect", x=x - 1.5, y=y - half, width=3, height=size, **{**paint, "stroke": "none", "fill": "#000"}
        )
    if kind == "report":
        return _polygon([(x, y - half), (x + half, y), (x, y + half), (x - half, y)], paint)
    if kind in ("extension", "notice"):
        return _polygon([(x - half, y - half), (x + half, y - half), (x, y + half)], paint)
    return element("rect", x=x - half * 0.8, y=y - half * 0.8, width=size * 0.8, height=size * 0.8, **paint)


def _polygon(points: list[tuple[float, float]], paint: dict[str, str | float]) -> str:
    written = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return element("polygon", points=written, stroke_linejoin="round", **paint)
