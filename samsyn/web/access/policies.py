"""Row-level security, written once and used by every migration that makes a table.

    operations = [protect("tallies_tap", read=any_of(of_acting_organisation(), granted("taps")),
                          write=of_acting_organisation(), jobs=[Job.SEED])]

Settings are read through a sub-select so that PostgreSQL evaluates them once per query, not once per row.
The policies guard against the forgotten filter, not against someone who can run any SQL.
"""

from collections.abc import Iterable

from django.db.migrations.operations import RunSQL

from samsyn.web.access.jobs import Job

NOBODY = "false"
EVERYONE = "true"
RETENTION_ROLE = "samsyn_retention"
APPLICATION_ROLE = "samsyn_app"


def setting(name: str) -> str:
    """SQL for one setting as text, null when it is not set."""
    return f"(SELECT nullif(current_setting('samsyn.{name}', true), ''))"


def uuids_of(name: str) -> str:
    """SQL for a comma-separated setting, to stand after a comparison with a uuid column."""
    text = f"nullif(current_setting('samsyn.{name}', true), '')"
    # The cast stands inside, where it is done once. Outside it would be done for every row: with a thousand
    # partnerships that is 0,3 ms a row. The outer cast only says that this is one array and not a list of rows.
    return f"ANY ((SELECT string_to_array({text}, ',')::uuid[])::uuid[])"


def of_viewer(column: str = "person_id") -> str:
    return f"{column} = {setting('viewer')}::uuid"


def of_acting_organisation(column: str = "organisation_id") -> str:
    return f"{column} = {setting('organisation')}::uuid"


def in_partnerships(column: str = "partnership_id") -> str:
    """Rows of partnerships in which the acting organisation is a party and the person may read."""
    return f"{column} = {uuids_of('partnerships')}"


def in_participations(column: str = "partnership_id") -> str:
    """Rows of partnerships in which the acting organisation takes part without being a party."""
    return f"{column} = {uuids_of('participations')}"


def in_known_partnerships(column: str = "partnership_id") -> str:
    return any_of(in_partnerships(column), in_participations(column))


def granted(scope: str, *, owner: str = "organisation_id", partnership: str = "partnership_id") -> str:
    """Rows whose owner has a grant of this scope to the acting organisation in force."""
    # Without the cast PostgreSQL takes ANY (SELECT …) for a set of rows.
    keys = "ANY ((SELECT string_to_array(nullif(current_setting('samsyn.grants', true), ''), ','))::text[])"
    return f"({partnership}::text || '/' || {owner}::text || '/{_word(scope)}') = {keys}"


def under(*jobs: Job) -> str:
    names = ", ".join(f"'{_word(job.value)}'" for job in jobs)
    return f"{setting('job')} IN ({names})"


def any_of(*conditions: str) -> str:
    return "(" + " OR ".join(conditions) + ")"


def all_of(*conditions: str) -> str:
    return "(" + " AND ".join(conditions) + ")"


def protect(
    table: str,
    *,
    read: str,
    write: str = NOBODY,
    add: str | None = None,
    erase: str | None = None,
    jobs: Iterable[Job] = (),
    reading_jobs: Iterable[Job] = (),
) -> RunSQL:
    """Row-level security on a table, for its owner too.

    `read` says which rows exist for a request, `write` which may be changed; `add` and `erase` are as `write`
    unless said. `jobs` may do all of it, `reading_jobs` only read. The retention role reaches all rows; what
    it may do with them is a matter of GRANT.
    """
    full = tuple(jobs)
    change = _or_under(write, full)
    policies = {
        "read": f"FOR SELECT USING ({_or_under(read, (*full, *reading_jobs))})",
        "add": f"FOR INSERT WITH CHECK ({_or_under(write if add is None else add, full)})",
        "change": f"FOR UPDATE USING ({change}) WITH CHECK ({change})",
        "erase": f"FOR DELETE USING ({_or_under(write if erase is None else erase, full)})",
        "retention": f"FOR ALL TO {RETENTION_ROLE} USING (true) WITH CHECK (true)",
    }
    return RunSQL([*_enable(table), *_create(table, policies)], [*_drop(table, policies), *_disable(table)])


def let(table: str, *jobs: Job, write: bool = False) -> RunSQL:
    """Open a table that has its wall already to further jobs: to read, or with `write` to do all of it."""
    what = (
        f"FOR ALL USING ({under(*jobs)}) WITH CHECK ({under(*jobs)})" if write else f"FOR SELECT USING ({under(*jobs)})"
    )
    name = f"{table}_let_{'_'.join(_word(job.value).replace('-', '_') for job in jobs)}"
    return RunSQL(f"CREATE POLICY {name} ON {table} {what}", f"DROP POLICY {name} ON {table}")


def freeze(table: str, when: str, *, but: Iterable[str] = (), says: str) -> RunSQL:
    """Once `when` holds of a row as it was (SQL over OLD), no column changes but those named, and it is not deleted.

    For good: a trigger, so that it holds whoever writes. The retention role may still erase.
    """
    ignored = "".join(f" - '{_word(column)}'" for column in but)
    body = f"""
        CREATE FUNCTION {table}_freeze() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF ({when}) AND current_user <> '{RETENTION_ROLE}' THEN
                IF TG_OP = 'DELETE' OR (to_jsonb(OLD){ignored}) IS DISTINCT FROM (to_jsonb(NEW){ignored}) THEN
                    RAISE EXCEPTION '{says}' USING ERRCODE = 'insufficient_privilege';
                END IF;
            END IF;
            RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
        END $$;
        CREATE TRIGGER {table}_freeze BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION {table}_freeze();
    """
    return RunSQL(body, f"DROP TRIGGER {table}_freeze ON {table}; DROP FUNCTION {table}_freeze()")


def seated(body: str = "kept_by", *, partnership: str = "partnership_id") -> str:
    """Rows kept by a body in which the person has a seat today."""
    keys = "ANY ((SELECT string_to_array(nullif(current_setting('samsyn.seats', true), ''), ','))::text[])"
    return f"({partnership}::text || '/' || {body}) = {keys}"


def called_to(column: str = "also_for") -> str:
    """Rows opened to the acting organisation by name, in partnerships where it takes part without being a party."""
    return all_of(in_participations(), f"{setting('organisation')}::uuid = ANY({column})")


def withhold(table: str, rights: str, *roles: str) -> RunSQL:
    """Take rights from roles for good: `withhold("history_act", "UPDATE, DELETE", APPLICATION_ROLE)`."""
    whom = ", ".join(roles)
    return RunSQL(f"REVOKE {rights} ON {table} FROM {whom}", f"GRANT {rights} ON {table} TO {whom}")


def _or_under(condition: str, jobs: tuple[Job, ...]) -> str:
    return any_of(condition, under(*jobs)) if jobs else condition


def _enable(table: str) -> list[str]:
    return [f"ALTER TABLE {table} {verb} ROW LEVEL SECURITY" for verb in ("ENABLE", "FORCE")]


def _disable(table: str) -> list[str]:
    return [f"ALTER TABLE {table} {verb} ROW LEVEL SECURITY" for verb in ("NO FORCE", "DISABLE")]


def _create(table: str, policies: dict[str, str]) -> list[str]:
    return [f"CREATE POLICY {table}_{name} ON {table} {body}" for name, body in policies.items()]


def _drop(table: str, policies: dict[str, str]) -> list[str]:
    return [f"DROP POLICY {table}_{name} ON {table}" for name in policies]


def _word(name: str) -> str:
    """Only plain words go into SQL text; policies take no parameters."""
    if not name.replace("-", "").replace("_", "").isalnum():
        raise ValueError(f"{name!r} is not a plain word")
    return name
