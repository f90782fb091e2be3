"""Electronic signatures that a PDF carries (PAdES), read and judged. Pure: bytes in, plain values out, no network.

seals_in(pdf)                                → list of dicts, oldest first; [] where nothing is signed
seals_in(pdf, roots=folder, now=instant)     → also whether the signers' certificates can be trusted
"""

from samsyn.exchange.signatures.seals import seals_in

__all__ = ["seals_in"]
