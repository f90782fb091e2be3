"""One reads what was erased of one's own organisation, and of rows without owner; only the retention role writes."""

from django.db import migrations

from samsyn.web.access.policies import (
    APPLICATION_ROLE,
    RETENTION_ROLE,
    all_of,
    any_of,
    of_acting_organisation,
    protect,
    setting,
    withhold,
)


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_begin"), ("access", "0002_walls")]

    operations = [
        protect(
            "privacy_purgerun",
            read=any_of(
                of_acting_organisation(), all_of("organisation_id IS NULL", f"{setting('viewer')} IS NOT NULL")
            ),
        ),
        withhold("privacy_purgerun", "INSERT, UPDATE, DELETE", APPLICATION_ROLE),
        withhold("privacy_purgerun", "UPDATE, DELETE", RETENTION_ROLE),
    ]
