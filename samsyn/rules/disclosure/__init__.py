"""Small numbers: what is not told, so that nothing that is told gives them away.

    lay(tables) → a World: who counted what, over which days, in which version; what was told; how it hangs together
    protect(cells, truth, …) → the keys of the cells that are not told

A number of 1 to `smallest` - 1 is not told, nor as many others as it takes. The proof of a hidden number is another
world: whole numbers, none below nought, in which everything that someone knows is as it is told, and the hidden number
is 0 or `smallest` at least, and not what it is.
"""

from samsyn.rules.disclosure.hiding import Cell, protect
from samsyn.rules.disclosure.tables import Line, Table
from samsyn.rules.disclosure.witness import Atom, Told, is_safe
from samsyn.rules.disclosure.world import World, lay

__all__ = ["Atom", "Cell", "Line", "Table", "Told", "World", "is_safe", "lay", "protect"]
