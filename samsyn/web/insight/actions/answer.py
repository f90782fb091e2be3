"""The party that is asked answers: tried at the door, handed over, written down as a paper, shown as evidence, told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from samsyn.rules.secrecy import Decision, Trial, grounds_for, may_hand_out
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.documents.models import Document
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.insight.actions.papers import handed_over, laid_in, staff_papers
from samsyn.web.insight.actions.telling import tell_of
from samsyn.web.insight.figures import tables_of
from samsyn.web.insight.models import Answer, Handed, Request, StaffList
from samsyn.web.insight.permissions import check_may_answer
from samsyn.web.insight.presenters.paper import Said, answer_paper
from samsyn.web.insight.presenters.staff import Choice, Content
from samsyn.web.insight.queries import Standing, State, duty_behind, one_of
from samsyn.web.insight.staff import digest, staff_now
from samsyn.web.obligations.actions import give_evidence
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import PartnershipParty
from samsyn.web.project.conflicts import refusals_of, take_turns

acts.register({"insight.answer": gettext_lazy("svarade på en begäran om insyn")})

_VERDICTS = {"all": "whole", "more": "whole", "part": "part", "nothing": "nothing"}


@dataclass(frozen=True, slots=True)
class Staff:
    """Who is put on the staff list and how. `seal` is the sum of what was read before it was handed over."""

    choices: Mapping[UUID, Choice]
    seal: str


@dataclass(frozen=True, slots=True)
class Saying:
    """`outcome` is an `Answer.Outcome`. `papers`: the party's own, drafts too; `figures`: ids of releases.

    `tells_of_anyone`, `tried_as`, `grounds` and `because` are what is said at the door (`rules.secrecy.door`).
    """

    outcome: str
    tried_as: str
    says: str = ""
    papers: Sequence[Document] = ()
    figures: Sequence[UUID] = ()
    staff: Staff | None = None
    tells_of_anyone: bool = False
    grounds: tuple[str, ...] = ()
    because: str = ""

    @property
    def hands_over(self) -> bool:
        return bool(self.papers or self.figures or self.staff)


@transaction.atomic
def answer(request: Request, said: Saying, *, made: UUID, by: Viewer, now: datetime, today: date) -> Answer:
    """`made` is the form's own id: sent twice it is one answer. Nothing leaves before the door has said yes.

    1. may they; 2. one at a time; 3. the door; 4. papers and the staff list get their numbers; 5. the answer as a
    paper; 6. the rows; 7. evidence, where something was handed over; 8. history; 9. letters.
    """
    check_may_answer(by, request)
    take_turns(f"insight/{request.partnership_id}")
    standing = one_of(by, request.partnership, request.pk)
    if standing is None:
        raise Request.DoesNotExist
    there = next((each for each in standing.answers if each.pk == made), None)
    if there is not None:
        return there
    _check(standing, said)
    with override(settings.LANGUAGE_CODE):
        terms, _duty = duty_behind(dossier_of(request.partnership), request.obligation, today)
        mine = PartnershipParty.objects.get(partnership=request.partnership, organisation_id=by.organisation_id)
        known = grounds_for(terms, mine.key)
        trial = Trial(_VERDICTS[said.outcome], said.tells_of_anyone, said.tried_as, said.grounds, said.because)  # type: ignore[arg-type]
        decision = may_hand_out(trial, known)
        _heed(decision, said)
        content = _staff_content(standing.request, said, by, today)
        papers = [handed_over(each, request, by=by, now=now) for each in said.papers]
        lists = staff_papers(standing.request, content, by=by, now=now, today=today) if content else []
        paper = answer_paper(
            Said(
                request=standing.request,
                number=len(standing.answers) + 1,
                outcome=said.outcome,
                says=said.says.strip(),
                because=said.because.strip(),
                tried_as=said.tried_as.strip(),
                held=[each for each in known if each.key in said.grounds],
                decision=decision,
                papers=[*papers, *lists],
                figures=tables_of(by, request.partnership, terms, said.figures),
                places=places_of(standing.request),
                on=today,
            )
        )
        document, plain, seal = laid_in(standing.request, paper, by=by, now=now, today=today)
    made_answer = Answer(
        id=made,
        partnership_id=request.partnership_id,
        organisation_id=by.organisation_id,
        request=standing.request,
        number=len(standing.answers) + 1,
        outcome=said.outcome,
        says=said.says.strip(),
        grounds=list(said.grounds),
        because=said.because.strip(),
        tried_as=said.tried_as.strip(),
        figures=list(said.figures),
        content=plain,
        sha256=seal,
        document=document,
        on=today,
        answered_at=now,
        person_id=by.person_id,
    )
    with refusals_of(Answer):
        made_answer.save(force_insert=True)
    _hand(made_answer, papers, lists, content, today)
    _remember(standing.request, made_answer, by=by, now=now, today=today)
    return made_answer


def places_of(request: Request) -> list[PartnershipParty]:
    """The one that asked and the one that answers, in that order."""
    rows = PartnershipParty.objects.filter(
        partnership_id=request.partnership_id, organisation_id__in=[request.organisation_id, request.asked_id]
    ).select_related("organisation")
    return sorted(rows, key=lambda each: each.organisation_id != request.organisation_id)


def _check(standing: Standing, said: Saying) -> None:
    if standing.state == State.WITHDRAWN:
        raise ValidationError(_("Begäran är tillbakatagen, så det finns inget att svara på."))
    if said.outcome not in Answer.Outcome.values:
        raise ValidationError({"outcome": _("Välj vad ni lämnar.")})
    if said.outcome == Answer.Outcome.NOTHING and said.hands_over:
        raise ValidationError({"outcome": _("Ni har valt något att lämna. Välj då att ni lämnar en del.")})
    if said.outcome != Answer.Outcome.NOTHING and not said.hands_over and not said.says.strip():
        raise ValidationError({"papers": _("Välj handlingar eller siffror, eller skriv uppgifterna med egna ord.")})
    if said.outcome in (Answer.Outcome.ALL, Answer.Outcome.MORE) and (said.grounds or said.because.strip()):
        raise ValidationError(
            {"outcome": _("Ni har skrivit varför något inte lämnas ut. Välj då att ni lämnar en del eller ingenting.")}
        )


def _heed(decision: Decision, said: Saying) -> None:
    """Raises ValidationError where the door says no; that nothing leaves is what a refusal means."""
    if decision or (said.outcome == Answer.Outcome.NOTHING and decision.reason.inputs and not said.tells_of_anyone):
        return
    field = "tells_of_anyone" if said.tells_of_anyone else "because" if said.tried_as.strip() else "tried_as"
    raise ValidationError({field: decision.reason.says})


def _staff_content(request: Request, said: Saying, by: Viewer, today: date) -> Content | None:
    """As it is now; ValidationError where somebody has changed the roster since it was read."""
    if said.staff is None:
        return None
    content = staff_now(by, request, said.staff.choices, today)
    if digest(content) != said.staff.seal:
        raise ValidationError(_("Bemanningen har ändrats sedan du läste förteckningen. Läs den igen och lämna sedan."))
    return content


def _hand(
    made: Answer, papers: Sequence[Document], lists: Sequence[Document], content: Content | None, today: date
) -> None:
    own = {"partnership_id": made.partnership_id, "organisation_id": made.organisation_id, "answer": made}
    if content is not None:
        StaffList.objects.create(**own, as_of=today, content=content, sha256=digest(content))
    rows = [(Handed.Kind.PAPER, each) for each in papers] + [(Handed.Kind.STAFF_LIST, each) for each in lists]
    Handed.objects.bulk_create([Handed(**own, kind=kind, document=each) for kind, each in rows])


def _remember(request: Request, made: Answer, *, by: Viewer, now: datetime, today: date) -> None:
    if made.outcome != Answer.Outcome.NOTHING:
        give_evidence(
            request.obligation, kind="document", done_on=today, document=made.document, says="", by=by, now=now,
            today=today,
        )  # fmt: skip
    record(
        "insight.answer", by=by, now=now, subject=request, partnership=request.partnership_id,
        clause=request.obligation.clause, shared=True,
        refers_to={"number": request.number, "answer": made.pk, "outcome": str(made.outcome), "sum": made.sha256},
    )  # fmt: skip
    with override(settings.LANGUAGE_CODE):
        said = _("%(who)s har svarat på er begäran %(n)s om insyn.")
        says = said % {"who": by.organisation_name, "n": request.number}
    about = f"insight-answer/{made.pk}"
    tell_of(request, [request.organisation_id], Permission.FULFIL, about, says, by=by, now=now, today=today)
