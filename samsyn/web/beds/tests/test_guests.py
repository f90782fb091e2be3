"""Guests are written down, found, given cards, merged and parted; the line; who was refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange as PgRange

from samsyn.rules.places import lot
from samsyn.rules.quantities import DateRange as Span
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.actions import give, leave_early, merging, undo_give
from samsyn.web.beds.actions.cards import new_card, revoke_card
from samsyn.web.beds.actions.guests import change_guest, make_guest, open_guest, records_of
from samsyn.web.beds.actions.line import draw_lots, join_line, leave_line, set_priority
from samsyn.web.beds.actions.merging import merge, unmerge
from samsyn.web.beds.actions.refusals import refuse
from samsyn.web.beds.answering import WRONG_AT_MOST, Says, answer_for_code
from samsyn.web.beds.codes import Misread, new_code
from samsyn.web.beds.finding import card_of, find, likely_duplicates
from samsyn.web.beds.models import Block, Card, Draw, Entitlement, Guest, Place, Refusal, Segment, Site, Waiting
from samsyn.web.beds.tests.laying import AGREEMENT, BODY, FILES, NIGHT, NOW, ORDINARY, Laid, lay, nights
from samsyn.web.history.models import Act
from samsyn.web.organisations.roles import Role
from samsyn.web.project.ids import new_timeless_id

ONE = timedelta(days=1)


@pytest.fixture
def laid(cast: Cast) -> Laid:
    return lay(cast)


@pytest.fixture
def by(laid: Laid) -> Iterator[Viewer]:
    with laid.coordination() as viewer:
        yield viewer


def written(laid: Laid, by: Viewer, name: str, sex: str = "man", born: int | None = None) -> Guest:
    return make_guest(laid.partnership, name, sex, born, by=by, now=NOW, tonight=NIGHT)


def stayed(guest: Guest, site: Site, first: date, length: int = 5, *, place: int = 0, quarantine: int = 2) -> Segment:
    """As rows: what was given is tried where it is given."""
    bed = Place.objects.filter(site=site).order_by("rank")[place]
    own = {"partnership_id": guest.partnership_id, "kept_by": BODY}
    given = Entitlement.objects.create(
        **own,
        organisation_id=site.organisation_id,
        guest=guest,
        pool=ORDINARY,
        nights=nights(first, length),
        quarantine_nights=quarantine,
        scheme=ORDINARY,
        clause="4",
        given_at=NOW,
    )
    Block.objects.create(
        **own, entitlement=given, guest=guest, scheme=ORDINARY, nights=nights(first, length + quarantine)
    )
    return Segment.objects.create(
        **own,
        organisation_id=site.organisation_id,
        entitlement=given,
        guest=guest,
        sex=guest.sex,
        site=site,
        place=bed,
        pool=ORDINARY,
        nights=nights(first, length),
    )


def checked() -> None:
    """What PostgreSQL checks when the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def spans(guest: Guest) -> list[tuple[date, date]]:
    return [(each.nights.lower, each.nights.upper) for each in Block.objects.filter(guest=guest).order_by("nights")]


def test_a_form_sent_twice_makes_one_guest(laid: Laid, by: Viewer) -> None:
    key = new_timeless_id()
    one, other = (
        make_guest(laid.partnership, "Ana", "woman", key=key, by=by, now=NOW, tonight=NIGHT) for _ in range(2)
    )
    assert one == other
    assert Guest.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "sex", "born"), [("", "man", None), ("–", "man", None), ("Ana", "x", None), ("Ana", "man", 1800)]
)
def test_what_cannot_be_is_refused_in_its_field(laid: Laid, by: Viewer, name: str, sex: str, born: int | None) -> None:
    with pytest.raises(ValidationError) as trouble:
        make_guest(laid.partnership, name, sex, born, by=by, now=NOW, tonight=NIGHT)
    assert set(trouble.value.message_dict) <= {"known_as", "sex", "born"}


def test_nothing_is_written_about_a_minor(laid: Laid, by: Viewer) -> None:
    with pytest.raises(ValidationError, match="socialjouren") as trouble:
        written(laid, by, "Ana", born=NIGHT.year - 17)
    assert trouble.value.code == "minor"
    assert not Guest.objects.exists()


def test_only_the_coordination_writes_guests_down(laid: Laid) -> None:
    with laid.staff(laid.kajen) as viewer, pytest.raises(PermissionDenied):
        written(laid, viewer, "Ana")


def test_a_name_is_found_in_another_spelling_order_and_script(laid: Laid, by: Viewer) -> None:
    for name in ("Gheorghe Popescu", "Мария Петрова", "محمد", "Ionuț", "Kalle"):
        written(laid, by, name)

    def first(text: str) -> str:
        return find(by, laid.partnership, text)[0].guest.known_as

    assert first("popescu george") == "Gheorghe Popescu"
    assert first("George") == "Gheorghe Popescu"
    assert first("Maria Petrowa") == "Мария Петрова"
    assert first("Mohamed") == "محمد"
    assert first("Ionut") == first("Ionutz") == "Ionuț"
    assert find(by, laid.partnership, "Åke Xyz") == []


def test_a_changed_name_is_found_and_the_old_one_is_not(laid: Laid, by: Viewer) -> None:
    guest = written(laid, by, "Kalle")
    change_guest(guest, "Bogdan", "man", by=by, now=NOW, tonight=NIGHT)
    assert [each.guest for each in find(by, laid.partnership, "bogdan")] == [guest]
    assert find(by, laid.partnership, "Kalle") == []


def test_a_card_gives_its_guest_until_it_is_revoked(laid: Laid, by: Viewer) -> None:
    guest = written(laid, by, "Ana")
    card = new_card(guest, by=by, now=NOW, tonight=NIGHT)
    assert new_card(guest, by=by, now=NOW, tonight=NIGHT) == card
    assert [each.guest for each in find(by, laid.partnership, card.code.lower())] == [guest]
    revoke_card(card, by=by, now=NOW, tonight=NIGHT)
    revoke_card(card, by=by, now=NOW, tonight=NIGHT)
    assert find(by, laid.partnership, card.code) == []
    assert Act.objects.filter(name="card.revoke").count() == 1
    assert card_of(by, laid.partnership, new_code()) is None
    assert card_of(by, laid.partnership, "2A3B4C5D6E7") is Misread.MISREAD


def test_opening_a_guest_is_written_in_one_s_own_history_alone(laid: Laid, by: Viewer) -> None:
    guest = open_guest(written(laid, by, "Ana"), by=by, now=NOW)
    act = Act.objects.get(name="guest.open")
    assert (act.subject_id, act.shared, act.reason) == (guest.pk, False, "")


def test_likely_duplicates_agree_in_sex_and_year(laid: Laid, by: Viewer) -> None:
    guest = written(laid, by, "Gheorghe Popescu", born=1980)
    same = written(laid, by, "George Popescu", "not_stated")
    written(laid, by, "George Popescu", "woman")
    written(laid, by, "George Popescu", born=1990)
    assert [each.guest for each in likely_duplicates(by, guest)] == [same]


# ── merged and parted ───────────────────────────────────────────────────────────────────────────────────────


def test_a_stay_in_the_other_record_s_quarantine_is_cut_and_restored(laid: Laid, by: Viewer) -> None:
    kept, absorbed = written(laid, by, "Ana"), written(laid, by, "Anna")
    first = NIGHT - 12 * ONE
    stayed(kept, laid.kajen, first)
    stay = stayed(absorbed, laid.kajen, first + 5 * ONE, place=1)
    before = spans(kept), spans(absorbed)
    done = merge(kept, absorbed, "Hon sade det själv", by=by, now=NOW, tonight=NIGHT)
    checked()
    assert spans(kept) == [(first, first + 7 * ONE), (first + 7 * ONE, first + 12 * ONE)]
    assert spans(absorbed) == []
    stay.refresh_from_db()
    assert stay.guest == kept
    assert stay.entitlement.guest == absorbed
    assert set(records_of(kept)) == {kept.pk, absorbed.pk}
    unmerge(done, by=by, now=NOW)
    unmerge(done, by=by, now=NOW)
    checked()
    assert (spans(kept), spans(absorbed)) == before
    stay.refresh_from_db()
    assert stay.guest == absorbed
    assert Act.objects.filter(name="guest.part").count() == 1


def test_a_night_slept_twice_is_kept_as_it_was_and_blocked_once(laid: Laid, by: Viewer) -> None:
    kept, absorbed = written(laid, by, "Ana"), written(laid, by, "Anna")
    first = NIGHT - 12 * ONE
    stayed(kept, laid.kajen, first + ONE, 1, quarantine=0)
    twice = stayed(absorbed, laid.vinden, first)
    done = merge(kept, absorbed, "Samma kort", by=by, now=NOW, tonight=NIGHT)
    checked()
    twice.refresh_from_db()
    assert twice.guest == absorbed
    assert spans(kept) == [(first, first + 7 * ONE)]
    unmerge(done, by=by, now=NOW)
    checked()
    assert spans(kept) == [(first + ONE, first + 2 * ONE)]
    assert spans(absorbed) == [(first, first + 7 * ONE)]


def test_two_places_on_a_coming_night_are_not_merged(laid: Laid, by: Viewer) -> None:
    kept, absorbed = written(laid, by, "Ana"), written(laid, by, "Anna")
    stayed(kept, laid.kajen, NIGHT)
    stayed(absorbed, laid.vinden, NIGHT + ONE)
    with pytest.raises(ValidationError, match=r"Kajen och Vinden.*Avsluta en av vistelserna först"):
        merge(kept, absorbed, "Samma kort", by=by, now=NOW, tonight=NIGHT)
    assert not Guest.objects.exclude(merged_into=None).exists()


def test_a_merged_record_is_found_by_its_name_and_its_card(laid: Laid, by: Viewer) -> None:
    kept, absorbed = written(laid, by, "Ana"), written(laid, by, "Gheorghita")
    card = new_card(absorbed, by=by, now=NOW, tonight=NIGHT)
    merge(kept, absorbed, "Samma kort", by=by, now=NOW, tonight=NIGHT)
    assert [each.guest for each in find(by, laid.partnership, "Gheorghita")] == [kept]
    assert [each.guest for each in find(by, laid.partnership, card.code)] == [kept]
    assert likely_duplicates(by, kept) == []
    with pytest.raises(ValidationError, match="redan ihopslagen"):
        merge(absorbed, written(laid, by, "Bo"), "x", by=by, now=NOW, tonight=NIGHT)


def test_three_records_of_one_guest_are_parted_one_by_one(laid: Laid, by: Viewer) -> None:
    one, two, three = (written(laid, by, name) for name in ("Ana", "Anna", "Hana"))
    for number, guest in enumerate((one, two, three)):
        stayed(guest, laid.kajen, NIGHT - (20 - 5 * number) * ONE, place=number)
    before = [spans(each) for each in (one, two, three)]
    inner = merge(two, three, "Samma", by=by, now=NOW, tonight=NIGHT)
    outer = merge(one, two, "Samma", by=by, now=NOW, tonight=NIGHT)
    checked()
    assert set(records_of(one)) == {one.pk, two.pk, three.pk}
    assert len(spans(one)) == 3
    unmerge(outer, by=by, now=NOW)
    checked()
    assert set(records_of(two)) == {two.pk, three.pk}
    unmerge(inner, by=by, now=NOW)
    checked()
    assert [spans(each) for each in (one, two, three)] == before


def test_a_quarantine_in_parts_keeps_out_of_what_the_same_record_had_already() -> None:
    """One extra night, whose quarantine in the ordinary scheme was parted by an ordinary place given before."""
    whose = uuid4()
    extra = Entitlement(guest_id=whose, scheme="extra:p", pool="p", nights=span(0, 1))
    ordinary = Entitlement(guest_id=whose, scheme="p", pool="p", nights=span(2, 3))
    parts = [Block(entitlement=extra, scheme="p", nights=span(first, first + 1)) for first in (1, 3)]
    between = Block(entitlement=ordinary, scheme="p", nights=span(2, 3))
    rows = [*parts, between]
    whole = [merging._whole(each, rows).nights for each in rows]
    assert whole == [Span(NIGHT + each * ONE, NIGHT + (each + 1) * ONE) for each in (1, 3, 2)]


def span(first: int, last: int) -> PgRange:
    return PgRange(NIGHT + first * ONE, NIGHT + last * ONE)


# ── a code is answered ──────────────────────────────────────────────────────────────────────────────────────


def asked(laid: Laid, viewer: Viewer, code: str) -> tuple[Says, date | None]:
    answer = answer_for_code(viewer, laid.partnership, laid.dossier.agreement, code, NIGHT, now=NOW)
    return answer.says, answer.from_when


def test_a_code_is_answered_with_yes_or_no_and_a_date(laid: Laid, cast: Cast) -> None:
    with laid.coordination() as by:
        guest, other = written(laid, by, "Ana"), written(laid, by, "Anna")
        codes = [new_card(each, by=by, now=NOW, tonight=NIGHT).code for each in (guest, other)]
        stayed(guest, laid.kajen, NIGHT - 2 * ONE)
        merge(guest, other, "Samma", by=by, now=NOW, tonight=NIGHT)
        free = new_card(written(laid, by, "Bo"), by=by, now=NOW, tonight=NIGHT).code
    with cast.as_(cast.municipality, Role.CASE_OFFICER) as viewer:
        assert asked(laid, viewer, codes[0]) == asked(laid, viewer, codes[1]) == (Says.NO, NIGHT + 5 * ONE)
        assert asked(laid, viewer, free) == (Says.YES, None)
        assert asked(laid, viewer, "2A3B4C5D6E7")[0] is Says.MISREAD
        assert not Card.objects.exists()
        assert not Guest.objects.exists()


def test_a_code_is_answered_by_the_agreement_s_life_with_its_extensions(laid: Laid, cast: Cast) -> None:
    with laid.coordination() as by:
        code = new_card(written(laid, by, "Ana"), by=by, now=NOW, tonight=NIGHT).code
    signed, late = laid.dossier.agreement.span, laid.dossier.agreement.span.end + ONE
    with cast.as_(laid.kajen.organisation, Role.STAFF) as viewer:
        said = [
            answer_for_code(viewer, laid.partnership, laid.dossier.agreement, code, late, now=NOW, life=life).says
            for life in (None, Span(signed.start, late + 365 * ONE))
        ]
    assert said == [Says.NO, Says.YES]


def test_guessing_codes_comes_to_an_end(laid: Laid, cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.CASE_OFFICER) as viewer:
        for _ in range(WRONG_AT_MOST):
            assert asked(laid, viewer, new_code())[0] is Says.UNKNOWN
        assert asked(laid, viewer, new_code())[0] is Says.TOO_MANY
    with cast.as_(cast.association, Role.STAFF) as viewer:
        assert asked(laid, viewer, new_code())[0] is Says.UNKNOWN


# ── the line, and those who were refused ────────────────────────────────────────────────────────────────────


def test_the_line_keeps_the_order_of_arrival_and_each_once(laid: Laid, by: Viewer) -> None:
    ana, bo = written(laid, by, "Ana"), written(laid, by, "Bo")
    first = join_line(laid.partnership, ana, pool=ORDINARY, night=NIGHT, by=by, now=NOW)
    second = join_line(laid.partnership, bo, pool=ORDINARY, night=NIGHT, by=by, now=NOW)
    assert join_line(laid.partnership, ana, pool=ORDINARY, night=NIGHT, by=by, now=NOW) == first
    leave_line(first, by=by, now=NOW)
    leave_line(first, "placed", by=by, now=NOW)
    again = join_line(laid.partnership, ana, pool=ORDINARY, night=NIGHT, by=by, now=NOW)
    assert again.place_in_line > second.place_in_line
    with pytest.raises(ValidationError, match="förtur"):
        set_priority(second, "Sjuk", by=by, now=NOW)
    with pytest.raises(ValidationError, match="lottas inte"):
        draw_lots(laid.partnership, pool=ORDINARY, night=NIGHT, by=by, now=NOW)


def test_lots_are_drawn_once_and_anyone_can_draw_them_again(cast: Cast) -> None:
    text = AGREEMENT.replace("intake_only_there = true\nlatest", 'intake_only_there = true\norder = "lottery"\nlatest')
    laid = lay(cast, FILES | {"agreement.toml": text.encode()})
    with laid.coordination() as by:
        waiting = [
            join_line(laid.partnership, written(laid, by, name), pool=ORDINARY, night=NIGHT, by=by, now=NOW)
            for name in ("Ana", "Bo", "Cia")
        ]
        draw = draw_lots(laid.partnership, pool=ORDINARY, night=NIGHT, by=by, now=NOW)
        assert draw_lots(laid.partnership, pool=ORDINARY, night=NIGHT, by=by, now=NOW) == draw
        from samsyn.web.beds.waiting import line_of

        line = line_of(by, laid.partnership, laid.dossier.agreement, ORDINARY, NIGHT)
        assert line.seed == draw.seed
        by_lot = sorted(waiting, key=lambda each: lot(draw.seed, str(each.pk)))
        assert [each.pk for each in line.waiting] == [each.pk for each in by_lot]
        with pytest.raises(ValidationError, match="redan lottad"):
            join_line(laid.partnership, written(laid, by, "Dan"), pool=ORDINARY, night=NIGHT, by=by, now=NOW)
        assert Draw.objects.count() == 1


def test_a_refusal_says_nothing_about_who(laid: Laid, by: Viewer) -> None:
    refuse(laid.partnership, ORDINARY, NIGHT, "man", "full", by=by, now=NOW)
    assert {field.name for field in Refusal._meta.get_fields()}.isdisjoint({"guest", "at", "noted_at"})
    assert Act.objects.get(name="refusal.note").subject_id is None
    with pytest.raises(ValidationError):
        refuse(laid.partnership, ORDINARY, NIGHT, "man", "annat", by=by, now=NOW)


def test_who_is_not_in_the_coordination_sees_no_card_and_no_line(laid: Laid) -> None:
    with laid.coordination() as by:
        guest = written(laid, by, "Ana")
        new_card(guest, by=by, now=NOW, tonight=NIGHT)
        join_line(laid.partnership, guest, pool=ORDINARY, night=NIGHT, by=by, now=NOW)
    with laid.staff(laid.kajen) as viewer:
        assert find(viewer, laid.partnership, "Ana") == []
        assert not Card.objects.exists()
        assert not Waiting.objects.exists()
    with acting_as_job(Job.SEED):
        assert Card.objects.count() == 1


def test_who_lost_the_place_again_waits_as_before_or_last(laid: Laid, by: Viewer) -> None:
    guest, other = written(laid, by, "Ana"), written(laid, by, "Bo")
    where: dict[str, Any] = {"pool": ORDINARY, "night": NIGHT, "by": by, "now": NOW}
    first = join_line(laid.partnership, guest, **where)
    join_line(laid.partnership, other, **where)
    given = give(laid.partnership, guest, **where)
    assert join_line(laid.partnership, guest, **where).state == "placed"
    undo_give(given.entitlement, by=by, now=NOW, tonight=NIGHT)
    again = join_line(laid.partnership, guest, **where)
    assert (again.state, again.place_in_line) == ("waits", first.place_in_line)
    left = give(laid.partnership, guest, **where)
    leave_early(left.segment, NIGHT, by=by, now=NOW)
    assert join_line(laid.partnership, guest, **where).place_in_line == 3
