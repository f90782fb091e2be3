"""The whole agreement: a table for each family of terms, keyed by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields

from pydantic import Field

from samsyn.rules.quantities import DateRange
from samsyn.rules.terms.base import Assumption, Term, term
from samsyn.rules.terms.counting import Pad, SupportLine
from samsyn.rules.terms.duties import Duty
from samsyn.rules.terms.followup import Publication, Report, TheoryNode
from samsyn.rules.terms.funding import CostLine, Fallback, Funding, Index, Payment
from samsyn.rules.terms.governance import Body, Mandate
from samsyn.rules.terms.incidents import Telling
from samsyn.rules.terms.indicators import Goal, Indicator
from samsyn.rules.terms.occasions import Activity
from samsyn.rules.terms.operations import Comparison, Opening, Service, Site, TargetGroup, Volume
from samsyn.rules.terms.parties import Participant, Party
from samsyn.rules.terms.people import RegisterCheck, StaffRequirement, Undertaking, Volunteers
from samsyn.rules.terms.period import (
    Change,
    Condition,
    Dispute,
    Extension,
    Notice,
    Period,
    Renegotiation,
    Termination,
)
from samsyn.rules.terms.places import ExtraPlaces, IntakePoint, Pool, Step
from samsyn.rules.terms.resources import Deviation, InKind, OtherFunding, Repayment, StateAid
from samsyn.rules.terms.secrecy import Citation, Consent, LegalBasis, Openness, Secrecy
from samsyn.rules.terms.source import Heading, Source
from samsyn.rules.terms.surveys import Survey

SINGLE = ("agreement", "source", "period")
"""Tables that stand once in the file; every other family is a table of tables."""


@term
class Agreement:
    """What the parties signed, as terms. Read it with `samsyn.rules.reading.read_agreement`."""

    agreement: Heading
    source: Source
    period: Period
    party: dict[str, Party] = Field(min_length=2)
    participant: dict[str, Participant] = Field(default_factory=dict)
    condition: dict[str, Condition] = Field(default_factory=dict)
    extension: dict[str, Extension] = Field(default_factory=dict)
    notice: dict[str, Notice] = Field(default_factory=dict)
    termination: dict[str, Termination] = Field(default_factory=dict)
    renegotiation: dict[str, Renegotiation] = Field(default_factory=dict)
    change: dict[str, Change] = Field(default_factory=dict)
    dispute: dict[str, Dispute] = Field(default_factory=dict)
    funding: dict[str, Funding] = Field(default_factory=dict)
    index: dict[str, Index] = Field(default_factory=dict)
    payment: dict[str, Payment] = Field(default_factory=dict)
    cost_line: dict[str, CostLine] = Field(default_factory=dict)
    fallback: dict[str, Fallback] = Field(default_factory=dict)
    in_kind: dict[str, InKind] = Field(default_factory=dict)
    other_funding: dict[str, OtherFunding] = Field(default_factory=dict)
    state_aid: dict[str, StateAid] = Field(default_factory=dict)
    deviation: dict[str, Deviation] = Field(default_factory=dict)
    repayment: dict[str, Repayment] = Field(default_factory=dict)
    mandate: dict[str, Mandate] = Field(default_factory=dict)
    body: dict[str, Body] = Field(default_factory=dict)
    duty: dict[str, Duty] = Field(default_factory=dict)
    service: dict[str, Service] = Field(default_factory=dict)
    site: dict[str, Site] = Field(default_factory=dict)
    opening: dict[str, Opening] = Field(default_factory=dict)
    pad: dict[str, Pad] = Field(default_factory=dict)
    support_line: dict[str, SupportLine] = Field(default_factory=dict)
    activity: dict[str, Activity] = Field(default_factory=dict)
    survey: dict[str, Survey] = Field(default_factory=dict)
    telling: dict[str, Telling] = Field(default_factory=dict)
    target_group: dict[str, TargetGroup] = Field(default_factory=dict)
    volume: dict[str, Volume] = Field(default_factory=dict)
    comparison: dict[str, Comparison] = Field(default_factory=dict)
    pool: dict[str, Pool] = Field(default_factory=dict)
    intake_point: dict[str, IntakePoint] = Field(default_factory=dict)
    extra_places: dict[str, ExtraPlaces] = Field(default_factory=dict)
    step: dict[str, Step] = Field(default_factory=dict)
    staff: dict[str, StaffRequirement] = Field(default_factory=dict)
    register_check: dict[str, RegisterCheck] = Field(default_factory=dict)
    undertaking: dict[str, Undertaking] = Field(default_factory=dict)
    volunteers: dict[str, Volunteers] = Field(default_factory=dict)
    indicator: dict[str, Indicator] = Field(default_factory=dict)
    goal: dict[str, Goal] = Field(default_factory=dict)
    theory: dict[str, TheoryNode] = Field(default_factory=dict)
    report: dict[str, Report] = Field(default_factory=dict)
    publication: dict[str, Publication] = Field(default_factory=dict)
    secrecy: dict[str, Secrecy] = Field(default_factory=dict)
    legal_basis: dict[str, LegalBasis] = Field(default_factory=dict)
    consent: dict[str, Consent] = Field(default_factory=dict)
    citation: dict[str, Citation] = Field(default_factory=dict)
    openness: dict[str, Openness] = Field(default_factory=dict)

    @property
    def span(self) -> DateRange:
        """From the first to the last day of the agreement."""
        return DateRange.through(self.period.first, self.period.last)

    def family(self, name: str) -> Mapping[str, Term]:
        """The terms of one family by id; a single table is a family of one."""
        found = getattr(self, name)
        return {found.id: found} if isinstance(found, Term) else found

    def terms(self) -> Iterator[tuple[str, Term]]:
        """Every term with the name of its family, in the order of the families."""
        for name in FAMILIES:
            for item in self.family(name).values():
                yield name, item

    def assumptions(self) -> Iterator[tuple[str, Term, Assumption]]:
        """Every assumed reading: family, term, assumption."""
        for family, item in self.terms():
            for assumption in item.assumption:
                yield family, item, assumption

    def find(self, term_id: str) -> Term | None:
        """The term with this id, in whatever family, or None."""
        return next((item for _, item in self.terms() if item.id == term_id), None)

    def party_name(self, party_id: str) -> str:
        """What a party, participant or body is called; the id itself where there is no such thing."""
        for family in (self.party, self.participant, self.body):
            if party_id in family:
                return family[party_id].name
        return party_id


FAMILIES: tuple[str, ...] = tuple(field.name for field in fields(Agreement) if field.name != "agreement")
"""Names of the families, in the order in which pages show them."""
