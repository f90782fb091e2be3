"""What is remembered of each obligation beyond what the rules say: the organisations behind it, and the outlook."""

from datetime import date
from uuid import UUID

from samsyn.rules.timeline import next_extension
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.obligations.actions import derive_anew
from samsyn.web.obligations.models import Obligation, Outlook
from samsyn.web.obligations.tests.laying import NOW, TODAY, Laid
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role


def owed(laid: Laid, **which: object) -> Obligation:
    with acting_as_job(Job.SEED):
        found = Obligation.objects.filter(partnership=laid.partnership, **which).order_by("due").first()
    assert found is not None
    return found


def ids(*organisations: Organisation) -> list[UUID]:
    return sorted(each.pk for each in organisations)


def test_an_invoice_is_owed_by_the_one_who_sends_it_to_those_who_pay(youth: Laid, cast: Cast) -> None:
    invoice = owed(youth, kind="invoice")
    assert invoice.owed_by == ids(cast.association)
    assert invoice.owed_to == ids(cast.municipality, cast.other_board)


def test_what_is_owed_to_nobody_named_is_owed_to_every_party(youth: Laid, cast: Cast) -> None:
    everyone = ids(cast.municipality, cast.other_board, cast.association)
    assert owed(youth, kind="end_of_period").owed_to == everyone


def test_a_body_owes_for_all_who_sit_in_it(youth: Laid, cast: Cast) -> None:
    assert owed(youth, by_keys=["styrgrupp"]).owed_by == ids(cast.municipality, cast.other_board, cast.association)


def test_the_outlook_is_what_the_rules_say(youth: Laid, cast: Cast) -> None:
    with cast.as_(cast.association, Role.CONTROLLER) as viewer:
        (outlook,) = Outlook.objects.visible_to(viewer)
    option = next_extension(youth.dossier)
    assert option is not None
    assert (outlook.first_day, outlook.last_day) == (date(2026, 1, 1), date(2028, 12, 31))
    assert (outlook.extend_by, outlook.may_last_to) == (option.settle_by, option.new_last)
    assert outlook.open_assumptions == len(list(youth.dossier.agreement.assumptions()))


def test_twelve_months_notice_must_come_a_year_and_a_day_before_the_end_to_shorten_anything(
    youth: Laid, cast: Cast
) -> None:
    with cast.as_(cast.association, Role.CONTROLLER) as viewer:
        (outlook,) = Outlook.objects.visible_to(viewer)
    assert outlook.notice_by == date(2027, 12, 30)


def test_the_outlook_of_others_is_not_there(youth: Laid, cast: Cast) -> None:
    with cast.as_(cast.other_association, Role.CONTROLLER) as viewer:
        assert not Outlook.objects.visible_to(viewer).exists()
        assert not Outlook.objects.exists()


def test_deriving_twice_writes_the_outlook_once(youth: Laid) -> None:
    with acting_as_job(Job.SEED):
        derive_anew(youth.partnership, youth.dossier, by=Job.SEED, now=NOW, today=TODAY)
        assert Outlook.objects.filter(partnership=youth.partnership).count() == 1
