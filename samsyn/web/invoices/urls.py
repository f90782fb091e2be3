"""Under /as/<organisation>/partnerships/<slug>/invoices/: what is invoiced and paid, from both sides."""

from django.urls import path

from samsyn.web.invoices.views import answering, approving, details, drafting, journal, listing, one, paying

app_name = "invoices"
urlpatterns = [
    path("", listing.listing, name="home"),
    path("details/", details.details, name="details"),
    path("details/seller/", details.seller, name="seller"),
    path("details/buyer/", details.buyer, name="buyer"),
    path("details/numbers/", details.numbers, name="numbers"),
    path("journal/", journal.journal, name="journal"),
    path("journal/accounts/", journal.ledger, name="ledger"),
    path("write/", drafting.by_hand, name="by_hand"),
    path("draft/<uuid:owed>/", drafting.draft, name="draft"),
    path("<uuid:draft>/head/", drafting.head, name="head"),
    path("<uuid:draft>/lines/add/", drafting.add_line, name="add_line"),
    path("lines/<uuid:line>/change/", drafting.change_line, name="change_line"),
    path("lines/<uuid:line>/remove/", drafting.remove_line, name="remove_line"),
    path("<uuid:draft>/rewrite/", drafting.rewrite, name="rewrite"),
    path("<uuid:draft>/from-books/", drafting.from_books, name="from_books"),
    path("<uuid:draft>/discard/", drafting.discard, name="discard"),
    path("<uuid:draft>/check/", approving.check, name="check"),
    path("<uuid:draft>/approve/", approving.approve, name="approve"),
    path("<uuid:draft>/give-back/", approving.give_back, name="give_back"),
    path("<uuid:draft>/send/", approving.send, name="send"),
    path("<uuid:bill>/receive/", answering.receive, name="receive"),
    path("<uuid:bill>/accept/", answering.accept, name="accept"),
    path("<uuid:bill>/dispute/", answering.dispute, name="dispute"),
    path("<uuid:bill>/show-paid/", paying.show_paid, name="show_paid"),
    path("<uuid:invoice>/answer/", answering.answer, name="answer"),
    path("<uuid:invoice>/remind/", answering.remind, name="remind"),
    path("<uuid:invoice>/credit/", answering.credit, name="credit"),
    path("<uuid:invoice>/pay/", paying.pay, name="pay"),
    path("<uuid:invoice>/invoice.xml", one.xml, name="xml"),
    path("<uuid:invoice>/", one.one, name="one"),
    path("owed/<uuid:debt>/pay/", paying.pay_without_invoice, name="pay_without_invoice"),
    path("payments/<uuid:payment>/take-back/", paying.take_back, name="take_back"),
]
