"""The catalogue as a file. The same catalogue gives the same bytes: what rdflib writes in the order of a set is sorted.

written(catalogue, "rdf")      RDF/XML, which Sveriges dataportal harvests
written(catalogue, "jsonld")   JSON-LD
written(catalogue, "ttl")      Turtle
"""

from __future__ import annotations

import json
from typing import Any, Literal

from lxml import etree

from samsyn.exchange.catalogue.graph import graph_of
from samsyn.exchange.catalogue.model import Catalogue

Format = Literal["rdf", "jsonld", "ttl"]
MEDIA_TYPES: dict[Format, str] = {"rdf": "application/rdf+xml", "jsonld": "application/ld+json", "ttl": "text/turtle"}


def written(catalogue: Catalogue, form: Format) -> bytes:
    graph = graph_of(catalogue)
    if form == "ttl":
        return graph.serialize(format="turtle").encode()
    if form == "jsonld":
        return _sorted_json(json.loads(graph.serialize(format="json-ld", auto_compact=True)))
    return _sorted_xml(graph.serialize(format="pretty-xml", max_depth=1).encode())


def _sorted_json(whole: Any) -> bytes:
    return (json.dumps(_in_order(whole), ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _in_order(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _in_order(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return sorted((_in_order(each) for each in value), key=lambda each: json.dumps(each, sort_keys=True))
    return value


def _sorted_xml(whole: bytes) -> bytes:
    """Things by their address, what is said of each by its name and value. CDATA becomes ordinary text."""
    read = etree.fromstring(whole, etree.XMLParser(remove_blank_text=True, strip_cdata=True))
    names = {prefix: name for prefix, name in sorted(read.nsmap.items()) if prefix != "xml"}
    root = etree.Element(read.tag, nsmap=names)
    for thing in sorted(read, key=_as_text):
        thing[:] = sorted(thing, key=_as_text)
        root.append(thing)
    etree.cleanup_namespaces(root)
    etree.indent(root)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _as_text(element: Any) -> bytes:
    return bytes(etree.tostring(element, method="c14n"))
