"""What the page would say now: gathered from where it is kept, of what every party has let go of already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils.translation import override

from samsyn.rules.money import replan
from samsyn.rules.money.sums import assumed_in
from samsyn.rules.obligations import plans_of
from samsyn.rules.obligations.wording import in_a_row
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import life, terms_on
from samsyn.web.access.jobs import Job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of, parties_of
from samsyn.web.indices.queries import register
from samsyn.web.partnerships.models import Partnership, PartnershipParty
from samsyn.web.publication.content import Goal, Material, Party, PublicPaper, YearsSum, content_of
from samsyn.web.publication.figures import figures_let_go
from samsyn.web.publication.models import Paper
from samsyn.web.publication.queries import publication_of

SMALLEST = 5


def content_now(partnership: Partnership, today: date, now: datetime, by: Viewer | Job) -> dict[str, Any]:
    """Always in the language of the agreement, whoever renews it."""
    with override(settings.LANGUAGE_CODE):
        return content_of(material_of(partnership, dossier_of(partnership), today, now, by))


def material_of(partnership: Partnership, dossier: Dossier, today: date, now: datetime, by: Viewer | Job) -> Material:
    agreement, span = terms_on(dossier, today, today), life(dossier, today)
    head, places = agreement.agreement, parties_of(partnership)
    told = publication_of(dossier, today)
    return Material(
        slug=partnership.slug,
        name=partnership.name,
        title=head.title,
        language=head.language,
        is_demo=partnership.is_demo,
        real_terms=partnership.twin_of_id is not None,
        purpose=head.purpose,
        purpose_clause=head.purpose_clause,
        goals=[Goal(each.statement, each.clause) for each in agreement.goal.values() if each.level == "overall"],
        parties=list(_parties(agreement)),
        case_number=_case_number(places),
        first=span.start,
        last=span.last,
        smallest=told.smallest if told else SMALLEST,
        money=list(_money(dossier, agreement, today)),
        figures=figures_let_go(partnership, dossier, told, today),
        papers=[_paper(each) for each in Paper.objects.filter(partnership=partnership).standing().without_bytes()],
    )  # fmt: skip


def _case_number(places: Mapping[str, PartnershipParty]) -> str:
    """The authority's own, under which one asks for more."""
    found = [each.case_number for each in places.values() if each.kind == PartnershipParty.Kind.PARTY]
    return next(filter(None, found), "")


def _parties(agreement: Agreement) -> Iterator[Party]:
    for key, each in agreement.party.items():
        yield Party(key, each.name, each.legal_name or "", each.org_nr or "", each.kind, each.clause)


def _money(dossier: Dossier, agreement: Agreement, today: date) -> Iterator[YearsSum]:
    """By the terms as they are known today; what is invoiced or paid is between the parties."""
    for plan in plans_of(dossier, index=register(), known_on=today):
        names = (in_a_row(map(agreement.party_name, keys)) for keys in (plan.payers, plan.funding.payees))
        who = "{} till {}".format(*names)
        for year in replan(plan.parts, {}, plan.payment.changed):
            number = year.parts[0].planned.slot.year if year.parts else year.year.start.year
            ore = None if year.total is None else year.total.ore
            yield YearsSum(number, who, ore, year.preliminary, plan.payment.clause, bool(assumed_in(plan.payment)))


def _paper(paper: Paper) -> PublicPaper:
    return PublicPaper(str(paper.pk), paper.title, paper.dated, paper.size, paper.sha256)
