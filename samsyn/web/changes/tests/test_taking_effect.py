"""A change takes effect through the form and the mandate that its clause demands, and through nothing else."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from itertools import permutations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from samsyn.rules.timeline import life, status_on, terms_on
from samsyn.web.access.fixtures import Cast
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.changes import actions
from samsyn.web.changes.content import file_name
from samsyn.web.changes.drafting import content_of, touched, with_changes
from samsyn.web.changes.models import Change
from samsyn.web.changes.tests.laying import (
    APPROVED,
    BOARD,
    MANDATE,
    NOW,
    REPAYMENT,
    SAYS,
    SIGNED,
    SIX_MONTHS,
    TERMINATION,
    TODAY,
    drafted,
    lay,
    proposed,
    step,
)
from samsyn.web.history.models import Act
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership

DAY = timedelta(days=1)


def months(partnership: Partnership) -> int:
    return terms_on(dossier_of(partnership), TODAY, TODAY).notice["uppsagning"].months


def test_a_draft_is_seen_by_its_own_party_alone(cast: Cast) -> None:
    partnership = lay(cast, SIGNED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = drafted(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        assert Change.objects.visible_to(viewer).count() == 1
    with cast.as_(cast.association, Role.HEAD):
        assert not Change.objects.filter(pk=change.pk).exists()


def test_two_parties_drafts_have_numbers_of_their_own(cast: Cast) -> None:
    partnership = lay(cast, SIGNED)
    keys = set()
    for organisation in (cast.municipality, cast.association):
        with cast.as_(organisation, Role.HEAD) as viewer:
            keys.add(drafted(partnership, "amendment", content=SIX_MONTHS, by=viewer).key)
    assert keys == {"tillagg-1", "tillagg-2"}


def test_signed_by_all_means_that_the_last_signature_brings_it_about(cast: Cast) -> None:
    partnership = lay(cast, SIGNED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        step(change, "signature", on=TODAY - 3 * DAY, by=viewer)
        assert months(partnership) == 3
    with cast.as_(cast.association, Role.STEERING) as viewer:
        step(change, "signature", on=TODAY - DAY, by=viewer)
        change.refresh_from_db()
        assert months(partnership) == 6
        assert change.version is not None
        assert (change.done_on, change.version.number) == (TODAY - DAY, 2)
        assert file_name(change) in dossier_of(partnership).files


def test_an_approval_is_no_signature(cast: Cast) -> None:
    partnership = lay(cast, SIGNED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        with pytest.raises(ValidationError, match="begär inte detta"):
            step(change, "approval", by=viewer)


def test_a_signature_needs_its_paper(cast: Cast) -> None:
    partnership = lay(cast, SIGNED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        with pytest.raises(ValidationError, match="undertecknade handlingen"):
            step(change, "signature", by=viewer, document=None)


def test_three_parties_must_all_approve(cast: Cast) -> None:
    partnership = lay(cast, APPROVED, three=True)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        step(change, "approval", by=viewer)
    with cast.as_(cast.association, Role.HEAD) as viewer:
        step(change, "approval", by=viewer)
        assert months(partnership) == 3
    with cast.as_(cast.other_association, Role.HEAD) as viewer:
        step(change, "approval", by=viewer)
        assert months(partnership) == 6


def test_whatever_the_order_of_approvals_the_file_is_the_same(cast: Cast) -> None:
    days = {"kommunen": TODAY - 5 * DAY, "foreningen": TODAY - 2 * DAY, "andra": TODAY - 4 * DAY}
    owners = {"kommunen": cast.municipality, "foreningen": cast.association, "andra": cast.other_association}
    partnership = lay(cast, APPROVED, three=True)
    files = set()
    for number, order in enumerate(permutations(days), 1):
        content = {"set": {"notice": {"uppsagning": {"months": 6 + number}}}}
        with cast.as_(cast.municipality, Role.HEAD) as viewer:
            change = proposed(partnership, "amendment", content=content, by=viewer)
        earlier = DAY * 7 * number
        for key in order:
            with cast.as_(owners[key], Role.HEAD) as viewer:
                step(change, "approval", on=days[key] - earlier, by=viewer)
        with cast.as_(cast.municipality, Role.HEAD):
            change.refresh_from_db()
            assert change.done_on == TODAY - 2 * DAY - earlier
            text = dossier_of(partnership).files[file_name(change)].decode()
        for key, day in {**days, "the last": TODAY - 2 * DAY}.items():
            text = text.replace(str(day - earlier), key)
        files.add(text.replace(change.key, "").replace(f"months = {6 + number}", ""))
    assert len(files) == 1


def test_one_who_refuses_ends_it_and_the_terms_are_as_before(cast: Cast) -> None:
    partnership = lay(cast, APPROVED, three=True)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        step(change, "approval", by=viewer)
    with cast.as_(cast.association, Role.HEAD) as viewer:
        with pytest.raises(ValidationError, match="varför"):
            step(change, "refusal", by=viewer)
        step(change, "refusal", by=viewer, says="Vi hinner inte ställa om.")
    with cast.as_(cast.other_association, Role.HEAD) as viewer:
        with pytest.raises(ValidationError, match="avslutad"):
            step(change, "approval", by=viewer)
        assert months(partnership) == 3


def test_a_mandate_is_used_within_its_limits(cast: Cast) -> None:
    partnership = lay(cast, MANDATE)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        with pytest.raises(ValidationError, match="inom mandatet: Målen ändras inte"):
            step(change, "approval", by=viewer)
        step(change, "approval", by=viewer, within_limits=True, function="Förvaltningschef")
        assert months(partnership) == 6


def test_beyond_the_limits_the_board_itself_decides(cast: Cast) -> None:
    partnership = lay(cast, MANDATE)
    goal = {"set": {"goal": {"malet": {"statement": "Ingen ska vara ensam, dygnet runt"}}}}
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=goal, by=viewer)
        with pytest.raises(ValidationError, match="begär inte detta"):
            step(change, "approval", by=viewer, within_limits=True)
        step(change, "board_decision", by=viewer, reference="§ 14")
        change.refresh_from_db()
        assert change.version is not None


def test_a_board_s_decision_counts_when_it_has_legal_force(cast: Cast) -> None:
    partnership = lay(cast, BOARD)
    with cast.as_(cast.association, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        step(change, "approval", on=TODAY - 40 * DAY, by=viewer)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        with pytest.raises(ValidationError, match="Skriv först in nämndens beslut"):
            step(change, "legal_force", by=viewer)
        step(change, "board_decision", on=TODAY - 30 * DAY, by=viewer)
        assert months(partnership) == 3
        with pytest.raises(ValidationError, match="kan inte ha vunnit laga kraft före"):
            step(change, "legal_force", on=TODAY - 31 * DAY, by=viewer)
        step(change, "legal_force", on=TODAY - 5 * DAY, by=viewer)
        change.refresh_from_db()
        assert (months(partnership), change.done_on) == (6, TODAY - 5 * DAY)


def test_without_a_clause_on_changes_every_party_signs(cast: Cast) -> None:
    partnership = lay(cast, "")
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        step(change, "signature", by=viewer)
        assert months(partnership) == 3


def test_an_extension_that_all_agree_on_in_time_moves_the_last_day(cast: Cast) -> None:
    partnership = lay(cast, SIGNED)
    values = {"clause": "2", "says": "Ett år till.", "last": date(2028, 12, 31)}
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "extension", values, by=viewer)
        step(change, "approval", by=viewer)
    with cast.as_(cast.association, Role.HEAD) as viewer:
        step(change, "approval", by=viewer)
        assert life(dossier_of(partnership), TODAY).last == date(2028, 12, 31)
        assert Obligation.objects.filter(partnership=partnership, due__year=2028).exists()


def test_an_extension_further_than_the_clause_reaches_is_refused_with_its_day(cast: Cast) -> None:
    partnership = lay(cast, SIGNED)
    values = {"clause": "2", "says": "Två år till.", "last": date(2029, 12, 31)}
    with (
        cast.as_(cast.municipality, Role.HEAD) as viewer,
        pytest.raises(ValidationError, match="räcker till 2028-12-31"),
    ):
        drafted(partnership, "extension", values, by=viewer)


def test_notice_is_given_by_one_party_and_counts_from_that_day(cast: Cast) -> None:
    partnership = lay(cast, SIGNED)
    values = {"clause": "3", "says": "Vi lämnar partnerskapet.", "because": "Vi har inte råd."}
    with cast.as_(cast.association, Role.HEAD) as viewer:
        change = proposed(partnership, "notice", values, by=viewer)
        assert change.version is not None
        assert life(dossier_of(partnership), TODAY).last == date(2026, 6, 2)
        assert status_on(dossier_of(partnership), TODAY).status == "notice_given"
    with cast.as_(cast.municipality, Role.HEAD) as viewer, pytest.raises(ValidationError, match="gäller redan"):
        step(change, "received", by=viewer)


def test_notice_is_taken_back_when_all_agree(cast: Cast) -> None:
    partnership = lay(cast, SIGNED)
    with cast.as_(cast.association, Role.HEAD) as viewer:
        notice = proposed(partnership, "notice", {"clause": "3", "says": "Vi lämnar."}, by=viewer)
        values = {"clause": "3", "says": "Vi stannar.", "of": notice.key}
        back = proposed(partnership, "withdrawal", values, by=viewer)
        step(back, "approval", by=viewer)
        assert life(dossier_of(partnership), TODAY).last == date(2026, 6, 2)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        step(back, "approval", by=viewer)
        assert life(dossier_of(partnership), TODAY).last == date(2027, 12, 31)


def test_termination_for_cause_comes_after_a_demand_of_an_earlier_day(cast: Cast) -> None:
    partnership = lay(cast, SIGNED + TERMINATION)
    values = {"clause": "3 a", "says": "Vi häver.", "because": "Huset är stängt.", "last": TODAY + 30 * DAY}
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "termination", values, by=viewer)
        step(change, "demand", on=TODAY, by=viewer, says="Öppna huset.")
        step(change, "notified", on=TODAY, by=viewer)
        change.refresh_from_db()
        assert change.version is None, "the other party had no day to put it right"


def test_termination_after_an_unanswered_demand_ends_the_agreement(cast: Cast) -> None:
    partnership = lay(cast, SIGNED + TERMINATION)
    values = {"clause": "3 a", "says": "Vi häver.", "because": "Huset är stängt.", "last": TODAY + 30 * DAY}
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "termination", values, by=viewer)
        step(change, "demand", on=TODAY - 20 * DAY, by=viewer, says="Öppna huset.")
        step(change, "notified", on=TODAY, by=viewer)
        assert life(dossier_of(partnership), TODAY).last == TODAY + 30 * DAY


def test_who_says_that_it_is_put_right_is_talked_with_first(cast: Cast) -> None:
    partnership = lay(cast, SIGNED + TERMINATION)
    values = {"clause": "3 a", "says": "Vi häver.", "because": "Huset är stängt.", "last": TODAY + 30 * DAY}
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "termination", values, by=viewer)
        step(change, "demand", on=TODAY - 20 * DAY, by=viewer, says="Öppna huset.")
    with cast.as_(cast.association, Role.HEAD) as viewer:
        step(change, "corrected", on=TODAY - 10 * DAY, by=viewer, says="Det är öppet.")
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        step(change, "notified", on=TODAY, by=viewer)
        change.refresh_from_db()
        assert change.version is None
        step(change, "dialogue", on=TODAY - 5 * DAY, by=viewer, says="Vi talades vid.")
        assert life(dossier_of(partnership), TODAY).last == TODAY + 30 * DAY


def test_a_waiver_lets_one_occurrence_go_in_the_form_of_a_change(cast: Cast) -> None:
    partnership = lay(cast, APPROVED)
    with cast.as_(cast.association, Role.HEAD) as viewer:
        report = Obligation.objects.get(partnership=partnership, term="rapport", occurrence="2026")
        values = {
            "clause": "6", "says": "Rapporten för 2026 behövs inte.", "because": "Huset var stängt.", "of": "rapport",
            "obligation": report,
        }  # fmt: skip
        change = proposed(partnership, "waiver", values, by=viewer)
        step(change, "approval", by=viewer)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        step(change, "approval", by=viewer)
        report.refresh_from_db()
        assert report.waived_on == TODAY
        others = Obligation.objects.filter(partnership=partnership, term="rapport").exclude(pk=report.pk)
        assert others.exists()
        assert not others.exclude(waived_on=None).exists()


def test_repayment_is_claimed_with_its_exceptions_weighed_and_agreed_by_the_one_who_pays(cast: Cast) -> None:
    partnership = lay(cast, SIGNED + REPAYMENT)
    values = {
        "clause": "4 a", "says": "50 000 kr betalas tillbaka.", "because": "De gick till annat.", "of": "felaktig",
        "amount_ore": 50_000_00,
    }  # fmt: skip
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "repayment", values, by=viewer)
        with pytest.raises(ValidationError, match="omsorgsfull"):
            step(change, "notified", by=viewer)
        step(change, "notified", by=viewer, within_limits=True)
    with cast.as_(cast.association, Role.HEAD) as viewer:
        step(change, "approval", by=viewer)
        change.refresh_from_db()
        assert change.version is not None


def test_who_may_not_decide_takes_no_step(cast: Cast) -> None:
    partnership = lay(cast, APPROVED)
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        change = drafted(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        with pytest.raises(PermissionDenied):
            actions.propose(change, by=viewer, now=NOW, today=TODAY)


def test_a_day_that_has_not_come_is_no_day_of_approval(cast: Cast) -> None:
    partnership = lay(cast, APPROVED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        with pytest.raises(ValidationError, match="inte kommit än"):
            step(change, "approval", on=TODAY + DAY, by=viewer)


def test_what_another_change_has_made_impossible_is_not_half_done(cast: Cast) -> None:
    partnership = lay(cast, APPROVED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        first = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        second = proposed(partnership, "amendment", content={"remove": ["uppsagning"]}, by=viewer)
        step(first, "approval", by=viewer)
        step(second, "approval", on=TODAY - DAY, by=viewer)
    with cast.as_(cast.association, Role.HEAD) as viewer:
        step(second, "approval", on=TODAY - DAY, by=viewer)
        with pytest.raises(ValidationError, match="går inte ihop"):
            step(first, "approval", by=viewer)
        first.refresh_from_db()
        assert first.is_pending
        assert not first.steps.filter(organisation=cast.association).exists()


def test_a_draft_that_changes_nothing_is_refused_in_words(cast: Cast) -> None:
    partnership = lay(cast, APPROVED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer, pytest.raises(ValidationError, match="ändrar inget villkor"):
        drafted(partnership, "amendment", by=viewer)


def test_every_act_is_in_the_history_of_all_parties_except_a_draft(cast: Cast) -> None:
    partnership = lay(cast, APPROVED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        step(change, "approval", by=viewer)
    with cast.as_(cast.association, Role.HEAD) as viewer:
        step(change, "approval", by=viewer)
        names = set(Act.objects.about(change).values_list("name", flat=True))
    assert names == {"change.propose", "change.approval", "change.in_force"}


def test_proposed_again_by_a_second_click_is_the_same_proposal(cast: Cast) -> None:
    partnership = lay(cast, APPROVED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", SAYS, SIX_MONTHS, by=viewer)
        again = actions.propose(change, by=viewer, now=NOW, today=TODAY)
        assert again.proposed_at == change.proposed_at
        assert Act.objects.filter(name="change.propose").count() == 1


LONGER = {
    "set": {"funding": {"bidrag": {"amounts": [{"first": date(2026, 1, 1), "last": date(2026, 12, 31), "amount": 1}]}}}
}
"""The sum of the second year is gone: only together with something else does it fit."""


def test_a_draft_whose_terms_fit_only_together_is_kept_and_not_proposed_until_they_do(cast: Cast) -> None:
    partnership = lay(cast, APPROVED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = drafted(partnership, "amendment", content=LONGER, by=viewer)
        with pytest.raises(ValidationError, match="går inte ihop"):
            actions.propose(change, by=viewer, now=NOW, today=TODAY)
        whole = {"first": date(2026, 1, 1), "last": date(2027, 12, 31), "amount": 1}
        fitting = {"set": {"funding": {"bidrag": {"amounts": [whole]}}}}
        actions.redraft(change, {}, rewrite=lambda content: fitting, by=viewer, now=NOW, today=TODAY)
        assert actions.propose(change, by=viewer, now=NOW, today=TODAY).is_pending


def test_what_two_people_write_in_a_draft_is_kept_of_both(cast: Cast) -> None:
    """The second one saw the draft before the first had saved."""
    partnership = lay(cast, APPROVED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = drafted(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        for term, says in (("styrgrupp", "Styrgruppen leder arbetet."), ("rapport", "Föreningen rapporterar årligen.")):
            family = "body" if term == "styrgrupp" else "duty"
            rewrite = partial(with_changes, family=family, term=term, changes={"says": says})
            actions.redraft(change, {}, rewrite=rewrite, by=viewer, now=NOW, today=TODAY)
        change.refresh_from_db()
        assert touched(content_of(change)) == {"uppsagning", "styrgrupp", "rapport"}


def test_a_condition_is_met_by_the_decision_in_legal_force(cast: Cast) -> None:
    condition = """
[condition.laga-kraft]
clause = "2 a"
says = "Gäller när nämndens beslut har vunnit laga kraft."
kind = "legal_force"
by = ["kommunen"]
"""
    partnership = lay(cast, SIGNED + condition)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        assert status_on(dossier_of(partnership), TODAY).status == "waiting_for_condition"
        values = {"clause": "2 a", "says": "Beslutet har vunnit laga kraft.", "of": "laga-kraft"}
        change = proposed(partnership, "condition_met", values, by=viewer)
        step(change, "board_decision", on=TODAY - 30 * DAY, by=viewer)
        step(change, "legal_force", on=TODAY - DAY, by=viewer)
        assert status_on(dossier_of(partnership), TODAY).status == "in_force"


def test_a_slip_of_the_year_is_asked_about(cast: Cast) -> None:
    """A paper may be signed before it is written in here, not years before anybody proposed it."""
    partnership = lay(cast, SIGNED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        with pytest.raises(ValidationError, match="Stämmer året"):
            step(change, "signature", on=TODAY - 367 * DAY, by=viewer)
        step(change, "signature", on=TODAY - 366 * DAY, by=viewer)


def test_who_is_no_party_drafts_nothing(cast: Cast) -> None:
    partnership = lay(cast, SIGNED)
    with cast.as_(cast.other_association, Role.HEAD) as viewer, pytest.raises(PermissionDenied):
        drafted(partnership, "amendment", content=SIX_MONTHS, by=viewer)
