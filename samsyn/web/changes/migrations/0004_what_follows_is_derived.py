"""What follows from a change is written by the job that derives it: the one that makes the version need not."""

from django.db import migrations

_TABLES = ("obligations_obligation", "obligations_outlook")


def _closed(table: str) -> migrations.RunSQL:
    condition = "(SELECT nullif(current_setting('samsyn.job', true), '')) IN ('change')"
    return migrations.RunSQL(
        f"DROP POLICY {table}_let_change ON {table}",
        f"CREATE POLICY {table}_let_change ON {table} FOR ALL USING ({condition}) WITH CHECK ({condition})",
    )


class Migration(migrations.Migration):
    dependencies = [("changes", "0003_taken_to_the_agreement")]

    operations = [_closed(table) for table in _TABLES]
