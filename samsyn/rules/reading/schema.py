"""JSON Schema of the agreement file and of the files in amendments/, for editors. Made from the terms."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from samsyn.rules.terms import Agreement, ChangeFile

DRAFT = "https://json-schema.org/draft/2020-12/schema"
KEEPS_ID = {"Heading", "Assumption", "Alternative", "Happening"}


def agreement_schema() -> str:
    """The schema of agreement.toml as JSON text, the same for the same terms."""
    schema = TypeAdapter(Agreement).json_schema()
    for name, part in schema["$defs"].items():
        if name not in KEEPS_ID:
            _without_id(part)
    return _text(schema, "agreement.toml: what the parties signed, as terms")


def change_schema() -> str:
    """The schema of a file in amendments/."""
    return _text(TypeAdapter(ChangeFile).json_schema(), "amendments/*.toml: what happened after signing")


def _without_id(part: dict[str, Any]) -> None:
    """The id of a term is the name of its table and is not written inside."""
    if "clause" in part.get("properties", {}):
        part["properties"].pop("id", None)
        part["required"] = [key for key in part.get("required", []) if key != "id"]


def _text(schema: dict[str, Any], title: str) -> str:
    return json.dumps({"$schema": DRAFT, **schema, "title": title}, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
