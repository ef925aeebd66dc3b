"""Makes a program on which the verdicts disagree smaller: parts are left out as long as the disagreement stays.

Hypothesis would shrink its choices one program at a time; a batch of smaller programs costs little more than one, so
all ways to leave out one part are tried at once.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator

from tests.generated.compare import Judge, Judged
from tests.generated.programs import Program

MOST_AT_ONCE = 150
ROUNDS = 30
BY_NAME = frozenset({"main", "View", "Meta", "list", "to_representation"})  # what a framework finds by its name
Edit = Callable[[], None]


def shrunk(one: Judged, judge: Judge) -> Judged:
    """The smallest program found that is judged as this one is."""
    for _ in range(ROUNDS):
        texts = sorted(smaller(one.program.source), key=len)[:MOST_AT_ONCE]
        tried = [Program(text, coins(text), one.program.reached) for text in texts]
        same = [other for other in judge(tried) if other.disagrees and other.measured == one.measured] if tried else []
        if not same:
            break
        one = same[0]
    return one


def coins(source: str) -> int:
    return max((int(number) + 1 for number in re.findall(r"coin\((\d)\)", source)), default=0)


def smaller(source: str) -> set[str]:
    """The program with one part left out, in every way."""
    found: set[str] = set()
    number = 0
    while True:
        tree = ast.parse(source)
        edit = next((edit for index, edit in enumerate(edits(tree)) if index == number), None)
        if edit is None:
            return {text for text in found if len(text) < len(source)}
        edit()
        if text := unparsed(tree):
            found.add(text)
        number += 1


def unparsed(tree: ast.Module) -> str | None:
    """The text of a tree; None if what was left is no program."""
    try:
        text = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
        compile(text, "shrunk", "exec")
        if not all_called(ast.parse(text)):
            return None
    except (SyntaxError, ValueError, AttributeError, TypeError):
        return None
    return text


def all_called(tree: ast.Module) -> bool:
    """Whether every function with parameters is still mentioned: one that nobody calls is not measured."""
    named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    named |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    return all(node.name in named or node.name in BY_NAME or node.name.startswith(("__", "get_")) for node in functions)


def edits(tree: ast.Module) -> Iterator[Edit]:
    """Everything that can be left out, each as a change of the tree."""
    for node in ast.walk(tree):
        for name, value in ast.iter_fields(node):
            if isinstance(value, list):
                yield from in_list(node, name, value)
            elif isinstance(value, ast.expr):
                yield from (replacing(node, name, other) for other in instead(value))


def in_list(node: ast.AST, name: str, items: list) -> Iterator[Edit]:
    for index, item in enumerate(items):
        if isinstance(item, ast.stmt):
            yield splicing(node, name, index, [] if len(items) > 1 or name != "body" else [ast.Pass()])
            for inner in ("body", "orelse"):
                held = getattr(item, inner, None)
                if held and isinstance(item, ast.If | ast.With | ast.Try | ast.For):
                    yield splicing(node, name, index, held)
        elif isinstance(item, ast.expr | ast.keyword | ast.ExceptHandler | ast.match_case):
            yield splicing(node, name, index, [])
            if isinstance(item, ast.expr):
                yield from (splicing(node, name, index, [other]) for other in instead(item))


def instead(value: ast.expr) -> Iterator[ast.expr]:
    """Parts of an expression that can stand for it."""
    match value:
        case ast.Call(func=ast.Attribute(value=receiver)):
            yield receiver
            yield from value.args
        case ast.Call(args=args):
            yield from args
        case ast.IfExp(body=then, orelse=other):
            yield from (then, other)
        case ast.BinOp(left=left) | ast.Compare(left=left):
            yield left
        case ast.BoolOp(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts) if parts:
            yield parts[0]
        case ast.Subscript(value=inner) | ast.Starred(value=inner) | ast.NamedExpr(value=inner):
            yield inner
        case ast.Lambda() | ast.Name() | ast.Constant():
            return


def splicing(node: ast.AST, name: str, index: int, new: list) -> Edit:
    def edit() -> None:
        getattr(node, name)[index : index + 1] = new

    return edit


def replacing(node: ast.AST, name: str, new: ast.expr) -> Edit:
    return lambda: setattr(node, name, new)
