"""Open data described for catalogues by DCAT-AP-SE 3.0.1, as RDF/XML, JSON-LD and Turtle."""

from samsyn.exchange.catalogue.model import CC0, CC_BY, Catalogue, Contact, Dataset, Distribution, Publisher
from samsyn.exchange.catalogue.writing import MEDIA_TYPES, Format, written

__all__ = [
    "CC0", "CC_BY", "MEDIA_TYPES", "Catalogue", "Contact", "Dataset", "Distribution", "Format", "Publisher", "written",
]  # fmt: skip
