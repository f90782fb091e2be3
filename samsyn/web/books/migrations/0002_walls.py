"""The books are their organisation's own. The other parties read what it has released, and of salaries only sums."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import (
    NOBODY,
    all_of,
    any_of,
    freeze,
    in_partnerships,
    of_acting_organisation,
    protect,
)

_MINE = of_acting_organisation()
_OWN = all_of(of_acting_organisation(), in_partnerships())
_RELEASED = all_of(in_partnerships(), "release_id IS NOT NULL", "NOT is_salary")
_WORDS_RELEASED = all_of(
    in_partnerships(),
    "released_at IS NOT NULL",
    "EXISTS (SELECT FROM books_voucherrow r WHERE r.id = row_id)",
)
_A_ROW_SEEN = "EXISTS (SELECT FROM books_voucherrow r WHERE r.voucher_id = books_voucher.id)"


class Migration(migrations.Migration):
    dependencies = [("books", "0001_begin"), ("access", "0003_entering")]

    operations = [
        protect("books_import", read=_MINE, write=_MINE, jobs=[Job.SEED]),
        protect("books_mapping", read=_MINE, write=_OWN, erase=NOBODY, jobs=[Job.SEED]),
        protect("books_release", read=in_partnerships(), write=NOBODY, add=_OWN, jobs=[Job.SEED]),
        protect("books_voucher", read=any_of(_MINE, _A_ROW_SEEN), write=_MINE, erase=NOBODY, jobs=[Job.SEED]),
        protect("books_voucherrow", read=any_of(_MINE, _RELEASED), write=_OWN, erase=NOBODY, jobs=[Job.SEED]),
        protect("books_rowtext", read=any_of(_MINE, _WORDS_RELEASED), write=_OWN, erase=NOBODY, jobs=[Job.SEED]),
        protect("books_salarysum", read=in_partnerships(), write=_OWN, jobs=[Job.SEED]),
        freeze("books_import", "OLD.state = 'stored'", says="What was laid in stands."),
        freeze("books_mapping", "true", but=["ended_at", "several_people"], says="End it and write another."),
        freeze("books_release", "true", says="What is released stands."),
        freeze(
            "books_voucher",
            "true",
            but=["superseded_at", "superseded_by_id"],
            says="A voucher stands. A corrected one supersedes it.",
        ),
        freeze("books_voucherrow", "true", but=["release_id"], says="A row stands. A corrected one supersedes it."),
        freeze("books_rowtext", "true", but=["released_at", "released_by_id"], says="Words in the books stand."),
    ]
