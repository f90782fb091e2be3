"""The same name is found however it is spelled, and a card's code that is misread is told from an unknown one."""

from __future__ import annotations

import pytest

from samsyn.web.beds.codes import ALPHABET, LENGTH, Misread, check_sign, in_groups, new_code, read_code
from samsyn.web.beds.spelling import spelled


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gheorghe", "George"),
        ("Ștefan Țîrlea", "Tirlea, Stephan"),
        ("Мария Петрова", "Petrova Maria"),
        ("Anna", "ANA"),
        ("Philip", "Filip"),
        ("Åsa Öberg", "asa oberg"),
        ("Alexej", "Алексей"),
        ("José", "Jose\N{COMBINING ACUTE ACCENT}"),
    ],
)
def test_one_name_in_two_spellings_is_one(one: str, other: str) -> None:
    assert spelled(one) == spelled(other) != ""


def test_a_script_without_vowels_shares_its_consonants() -> None:
    assert set(spelled("محمد").split()) & set(spelled("Mohamed").split()) == {"mhmd"}
    assert "mhmd" in spelled("Muhammad").split()


def test_what_has_no_letter_is_spelled_as_nothing() -> None:
    assert spelled("  –!? ") == ""
    assert len(spelled("abc " * 300)) <= 200


def test_a_code_reads_back_however_it_is_typed() -> None:
    for code in (new_code() for _ in range(200)):
        assert len(code) == LENGTH
        assert set(code) <= set(ALPHABET)
        assert read_code(f" {in_groups(code).lower()} ") == code


def test_one_wrong_sign_and_two_that_changed_places_are_misread() -> None:
    code = new_code()
    for place in range(LENGTH):
        for sign in ALPHABET.replace(code[place], ""):
            wrong = code[:place] + sign + code[place + 1 :]
            assert read_code(wrong) in (Misread.MISREAD, None)
    for place in range(LENGTH - 1):
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        assert swapped == code or read_code(swapped) in (Misread.MISREAD, None)


def test_the_check_sign_is_the_weighted_sum() -> None:
    assert check_sign("2" * 9) == "2"
    assert check_sign("3" * 9) == ALPHABET[45 % 31]


@pytest.mark.parametrize("name", ["Ana", "Aleksander", "Maria Petrova", "Bo 2", ""])
def test_a_name_is_not_taken_for_a_code(name: str) -> None:
    assert read_code(name) is None


@pytest.mark.parametrize("typed", ["2A3B4C5D6", "O2A3B4C5D6", "2A3B4-C5D6E7"])
def test_what_looks_like_a_code_and_is_none_is_misread(typed: str) -> None:
    assert read_code(typed) is Misread.MISREAD
