"""The open data of public pages as a catalogue: a dataset for each figure, a file for each format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samsyn.exchange.catalogue import CC0, Catalogue, Dataset, Distribution, Publisher
from samsyn.exchange.catalogue.model import PublisherKind
from samsyn.web.publication.content import Party
from samsyn.web.publication.presenters.data import csv_of_figure

Content = dict[str, Any]
_FORMATS = (("csv", "text/csv"), ("json", "application/json"))


def catalogue_of(pages: Sequence[tuple[Content, date]], site: str, at: str) -> Catalogue | None:
    """`pages`: what each says and the day of its edition; `at`: the catalogue's own path. None without a figure.

    The licence of the data is CC0: figures that all parties have let go of, about nobody.
    """
    datasets = tuple(each for content, made in pages for each in _datasets(content, made, site))
    if not datasets:
        return None
    head = pages[0][0]
    alone = len(pages) == 1
    publisher = _publisher(publisher_in(head), site, head["slug"])
    title = head["title"] if alone else _("Öppna data om partnerskap: %(who)s") % {"who": publisher.name}
    return Catalogue(
        iri=f"{site}{at}#catalogue",
        title=_marked(title, head),
        description=_("Siffror som alla parter i partnerskapet har släppt. Små tal är skyddade."),
        publisher=publisher,
        datasets=datasets,
        homepage=f"{site}/open/{head['slug']}/" if alone else "",
        modified=max(made for _content, made in pages),
    )


def publisher_in(content: Content) -> Party:
    """The first public party: the one that a portal knows."""
    found = [Party(**each) for each in content["parties"]]
    return next((each for each in found if each.kind == "public"), found[0])


def number_of(party: Party) -> str:
    """Ten digits; empty where the agreement gives none."""
    return party.org_nr.replace("-", "")


def _datasets(content: Content, made: date, site: str) -> Iterator[Dataset]:
    home = f"{site}/open/{content['slug']}/"
    for indicator in dict.fromkeys(each["indicator"] for each in content["figures"]):
        figures = [each for each in content["figures"] if each["indicator"] == indicator]
        one, iri = figures[0], f"{home}data/{indicator}"
        yield Dataset(
            iri=f"{iri}#dataset",
            title=_marked(f"{one['name']}, {content['name']}", content),
            description=_("%(says)s Enhet: %(unit)s. Enligt punkt %(clause)s i överenskommelsen.") % one,
            publisher=_publisher(_counted_by(content, one["whose"]), site, content["slug"]),
            distributions=tuple(_files(content, figures, iri, made)),
            issued=min(date.fromisoformat(each["let_go_on"]) for each in figures),
            modified=max(date.fromisoformat(each["let_go_on"]) for each in figures),
            first=min(date.fromisoformat(each["first"]) for each in figures),
            last=max(date.fromisoformat(each["last"]) for each in figures),
            landing_page=home,
            identifier=f"{content['slug']}/{indicator}",
        )


def _files(content: Content, figures: list[Content], iri: str, made: date) -> Iterator[Distribution]:
    for form, media_type in _FORMATS:
        address = f"{iri}.{form}"
        yield Distribution(
            iri=f"{address}#distribution",
            access_url=address,
            download_url=address,
            media_type=media_type,
            licence=CC0,
            title=form.upper(),
            size=len(csv_of_figure(content, figures)) if form == "csv" else None,
            modified=made,
        )


def _counted_by(content: Content, key: str) -> Party:
    """Who counted; what several counted is published by the public party."""
    return next((Party(**each) for each in content["parties"] if each["key"] == key), publisher_in(content))


def _publisher(party: Party, site: str, slug: str) -> Publisher:
    number = number_of(party)
    iri = "" if number else f"{site}/open/{slug}/#{party.key}"
    return Publisher(party.legal_name or party.name, _kind(party), number=number, iri=iri)


def _kind(party: Party) -> PublisherKind:
    """READING: numbers of state authorities begin with 2021 and those of regions with 2321; other public ones are
    municipalities."""
    if party.kind == "civil":
        return "NonProfitOrganisation"
    begins = party.org_nr[:4]
    return "NationalAuthority" if begins == "2021" else "RegionalAuthority" if begins == "2321" else "LocalAuthority"


def _marked(title: str, content: Content) -> str:
    return _("%(title)s (påhittat)") % {"title": title} if content["is_demo"] and "påhitta" not in title else title
