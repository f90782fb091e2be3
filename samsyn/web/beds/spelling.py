"""Names as they sound rather than as they are spelled, so that the same guest is found whoever writes."""

from __future__ import annotations

import re

from anyascii import anyascii

_SOUNDS = (
    ("sch", "s"), ("sh", "s"), ("sj", "s"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("kh", "h"), ("ch", "k"),
    ("ck", "k"), ("x", "ks"), ("q", "k"), ("c", "k"), ("w", "v"), ("y", "i"), ("j", "i"), ("z", "s"),
)  # fmt: skip
_LETTERS = re.compile(r"[^a-z0-9]+")
_TWICE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"(?<!^)[aeiou]+")
_BONES = 3
"""A word with fewer consonants than this says too little without its vowels."""


def spelled(name: str) -> str:
    """A name for searching: Latin letters, lower case, one letter for one sound, words in order.

    1. any script becomes Latin («Мария», «Ștefan»); 2. what is written in several ways is written in one («Gheorghe»
    and «George», «Philip» and «Filip»); 3. a doubled letter is one; 4. words stand in alphabetical order;
    5. last the words without vowels, for scripts that write none («محمد» and «Mohamed»).
    """
    words = sorted({_sound(each) for each in _LETTERS.sub(" ", anyascii(name).lower()).split()})
    bones = sorted({bone for bone in (_bones(each) for each in words) if len(bone) >= _BONES} - set(words))
    return " ".join([*words, *bones])[:200].strip()


def _sound(word: str) -> str:
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    return _TWICE.sub(r"\1", word)


def _bones(word: str) -> str:
    return _TWICE.sub(r"\1", _VOWELS.sub("", word))
