"""Which rules judged the XML, and what they found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class RuleSet:
    """`sha256` is of the rule file, in hex. `origin` says where it came from: the package and its version, or the
    folder."""

    name: str
    version: str
    sha256: str
    origin: str


@dataclass(frozen=True, slots=True)
class Failure:
    """`where` is the place in the XML, without namespaces."""

    rule: str
    severity: Literal["fatal", "warning"]
    says: str
    where: str


@dataclass(frozen=True, slots=True)
class Judgement:
    rules: tuple[RuleSet, ...]
    failures: tuple[Failure, ...]

    @property
    def fatal(self) -> bool:
        return any(failure.severity == "fatal" for failure in self.failures)
