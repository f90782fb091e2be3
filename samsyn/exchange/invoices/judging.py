"""Which rules judged the XML, and what they found: the XML schema first, then each compiled Schematron.

Compiling takes a second or two, so it is done once in each process and kept warm. One thread at a time asks Saxon.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Literal

from lxml import etree

from samsyn.exchange.invoices.rulefiles import NoRules, RuleFiles, RuleSet, rule_files

_SVRL = "{http://purl.oclc.org/dsdl/svrl}"
_FOUND = (f"{_SVRL}failed-assert", f"{_SVRL}successful-report")
_NAMESPACE = re.compile(r"Q\{[^}]*\}")
_PROTOCOLS = "http://saxon.sf.net/feature/allowedProtocols"


@dataclass(frozen=True, slots=True)
class Failure:
    """`rule` is empty for the schema. `where` is the place in the XML, without namespaces, or the line."""

    rule: str
    severity: Literal["fatal", "warning"]
    says: str
    where: str


@dataclass(frozen=True, slots=True)
class Judgement:
    rules: tuple[RuleSet, ...]
    failures: tuple[Failure, ...]

    @property
    def fatal(self) -> bool:
        return any(failure.severity == "fatal" for failure in self.failures)


def judge(xml: bytes, folder: Path | None = None) -> Judgement:
    """What the rules of `folder`, or those of the packages, say of an invoice or a credit note.

    Raises NoRules for a folder without rules or with a broken one, ValueError for what is not XML.
    """
    root = _read(xml)
    bench = _bench(rule_files(folder))
    failures = (*bench.against_schema(root), *bench.against_sheets(xml))
    return Judgement(bench.files.rules, failures)


def _read(xml: bytes) -> etree._Element:
    try:
        return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise ValueError(f"not XML: {error}") from error


class _Bench:
    """Compiled rules of one set of files."""

    def __init__(self, files: RuleFiles) -> None:
        import saxonche  # a large library, wanted only where something is judged

        self.files = files
        self._lock = Lock()
        self._saxon: Any = saxonche.PySaxonProcessor(license=False)
        self._saxon.set_configuration_property(_PROTOCOLS, "file")
        self._schemas = {root: _compiled(path, self._schema) for root, path in files.schemas.items()}
        self._sheets = [_compiled(path, self._sheet) for path, _ in files.sheets]

    def _schema(self, path: Path) -> etree.XMLSchema:
        return etree.XMLSchema(etree.parse(path))

    def _sheet(self, path: Path) -> Any:
        return self._saxon.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(path))

    def against_schema(self, root: etree._Element) -> tuple[Failure, ...]:
        schema = self._schemas.get(etree.QName(root).localname)
        if schema is None or schema.validate(root):
            return ()
        return tuple(Failure("", "fatal", error.message, f"rad {error.line}") for error in schema.error_log)

    def against_sheets(self, xml: bytes) -> tuple[Failure, ...]:
        with self._lock:
            node = self._saxon.parse_xml(xml_text=xml.decode())
            reports = [sheet.transform_to_string(xdm_node=node) for sheet in self._sheets]
        return tuple(failure for report in reports for failure in _failures(report))


def _compiled(path: Path, compiler: Callable[[Path], Any]) -> Any:
    """Saxon and lxml each have errors of their own, with nothing in common but what they say."""
    try:
        return compiler(path)
    except Exception as error:
        raise NoRules(f"Regelfilen {path} går inte att använda: {error} Byt ut den eller ta bort den.") from error


def _failures(report: str) -> Iterator[Failure]:
    for found in etree.fromstring(report.encode()).iter(*_FOUND):
        yield Failure(
            found.get("id", ""),
            "warning" if found.get("flag") == "warning" else "fatal",
            " ".join((found.findtext(f"{_SVRL}text") or "").split()),
            _NAMESPACE.sub("", found.get("location", "")),
        )


_warm: dict[tuple[tuple[str, int, int], ...], _Bench] = {}
_making = Lock()


def _bench(files: RuleFiles) -> _Bench:
    """The one for these files, made at the first use. Files that have changed make a new one, and the old is let go."""
    with _making:
        if files.stamp not in _warm:
            made = _Bench(files)
            _warm.clear()
            _warm[files.stamp] = made
        return _warm[files.stamp]
