"""Documents as PDF/A and PDF/UA in one. Values in, bytes out: the same values and the same day give the same bytes."""

from samsyn.exchange.pdf.agreement import AgreementDocument, agreement_pdf

__all__ = ["AgreementDocument", "agreement_pdf"]
