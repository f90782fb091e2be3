"""One kind of error, which says what is wrong, where, and what to do."""

from pathlib import Path


class PostgresTrouble(Exception):
    """The embedded database cannot be started, reached or stopped."""

    def __init__(self, what: str, where: Path | str, remedy: str) -> None:
        super().__init__(f"{what}\n  where: {where}\n  what to do: {remedy}")
        self.what = what
        self.where = str(where)
        self.remedy = remedy


_KNOWN = (
    (
        "No space left on device",
        "The disk is full.",
        "Free at least 200 MB there, then start again. Nothing is lost.",
    ),
    (
        "Read-only file system",
        "The disk is mounted read-only.",
        "Set SAMSYN_STATE to a folder that can be written.",
    ),
    (
        "could not resize shared memory segment",
        "The shared memory (/dev/shm) is too small.",
        "Give the container more, for example --shm-size=256m.",
    ),
    (
        "could not map anonymous shared memory",
        "There is too little free memory.",
        "Stop something else or give the machine more memory; 512 MB free is enough.",
    ),
    (
        "is already in use by another",
        "Another PostgreSQL holds the data folder or its socket.",
        "Stop that server, then start again.",
    ),
    (
        "could not look up effective user ID",
        "The account that runs PostgreSQL has no line in /etc/passwd.",
        "Give it one, or run Samsyn as an account that has.",
    ),
    (
        "Permission denied",
        "A file of the database may not be read or written by the account that runs it.",
        "Give the folder back to that account with chown -R, or set SAMSYN_STATE to another folder.",
    ),
    (
        "has wrong ownership",
        "The data folder belongs to another account.",
        "Give the folder back with chown -R, or set SAMSYN_STATE to another folder.",
    ),
)


def trouble_from_log(what: str, where: Path, text: str) -> PostgresTrouble:
    """Turn PostgreSQL's own last words into a sentence with a remedy; unknown words are quoted."""
    for sign, meaning, remedy in _KNOWN:
        if sign in text:
            line = next(line for line in text.splitlines() if sign in line)
            return PostgresTrouble(f"{what} {meaning} ({line.strip()})", where, remedy)
    tail = "\n    ".join(text.strip().splitlines()[-6:]) or "(it said nothing)"
    return PostgresTrouble(f"{what} PostgreSQL said:\n    {tail}", where, "Read the lines above.")
