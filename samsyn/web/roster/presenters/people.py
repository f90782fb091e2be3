"""The list of those who work, and posts that are paid for beside those that are filled. Pure; no ranking, no mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.rules.staffing import Lack, Post
from samsyn.web.roster.models import Worker
from samsyn.web.roster.presenters.words import lacking, lacking_thing, posts_in_words
from samsyn.web.roster.queries.standing import Standing


@dataclass(frozen=True, slots=True)
class LackWords:
    """`what` stands below a head that says that it is lacking; `says` is a sentence."""

    what: str
    says: str
    clause: str
    assumed: bool


@dataclass(frozen=True, slots=True)
class Line:
    """`known`: the page says what is lacking at all; who only does the daily work is not told."""

    name: str
    url: str
    function: str
    kind: str
    share: str
    known: bool
    lacks: tuple[LackWords, ...]


@dataclass(frozen=True, slots=True)
class PostLine:
    """One cost line. `part`: it is a part of the one above."""

    says: str
    clause: str
    assumed: bool
    financed: str
    filled: str
    who: str
    part: bool


def sentence(workers: Sequence[Worker]) -> str:
    """«7 personer arbetar här i dag: 4 anställda och 3 volontärer.»"""
    if not workers:
        return _("Ingen är inskriven i dag.")
    counted = Counter(each.kind for each in workers)
    kinds = [
        ngettext("%(n)s anställd", "%(n)s anställda", counted["employee"]) % {"n": counted["employee"]},
        ngettext("%(n)s uppsökare", "%(n)s uppsökare", counted["outreach"]) % {"n": counted["outreach"]},
        ngettext("%(n)s volontär", "%(n)s volontärer", counted["volunteer"]) % {"n": counted["volunteer"]},
    ]
    there = [text for text, kind in zip(kinds, ("employee", "outreach", "volunteer"), strict=True) if counted[kind]]
    listed = there[0] if len(there) == 1 else f"{', '.join(there[:-1])} {_('och')} {there[-1]}"
    said = ngettext(
        "%(n)s person arbetar här i dag: %(kinds)s.", "%(n)s personer arbetar här i dag: %(kinds)s.", len(workers)
    )
    return said % {"n": len(workers), "kinds": listed}


def lines_of(workers: Iterable[Worker], standing: Mapping[UUID, Standing], home: str) -> list[Line]:
    return [_line(each, standing.get(each.pk), home) for each in workers]


def lack_words(lacks: Iterable[Lack]) -> tuple[LackWords, ...]:
    return tuple(
        LackWords(lacking_thing(each), lacking(each), each.demand.clause, bool(each.demand.assumptions))
        for each in lacks
    )


def post_choices(posts: Iterable[Post]) -> list[tuple[str, str]]:
    """Those that somebody can be put on: a line with parts is filled through them."""
    return [(each.line.id, each.line.says) for each in _all(posts) if not each.parts]


def post_lines(posts: Iterable[Post], workers: Sequence[Worker]) -> list[PostLine]:
    return [line for each in posts for line in _with_parts(each, workers, part=False)]


def _line(worker: Worker, standing: Standing | None, home: str) -> Line:
    kind = str(worker.get_kind_display())
    return Line(
        name=worker.known_as,
        url=f"{home}{worker.pk}/",
        function=worker.function,
        kind="" if worker.function.casefold() == kind.casefold() else kind,
        share=posts_in_words(worker.share) if worker.share is not None else "",
        known=standing is not None,
        lacks=lack_words(standing.lacks) if standing else (),
    )


def _with_parts(post: Post, workers: Sequence[Worker], part: bool) -> Iterator[PostLine]:
    who = [each.known_as for each in workers if each.post == post.line.id]
    yield PostLine(
        says=post.line.says,
        clause=post.line.clause,
        assumed=bool(post.line.assumption),
        financed=posts_in_words(post.financed),
        filled=posts_in_words(post.filled),
        who=", ".join(who),
        part=part,
    )
    for each in post.parts:
        yield from _with_parts(each, workers, part=True)


def _all(posts: Iterable[Post]) -> Iterator[Post]:
    for each in posts:
        yield each
        yield from _all(each.parts)
