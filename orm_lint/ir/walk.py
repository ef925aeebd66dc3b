"""All nodes below a node, in source order of the fields that hold them."""

from __future__ import annotations

from collections.abc import Iterator

from orm_lint.ir import nodes as ir


def walk(root: ir.Node | ir.Body) -> Iterator[ir.Node]:
    """The node itself and everything in it. Deep nesting costs no recursion."""
    waiting: list[object] = [root]
    while waiting:
        found = waiting.pop()
        if isinstance(found, tuple):
            waiting.extend(reversed(found))
        elif isinstance(found, ir.Node):
            yield found
            waiting.extend(getattr(found, name) for name in reversed(found.__struct_fields__))
