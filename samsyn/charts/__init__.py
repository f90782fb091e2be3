"""Numbers and dates → SVG, and the same as a table. Pure: no Django, no clock, no files."""

from samsyn.charts.svg import Svg

__all__ = ["Svg"]
