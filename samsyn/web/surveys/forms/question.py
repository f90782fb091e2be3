"""One question in all its languages, to grown-ups and to children. Options are lines, in the same order everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext, gettext_lazy, pgettext

from samsyn.rules.terms.surveys import Survey
from samsyn.web.surveys.models import Question
from samsyn.web.surveys.phrases import name_of
from samsyn.web.surveys.pictograms import PICTOGRAMS
from samsyn.web.surveys.wording import Asked, Said, Words
from samsyn.web.ui.fields import LineField

_MOST_OPTIONS = 20
_OPTION_LENGTH = 120


class QuestionForm(forms.Form):
    type = forms.ChoiceField(label=gettext_lazy("Hur man svarar"), choices=Question.Type.choices)
    several = forms.BooleanField(label=gettext_lazy("Man får välja flera"), required=False)
    pictogram = forms.ChoiceField(label=gettext_lazy("Bild vid frågan"), required=False)
    same = forms.BooleanField(label=gettext_lazy("Det är samma fråga som förut"), required=False)

    def __init__(self, term: Survey, main: str, before: Asked | None = None, data: Any = None) -> None:
        self.main, self.before = main, before
        self.said = _said(term, main)
        super().__init__(data, initial=_initial(before, self.said))
        pictures = [(key, str(name)) for key, (name, _) in PICTOGRAMS.items()]
        self.fields["pictogram"].choices = [("", gettext("Ingen bild")), *pictures]  # type: ignore[attr-defined]
        for audience, language in self.said:
            self._add(audience, language, both=term.for_children)
        if before is None:
            del self.fields["same"]
        else:
            self.fields["same"].help_text = gettext(
                "Svaren jämförs med förra omgångens bara om orden också är desamma. Med nya ord blir det en ny fråga."
            )

    def _add(self, audience: str, language: str, *, both: bool) -> None:
        whom = {"adult": gettext("till vuxna"), "child": gettext("till barn")}[audience] if both else ""
        where = ", ".join(each for each in (name_of(language), whom) if each)
        first = language == self.main and audience == "adult"
        self.fields[f"text_{language}_{audience}"] = LineField(
            label=pgettext("survey", "Frågan (%(where)s)") % {"where": where},
            max_length=300,
            required=first and not both,
        )
        self.fields[f"options_{language}_{audience}"] = forms.CharField(
            label=gettext("Att välja mellan (%(where)s)") % {"where": where},
            help_text=gettext("En sak på varje rad. Bara för val.") if first else gettext("Samma ordning som ovan."),
            widget=forms.Textarea(attrs={"rows": 4}),
            required=False,
        )

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("type") == Question.Type.CHOICE:
            self._check_options()
        return self.cleaned_data

    def _check_options(self) -> None:
        """As many lines everywhere as in the first list."""
        keys = self._keys()
        if any(len(each) > _OPTION_LENGTH for each in self._lines(*self._first())):
            self.add_error(_name("options", *self._first()), gettext("Skriv högst 120 tecken på en rad."))
        if len(keys) > _MOST_OPTIONS:
            self.add_error(_name("options", *self._first()), gettext("Skriv högst 20 saker att välja mellan."))
        for said in self.said:
            text, lines = self.cleaned_data.get(_name("text", *said), ""), self._lines(*said)
            if text and len(lines) != len(keys):
                told = gettext("Skriv %(n)s rader, en för varje sak att välja.") % {"n": len(keys)}
                self.add_error(_name("options", *said), ValidationError(told))

    def asked(self) -> Asked:
        """What is said. Only of a form that is valid."""
        chosen = self.cleaned_data["type"] == Question.Type.CHOICE
        keys = self._keys() if chosen else ()
        words: dict[Said, Words] = {
            said: Words(self.cleaned_data[_name("text", *said)], dict(zip(keys, self._lines(*said), strict=False)))
            for said in self.said
            if self.cleaned_data[_name("text", *said)]
        }
        return Asked(
            key="",
            type=self.cleaned_data["type"],
            several=chosen and self.cleaned_data["several"],
            options=keys,
            pictogram=self.cleaned_data["pictogram"],
            words=words,
        )

    @property
    def is_same(self) -> bool:
        return bool(self.cleaned_data.get("same"))

    def _first(self) -> Said:
        """Where the options are read from: grown-ups' words, else children's, in the main language."""
        return next(
            (each for each in self.said if each[1] == self.main and self.cleaned_data.get(_name("text", *each))),
            self.said[0],
        )

    def _lines(self, audience: str, language: str) -> list[str]:
        typed = self.cleaned_data.get(_name("options", audience, language)) or ""
        return [each.strip() for each in typed.splitlines() if each.strip()]

    def _keys(self) -> tuple[str, ...]:
        """An option whose words stand has the key that it had; another gets a new one."""
        first = self._first()
        before = self.before.words.get(first) if self.before else None
        known = {text: key for key, text in before.options.items()} if before else {}
        keys: list[str] = []
        for line in self._lines(*first):
            keys.append(_free(known.get(line) or slugify(line)[:40].replace("_", "-").strip("-") or "val", keys))
        return tuple(keys)


def _said(term: Survey, main: str) -> list[Said]:
    audiences = ("adult", "child") if term.for_children else ("adult",)
    languages = [main, *(each for each in term.languages if each != main)]
    return [(audience, language) for language in languages for audience in audiences]


def _initial(before: Asked | None, said: Sequence[Said]) -> dict[str, Any]:
    if before is None:
        return {"type": Question.Type.SCALE5}
    found: dict[str, Any] = {
        "type": before.type,
        "several": before.several,
        "pictogram": before.pictogram,
        "same": True,
    }
    for each in said:
        words = before.words.get(each)
        if words is not None:
            found[_name("text", *each)] = words.text
            found[_name("options", *each)] = "\n".join(words.options.get(key, "") for key in before.options)
    return found


def _name(what: str, audience: str, language: str) -> str:
    return f"{what}_{language}_{audience}"


def _free(key: str, taken: Sequence[str]) -> str:
    number = 1
    while (found := key if number == 1 else f"{key}-{number}") in taken:
        number += 1
    return found
