"""The words that the layout of a report itself needs. Swedish here; a page in another language gives its own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportWords:
    hidden: str = "visas inte"
    not_measured: str = "mäts inte"
    missing: str = "saknas"
    hidden_note: str = (
        "Visas inte: antalet är litet, eller så går ett litet antal att räkna ut med hjälp av det. "
        "Att något inte visas säger inget om hur stort det är."
    )
    not_measured_note: str = "Mäts inte: inget i det som antecknas räknar detta."
    missing_note: str = "Saknas: det räknas, men inga uppgifter finns för de dagarna."
    contents: str = "Innehåll"
    target: str = "Mål"
    of_which: str = "Svar och personer bakom"
    missing_count: str = "Saknas"
    figure: str = "Siffra"
    figures: str = "Siffror"
    value: str = "Värde"
    unit: str = "Enhet"
    level: str = "Slag"
    sum: str = "Summa"
    duty: str = "Åtagande"
    due: str = "Senast"
    standing: str = "Hur det gick"
    nobody: str = "Inget föll ut under tiden."
    party: str = "Part"
    who: str = "Vem"
    when: str = "När"
    said: str = "Svar"
    clause: str = "Stöd"
    same_in_table: str = "Samma siffror står i tabellen «{table}»."
    definitions: str = "Så är siffrorna räknade"
    definition: str = "Så räknas den"
    version: str = "Version"
    signatures: str = "Underskrifter"
    drawn_by: str = "Framställd med"
    seal: str = "Innehållets kontrollsumma (SHA-256):"
    part_seal: str = "Delens kontrollsumma (SHA-256)"
    page: str = "Sida"
    of: str = "av"
    question: str = "Fråga"
    answer: str = "Svar"
    words: str = "Med egna ord"
    section: str = "Avsnitt"
