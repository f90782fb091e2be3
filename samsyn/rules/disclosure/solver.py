"""Whole numbers that fit: one question to HiGHS. What it answers is never trusted, see `witness`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import highspy

_NODES = 2000
"""Of the search tree. Who is not answered by then is answered with no: more is hidden, never less."""


def whole_numbers(most: Sequence[int], rows: Sequence[tuple[Mapping[int, int], int, int | None]]) -> list[int] | None:
    """One number for each of `most`, from 0 to that, so that every row is kept. None: there are none, or none found.

    A row is place → factor, and the least and the most (None: no limit) of their sum.
    """
    import highspy  # brings numpy, and most commands never ask

    solver = _quiet()()
    for name, value in (("threads", 1), ("random_seed", 0), ("mip_max_nodes", _NODES)):
        solver.setOptionValue(name, value)
    solver.addVars(len(most), [0.0] * len(most), [float(each) for each in most])
    for place in range(len(most)):
        solver.changeColIntegrality(place, highspy.HighsVarType.kInteger)
    for factors, low, high in rows:
        limit = highspy.kHighsInf if high is None else float(high)
        own = sorted(factors)
        solver.addRow(float(low), limit, len(own), own, [float(factors[each]) for each in own])
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return [round(each) for each in solver.getSolution().col_value]


@cache
def _quiet() -> type[highspy.Highs]:
    """It says who it is on standard output as soon as it is made, unless it is told not to before that."""
    import highspy

    class Quiet(highspy.Highs):
        def enableCallbacks(self) -> None:  # noqa: N802
            self.silent()

    return Quiet
