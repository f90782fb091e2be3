"""What is told of open data: a catalogue, its datasets, and the files that hold them. Plain values.

What must be there is refused when it is missing, by DCAT-AP-SE 3.0.1: of a catalogue title, description, publisher,
datasets and licence; of a dataset title, description and publisher; of a distribution its access address; of a
publisher name and kind; of a contact name and e-mail. Source: https://docs.dataportal.se/dcat/3.0.1/sv/
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
CC_BY = "http://creativecommons.org/licenses/by/4.0/"
"""Exactly so: http, and a slash at the end; the portal knows no other way of writing them."""

PublisherKind = Literal[
    "LocalAuthority", "RegionalAuthority", "NationalAuthority", "NonProfitOrganisation", "NonGovernmentalOrganisation"
]
Frequency = Literal["MONTHLY", "QUARTERLY", "ANNUAL_2", "ANNUAL", "IRREG"]
"""How often the data are renewed. ANNUAL_2 is every half-year."""
Texts = str | Mapping[str, str]
"""One text in the language of the catalogue, or by language: {"sv": "…", "en": "…"}."""

_IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_NUMBER = re.compile(r"\d{10}")


def _must_be_address(value: str, what: str) -> None:
    if not _IRI.fullmatch(value):
        raise ValueError(f"{what} «{value}» is no absolute web address, which a catalogue asks for")


def _must_be_there(value: object, what: str) -> None:
    if not value:
        raise ValueError(f"{what} is missing, which DCAT-AP-SE asks for")


@dataclass(frozen=True, slots=True)
class Publisher:
    """`number` is the organisation number, ten digits: it makes the address by which the portal knows the publisher.

    Without one, `iri` must be given: an address of its own, never that of a contact.
    """

    name: str
    kind: PublisherKind
    number: str = ""
    iri: str = ""
    homepage: str = ""

    def __post_init__(self) -> None:
        _must_be_there(self.name, "the name of the publisher")
        if self.number and not _NUMBER.fullmatch(self.number):
            raise ValueError(f"«{self.number}» is no organisation number of ten digits")
        _must_be_address(self.address, "the publisher's address")

    @property
    def address(self) -> str:
        return self.iri or (f"http://dataportal.se/organisation/SE{self.number}" if self.number else "")


@dataclass(frozen=True, slots=True)
class Contact:
    """A function, never a person."""

    iri: str
    name: str
    email: str

    def __post_init__(self) -> None:
        _must_be_address(self.iri, "the contact's address")
        _must_be_there(self.name, "the name of the contact")
        _must_be_there("@" in self.email, "the e-mail of the contact")


@dataclass(frozen=True, slots=True)
class Distribution:
    """The same data in one format. `media_type`: text/csv. `licence` is an address: CC0, CC_BY. `size` in bytes."""

    iri: str
    access_url: str
    media_type: str
    licence: str
    title: Texts = ""
    description: Texts = ""
    download_url: str = ""
    size: int | None = None
    modified: date | None = None

    def __post_init__(self) -> None:
        _must_be_address(self.iri, "the distribution's address")
        _must_be_address(self.access_url, "the access address")
        _must_be_address(self.licence, "the licence")
        if self.download_url:
            _must_be_address(self.download_url, "the download address")


@dataclass(frozen=True, slots=True)
class Dataset:
    """`first` and `last` are the days that the data are about; `issued` and `modified` are those of the data."""

    iri: str
    title: Texts
    description: Texts
    publisher: Publisher
    distributions: tuple[Distribution, ...] = ()
    contact: Contact | None = None
    keywords: tuple[str, ...] = ()
    issued: date | None = None
    modified: date | None = None
    first: date | None = None
    last: date | None = None
    frequency: Frequency | None = None
    landing_page: str = ""
    identifier: str = ""

    def __post_init__(self) -> None:
        _must_be_address(self.iri, "the dataset's address")
        _must_be_there(self.title, "the title of the dataset")
        _must_be_there(self.description, f"the description of the dataset «{self.title}»")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The licence of the description itself is CC0, which the Swedish profile demands."""

    iri: str
    title: Texts
    description: Texts
    publisher: Publisher
    datasets: tuple[Dataset, ...]
    language: Literal["sv", "en"] = "sv"
    homepage: str = ""
    issued: date | None = None
    modified: date | None = None

    def __post_init__(self) -> None:
        _must_be_address(self.iri, "the catalogue's address")
        _must_be_there(self.title, "the title of the catalogue")
        _must_be_there(self.description, "the description of the catalogue")
        _must_be_there(self.datasets, "a dataset in the catalogue")
        addresses = [self.iri, *(each.iri for each in self.datasets)]
        addresses += [each.iri for dataset in self.datasets for each in dataset.distributions]
        if twice := sorted({each for each in addresses if addresses.count(each) > 1}):
            raise ValueError(f"{', '.join(twice)} names two things; each has an address of its own")
