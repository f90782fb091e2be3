"""An arrival that is undone, an outage that was none, a place that is taken away: the screens hear of those too."""

from django.db import migrations

_BEAT = """
CREATE TRIGGER {table}_beats_delete AFTER DELETE ON {table} REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION beds_beat();
"""
_TABLES = ("night", "standing", "outage", "waiting")


class Migration(migrations.Migration):
    dependencies = [("beds", "0005_a_block_of_its_own")]

    operations = [
        migrations.RunSQL(
            _BEAT.format(table=f"beds_{table}"), f"DROP TRIGGER beds_{table}_beats_delete ON beds_{table}"
        )
        for table in _TABLES
    ]
