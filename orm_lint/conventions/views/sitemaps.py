"""Sitemaps: `location`, `lastmod`, `priority` and `changefreq` are asked for each of `items()`.

As measured: without `location` a sitemap asks `item.get_absolute_url()`; rows come in pages of 50,000; a GenericSitemap
has the rows of `info_dict["queryset"]`, and reads its `date_field` from each.
https://docs.djangoproject.com/en/stable/ref/contrib/sitemaps/
"""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.conventions.common.build import method
from orm_lint.conventions.common.places import asked_at, placed, stated
from orm_lint.conventions.common.row import CALLABLE, ask_page, call, one_page
from orm_lint.conventions.parts import Part
from orm_lint.interpreter import attributes
from orm_lint.interpreter.builtins import each
from orm_lint.interpreter.frame import Frame
from orm_lint.interpreter.hooks import CallModel, Hooks, Start
from orm_lint.interpreter.loops import source_of
from orm_lint.interpreter.objects import Instance
from orm_lint.interpreter.querysets import Given
from orm_lint.interpreter.state import State
from orm_lint.interpreter.values import Plain, Ref, Unknown, Value
from orm_lint.interpreter.world import World
from orm_lint.ir import nodes as ir
from orm_lint.project.symbols import ClassSymbol, FunctionSymbol

SITEMAP = "django.contrib.sitemaps.Sitemap"
SITEMAPS = frozenset({SITEMAP})
GENERIC = "django.contrib.sitemaps.GenericSitemap"
ASKED = ("priority", "lastmod", "changefreq", "get_languages_for_item")


def started(world: World, symbol: ClassSymbol | FunctionSymbol) -> Iterator[Start]:
    """A request for the sitemap."""
    if isinstance(symbol, ClassSymbol) and world.names.descends_from(symbol, SITEMAPS):
        yield Start(symbol, (method(symbol.node.at, "get_urls"),), symbol)


def get_urls(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`Sitemap.get_urls()`."""
    sitemap = args.args[0]
    held = state.held(sitemap)
    if not isinstance(held, Instance) or not isinstance(sitemap, Ref):
        return Unknown("sitemap that is not known")
    asked = ("location", *(name for name in ASKED if stated(frame.world, held.symbol, name) is not None))
    items = _ask(frame, state, sitemap, held.symbol, "items")

    def show_item(inner: State, item: Value) -> None:
        for name in asked:
            _ask(frame, inner, sitemap, held.symbol, name, item)

    with placed(frame, asked_at(frame.world, held.symbol, "items")) as loop:
        each(frame, state, source_of(frame, state, one_page(frame, state, items, loop), loop), loop, show_item)
    return Unknown("addresses")


def _ask(frame: Frame, state: State, sitemap: Ref, symbol: ClassSymbol, name: str, *args: Value) -> Value:
    """A member of the sitemap, at the place where the project states it."""
    with placed(frame, asked_at(frame.world, symbol, name, "items")) as node:
        value = attributes.read(frame, state, sitemap, name, node)
        return call(frame, state, value, node, *args) if isinstance(value, CALLABLE) else value


def location(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`Sitemap.location(item)`."""
    if len(args.args) > 1:
        ask_page(frame, state, args.args[1], ir.Name(node.at, "item"))
    return Plain()


def generic_items(frame: Frame, state: State, args: Given, node: ir.Call) -> Value:
    """`GenericSitemap.items()`: what `info_dict` or the class holds."""
    return attributes.read(frame, state, args.args[0], "queryset", node)


MODELS: tuple[tuple[str, CallModel], ...] = (
    (f"{SITEMAP}.get_urls", get_urls),
    (f"{SITEMAP}.location", location),
    (f"{GENERIC}.items", generic_items),
)
PART = Part(
    name="Django sitemaps",
    summary="`location` and the like are asked for each of `items()`.",
    recognised=("`Sitemap` and `GenericSitemap`, with `get_absolute_url()` where there is no `location`",),
    hooks=Hooks(entry_points=(started,), models=MODELS),
)
