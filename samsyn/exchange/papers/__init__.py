"""What a file is, told by its bytes: which papers are taken, and what is wrong with the rest. Pure.

recognised("avtal.pdf", data)   → "application/pdf", or raises NotTaken with what is wrong
clean_name("C:\\\\mapp\\\\avtal.pdf")  → "avtal.pdf", a name that can be shown and saved anywhere
does_more_than_show(pdf)        → whether a PDF holds programs or files and so is never opened in the browser
"""

from samsyn.exchange.papers.kinds import KINDS, Kind, kind_of
from samsyn.exchange.papers.names import clean_name, ending_of
from samsyn.exchange.papers.pdf_contents import does_more_than_show
from samsyn.exchange.papers.recognise import NotTaken, Problem, recognised

__all__ = [
    "KINDS",
    "Kind",
    "NotTaken",
    "Problem",
    "clean_name",
    "does_more_than_show",
    "ending_of",
    "kind_of",
    "recognised",
]
