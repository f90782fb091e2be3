"""The words of a letter. Pure; always in the language of the agreements, whatever language the writer's page has.

A body is paragraphs with an empty line between. A line that is a path and nothing else is an address in Samsyn: on a
page it becomes a link, and in the post the site's own address is put before it.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

from django.conf import settings
from django.utils.text import get_text_list
from django.utils.translation import gettext, ngettext, override

from samsyn.web.organisations.models import Organisation
from samsyn.web.partnerships.models import Partnership
from samsyn.web.reminders.models import Letter
from samsyn.web.reminders.presenters.invitation import is_called_off

WIDTH = 76
"""Columns: what a letter in plain text keeps to (RFC 3676 §4.2 recommends at most 78)."""

BETWEEN = "* * *"
"""Stands between the letters that are gathered into one."""

_UNDER_AN_ORGANISATION = re.compile(r"^/as/[-\w]+/")
_ADDRESS = re.compile(r"^/as/[-\w]+/[-\w./]*$")


def subject_of(kind: Letter.Kind, calendar: str = "") -> str:
    """The same for all letters of a kind: it is read on locked screens and by post offices."""
    with override(settings.LANGUAGE_CODE):
        if kind == Letter.Kind.CALL and is_called_off(calendar):
            return gettext("Samsyn: ett möte är inställt")
        return {
            Letter.Kind.REMINDER: gettext("Samsyn: påminnelse"),
            Letter.Kind.DIGEST: gettext("Samsyn: samlat brev"),
            Letter.Kind.CALL: gettext("Samsyn: kallelse till möte"),
            Letter.Kind.NEWS: gettext("Samsyn: något nytt att ta ställning till"),
        }[kind]


def body_of(
    says: str,
    path: str,
    *,
    organisation: Organisation,
    sent_to: Sequence[Organisation],
    partnership: Partnership | None,
) -> str:
    """What has happened, where to read more, who else was told, and how to be told otherwise."""
    with override(settings.LANGUAGE_CODE):
        parts = [says.strip()]
        if partnership is not None:
            parts.append(gettext("Det gäller partnerskapet %(name)s.") % {"name": partnership.name})
        parts.append(gettext("Läs mer i Samsyn:") + "\n" + page_of(organisation, path))
        if len(sent_to) > 1:
            parts.append(_also_to(sent_to))
        return "\n\n".join([*parts, how_to_choose(organisation)])


def digest_of(bodies: Sequence[str], organisation: Organisation) -> str:
    """What the gathered letters say, one after the other, and once how to be told otherwise."""
    ending = how_to_choose(organisation)
    with override(settings.LANGUAGE_CODE):
        start = ngettext(
            "Samsyn har samlat %(n)s sak åt dig.", "Samsyn har samlat %(n)s saker åt dig.", len(bodies)
        ) % {"n": len(bodies)}
    each = (body.removesuffix(ending).strip() for body in bodies)
    return "\n\n".join([start, f"\n\n{BETWEEN}\n\n".join(each), BETWEEN, ending])


def how_to_choose(organisation: Organisation) -> str:
    with override(settings.LANGUAGE_CODE):
        return gettext("Här väljer du hur du vill få brev från Samsyn:") + "\n" + page_of(organisation, "letters/")


def page_of(organisation: Organisation, path: str) -> str:
    """The address of a page in this organisation, also where the path was given as another organisation sees it.

    Raises ValueError for what leads elsewhere: a letter leads only into Samsyn.
    """
    address = f"/as/{organisation.slug}/{_UNDER_AN_ORGANISATION.sub('', path)}"
    if not _ADDRESS.match(address) or "//" in address or ".." in address:
        raise ValueError(f"{path!r} is no page under /as/<organisation>/.")
    return address


def in_the_post(body: str, site: str) -> str:
    """As plain text: lines of at most 76 columns, and whole addresses. `site` is as https://samsyn.example."""
    lines = (site + line if is_address(line) else _wrapped(line) for line in body.splitlines())
    return "\n".join(lines) + "\n"


def is_address(line: str) -> bool:
    return bool(_ADDRESS.match(line))


def _also_to(sent_to: Sequence[Organisation]) -> str:
    names = get_text_list(sorted((each.name for each in sent_to), key=str.casefold), gettext("och"))
    if {each.kind for each in sent_to} == {Organisation.Kind.PUBLIC, Organisation.Kind.CIVIL}:
        return gettext("Samma brev går till båda sidor: %(names)s.") % {"names": names}
    return gettext("Samma brev går till %(names)s.") % {"names": names}


def _wrapped(line: str) -> str:
    return textwrap.fill(line, WIDTH, break_long_words=False, break_on_hyphens=False)
