"""Who owes how much of a sum that several pay."""

from __future__ import annotations

from dataclasses import dataclass

from samsyn.rules.money.rows import Row
from samsyn.rules.money.sums import ore_of
from samsyn.rules.quantities import Amount, DateRange
from samsyn.rules.terms.funding import Funding


@dataclass(frozen=True, slots=True)
class Part:
    """The part of one payer by the shares of the funding, in whole öre; the whole where `payer` is None.

    The last payer carries the öre that are left, of a sum and of any days of it.
    """

    funding: Funding
    payer: str | None

    def of(self, amount: Amount) -> Amount:
        *others, last = self._payers
        if self.payer != last:
            return self._share(amount, self.payer)
        return amount - Amount(sum(self._share(amount, other).ore for other in others))

    def within(self, row: Row, amount: Amount, days: DateRange) -> int:
        """The öre of a row that fall on some of its days."""
        *others, last = self._payers
        if self.payer != last:
            return ore_of(row, self._share(amount, self.payer), days)
        return ore_of(row, amount, days) - sum(ore_of(row, self._share(amount, other), days) for other in others)

    @property
    def _payers(self) -> tuple[str | None, ...]:
        return tuple(share.party for share in self.funding.shares) if self.payer is not None else (None,)

    def _share(self, amount: Amount, payer: str | None) -> Amount:
        percent = next(share.percent for share in self.funding.shares if share.party == payer)
        return Amount(int(percent.of(amount) // 1))
