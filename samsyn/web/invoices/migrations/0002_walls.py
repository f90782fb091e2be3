"""Until it is sent an invoice is its sender's own. What is sent both sides read, and it stands. Each writes its own."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import NOBODY, all_of, any_of, freeze, in_partnerships, of_acting_organisation, protect

_OWN = all_of(of_acting_organisation(), in_partnerships())
_BOTH = in_partnerships()
_SENT = all_of(in_partnerships(), "sent_at IS NOT NULL")
_HAPPENED_TO_BOTH = all_of(
    in_partnerships(), "kind IN ('sent', 'received', 'accepted', 'disputed', 'answered', 'reminded')"
)
# Subqueries pass the wall of the table they ask: of others' invoices only the sent ones are there.
_OF_A_SENT = all_of(in_partnerships(), "EXISTS (SELECT FROM invoices_invoice i WHERE i.id = invoice_id)")
_OF_A_SEEN_LINE = all_of(in_partnerships(), "EXISTS (SELECT FROM invoices_invoiceline l WHERE l.id = line_id)")
_OF_A_DRAFT = all_of(_OWN, "EXISTS (SELECT FROM invoices_invoice i WHERE i.id = invoice_id AND i.state = 'drafted')")
_BEHIND_A_DRAFT = all_of(
    _OWN,
    "EXISTS (SELECT FROM invoices_invoiceline l JOIN invoices_invoice i ON i.id = l.invoice_id"
    " WHERE l.id = line_id AND i.state = 'drafted')",
)
_WORK = [Job.SEED, Job.DERIVE]
_DETAILS = ("invoices_sellerdetails", "invoices_buyerdetails")


class Migration(migrations.Migration):
    dependencies = [("invoices", "0001_begin"), ("access", "0003_entering")]

    operations = [
        *[protect(table, read=_BOTH, write=NOBODY, add=_OWN, jobs=_WORK) for table in _DETAILS],
        *[freeze(table, "true", says="What held on a day stands. Write what holds from now on.") for table in _DETAILS],
        protect("invoices_series", read=of_acting_organisation(), write=of_acting_organisation(), erase=NOBODY,
                jobs=[Job.SEED]),
        protect("invoices_ledger", read=of_acting_organisation(), write=_OWN, jobs=[Job.SEED]),
        protect("invoices_invoice", read=any_of(_OWN, _SENT), write=_OWN, erase=NOBODY, jobs=_WORK),
        freeze("invoices_invoice", "OLD.sent_at IS NOT NULL", but=["credited_at"],
               says="What is sent stands. Credit it and write another."),
        protect("invoices_invoiceline", read=any_of(_OWN, _OF_A_SENT), write=_OF_A_DRAFT, jobs=_WORK),
        protect("invoices_linevoucher", read=any_of(_OWN, _OF_A_SEEN_LINE), write=_BEHIND_A_DRAFT, jobs=[Job.SEED]),
        protect("invoices_invoiceevent", read=any_of(_OWN, _HAPPENED_TO_BOTH), write=NOBODY, add=_OWN, jobs=_WORK),
        protect("invoices_invoicefile", read=_BOTH, write=NOBODY, add=_OWN, jobs=[Job.SEED]),
        freeze("invoices_invoicefile", "true", says="What was sent stands."),
        protect("invoices_payment", read=_BOTH, write=_OWN, erase=NOBODY, jobs=[Job.SEED]),
        freeze("invoices_payment", "true", but=["taken_back_at", "taken_back_because"],
               says="A payment stands. Take it back and write another."),
    ]  # fmt: skip
