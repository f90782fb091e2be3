"""Every table stands behind a wall, or says why not."""

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState
from django.utils import translation

from samsyn.web.privacy.classes import record_of, records
from tests.boundaries.tables import WITHOUT_POLICY

pytestmark = pytest.mark.django_db

_TABLES = """
    SELECT relname, relrowsecurity, relforcerowsecurity,
           (SELECT array_agg(DISTINCT polcmd::text) FROM pg_policy WHERE polrelid = pg_class.oid)
      FROM pg_class
     WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
"""


def tables() -> dict[str, tuple[bool, bool, list[str]]]:
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        return {name: (on, forced, commands or []) for name, on, forced, commands in cursor.fetchall()}


def test_every_table_has_a_policy_or_a_written_reason() -> None:
    bare = [name for name, (on, forced, _) in tables().items() if not (on and forced) and name not in WITHOUT_POLICY]
    assert not bare, (
        f"No row-level security on {', '.join(bare)}. Write protect(…) in the migration that makes the table "
        "(samsyn/web/access/policies.py), or the reason in tests/boundaries/tables.py."
    )


def test_every_wall_says_who_reads_makes_changes_and_erases() -> None:
    for name, (on, _, commands) in tables().items():
        if on:
            assert {"r", "a", "w", "d"} <= set(commands), f"{name} lacks a policy for one of the four: {commands}"


def test_no_reason_is_kept_for_a_table_that_is_gone_or_has_its_wall() -> None:
    for name in WITHOUT_POLICY:
        on, _forced, _ = tables()[name]
        assert not on, f"{name} has row-level security now. Remove its reason from tests/boundaries/tables.py."


def test_the_application_is_not_the_owner_and_cannot_pass_the_walls() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole,"
            " (SELECT count(*) FROM pg_class c WHERE c.relowner = r.oid)"
            " FROM pg_roles r WHERE rolname = current_user"
        )
        assert cursor.fetchone() == ("samsyn_app", False, False, False, 0)


def test_nothing_is_seen_before_anyone_has_entered() -> None:
    seen = []
    with connection.cursor() as cursor:
        for name, (on, _, _) in tables().items():
            if on:
                cursor.execute(f'SELECT count(*) FROM "{name}"')
                seen += [name for (count,) in cursor.fetchall() if count]
    assert not seen


def test_every_field_of_every_model_is_classified() -> None:
    unclassified, gone = [], []
    for model in apps.get_models(include_auto_created=True):
        record = record_of(model._meta.label)
        known = set(record.fields) if record else set()
        names = {each.name for each in [*model._meta.concrete_fields, *model._meta.many_to_many]}
        unclassified += [f"{model._meta.label}: {' '.join(sorted(names - known))}"] if names - known else []
        gone += [f"{model._meta.label}: {' '.join(sorted(known - names))}"] if known - names else []
    assert not unclassified, (
        "Nobody has said who may see these fields, who answers for them and how long they are kept:\n  "
        + "\n  ".join(unclassified)
        + "\nWrite classify(…) in the capability's classification.py (samsyn/web/privacy/classes.py)."
    )
    assert not gone, f"These fields are gone. Remove them from classification.py: {gone}"


def test_no_record_is_kept_for_a_model_that_is_gone() -> None:
    labels = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    assert not [record.model for record in records() if record.model not in labels]


def test_every_personal_field_is_a_field_and_ends_some_day_or_says_why_not() -> None:
    for record in records():
        assert record.personal <= set(record.fields), record.model
        if record.personal:
            assert record.retention.says
            assert record.retention.source not in ("", "–"), record.model


def test_the_models_and_the_migrations_say_the_same() -> None:
    graph = MigrationExecutor(connection).loader
    with translation.override(None):
        detector = MigrationAutodetector(graph.project_state(), ProjectState.from_apps(apps))
        changes = detector.changes(graph=graph.graph)
    ours = [app for app in changes if apps.get_app_config(app).name.startswith("samsyn")]
    assert not ours, f"Run makemigrations for {', '.join(ours)}."
