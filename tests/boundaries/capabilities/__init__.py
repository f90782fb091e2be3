"""What each capability brings to the tests of the walls: a module of its own here, and nothing in the common files.

A module may have
- `DOORS`                address → `tests.boundaries.door.Door`
- `TERMS`, `ANSWERED`    what it adds to the samples' agreement and its clauses.md; {public}, {civil}: parties
- `lay(partnership, cast, colleague, now) -> Any`   one row of each of its tables for both parties; what it returns is
                         found in `sample.laid["<module>"]`
- `SAMPLES`              parameter of an address → function of the Sample; always something of the municipality's
- `ASKED`, `TYPED`       for test_nonsense: address → parameters, and → fields of its form
- `CHANGEABLE`           table of the own organisation's rows → whether they may be erased, for test_raw_sql
- `ADDABLE`, `TAKEN_BACK`   tables of own rows that are only added, and of those that may be taken back (as dict keys)
- `MOVED`                table → columns that cannot be made somebody else's
- `REACHED`              Job → the tables it may read
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import Any


def modules() -> dict[str, ModuleType]:
    """By the name of the capability."""
    return {
        each.name: importlib.import_module(f"{__name__}.{each.name}")
        for each in sorted(pkgutil.iter_modules(__path__), key=lambda found: found.name)
    }


def gathered(name: str) -> dict[Any, Any]:
    """One dictionary of what they all bring under this name. What two of them bring is an error."""
    found: dict[Any, Any] = {}
    for module, brought in ((each, getattr(each, name, {})) for each in modules().values()):
        twice = found.keys() & brought.keys()
        assert not twice, f"{module.__name__} brings {sorted(map(str, twice))}, which another has"
        found |= brought
    return found


def written(name: str, **names: str) -> str:
    """TERMS or ANSWERED of them all, with the parties in their places."""
    return "".join(getattr(each, name, "").format(**names) for each in modules().values())
