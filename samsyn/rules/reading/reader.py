"""From files to a Dossier. All errors of all files are found before any is raised."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import Any

from pydantic import ValidationError

from samsyn.rules.reading.changes import check_changes
from samsyn.rules.reading.checks import findings
from samsyn.rules.reading.clauses import Clause, check_clauses, read_clauses
from samsyn.rules.reading.dossier import Dossier
from samsyn.rules.reading.keys import adapter
from samsyn.rules.reading.part import findings_of_the_rest
from samsyn.rules.reading.plain_text import faults_of, unseen_in
from samsyn.rules.reading.problem import BrokenAgreement, Problem
from samsyn.rules.reading.shape import misshapen
from samsyn.rules.reading.source_file import SourceFile, decoded, read_source
from samsyn.rules.reading.wording import problems_from
from samsyn.rules.terms import FAMILIES, SINGLE, Agreement, ChangeFile

AGREEMENT = "agreement.toml"
CLAUSES = "clauses.md"
EXAMPLES = "expected.toml"
AMENDMENTS = "amendments/"


def read_agreement(folder: FilePath) -> Dossier:
    """Read a folder with agreement.toml and, if there, clauses.md, expected.toml and amendments/*.toml.

    Raises BrokenAgreement with every problem; each gives file (under the folder's own name), line, clause,
    what is wrong and what to write.
    """
    try:
        files = files_in(folder)
    except OSError as trouble:
        what = f"the folder cannot be read ({trouble.strerror})"
        problem = Problem(folder.name, 0, "", what, "Name a folder that holds agreement.toml")
        raise BrokenAgreement([problem]) from trouble
    return read_files(files, folder.name + "/")


def files_in(folder: FilePath) -> dict[str, bytes]:
    """The files that make up an agreement, by name relative to the folder."""
    names = [folder / AGREEMENT, folder / CLAUSES, folder / EXAMPLES, *sorted((folder / AMENDMENTS).glob("*.toml"))]
    if not folder.is_dir():
        raise NotADirectoryError(20, "no such folder")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in names if path.is_file()}


def read_files(files: Mapping[str, bytes], prefix: str = "") -> Dossier:
    """Read an agreement from contents by name. `prefix` goes before the names in messages."""
    if AGREEMENT not in files:
        problem = Problem(prefix + AGREEMENT, 0, "", "there is no such file", "Start one with «samsyn new»")
        raise BrokenAgreement([problem])
    source = read_source(prefix + AGREEMENT, files[AGREEMENT])
    agreement, problems = _agreement(source)
    problems += [source.problem(*found) for found in faults_of(source.values)]
    if agreement:
        problems += [source.problem(*found) for found in findings(agreement)]
    clauses = _clauses(files, prefix, agreement, problems)
    changes = _changes(files, prefix, problems)
    if agreement and not problems:
        problems += check_changes(agreement, changes)
    if problems or agreement is None:
        raise BrokenAgreement(problems)
    return Dossier(agreement, tuple(change for _, change in changes), clauses, dict(files))


def _agreement(source: SourceFile) -> tuple[Agreement | None, list[Problem]]:
    faults = list(misshapen(source.values))
    problems = [source.problem(*fault) for fault in faults]
    values = _with_ids(source.values)
    try:
        return adapter(Agreement).validate_python(values), problems
    except ValidationError as trouble:
        problems += problems_from(trouble, source, told=[path for path, _, _ in faults])
        problems += [source.problem(*found) for found in findings_of_the_rest(values, trouble)]
        return None, problems


def _with_ids(values: Mapping[str, Any]) -> dict[str, Any]:
    """The id of a term is the name of its table; here it is put inside."""
    result: dict[str, Any] = {}
    for family, content in values.items():
        if family in SINGLE and isinstance(content, dict):
            result[family] = content if family == "agreement" else {"id": family, **content}
        elif family in FAMILIES and isinstance(content, dict):
            result[family] = {
                key: {**term, "id": term.get("id", key)} if isinstance(term, dict) else term
                for key, term in content.items()
            }
        else:
            result[family] = content
    return result


def _clauses(
    files: Mapping[str, bytes], prefix: str, agreement: Agreement | None, problems: list[Problem]
) -> tuple[Clause, ...]:
    """The answered clauses; none where there is no such file, or it is not UTF-8."""
    name = prefix + CLAUSES
    if CLAUSES not in files:
        return ()
    try:
        text = decoded(name, files[CLAUSES])
    except BrokenAgreement as trouble:
        problems += trouble.problems
        return ()
    for number, line in enumerate(text.split("\n"), 1):
        if sign := unseen_in(line):
            what = f"the line holds a sign that cannot be seen ({sign})"
            problems.append(Problem(name, number, "", what, "Take it away, or write the text by hand"))
    clauses = read_clauses(text)
    if agreement:
        problems += check_clauses(clauses, agreement, name, text)
    return clauses


def _changes(files: Mapping[str, bytes], prefix: str, problems: list[Problem]) -> list[tuple[SourceFile, ChangeFile]]:
    found = []
    for name in sorted(files):
        if not name.startswith(AMENDMENTS):
            continue
        try:
            source = read_source(prefix + name, files[name])
            problems += [source.problem(*fault) for fault in faults_of(source.values)]
            found.append((source, adapter(ChangeFile).validate_python(source.values)))
        except BrokenAgreement as trouble:
            problems += trouble.problems
        except ValidationError as trouble:
            problems += problems_from(trouble, source, root=ChangeFile)
    return sorted(found, key=lambda pair: (pair[1].change.on, pair[0].name))
