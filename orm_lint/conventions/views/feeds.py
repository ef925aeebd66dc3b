"""Syndication feeds: `items()` is looped, and every `item_…` of the feed is asked for each item.

As measured: without `item_title` and `item_description` a feed shows `str(item)`, unless a template is named for it;
without `item_link` it asks `item.get_absolute_url()`. A method is given the item if it takes an argument. Categories,
copyright and the like are asked even where the format does not show them; the author's address and link only if there
is an `item_author_name`; `get_context_data` always, whether there are templates or not.
https://docs.djangoproject.com/en/stable/ref/contrib/syndication/
"""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.conventions.common.build import attribute, method
from orm_lint.conventions.common.members import is_own
from orm_lint.conventions.common.places import asked_at, placed, stated
from orm_lint.conventions.common.row import CALLABLE, ask_page, call, takes
from orm_lint.conventions.parts import Part
from orm_lint.interpreter import attributes
from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.expressions import show
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, Hooks, Start
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.objects import Instance
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import NONE, Plain, Ref, Unknown, Value
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

FEED = "django.contrib.syndication.views.Feed"
FEEDS = frozenset({FEED})
TEXTS = (("item_title", "title_template"), ("item_description", "description_template"))
ASKED = (
    "item_link", "item_enclosures", "item_enclosure_url", "item_enclosure_length", "item_enclosure_mime_type",
    "item_author_name", "item_pubdate", "item_updateddate", "item_guid", "item_guid_is_permalink", "item_comments",
    "item_categories", "item_copyright", "item_extra_kwargs",
)  # fmt: skip
OF_AUTHOR = ("item_author_email", "item_author_link")
"""Asked only of feeds that give the name of an author."""


def started(world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterator[Start]:
    """A request for the feed."""
    if isinstance(symbol, ClassSymbol) and world.names.descends_from(symbol, FEEDS):
        at = symbol.node.at
        yield Start(symbol, (method(at, "get_feed", ir.Const(at, None), attribute(at, "self", "request")),), symbol)


def get_feed(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`Feed.get_feed(obj, request)`."""
    feed = args.args[0]
    held = state.held(feed)
    if not isinstance(held, Instance) or not isinstance(feed, Ref):
        return Unknown("feed that is not known")
    subject = args.args[1] if len(args.args) > 1 else NONE
    if is_own(frame, held.symbol, "get_object"):
        subject = _ask(frame, state, feed, held.symbol, "get_object", Plain())
    items = _ask(frame, state, feed, held.symbol, "items", subject)
    asked = tuple(_asked(frame, state, feed, held.symbol))

    def show_item(inner: State, item: Value) -> None:
        _context(frame, inner, feed, held.symbol, item)
        for name in asked:
            _ask(frame, inner, feed, held.symbol, name, item)

    with placed(frame, asked_at(frame.world, held.symbol, "items")) as loop:
        each(frame, state, source_of(frame, state, items, loop), loop, show_item)
    return Unknown("feed")


def _asked(frame: Frame, state: State, feed: Ref, symbol: ClassSymbol) -> Iterator[str]:
    """What is asked for each item; a template takes the place of a title or description."""
    for name, template in TEXTS:
        if stated(frame.world, symbol, template) is None or _is_none(frame, state, feed, template):
            yield name
    for name in ASKED:
        if name == "item_link" or stated(frame.world, symbol, name) is not None:
            yield name
    if stated(frame.world, symbol, "item_author_name") is not None:
        yield from (name for name in OF_AUTHOR if stated(frame.world, symbol, name) is not None)


def _is_none(frame: Frame, state: State, feed: Ref, name: str) -> bool:
    return attributes.read(frame, state, feed, name, ir.Name(0, name)) == NONE


def _ask(frame: Frame, state: State, feed: Ref, symbol: ClassSymbol, name: str, item: Value) -> Value:
    """A member of the feed, called with the item if it takes one; at the place where the project states it."""
    with placed(frame, asked_at(frame.world, symbol, name, "items")) as node:
        value = attributes.read(frame, state, feed, name, node)
        if not isinstance(value, CALLABLE):
            return value
        return call(frame, state, value, node, *(() if takes(frame, value) == 0 else (item,)))


def _context(frame: Frame, state: State, feed: Ref, symbol: ClassSymbol, item: Value) -> None:
    """What templates of the feed are given, whether it names any or not."""
    if is_own(frame, symbol, "get_context_data"):
        with placed(frame, asked_at(frame.world, symbol, "get_context_data")) as node:
            value = attributes.read(frame, state, feed, "get_context_data", node)
            call(frame, state, value, node, item=item)


def item_text(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`Feed.item_title(item)` and `Feed.item_description(item)`."""
    return show(frame, state, args.args[1], node) if len(args.args) > 1 else Plain()


def item_link(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`Feed.item_link(item)`."""
    if len(args.args) > 1:
        ask_page(frame, state, args.args[1], ir.Name(node.at, "item"))
    return Plain()


MODELS: tuple[tuple[str, CallModel], ...] = (
    (f"{FEED}.get_feed", get_feed),
    (f"{FEED}.item_title", item_text),
    (f"{FEED}.item_description", item_text),
    (f"{FEED}.item_link", item_link),
)
PART = Part(
    name="Django syndication feeds",
    summary="Every `item_…` of a feed is asked for each of `items()`.",
    recognised=("attributes and methods of a `Feed`, and `get_absolute_url()` where it has no `item_link`",),
    hooks=Hooks(entry_points=(started,), models=MODELS),
)
