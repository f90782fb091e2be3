"""What a signed part says stands by itself, for those whom the part is for. That it is signed all parties see."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models
from django.db.migrations.operations import RunSQL

import samsyn.web.project.ids
from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import (
    APPLICATION_ROLE,
    NOBODY,
    all_of,
    any_of,
    freeze,
    in_partnerships,
    of_acting_organisation,
    protect,
    setting,
    withhold,
)
from samsyn.web.project.tables import CreateModels

_OWN = all_of(of_acting_organisation(), in_partnerships())
_FOR_US = all_of(
    in_partnerships(),
    any_of("only_for = '{}'", of_acting_organisation(), f"{setting('organisation')}::uuid = ANY(only_for)"),
)
_MOVE = """
    SELECT set_config('samsyn.job', 'seed', true);
    INSERT INTO reports_partcontent (id, partnership_id, organisation_id, part_id, content, only_for)
        SELECT id, partnership_id, organisation_id, id, content, '{}' FROM reports_part;
    SELECT set_config('samsyn.job', '', true);
"""
"""Signed before parts were for some: all parties have read them. No two tables share an address, so the key is kept."""


class Migration(migrations.Migration):
    dependencies = [("reports", "0002_walls")]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="PartContent",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("content", models.JSONField()),
                        (
                            "only_for",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(), blank=True, default=list, size=None
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "part",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="said", to="reports.part"
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                    ],
                    options={"verbose_name": "innehåll i en del av en rapport"},
                ),
            ]
        ),
        protect("reports_partcontent", read=_FOR_US, write=NOBODY, add=_OWN, jobs=[Job.SEED]),
        RunSQL(_MOVE, RunSQL.noop),
        withhold("reports_partcontent", "UPDATE, DELETE", APPLICATION_ROLE),
        freeze("reports_partcontent", "true", says="What was signed is not changed."),
        migrations.RemoveField(model_name="part", name="content"),
    ]
