"""TOML → terms. An error gives file, line, clause and what to write instead; all errors are reported at once."""

from samsyn.rules.reading.clauses import Clause
from samsyn.rules.reading.dossier import Dossier
from samsyn.rules.reading.problem import BrokenAgreement, Problem
from samsyn.rules.reading.reader import files_in, read_agreement, read_files

__all__ = ["BrokenAgreement", "Clause", "Dossier", "Problem", "files_in", "read_agreement", "read_files"]
