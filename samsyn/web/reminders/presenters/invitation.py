"""What can be seen of an invitation from outside: iTIP (RFC 5546) as text."""

import re

FILE_NAME = "mote.ics"
_METHOD = re.compile(r"^METHOD:([A-Z]+)\r?$", re.MULTILINE)


def method_of(calendar: str) -> str:
    """REQUEST or CANCEL, as the invitation itself says; PUBLISH where it says nothing (RFC 5546 §3.2.1)."""
    found = _METHOD.search(calendar)
    return found.group(1) if found else "PUBLISH"


def is_called_off(calendar: str) -> bool:
    return method_of(calendar) == "CANCEL"
