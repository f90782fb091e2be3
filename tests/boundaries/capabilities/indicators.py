"""Figures are counted from what others keep: no tables of their own."""

from __future__ import annotations

from samsyn.web.organisations.roles import Permission
from tests.boundaries.door import Door, InPartnership

_AT = "as/<slug:organisation>/partnerships/<slug:slug>/indicators"
DOORS: dict[str, Door] = {
    f"{_AT}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/figures.csv": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/became/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/of/<slug:indicator>/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/of/<slug:indicator>/figure.csv": InPartnership(Permission.READ_PARTNERSHIP),
}
TERMS = """
[indicator.ingen-mater]
clause = "siffror"
says = "Parterna vill veta om staden blir tryggare."
name = "Trygghet"
level = "effect"
measure = "ratio"
of = "Trygga"
unit = "procent"
split = []
no_sex_split_because = "Inget mäter det."
contracted = false
"""
ANSWERED = """
## siffror · Siffror
Som det står.

Terms: `ingen-mater`
"""
SAMPLES = {"indicator": lambda _sample: "ingen-mater"}
ASKED = {
    "/as/kommunen/partnerships/{slug}/indicators/": ["period"],
    "/as/kommunen/partnerships/{slug}/indicators/of/ingen-mater/": ["period"],
}
