"""A theory of change: from what is put in on the left to what is hoped for on the right, with arrows between.

theory_of_change(nodes)                 wide, for a page and a projector
theory_of_change(nodes, form="paper")   as wide as a page of A4
theory_of_change(nodes, form="narrow")  for a phone: stages below each other, arrows as numbers

Boxes say their text whole. An arrow that leaps over a stage goes between the boxes of that stage, never behind one.
"""

from samsyn.charts.theory.draw import theory_of_change
from samsyn.charts.theory.model import STAGES, Form, Stage, TheoryBox, TheoryWords

__all__ = ["STAGES", "Form", "Stage", "TheoryBox", "TheoryWords", "theory_of_change"]
