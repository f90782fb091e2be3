"""The catalogue of open data, read back as those who harvest it do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, BNode, Graph, URIRef
from rdflib.compare import isomorphic

from samsyn.exchange.catalogue import (
    CC0,
    Catalogue,
    Contact,
    Dataset,
    Distribution,
    Format,
    Publisher,
    written,
)
from samsyn.exchange.catalogue.specimens import catalogue, catalogue_specimens

OPEN = "https://example.org/open/tak-over-huvudet"
PUBLISHER = Publisher("Exempelstads kommun", "LocalAuthority", iri="https://example.org/om/exempelstad")
READERS: dict[Format, str] = {"rdf": "xml", "jsonld": "json-ld", "ttl": "turtle"}


def read(form: Format) -> Graph:
    return Graph().parse(data=written(catalogue(), form), format=READERS[form])


# rdflib's own reader of JSON-LD uses what rdflib has deprecated.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_the_three_files_say_the_same() -> None:
    rdf, jsonld, turtle = (read(form) for form in READERS)
    assert len(rdf) > 40
    assert isomorphic(rdf, jsonld)
    assert isomorphic(rdf, turtle)


def test_every_thing_has_what_the_swedish_profile_demands() -> None:
    graph = read("rdf")
    demanded = {
        DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCAT.dataset),
        DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher),
        DCAT.Distribution: (DCAT.accessURL,),
        FOAF.Agent: (FOAF.name, DCTERMS.type),
    }
    for kind, properties in demanded.items():
        things = list(graph.subjects(RDF.type, kind))
        assert things, kind
        for thing in things:
            assert not isinstance(thing, BNode)
            assert [each for each in properties if (thing, each, None) not in graph] == []
    assert list(graph.objects(URIRef(f"{OPEN}#katalog"), DCTERMS.license)) == [URIRef(CC0)]


def test_nothing_is_a_blank_node_and_every_address_is_absolute() -> None:
    terms = {term for statement in read("ttl") for term in statement}
    assert not any(isinstance(term, BNode) for term in terms)
    assert all(":" in term for term in terms if isinstance(term, URIRef))


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_run_of_python_writes_the_same_bytes(seed: str) -> None:
    code = (
        f"from {__name__} import READERS, catalogue\nfrom samsyn.exchange.catalogue import written\nimport sys\n"
        "sys.stdout.buffer.write(b'\\n'.join(written(catalogue(), form) for form in READERS))"
    )
    here = os.pathsep.join(sys.path)
    run = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PYTHONPATH": here}, capture_output=True, check=True
    )
    assert run.stdout == b"\n".join(written(catalogue(), form) for form in READERS)


def test_a_publisher_with_a_number_is_known_by_it() -> None:
    assert (
        Publisher("Kommunen", "LocalAuthority", "2120001124").address
        == "http://dataportal.se/organisation/SE2120001124"
    )


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: Publisher("", "LocalAuthority", iri="https://example.org/x"), "name of the publisher"),
        (lambda: Publisher("Föreningen", "NonProfitOrganisation"), "no absolute web address"),
        (lambda: Publisher("Kommunen", "LocalAuthority", "212000-1124"), "ten digits"),
        (lambda: Distribution(f"{OPEN}/a", "/a.csv", "text/csv", CC0), "no absolute web address"),
        (lambda: Contact(f"{OPEN}#k", "Kansliet", ""), "e-mail"),
        (lambda: Catalogue(f"{OPEN}#k", "T", "B", PUBLISHER, ()), "a dataset"),
        (lambda: Catalogue(OPEN, "T", "B", PUBLISHER, (Dataset(OPEN, "T", "B", PUBLISHER),)), "names two things"),
    ],
)  # fmt: skip
def test_what_the_profile_would_not_take_is_refused_at_birth(make, says) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match=says):
        make()


def test_the_specimens_are_the_three_files(tmp_path: Path) -> None:
    assert [path.suffix for path in catalogue_specimens(tmp_path)] == [".rdf", ".jsonld", ".ttl"]
    assert all(path.stat().st_size > 1000 for path in tmp_path.iterdir())
