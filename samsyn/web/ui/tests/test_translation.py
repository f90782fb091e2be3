"""The English is complete, and the tool that says so can be trusted."""

from pathlib import Path

import pytest

from samsyn.web.ui.translation import catalogue


def test_every_swedish_string_has_its_english() -> None:
    assert catalogue.faults() == []


@pytest.fixture
def other_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project of its own with one string in a template and one in code."""
    templates = tmp_path / "samsyn" / "web" / "room" / "templates"
    templates.mkdir(parents=True)
    (templates / "page.html").write_text('{% load i18n %}{% translate "Ett möte" %}{% notice _("Tre rum") %}')
    (tmp_path / "samsyn" / "code.py").write_text('ngettext("%(n)s dag", "%(n)s dagar", n)\npgettext("mån", "maj")\n')
    monkeypatch.setattr(catalogue, "ROOT", tmp_path)
    monkeypatch.setattr(catalogue, "ENGLISH", tmp_path / "locale" / "django.po")
    return tmp_path


def test_strings_are_found_in_templates_and_in_code(other_house: Path) -> None:
    assert set(catalogue.found()) == {
        (None, "Ett möte"),
        (None, "Tre rum"),
        (None, ("%(n)s dag", "%(n)s dagar")),
        ("mån", "maj"),
    }


def test_a_string_without_english_is_a_fault_until_it_is_translated(other_house: Path) -> None:
    assert len(catalogue.faults()) == 4
    assert catalogue.update() == 4
    text = catalogue.ENGLISH.read_text()
    text = text.replace('msgid "Ett möte"\nmsgstr ""', 'msgid "Ett möte"\nmsgstr "A meeting"')
    catalogue.ENGLISH.write_text(text)
    assert not any("Ett möte" in fault for fault in catalogue.faults())
    assert catalogue.update() == 3
    assert "A meeting" in catalogue.ENGLISH.read_text()


def test_a_lost_placeholder_is_a_fault(other_house: Path) -> None:
    catalogue.update()
    text = (
        catalogue.ENGLISH.read_text()
        .replace('msgstr[0] ""', 'msgstr[0] "day"')
        .replace('msgstr[1] ""', 'msgstr[1] "days"')
    )
    catalogue.ENGLISH.write_text(text)
    assert any("placeholders" in fault for fault in catalogue.faults())


def test_what_has_left_the_code_is_a_fault_until_the_tool_is_run(other_house: Path) -> None:
    catalogue.update()
    (other_house / "samsyn" / "code.py").unlink()
    assert sum("nowhere in the code" in fault for fault in catalogue.faults()) == 2
    catalogue.update()
    assert not any("nowhere in the code" in fault for fault in catalogue.faults())
