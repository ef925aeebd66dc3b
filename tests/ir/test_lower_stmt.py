"""Each kind of statement and pattern, with the source text of every place in angle brackets."""

from __future__ import annotations

import ast
import sys

import pytest

from orm_lint.ir.from_python import summarize
from orm_lint.ir.lower_expr import _EXPRESSIONS
from orm_lint.ir.lower_stmt import _STATEMENTS
from tests.ir.show import show_body, show_function, show_module

CASES: list[tuple[str, str]] = [
    ("a = b = 1", "Assign<a = b = 1>[(Name<a>['a'], Name<b>['b']), Const<1>[1], None]"),
    ("a: int", "Assign<a: int>[(Name<a>['a']), None, Name<int>['int']]"),
    ("a: int = 1", "Assign<a: int = 1>[(Name<a>['a']), Const<1>[1], Name<int>['int']]"),
    ("a += 1", "Augment<a += 1>[Name<a>['a'], '+', Const<1>[1]]"),
    ("a **= 1", "Augment<a **= 1>[Name<a>['a'], '?', Const<1>[1]]"),
    ("del a, b.c", "Delete<del a, b.c>[(Name<a>['a'], Attr<c>[Name<b>['b'], 'c'])]"),
    ("assert a, m", "If<assert a, m>[Name<a>['a'], (), (Raise<assert a, m>[Name<m>['m'], None])]"),
    ("assert a", "If<assert a>[Name<a>['a'], (), (Raise<assert a>[None, None])]"),
    ("import a.b as c, d", "Import<import a.b as c, d>[(Alias<a.b as c>['a.b', 'c'], Alias<d>['d', None])]"),
    (
        "from ..m import a as b, c",
        "ImportFrom<from ..m import a as b, c>['m', 2, (Alias<a as b>['a', 'b'], Alias<c>['c', None])]",
    ),
    ("from . import *", "ImportFrom<from . import *>['', 1, (Alias<*>['*', None])]"),
    ("raise E from c", "Raise<raise E from c>[Name<E>['E'], Name<c>['c']]"),
    ("raise", "Raise<raise>[None, None]"),
    (
        "for a in b:\n    pass\nelse:\n    pass",
        (
            "For<for a in b:\n    pass\nelse:\n    pass>[Name<a>['a'], Name<b>['b'], (Jump<pass>['pass']), "
            "(Jump<pass>['pass']), False]"
        ),
    ),
    (
        "while a:\n    break\nelse:\n    continue",
        (
            "While<while a:\n    break\nelse:\n    continue>[Name<a>['a'], (Jump<break>['break']), "
            "(Jump<continue>['continue'])]"
        ),
    ),
    (
        "with a as b, c:\n    pass",
        (
            "With<with a as b, c:\n    pass>[(WithItem<a>[Name<a>['a'], Name<b>['b']], WithItem<c>[Name<c>["
            "'c'], None]), (Jump<pass>['pass']), False]"
        ),
    ),
    (
        "try:\n    pass\nexcept E as e:\n    pass\nexcept:\n    pass\nelse:\n    pass\nfinally:\n    pass",
        (
            "Try<try:\n    pass\nexcept E as e:\n    pass\nexcept:\n    pass\nelse:\n    pass\nfinally:\n    pass>["
            "(Jump<pass>['pass']), (Handler<except>[Name<E>['E'], 'e', (Jump<pass>['pass'])], "
            "Handler<except>[None, None, (Jump<pass>['pass'])]), (Jump<pass>['pass']), (Jump<pass>['pass'])]"
        ),
    ),
    (
        "try:\n    pass\nexcept* E:\n    pass",
        (
            "Try<try:\n    pass\nexcept* E:\n    pass>[(Jump<pass>['pass']), (Handler<except>[Name<E>['E'], "
            "None, (Jump<pass>['pass'])]), (), ()]"
        ),
    ),
    (
        "if a:\n    pass\nelif b:\n    pass\nelse:\n    pass",
        (
            "If<if a:\n    pass\nelif b:\n    pass\nelse:\n    pass>[Name<a>['a'], (Jump<pass>['pass']), (If<elif "
            "b:\n    pass\nelse:\n    pass>[Name<b>['b'], (Jump<pass>['pass']), (Jump<pass>['pass'])])]"
        ),
    ),
    ("global a, b", "Scope<global a, b>['global', ('a', 'b')]"),
    (
        'class A(B, m=C):\n    """Doc."""\n    x = 1',
        (
            "Class<A>['A', (Name<B>['B']), (Keyword<m=C>['m', Name<C>['C']]), (), (), (Assign<x = 1>["
            "(Name<x>['x']), Const<1>[1], None])]"
        ),
    ),
    (
        "@d\ndef f(a: int = 1) -> str: return a",
        ("Stub<f>['f', (Name<d>['d']), False, 'd\\ndef f(a: int = 1) -> str: return a']"),
    ),
    (
        "async def d(): pass",
        "Stub<d>['d', (), True, 'async def d(): pass']",
    ),
    ("def \\\n  f(): pass", "Stub<f>['f', (), False, 'def \\\\\\n  f(): pass']"),
    (
        (
            'match a:\n    case 1 | "x": pass\n    case None if g: pass\n    case [b, *rest]: pass\n    case '
            '{"k": v, **others}: pass\n    case C(p, q=r) as whole: pass\n    case _: pass'
        ),
        (
            'Match<match a:\n    case 1 | "x": pass\n    case None if g: pass\n    case [b, *rest]: pass\n    '
            "case {\"k\": v, **others}: pass\n    case C(p, q=r) as whole: pass\n    case _: pass>[Name<a>['a'], "
            "(Case<1 | \"x\">[Op<1 | \"x\">['|', (Const<1>[1], Const<\"x\">['x'])], None, (Jump<pass>['pass'])], "
            "Case<None>[Const<None>[None], Name<g>['g'], (Jump<pass>['pass'])], Case<[b, *rest]>[Seq<[b, "
            "*rest]>['list', (Name<b>['b'], Star<*rest>[Name<rest>['rest']])], None, (Jump<pass>['pass'])], "
            'Case<{"k": v, **others}>[Map<{"k": v, **others}>[(Const<"k">[\'k\'], None), (Name<v>[\'v\'], '
            "Name<others>['others'])], None, (Jump<pass>['pass'])], Case<C(p, q=r) as whole>[Bind<C(p, q=r) "
            "as whole>[Name<whole>['whole'], Call<C(p, q=r)>[Name<C>['C'], (Name<p>['p']), (Keyword<r>['q', "
            "Name<r>['r']])]], None, (Jump<pass>['pass'])], Case<_>[Name<_>['_'], None, (Jump<pass>["
            "'pass'])])]"
        ),
    ),
    (
        "f(\n    a,\n    b=1,\n).c",
        (
            "Do<f(\n    a,\n    b=1,\n).c>[Attr<c>[Call<f(\n    a,\n    b=1,\n)>[Name<f>['f'], (Name<a>['a']), "
            "(Keyword<b=1>['b', Const<1>[1]])], 'c']]"
        ),
    ),
]
if sys.version_info >= (3, 12):
    CASES += [
        ("class A[T]: pass", "Class<A>['A', (), (), (Param<T>['T', 't', None, None]), (), (Jump<pass>['pass'])]"),
        (
            "type X[T] = list[T]",
            (
                "Assign<type X[T] = list[T]>[(Name<X>['X']), Lambda<list[T]>[(Param<T>['T', 't', None, None]), "
                "Index<list[T]>[Name<list>['list'], Name<T>['T']]], None]"
            ),
        ),
    ]
if sys.version_info >= (3, 13):
    CASES += [
        (
            "class A[T = int]: pass",
            "Class<A>['A', (), (), (Param<T = int>['T', 't', None, Name<int>['int']]), (), (Jump<pass>['pass'])]",
        ),
    ]

FUNCTIONS: list[tuple[str, str]] = [
    (
        "@d\ndef f(a: int = 1) -> str: return a",
        (
            "Function<f>['f', (Param<a: int>['a', '', Name<int>['int'], Const<1>[1]]), (), (Name<d>['d']), "
            "Name<str>['str'], False, 'd\\ndef f(a: int = 1) -> str: return a', (Return<return a>[Name<a>['a']])]"
        ),
    ),
    ("async def d(): pass", "Function<d>['d', (), (), (), None, True, 'async def d(): pass', (Jump<pass>['pass'])]"),
]
if sys.version_info >= (3, 12):
    FUNCTIONS += [
        (
            "def f[T: int, *Ts, **P](a: T): pass",
            (
                "Function<f>['f', (Param<a: T>['a', '', Name<T>['T'], None]), (Param<T: int>['T', 't', Name<int>["
                "'int'], None], Param<*Ts>['Ts', '*t', None, None], Param<**P>['P', '**t', None, None]), (), "
                "None, False, 'def f[T: int, *Ts, **P](a: T): pass', (Jump<pass>['pass'])]"
            ),
        ),
    ]

BODIES: list[tuple[str, str]] = [
    (
        'def f():\n    """Doc."""\n    nonlocal a\n    def g(): return 1\n    return (yield a)',
        (
            "Scope<nonlocal a>['nonlocal', ('a')]\nFunction<g>['g', (), (), (), None, False, 'def g(): return "
            "1', (Return<return 1>[Const<1>[1]])]\nReturn<return (yield a)>[Yield<yield a>["
            "Name<a>['a'], False]]"
        ),
    ),
    (
        "async def f():\n    async with a as b:\n        await c\n    async for d in e:\n        yield",
        (
            "With<async with a as b:\n        await c>[(WithItem<a>[Name<a>['a'], Name<b>['b']]), (Do<await "
            "c>[Await<await c>[Name<c>['c']]]), True]\nFor<async for d in e:\n        yield>[Name<d>['d'], "
            "Name<e>['e'], (Do<yield>[Yield<yield>[None, False]]), (), True]"
        ),
    ),
    ("def f():\n    yield from a", "Do<yield from a>[Yield<yield from a>[Name<a>['a'], True]]"),
]


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_statement_is_lowered_with_its_place(source: str, expected: str) -> None:
    assert show_module(source) == expected


@pytest.mark.parametrize(("source", "expected"), BODIES)
def test_body_is_lowered_on_demand_with_its_places(source: str, expected: str) -> None:
    assert show_body(source) == expected


@pytest.mark.parametrize(
    ("source", "start"),
    [
        ("def d(): pass", 4),
        ("async def e(): pass", 10),
        ("async \\\n  def \\\n d(): pass", 17),
        ("class s: pass", 6),
        ("class\ts: pass", 6),
        ("@d\ndef d(): pass", 7),
    ],
)
def test_name_of_a_definition_is_not_mistaken_for_a_letter_of_the_keyword(source: str, start: int) -> None:
    (definition,) = summarize(source.encode()).body
    assert definition.at == start << 24 | 1


def test_definition_written_in_another_normal_form_keeps_its_written_place() -> None:
    assert show_module("class \ufb01eld: pass") == "Class<\ufb01eld>['field', (), (), (), (), (Jump<pass>['pass'])]"


def test_docstrings_and_bare_constants_are_dropped() -> None:
    assert show_module('"""Doc."""\n...\n1\nx') == "Do<x>[Name<x>['x']]"


def test_every_node_type_of_this_interpreter_can_be_lowered() -> None:
    only_inside = {ast.FormattedValue, getattr(ast, "Interpolation", None)}
    expressions = {kind for kind in ast.expr.__subclasses__() if kind not in only_inside}
    assert {kind for kind in expressions if kind.__module__ == "ast"} <= set(_EXPRESSIONS)
    assert {kind for kind in ast.stmt.__subclasses__() if kind.__module__ == "ast"} == set(_STATEMENTS)


@pytest.mark.parametrize(("source", "expected"), FUNCTIONS)
def test_function_is_lowered_whole_on_demand(source: str, expected: str) -> None:
    assert show_function(source) == expected
