"""Anyone signed in may read when something was erased; only the retention role writes it."""

from django.db import migrations

from samsyn.web.access.policies import APPLICATION_ROLE, RETENTION_ROLE, protect, setting, withhold


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_begin"), ("access", "0002_walls")]

    operations = [
        protect("privacy_purgerun", read=f"{setting('viewer')} IS NOT NULL"),
        withhold("privacy_purgerun", "INSERT, UPDATE, DELETE", APPLICATION_ROLE),
        withhold("privacy_purgerun", "UPDATE, DELETE", RETENTION_ROLE),
    ]
