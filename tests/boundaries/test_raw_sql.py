"""The third wall alone: any SQL, as the application's role, under one person's settings or one job's.

A forgotten filter anywhere can do no more than this. (Someone who runs SQL of their own choosing as samsyn_app can set
the settings too: that is not what the wall is for, and docs/decisions/who-sees-what.md says so.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import DatabaseError, connection, connections, transaction

from samsyn.web.access.actions import give_grant
from samsyn.web.access.fixtures import TODAY, Cast, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.obligations.actions import open_feed
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.actions import appoint
from samsyn.web.privacy.models import PurgeRun
from tests.boundaries.capabilities import gathered
from tests.boundaries.samples import NOW, lay_out
from tests.boundaries.test_tables import tables

Row = dict[str, Any]
_NO_RIGHT = "42501"


@dataclass(frozen=True)
class Mine:
    """Which rows of a table the viewer may change, and whether also erase."""

    rows: Callable[[Row, Viewer], bool]
    erasable: bool = False


def _in_partnership(row: Row, viewer: Viewer) -> bool:
    return row["partnership_id"] in viewer.partnerships


def _own(row: Row, viewer: Viewer) -> bool:
    """What is one organisation's own over all its partnerships is of none of them."""
    own: bool = row["organisation_id"] == viewer.organisation_id
    return own and ("partnership_id" not in row or _in_partnership(row, viewer))


def _either(row: Row, viewer: Viewer) -> bool:
    return viewer.organisation_id in (row["organisation_id"], row["sender_id"]) and _in_partnership(row, viewer)


def _own_wish(row: Row, viewer: Viewer) -> bool:
    return (row["person_id"], row["organisation_id"]) == (viewer.person_id, viewer.organisation_id)


CHANGEABLE: dict[str, Mine] = {
    "documents_document": Mine(_own, erasable=True),
    "obligations_evidence": Mine(_own),
    "obligations_objection": Mine(_own),
    "meetings_meeting": Mine(_in_partnership),
    "publication_edition": Mine(_in_partnership),
    "publication_paper": Mine(_in_partnership),
    "meetings_agendaitem": Mine(_in_partnership, erasable=True),
    "meetings_attendance": Mine(_in_partnership, erasable=True),
    "meetings_decision": Mine(_in_partnership, erasable=True),
    "meetings_actionpoint": Mine(_in_partnership),
    "changes_change": Mine(
        lambda row, viewer: _own(row, viewer) or (_in_partnership(row, viewer) and row["proposed_at"]), erasable=True
    ),
    "matters_matter": Mine(_in_partnership),
    "contacts_contact": Mine(_own),
    "reminders_wish": Mine(_own_wish, erasable=True),
    "organisations_person": Mine(lambda row, viewer: row["id"] == viewer.person_id),
    "organisations_membership": Mine(lambda row, viewer: row["organisation_id"] == viewer.organisation_id),
    "partnerships_partnershipparty": Mine(lambda row, viewer: row["organisation_id"] == viewer.organisation_id),
    "partnerships_appointment": Mine(lambda row, viewer: row["organisation_id"] == viewer.organisation_id),
    "access_grant": Mine(lambda row, viewer: row["owner_id"] == viewer.organisation_id),
    "shifts_feedkey": Mine(_own_wish),
    "obligations_feedkey": Mine(
        lambda row, viewer: (row["person_id"], row["organisation_id"]) == (viewer.person_id, viewer.organisation_id)
    ),
    **{
        f"placements_{table}": Mine(_own)
        for table in (
            "trainingplace",
            "participant",
            "consent",
            "ownpage",
            "stepdone",
            "attendance",
            "selfassessment",
            "closing",
        )
    },
    "placements_referral": Mine(
        lambda row, viewer: _own(row, viewer) or bool(row["sent_at"] and row["host_id"] == viewer.organisation_id),
        erasable=True,
    ),
    "placements_placement": Mine(_either),
    "placements_occupancy": Mine(_either),
    "placements_extension": Mine(_in_partnership),
    **{
        f"beds_{table}": Mine(_own)
        for table in (
            "site",
            "place",
            "standing",
            "outage",
            "initiative",
            "segment",
            "bar",
            "night",
            "note",
            "emergencycontact",
            "incident",
        )
    },
    **{f"tallies_{table}": Mine(_own) for table in ("device", "deviceinvitation", "event", "closedperiod")},
    **{f"tallies_{table}": Mine(_own, erasable=True) for table in ("closure", "heldday")},
    "account_emailaddress": Mine(lambda row, viewer: row["user_id"] == viewer.person_id, erasable=True),
    "mfa_authenticator": Mine(lambda row, viewer: row["user_id"] == viewer.person_id, erasable=True),
    **{table: Mine(_own, erasable=erasable) for table, erasable in gathered("CHANGEABLE").items()},
}
"""Every other table is written by named jobs alone, or by nobody."""

ADDABLE: dict[str, Callable[[Row, Viewer], bool]] = {
    "changes_step": _own,
    "matters_entry": _own,
    "meetings_minutes": _in_partnership,
    "meetings_minutesanswer": _own,
    "placements_extensionapproval": _own,
    "documents_content": lambda row, viewer: True,
    "beds_extranight": _own,
    "beds_pulse": _in_partnership,
    "support_supportcontact": _own,
    **dict.fromkeys(gathered("ADDABLE"), _own),
}
"""What may be added and is never changed. Bytes are nobody's: who sees them is decided by the papers that have them."""

TAKEN_BACK: dict[str, Callable[[Row, Viewer], bool]] = {
    "support_supportcontact": _own,
    **dict.fromkeys(gathered("TAKEN_BACK"), _own),
}
"""What is never changed, but may be taken back for a while by those who wrote it."""

MOVED = [
    ("documents_document", "partnership_id"),
    ("obligations_evidence", "organisation_id"),
    ("obligations_evidence", "partnership_id"),
    ("contacts_contact", "organisation_id"),
    ("contacts_contact", "partnership_id"),
    ("placements_participant", "organisation_id"),
    ("placements_participant", "partnership_id"),
    ("placements_consent", "organisation_id"),
    ("reminders_wish", "organisation_id"),
    ("reminders_wish", "person_id"),
    ("organisations_membership", "organisation_id"),
    ("partnerships_partnershipparty", "organisation_id"),
    ("partnerships_partnershipparty", "partnership_id"),
    ("partnerships_appointment", "organisation_id"),
    ("partnerships_appointment", "partnership_id"),
    ("access_grant", "owner_id"),
    ("access_grant", "partnership_id"),
    ("obligations_feedkey", "organisation_id"),
    ("obligations_feedkey", "person_id"),
    ("account_emailaddress", "user_id"),
    ("mfa_authenticator", "user_id"),
    *((table, column) for table, columns in gathered("MOVED").items() for column in columns),
]
"""A row of one's own cannot be made somebody else's."""

REACHED: dict[Job, set[str]] = {
    Job.SIGN_IN: {
        "organisations_organisation", "organisations_person", "organisations_membership", "partnerships_partnership",
        "partnerships_partnershipparty", "account_emailaddress", "mfa_authenticator",
    },
    Job.INVITATION: {"organisations_person", "account_emailaddress"},
    Job.CALENDAR_FEED: {"obligations_feedkey"},
    Job.CHANGE: {"agreements_agreementversion", "agreements_agreementfile", "changes_change", "changes_step"},
    Job.POST: {
        "organisations_organisation", "organisations_person", "organisations_membership", "partnerships_partnership",
        "partnerships_appointment", "reminders_letter", "reminders_wish", "placements_participant",
    },
    Job.OWN_PAGE: {"placements_ownpage"},
    Job.PAD: {"tallies_device", "tallies_deviceinvitation"},
    Job.PURGE: set(),
    **gathered("REACHED"),
}  # fmt: skip
"""What the jobs that a request can start may read; those of the command line lay the table and read most of it."""


@pytest.fixture(scope="module")
def table(committed_once: None) -> Iterator[Cast]:
    """Something of everything, of both sides, laid once: what a test does it takes back, or this says so at the end."""
    cast = _laid()
    before = everything()
    yield cast
    assert everything() == before


def _laid() -> Cast:
    cast = lay_the_table()
    partnership = lay_out(cast).partnership
    cast.person(cast.other_board, Role.HEAD)
    sides = ((cast.municipality, cast.association), (cast.association, cast.municipality))
    for organisation, other in sides:
        person = cast.person(organisation, Role.HEAD)
        with acting_as_job(Job.SIGN_IN):
            EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
            Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": "x"})
        with cast.as_(organisation, Role.HEAD) as viewer:
            open_feed(by=viewer, now=NOW)
            appoint(person, partnership, "styrgrupp", "ledamot", TODAY, by=viewer, now=NOW)
            give_grant(partnership, other, "talks", TODAY, basis="clause", basis_reference="§ 1", by=viewer, now=NOW)
        PurgeRun.objects.using("retention").create(at=NOW, organisation=organisation, counts={})
    return cast


def everything() -> dict[str, list[Row]]:
    """All rows of every table with a wall, as the role that sees them all."""
    found = {}
    with connections["retention"].cursor() as cursor:
        for name, (walled, _, _) in tables().items():
            if walled:
                cursor.execute(f'SELECT * FROM "{name}"')
                columns = [column.name for column in cursor.description or ()]
                found[name] = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    return found


def key_of(table: str) -> str:
    return {
        "obligations_outlook": "partnership_id",
        "documents_content": "sha256",
        "invoices_series": "organisation_id",
        "books_rowtext": "row_id",
    }.get(table, "id")


@contextmanager
def undone() -> Iterator[Any]:
    """A cursor whose work is taken back."""
    with transaction.atomic(), connection.cursor() as cursor:
        yield cursor
        transaction.set_rollback(True)


def keys_touched(statement: str, keys: list[Any]) -> set[Any]:
    """What the statement returns; nothing where the role has no right to it at all."""
    try:
        with undone() as cursor:
            cursor.execute(statement, [keys])
            return {key for (key,) in cursor.fetchall()}
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", "") != _NO_RIGHT:
            raise
        return set()


@pytest.fixture(params=["municipality", "association", "other_board"])
def acting(request: pytest.FixtureRequest, table: Cast) -> Organisation:
    found: Organisation = getattr(table, request.param)
    return found


def test_there_is_something_to_reach_in_every_table(table: Cast) -> None:
    bare = [name for name, rows in everything().items() if not rows]
    assert bare == ["account_emailconfirmation"]


def test_only_one_s_own_rows_are_changed(table: Cast, acting: Organisation) -> None:
    rows = everything()
    with table.as_(acting, Role.HEAD) as viewer:
        for name, found in rows.items():
            key = key_of(name)
            touched = keys_touched(
                f'UPDATE "{name}" SET {key} = {key} WHERE {key} = ANY(%s) RETURNING {key}', [row[key] for row in found]
            )
            mine = CHANGEABLE.get(name)
            allowed = {row[key] for row in found if mine and mine.rows(row, viewer)}
            assert touched <= allowed, name
            assert touched or not (allowed and acting == table.municipality), f"{name}: nothing tried"


def test_only_one_s_own_ways_of_signing_in_are_erased(table: Cast, acting: Organisation) -> None:
    rows = everything()
    with table.as_(acting, Role.HEAD) as viewer:
        for name, found in rows.items():
            key = key_of(name)
            gone = keys_touched(f'DELETE FROM "{name}" WHERE {key} = ANY(%s) RETURNING {key}', [r[key] for r in found])
            mine, back = CHANGEABLE.get(name), TAKEN_BACK.get(name)
            erasable = {row[key] for row in found if mine and mine.erasable and mine.rows(row, viewer)}
            assert gone <= erasable | {row[key] for row in found if back and back(row, viewer)}, name


def test_no_row_is_added_for_somebody_else(table: Cast, acting: Organisation) -> None:
    rows = everything()
    with table.as_(acting, Role.HEAD) as viewer:
        for name, found in rows.items():
            mine = CHANGEABLE.get(name)
            for row in found:
                if mine and mine.rows(row, viewer):
                    continue
                if name in ADDABLE and ADDABLE[name](row, viewer):
                    continue
                if name == "history_act" and row["person_id"] == viewer.person_id:
                    continue  # one's own act may be written; that it cannot be another's is tested in history
                with pytest.raises(DatabaseError) as refused, undone() as cursor:
                    _insert_copy(cursor, name, row)
                assert getattr(refused.value.__cause__, "sqlstate", "") == _NO_RIGHT, (name, refused.value)


def _insert_copy(cursor: Any, table: str, row: Row) -> None:
    key = key_of(table)
    copy = {**row, key: uuid4() if isinstance(row[key], UUID) else row[key] + 1000}
    columns = ", ".join(f'"{column}"' for column in copy)
    values = ", ".join("%s::jsonb" if isinstance(value, dict) else "%s" for value in copy.values())
    cursor.execute(f'INSERT INTO "{table}" ({columns}) VALUES ({values})', [_plain(each) for each in copy.values()])


def _plain(value: Any) -> Any:
    return "{}" if isinstance(value, dict) else value


@pytest.mark.parametrize(("name", "column"), MOVED)
def test_one_s_own_row_cannot_be_made_another_s(table: Cast, name: str, column: str) -> None:
    rows = everything()[name]
    with table.as_(table.municipality, Role.HEAD) as viewer:
        (own, *_), (other, *_) = (
            [row for row in rows if CHANGEABLE[name].rows(row, viewer) is wanted] for wanted in (True, False)
        )
        elsewhere = uuid4() if column == "partnership_id" else other[column]
        key = key_of(name)
        with pytest.raises(DatabaseError) as refused, undone() as cursor:
            cursor.execute(f'UPDATE "{name}" SET {column} = %s WHERE {key} = %s', [elsewhere, own[key]])
        assert getattr(refused.value.__cause__, "sqlstate", "") == _NO_RIGHT


@pytest.mark.parametrize("job", REACHED)
def test_a_job_that_a_request_can_start_reads_only_what_it_is_for(table: Cast, job: Job) -> None:
    with acting_as_job(job), connection.cursor() as cursor:
        found = set()
        for name in everything():
            cursor.execute(f'SELECT EXISTS (SELECT FROM "{name}")')
            found |= {name} if cursor.fetchone()[0] else set()
    assert found == REACHED[job]


RIGHTS = """
    SELECT relname, has_table_privilege(current_user, c.oid, 'TRUNCATE'),
           has_table_privilege(current_user, c.oid, 'TRIGGER'), has_table_privilege(current_user, c.oid, 'REFERENCES')
      FROM pg_class c WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
"""


@pytest.mark.parametrize("alias", ["default", "retention"])
def test_neither_role_can_make_or_remove_a_wall(table: Cast, alias: str) -> None:
    with connections[alias].cursor() as cursor:
        cursor.execute(RIGHTS)
        assert not [row for row in cursor.fetchall() if any(row[1:])]
        cursor.execute(
            "SELECT has_schema_privilege('public', 'CREATE'), has_database_privilege(current_database(), 'TEMP'),"
            " pg_has_role('samsyn_owner', 'MEMBER')"
        )
        assert cursor.fetchone() == (False, False, False)


def test_no_function_runs_with_more_rights_than_its_caller(table: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef")
        assert cursor.fetchall() == []


@pytest.mark.parametrize("alias", ["default", "retention"])
def test_which_migrations_have_run_is_only_read(table: Cast, alias: str) -> None:
    for statement in ("DELETE FROM django_migrations", "UPDATE django_migrations SET app = 'x'"):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(using=alias):
            connections[alias].cursor().execute(statement)


def test_settings_are_gone_after_an_exception_and_after_a_savepoint(table: Cast) -> None:
    with pytest.raises(ZeroDivisionError), table.as_(table.municipality, Role.HEAD):
        raise ZeroDivisionError
    with transaction.atomic():
        with pytest.raises(DatabaseError), table.as_(table.municipality, Role.HEAD), connection.cursor() as cursor:
            cursor.execute("SELECT 1/0")
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM partnerships_partnership")
            assert cursor.fetchone() == (0,)
