"""What groups content: two sides and one middle, entries, notices, what opens."""

from typing import Any

from django import template
from django.template.base import NodeList, Parser, Token, token_kwargs
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

register = template.Library()

_GATHERED = "ui_sides_gathered"
NOTICE_KINDS = ("info", "soon", "cannot", "done")


class SidesNode(template.Node):
    """Gathers the sides written inside it, then lays them out as columns and as a switch."""

    child_nodelists = ("nodelist",)

    def __init__(self, nodelist: NodeList, options: dict[str, Any]) -> None:
        self.nodelist = nodelist
        self.options = options

    def render(self, context: Context) -> SafeString:
        gathered: list[dict[str, Any]] = []
        with context.push(**{_GATHERED: gathered}):
            self.nodelist.render(context)
        options = {name: value.resolve(context) for name, value in self.options.items()}
        parties = [side for side in gathered if side["kind"] != "joint"]
        return render_to_string(
            "ui/parts/sides.html",
            {
                "sides": gathered,
                "shown": next((side for side in gathered if side["mine"]), gathered[0] if gathered else None),
                "many": len(parties) > 2,
                "name": options.get("name", "sides"),
                "label": options.get("label", ""),
                "level": options.get("level", 3),
            },
        )


@register.tag
def sides(parser: Parser, token: Token) -> SidesNode:
    """{% sides label="…" %} {% side "public" "Socialnämnden" mine=True %}…{% endside %} … {% endsides %}

    Write public sides first, the joint one in the middle, civil sides last: that is the order on the table.
    label says what the columns hold; name makes the switch unique when a page has two; level of heading.
    """
    options = token_kwargs(token.split_contents()[1:], parser)
    nodelist = parser.parse(("endsides",))
    parser.delete_first_token()
    return SidesNode(nodelist, options)


@register.simple_block_tag(takes_context=True)
def side(
    context: Context, content: str, kind: str, name: str, role: str = "", mine: bool = False, short: str = ""
) -> str:
    """One side of the table: kind public, civil or joint. mine decides which one a phone opens with."""
    if kind not in ("public", "civil", "joint"):
        raise template.TemplateSyntaxError(f"side kind {kind!r}: write public, civil or joint")
    context[_GATHERED].append(
        {"kind": kind, "name": name, "role": role, "mine": mine, "short": short or name, "content": content}
    )
    return ""


@register.simple_block_tag
def entry(
    content: str,
    when: Any = None,
    today: Any = None,
    clause: str = "",
    clause_href: str = "",
    assumed: bool = False,
    state: str = "",
    state_kind: str = "plain",
    note: str = "",
    latest: bool = False,
) -> SafeString:
    """One dated thing in a list: the day, how far away it is, what is done by whom, its clause.

    latest: the day is the last one for it, not the day on which it happens.
    """
    return render_to_string(
        "ui/parts/entry.html",
        {
            "content": content,
            "when": when,
            "today": today,
            "note": note,
            "latest": latest,
            "clause_reference": clause,
            "clause_href": clause_href,
            "assumed": assumed,
            "state": state,
            "state_kind": state_kind,
        },
    )


@register.simple_block_tag
def notice(content: str, kind: str = "info", title: str = "") -> SafeString:
    """Something to know (info), to act on (soon), that cannot be done (cannot), that was done (done)."""
    if kind not in NOTICE_KINDS:
        raise template.TemplateSyntaxError(f"notice kind {kind!r}: write one of {', '.join(NOTICE_KINDS)}")
    return render_to_string("ui/parts/notice.html", {"content": content, "kind": kind, "title": title})


@register.simple_block_tag
def empty_state(content: str, title: str) -> SafeString:
    """An empty list: says what will stand here, and in the block how to begin."""
    return render_to_string("ui/parts/empty.html", {"content": content, "title": title})


@register.simple_block_tag
def opens(content: str, title: str, open: bool = False) -> SafeString:
    """A line that opens to show more; works without JavaScript."""
    return render_to_string("ui/parts/opens.html", {"content": content, "title": title, "open": open})


@register.simple_block_tag
def what_if(content: str, title: str, level: int = 3) -> SafeString:
    """A small sheet to try a date or a number on; the form first, then `what-if-answer` around the answer."""
    return render_to_string("ui/parts/what_if.html", {"content": content, "title": title, "level": level})


@register.inclusion_tag("ui/parts/facts.html")
def facts(rows: list[tuple[str, Any]]) -> dict[str, Any]:
    """A list of terms and what they are: pairs of word and value."""
    return {"rows": rows}


@register.inclusion_tag("ui/parts/timeline.html")
def timeline(events: list[Any]) -> dict[str, Any]:
    """What has happened and what comes, oldest first. Each: when, text, note, clause, coming."""
    return {"events": events}


@register.inclusion_tag("ui/parts/progress.html")
def progress(done: int, total: int, text: str, poll: str = "") -> dict[str, Any]:
    """Long work: how far it has come in words and as a bar. poll: where this part is fetched anew."""
    return {"done": done, "total": total, "text": text, "poll": poll}
