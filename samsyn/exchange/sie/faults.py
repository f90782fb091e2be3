"""What is wrong with a file, in words for the one who exported it."""

from __future__ import annotations

from dataclasses import dataclass, field

KEPT = 200


@dataclass(frozen=True, slots=True)
class SieFault:
    """`line` from 1. `whole`: nothing in the file can be trusted; else it is the voucher alone that is refused.

    `voucher` is its series and number, where they could be read.
    """

    line: int
    says: str
    whole: bool = False
    voucher: tuple[str, str] | None = None

    def __str__(self) -> str:
        return f"Rad {self.line}: {self.says}"


@dataclass
class Faults:
    """The first of them, and how many there were: a file of rubbish does not fill the memory."""

    kept: list[SieFault] = field(default_factory=list)
    count: int = 0
    whole: bool = False

    def add(self, fault: SieFault) -> None:
        self.count += 1
        self.whole |= fault.whole
        if fault.whole or len(self.kept) < KEPT:
            self.kept.append(fault)


class Refused(ValueError):
    """A record that cannot be read; the message is what `SieFault.says`."""
