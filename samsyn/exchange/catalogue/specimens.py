"""A catalogue of invented open data in all three syntaxes, for those who harvest to judge."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from samsyn.exchange.catalogue.model import CC0, Catalogue, Contact, Dataset, Distribution, Publisher
from samsyn.exchange.catalogue.writing import MEDIA_TYPES, written

_OPEN = "https://example.org/open/tak-over-huvudet"


def catalogue_specimens(folder: Path) -> list[Path]:
    """They need no loaded data: what is open is for the parties to choose, and none need have chosen anything."""
    made = []
    for form in MEDIA_TYPES:
        path = folder / f"open-data-catalogue.{form}"
        path.write_bytes(written(catalogue(), form))
        made.append(path)
    return made


def catalogue() -> Catalogue:
    publisher = Publisher("Exempelstads kommun (påhittad)", "LocalAuthority", iri="https://example.org/om/exempelstad")
    contact = Contact(f"{_OPEN}#kontakt", "Socialförvaltningens kansli", "kansli@example.org")
    nights = Dataset(
        iri=f"{_OPEN}/natter",
        title={"sv": "Sovna nätter på nattplatser", "en": "Nights slept in night places"},
        description="Hur många nätter som sovits på nattplatserna, halvår för halvår. Små antal visas inte.",
        publisher=publisher,
        distributions=tuple(
            Distribution(f"{_OPEN}/natter/{end}", f"{_OPEN}/natter.{end}", media, CC0, title)
            for end, media, title in (("csv", "text/csv", "CSV"), ("json", "application/json", "JSON"))
        ),
        contact=contact,
        keywords=("nattplatser", "hemlöshet", "idéburet offentligt partnerskap"),
        issued=date(2026, 8, 14),
        modified=date(2026, 8, 14),
        first=date(2026, 1, 1),
        last=date(2026, 6, 30),
        frequency="ANNUAL_2",
        landing_page=_OPEN,
    )
    return Catalogue(
        iri=f"{_OPEN}#katalog",
        title="Tak över huvudet, öppna data",
        description="Siffror som parterna i partnerskapet har släppt fritt.",
        publisher=publisher,
        datasets=(nights,),
        homepage=_OPEN,
        issued=date(2026, 8, 14),
        modified=date(2026, 8, 14),
    )
