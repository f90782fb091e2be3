"""The catalogue as statements (RDF) by DCAT-AP-SE 3.0.1. No blank nodes: the portal harvests none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from samsyn.exchange.catalogue.model import CC0, Catalogue, Contact, Dataset, Distribution, Publisher, Texts

_EU = "http://publications.europa.eu/resource/authority/"
_THEMES = URIRef(f"{_EU}data-theme")
_SOCIETY = URIRef(f"{_EU}data-theme/SOCI")
_LANGUAGES = {"sv": URIRef(f"{_EU}language/SWE"), "en": URIRef(f"{_EU}language/ENG")}
_PUBLIC = URIRef(f"{_EU}access-right/PUBLIC")
_VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
_PUBLISHER_KIND = Namespace("http://purl.org/adms/publishertype/")
_PREFIXES = {"dcat": DCAT, "dcterms": DCTERMS, "foaf": FOAF, "vcard": _VCARD}

Statement = tuple[Node, Node, Node]


def graph_of(catalogue: Catalogue) -> Graph:
    found = Graph(bind_namespaces="core")
    for prefix, namespace in _PREFIXES.items():
        found.bind(prefix, namespace)
    for each in _catalogue(catalogue):
        found.add(each)
    return found


def _catalogue(it: Catalogue) -> Iterator[Statement]:
    me = URIRef(it.iri)
    yield me, RDF.type, DCAT.Catalog
    yield from _texts(me, DCTERMS.title, it.title, it.language)
    yield from _texts(me, DCTERMS.description, it.description, it.language)
    yield me, DCTERMS.publisher, URIRef(it.publisher.address)
    yield me, DCTERMS.license, URIRef(CC0)
    yield me, DCTERMS.language, _LANGUAGES[it.language]
    yield me, DCAT.themeTaxonomy, _THEMES
    if it.homepage:
        yield me, FOAF.homepage, URIRef(it.homepage)
    yield from _days(me, it.issued, it.modified)
    yield from _publisher(it.publisher, it.language)
    for dataset in it.datasets:
        yield me, DCAT.dataset, URIRef(dataset.iri)
        yield from _dataset(dataset, it.language)


def _publisher(it: Publisher, language: str) -> Iterator[Statement]:
    me = URIRef(it.address)
    yield me, RDF.type, FOAF.Agent
    yield me, FOAF.name, Literal(it.name, lang=language)
    yield me, DCTERMS.type, _PUBLISHER_KIND[it.kind]
    if it.number:
        yield me, DCTERMS.identifier, Literal(it.number)
    if it.homepage:
        yield me, FOAF.homepage, URIRef(it.homepage)


def _dataset(it: Dataset, language: str) -> Iterator[Statement]:
    me = URIRef(it.iri)
    yield me, RDF.type, DCAT.Dataset
    yield from _texts(me, DCTERMS.title, it.title, language)
    yield from _texts(me, DCTERMS.description, it.description, language)
    yield me, DCTERMS.publisher, URIRef(it.publisher.address)
    yield from _publisher(it.publisher, language)
    yield me, DCTERMS.accessRights, _PUBLIC
    yield me, DCTERMS.language, _LANGUAGES[language]
    yield me, DCAT.theme, _SOCIETY
    for word in it.keywords:
        yield me, DCAT.keyword, Literal(word, lang=language)
    if it.identifier:
        yield me, DCTERMS.identifier, Literal(it.identifier)
    if it.landing_page:
        yield me, DCAT.landingPage, URIRef(it.landing_page)
    if it.frequency:
        yield me, DCTERMS.accrualPeriodicity, URIRef(f"{_EU}frequency/{it.frequency}")
    yield from _days(me, it.issued, it.modified)
    yield from _period(me, it.first, it.last)
    if it.contact:
        yield me, DCAT.contactPoint, URIRef(it.contact.iri)
        yield from _contact(it.contact)
    for distribution in it.distributions:
        yield me, DCAT.distribution, URIRef(distribution.iri)
        yield from _distribution(distribution, language)


def _period(me: URIRef, first: date | None, last: date | None) -> Iterator[Statement]:
    if not (first or last):
        return
    period = URIRef(f"{me}#period")
    yield me, DCTERMS.temporal, period
    yield period, RDF.type, DCTERMS.PeriodOfTime
    if first:
        yield period, DCAT.startDate, _day(first)
    if last:
        yield period, DCAT.endDate, _day(last)


def _contact(it: Contact) -> Iterator[Statement]:
    me = URIRef(it.iri)
    yield me, RDF.type, _VCARD.Organization
    yield me, _VCARD.fn, Literal(it.name)
    yield me, _VCARD.hasEmail, URIRef(f"mailto:{it.email}")


def _distribution(it: Distribution, language: str) -> Iterator[Statement]:
    me = URIRef(it.iri)
    yield me, RDF.type, DCAT.Distribution
    yield me, DCAT.accessURL, URIRef(it.access_url)
    yield me, DCTERMS.format, Literal(it.media_type)
    yield me, DCTERMS.license, URIRef(it.licence)
    yield from _texts(me, DCTERMS.title, it.title, language)
    yield from _texts(me, DCTERMS.description, it.description, language)
    if it.download_url:
        yield me, DCAT.downloadURL, URIRef(it.download_url)
    if it.size is not None:
        yield me, DCAT.byteSize, Literal(str(it.size), datatype=XSD.nonNegativeInteger)
    yield from _days(me, None, it.modified)


def _texts(me: URIRef, about: URIRef, texts: Texts, language: str) -> Iterator[Statement]:
    """A text in each language that there is."""
    by_language = {language: texts} if isinstance(texts, str) else texts
    for each, words in by_language.items():
        if words:
            yield me, about, Literal(words, lang=each)


def _days(me: URIRef, issued: date | None, modified: date | None) -> Iterator[Statement]:
    if issued:
        yield me, DCTERMS.issued, _day(issued)
    if modified:
        yield me, DCTERMS.modified, _day(modified)


def _day(day: date) -> Literal:
    return Literal(day.isoformat(), datatype=XSD.date)
