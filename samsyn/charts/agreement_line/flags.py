"""Labels as flags on poles above a line: who flies over whom, so that no text meets another.

A flag is a box beside its pole, to the right of it or, near the right edge, to the left. Boxes that overlap
sideways get different levels; where a pole passes through another's box, the one with that pole is put lower.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from samsyn.charts.agreement_line.labels import Label

BESIDE = 7.0
BETWEEN = 14.0
OVER = 10.0


@dataclass(frozen=True)
class Flag:
    """x is the pole; the text stands from left to right; level 0 is nearest the line."""

    label: Label
    x: float
    points_right: bool
    level: int = 0
    bottom: float = 0.0

    @property
    def left(self) -> float:
        return self.x + BESIDE if self.points_right else self.x - BESIDE - self.label.width

    @property
    def right(self) -> float:
        return self.left + self.label.width

    @property
    def top(self) -> float:
        return self.bottom - self.label.height

    def beside(self, other: "Flag") -> bool:
        """Whether the two could share a level."""
        return self.right + BETWEEN <= other.left or other.right + BETWEEN <= self.left

    def covers_pole_of(self, other: "Flag") -> bool:
        return self.left - BESIDE / 2 < other.x < self.right + BESIDE / 2


def hoisted(labels: Sequence[tuple[Label, float]], width: float, today_x: float) -> list[Flag]:
    """Flags with levels and bottoms. bottom is measured from the foot of the poles upward as a negative y.

    What is coming points ahead, to the right; today and what has been points back, where there is room.
    """
    flags = _turned([Flag(label, x, x > today_x) for label, x in labels], width)
    levels = _levels(flags)
    heights: dict[int, float] = {}
    for flag, level in zip(flags, levels, strict=True):
        heights[level] = max(heights.get(level, 0.0), flag.label.height)
    foot = {level: sum(heights[n] + OVER for n in heights if n < level) for level in heights}
    return [replace(flag, level=level, bottom=-foot[level]) for flag, level in zip(flags, levels, strict=True)]


def _turned(flags: list[Flag], width: float) -> list[Flag]:
    """Turn the flags that would leave the picture, and their neighbours where both poles would be covered."""
    turned = [_inside(flag, width) for flag in flags]
    changed = True
    while changed:
        changed = False
        for i, flag in enumerate(turned):
            other_way = replace(flag, points_right=False)
            if flag.points_right and other_way.left >= 0 and any(_entangled(flag, o) for o in turned):
                turned[i] = other_way
                changed = True
    return turned


def _inside(flag: Flag, width: float) -> Flag:
    if flag.left >= 0 and flag.right <= width:
        return flag
    return replace(flag, points_right=not flag.points_right)


def _entangled(flag: Flag, other: Flag) -> bool:
    return not other.points_right and flag.covers_pole_of(other) and other.covers_pole_of(flag)


def _levels(flags: list[Flag]) -> list[int]:
    """The lowest level for each, those with no one below first; a circle is broken by the order of days."""
    below = [
        {j for j, o in enumerate(flags) if j != i and not f.beside(o) and f.covers_pole_of(o)}
        for i, f in enumerate(flags)
    ]
    level: dict[int, int] = {}
    waiting = list(range(len(flags)))
    while waiting:
        free = next((i for i in reversed(waiting) if not (below[i] - level.keys())), waiting[-1])
        taken = {level[j] for j in level if not flags[free].beside(flags[j])}
        least = 1 + max((level[j] for j in below[free] if j in level), default=-1)
        level[free] = next(n for n in range(least, least + len(flags) + 1) if n not in taken)
        waiting.remove(free)
    return [level[i] for i in range(len(flags))]
