"""A paper that is handed over to some of the parties: the others know its number, and nothing that stands in it."""

import django.contrib.postgres.fields
from django.db import migrations, models
from django.db.migrations.operations import RunSQL

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import any_of, of_acting_organisation, setting, under

_PAPER = "SELECT FROM documents_document d WHERE d.content_id = documents_content.sha256"
_FOR_US = any_of(
    "d.only_for = '{}'",
    of_acting_organisation("d.organisation_id"),
    f"{setting('organisation')}::uuid = ANY(d.only_for)",
)
"""The policies of documents_document decide which papers the sub-select finds."""


def _read(of: str) -> str:
    condition = any_of(f"EXISTS ({of})", under(Job.SEED))
    return f"ALTER POLICY documents_content_read ON documents_content USING ({condition})"


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_walls")]

    operations = [
        migrations.AddField(
            model_name="document",
            name="only_for",
            field=django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None),
        ),
        RunSQL(_read(f"{_PAPER} AND {_FOR_US}"), _read(_PAPER)),
    ]
