"""What a browser would send of the forms on a page, as they stand."""

from __future__ import annotations

from html.parser import HTMLParser

_NOT_TYPED = ("csrfmiddlewaretoken", "next", "more")


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self._select, self._chosen, self._text = "", False, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        name, value = found.get("name") or "", found.get("value") or ""
        if tag == "input" and (found.get("type") not in ("checkbox", "radio") or "checked" in found):
            box = found.get("type") in ("checkbox", "radio")
            self.sent.setdefault(name, []).append(value or ("on" if box and "value" not in found else ""))
        elif tag == "select":
            self._select, self._chosen = name, False
        elif tag == "option" and self._select and (not self._chosen or "selected" in found):
            if "selected" in found or self._select not in self.sent:
                self.sent[self._select] = [value]
            self._chosen = "selected" in found
        elif tag == "textarea":
            self._text = name
            self.sent[name] = [""]

    def handle_data(self, data: str) -> None:
        if self._text:
            self.sent[self._text][0] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        elif tag == "textarea":
            self.sent[self._text][0] = self.sent[self._text][0].removeprefix("\n")
            self._text = ""


def typed_in(page: str) -> dict[str, str | list[str]]:
    forms = _Forms()
    forms.feed(page.split("<main", 1)[1])
    told = {name: values for name, values in forms.sent.items() if name and name not in _NOT_TYPED}
    return {name: values[0] if len(values) == 1 else values for name, values in told.items()}
