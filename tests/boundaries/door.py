"""Who may come in at an address."""

from dataclasses import dataclass

from samsyn.web.organisations.roles import Permission


@dataclass(frozen=True)
class Door:
    post: bool = False
    logged: bool = False
    files: bool = False


@dataclass(frozen=True)
class Open(Door):
    pass


@dataclass(frozen=True)
class WayIn(Door):
    pass


@dataclass(frozen=True)
class ByKey(Door):
    pass


@dataclass(frozen=True)
class SignedIn(Door):
    pass


@dataclass(frozen=True, init=False)
class Acting(Door):
    needs: frozenset[Permission] = frozenset()

    def __init__(self, *needs: Permission, post: bool = False, logged: bool = False, files: bool = False) -> None:
        object.__setattr__(self, "needs", frozenset(needs))
        object.__setattr__(self, "post", post)
        object.__setattr__(self, "logged", logged)
        object.__setattr__(self, "files", files)


class Common(Acting):
    pass


class InPartnership(Acting):
    pass


class Own(Acting):
    pass


class Seated(Acting):
    pass
