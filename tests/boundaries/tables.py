"""Tables without row-level security, each with the reason why. Every other table has a policy.

A new table: write `protect("table", read=…, write=…)` in the migration that makes it (samsyn/web/access/policies.py).
"""

WITHOUT_POLICY = {
    "django_migrations": "Which migrations have run; no rows of anyone's.",
    "django_content_type": "Names of tables; no rows of anyone's.",
    "auth_permission": "Comes with Django and is not used: roles are described in organisations/roles.py.",
    "auth_group": "Comes with Django and is not used.",
    "auth_group_permissions": "Comes with Django and is not used.",
    "django_session": "Read before anyone is known, by a random key that only the browser holds.",
    "samsyn_cache": "Counts of sign-in attempts, before anyone is known; keyed by address and hash.",
    "procrastinate_jobs": "The worker's queue. Arguments are ids and names of jobs, never values.",
    "procrastinate_events": "When a job in the queue began and ended.",
    "procrastinate_periodic_defers": "When a bell last rang.",
    "procrastinate_workers": "Which workers are alive.",
}
