"""A draft is its owner's alone; what has been handed over all parties see, and nothing in it is changed."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import (
    APPLICATION_ROLE,
    NOBODY,
    all_of,
    any_of,
    called_to,
    freeze,
    in_known_partnerships,
    in_partnerships,
    of_acting_organisation,
    protect,
    setting,
    withhold,
)

_OWN = all_of(of_acting_organisation(), in_known_partnerships())
_HANDED_OVER = all_of("handed_over_at IS NOT NULL", any_of(in_partnerships(), called_to()))
_OF_A_PAPER_THAT_IS_SEEN = "EXISTS (SELECT FROM documents_document d WHERE d.content_id = documents_content.sha256)"
"""The policies of documents_document decide which papers the sub-select finds."""


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_begin"), ("access", "0002_walls")]

    operations = [
        protect(
            "documents_document",
            read=any_of(_OWN, _HANDED_OVER),
            write=_OWN,
            erase=all_of(_OWN, "handed_over_at IS NULL"),
            jobs=[Job.SEED],
        ),
        freeze(
            "documents_document",
            "OLD.handed_over_at IS NOT NULL",
            says="A paper that has been handed over is not changed.",
        ),
        protect(
            "documents_content",
            read=_OF_A_PAPER_THAT_IS_SEEN,
            write=NOBODY,
            add=f"{setting('organisation')} IS NOT NULL",
            jobs=[Job.SEED],
        ),
        withhold("documents_content", "UPDATE, DELETE", APPLICATION_ROLE),
    ]
