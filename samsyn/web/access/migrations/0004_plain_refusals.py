"""A grant that stands already is refused in words; which migrations have run is written by their owner alone."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
from django.db import migrations

import samsyn.web.organisations.models
from samsyn.web.access.policies import APPLICATION_ROLE, RETENTION_ROLE, withhold


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0003_enter"),
        ("organisations", "0001_begin"),
        ("partnerships", "0001_begin"),
    ]

    operations = [
        migrations.AlterConstraint(
            model_name="grant",
            name="a_grant_stands_once_at_a_time",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("partnership", "="),
                    ("owner", "="),
                    ("recipient", "="),
                    ("scope", "="),
                    (
                        samsyn.web.organisations.models.DateRange(
                            "since", "until", django.contrib.postgres.fields.ranges.RangeBoundary()
                        ),
                        "&&",
                    ),
                ],
                name="a_grant_stands_once_at_a_time",
                violation_error_message="Det delas redan med samma organisation under en del av tiden.",
            ),
        ),
        withhold("django_migrations", "INSERT, UPDATE, DELETE", APPLICATION_ROLE, RETENTION_ROLE),
    ]
