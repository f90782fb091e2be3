"""What can happen to invoices and payments, one file per act. Importing this makes the acts known to the history."""

from samsyn.web.invoices.actions.answer import accept, answer, dispute, receive, remind
from samsyn.web.invoices.actions.approve import approve, check, give_back
from samsyn.web.invoices.actions.credit import credit
from samsyn.web.invoices.actions.details import begin_series, write_buyer, write_ledger, write_seller
from samsyn.web.invoices.actions.draft import discard, draft, draft_by_hand, rewrite
from samsyn.web.invoices.actions.from_books import fetch_lines
from samsyn.web.invoices.actions.lines import Said, add_line, change_head, change_line, remove_line
from samsyn.web.invoices.actions.pay import pay, pay_without_invoice, show_paid, take_back
from samsyn.web.invoices.actions.send import send

__all__ = [
    "Said",
    "accept",
    "add_line",
    "answer",
    "approve",
    "begin_series",
    "change_head",
    "change_line",
    "check",
    "credit",
    "discard",
    "dispute",
    "draft",
    "draft_by_hand",
    "fetch_lines",
    "give_back",
    "pay",
    "pay_without_invoice",
    "receive",
    "remind",
    "remove_line",
    "rewrite",
    "send",
    "show_paid",
    "take_back",
    "write_buyer",
    "write_ledger",
    "write_seller",
]
