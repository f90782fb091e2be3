"""Walls around allauth's tables, and the table that counts attempts over all workers."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import of_viewer, protect


def _make_cache_table(apps: Any, schema_editor: Any) -> None:
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_walls"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]

    operations = [
        migrations.RunPython(
            _make_cache_table,
            lambda apps, schema_editor: schema_editor.execute(f"DROP TABLE {settings.CACHES['default']['LOCATION']}"),
        ),
        protect(
            "account_emailaddress",
            read=of_viewer("user_id"),
            write=of_viewer("user_id"),
            jobs=[Job.SIGN_IN, Job.INVITATION, Job.INSTALLATION, Job.SEED],
        ),
        protect("account_emailconfirmation", read="false", jobs=[Job.SIGN_IN]),
        protect(
            "mfa_authenticator",
            read=of_viewer("user_id"),
            write=of_viewer("user_id"),
            jobs=[Job.SIGN_IN],
        ),
    ]
