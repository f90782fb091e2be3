"""What is let out all parties see; whoever reads without signing in reaches the standing copy, and nothing else.

The copies are shown only where every party has opened the page: the database says so whoever writes, and takes the
copy away in the instant that a party closes.
"""

from django.db import migrations
from django.db.migrations.operations import RunSQL

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
    under,
    withhold,
)

_OWN = all_of(of_acting_organisation(), in_partnerships())
_TODAY = f"{setting('day')}::date"
_SHOWN = all_of(under(Job.PUBLIC), "closed_at IS NULL", f"days @> {_TODAY}")
# The edition's own wall holds inside the sub-select: what is not shown there is not there.
_BESIDE = all_of(
    under(Job.PUBLIC),
    "closed_at IS NULL",
    "EXISTS (SELECT FROM publication_edition e WHERE e.partnership_id = publication_paper.partnership_id)",
)
_CLOSED = ["closed_at", "closed_by_id"]

_EVERY_PARTY = """
CREATE FUNCTION publication_edition_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.closed_at IS NOT NULL AND NEW.closed_at IS DISTINCT FROM OLD.closed_at THEN
        RAISE EXCEPTION 'An edition that is closed stays closed.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.closed_at IS NULL AND EXISTS (
        SELECT FROM partnerships_partnershipparty p
         WHERE p.partnership_id = NEW.partnership_id AND p.kind = 'party' AND NOT EXISTS (
            SELECT FROM publication_opening o
             WHERE o.partnership_id = p.partnership_id AND o.organisation_id = p.organisation_id
               AND o.closed_at IS NULL AND o.days @> NEW.days)) THEN
        RAISE EXCEPTION 'A public page is opened by every party.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER publication_edition_guard BEFORE INSERT OR UPDATE ON publication_edition
    FOR EACH ROW EXECUTE FUNCTION publication_edition_guard();
"""
_PAPER_OF_EVERY_PARTY = """
CREATE FUNCTION publication_paper_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.closed_at IS NOT NULL AND NEW.closed_at IS DISTINCT FROM OLD.closed_at THEN
        RAISE EXCEPTION 'A report that is taken back stays so.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.closed_at IS NULL AND EXISTS (
        SELECT FROM partnerships_partnershipparty p
         WHERE p.partnership_id = NEW.partnership_id AND p.kind = 'party' AND NOT EXISTS (
            SELECT FROM publication_paperopening o
             WHERE o.document_id = NEW.document_id AND o.organisation_id = p.organisation_id
               AND o.closed_at IS NULL)) THEN
        RAISE EXCEPTION 'A report is let out by every party.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER publication_paper_guard BEFORE INSERT OR UPDATE ON publication_paper
    FOR EACH ROW EXECUTE FUNCTION publication_paper_guard();
"""
_CLOSES = """
CREATE FUNCTION publication_close() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.closed_at IS NOT NULL AND OLD.closed_at IS NULL THEN
        IF TG_TABLE_NAME = 'publication_opening' THEN
            UPDATE publication_edition SET closed_at = NEW.closed_at
             WHERE partnership_id = NEW.partnership_id AND closed_at IS NULL;
        ELSE
            UPDATE publication_paper SET closed_at = NEW.closed_at
             WHERE document_id = (to_jsonb(NEW)->>'document_id')::uuid AND closed_at IS NULL;
        END IF;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER publication_close AFTER UPDATE ON publication_opening
    FOR EACH ROW EXECUTE FUNCTION publication_close();
CREATE TRIGGER publication_close AFTER UPDATE ON publication_paperopening
    FOR EACH ROW EXECUTE FUNCTION publication_close();
"""


def _trigger(sql: str, name: str, *tables: str) -> RunSQL:
    dropped = " ".join(f"DROP TRIGGER {name} ON {table};" for table in tables)
    return RunSQL(sql, f"{dropped} DROP FUNCTION {name}()")


class Migration(migrations.Migration):
    dependencies = [("publication", "0001_begin"), ("access", "0003_entering")]

    operations = [
        *(
            protect(table, read=in_partnerships(), write=_OWN, erase=NOBODY, jobs=[Job.SEED], reading_jobs=[Job.DERIVE])
            for table in ("publication_opening", "publication_paperopening")
        ),
        freeze("publication_opening", "true", but=_CLOSED, says="A page is opened anew, not otherwise."),
        freeze("publication_paperopening", "true", but=_CLOSED, says="A report is let out anew, not otherwise."),
        *(
            protect(
                table,
                read=any_of(in_partnerships(), shown),
                write=in_partnerships(),
                erase=NOBODY,
                jobs=[Job.SEED, Job.DERIVE],
            )
            for table, shown in (("publication_edition", _SHOWN), ("publication_paper", _BESIDE))
        ),
        freeze("publication_edition", "true", but=["closed_at"], says="What was public is not changed afterwards."),
        freeze("publication_paper", "true", but=["closed_at"], says="What was public is not changed afterwards."),
        _trigger(_EVERY_PARTY, "publication_edition_guard", "publication_edition"),
        _trigger(_PAPER_OF_EVERY_PARTY, "publication_paper_guard", "publication_paper"),
        _trigger(_CLOSES, "publication_close", "publication_opening", "publication_paperopening"),
        withhold("publication_opening", "DELETE", APPLICATION_ROLE),
        withhold("publication_paperopening", "DELETE", APPLICATION_ROLE),
        withhold("publication_edition", "DELETE", APPLICATION_ROLE),
        withhold("publication_paper", "DELETE", APPLICATION_ROLE),
    ]
