"""Each kind of expression, with the source text of every place in angle brackets."""

from __future__ import annotations

import sys

import pytest

from tests.ir.show import show_expression, show_module

CASES: list[tuple[str, str]] = [
    ("x", "Name<x>['x']"),
    ("a.b", "Attr<b>[Name<a>['a'], 'b']"),
    ("(a\n .b)", "Attr<b>[Name<a>['a'], 'b']"),
    (
        "f(x, *y, k=1, **z)",
        (
            "Call<f(x, *y, k=1, **z)>[Name<f>['f'], (Name<x>['x'], Star<*y>[Name<y>['y']]), (Keyword<k=1>["
            "'k', Const<1>[1]], Keyword<**z>[None, Name<z>['z']])]"
        ),
    ),
    ("a[1:n:2]", "Index<a[1:n:2]>[Name<a>['a'], Slice<1:n:2>[Const<1>[1], Name<n>['n'], Const<2>[2]]]"),
    ("a[0]", "Index<a[0]>[Name<a>['a'], Const<0>[0]]"),
    ("'s'", "Const<'s'>['s']"),
    ("1", "Const<1>[1]"),
    ("-1", "Const<-1>[-1]"),
    ("1.5", "Const<1.5>[1.5]"),
    ("True", "Const<True>[True]"),
    ("None", "Const<None>[None]"),
    ('b"x"', "Opaque<b\"x\">['bytes']"),
    ("...", "Opaque<...>['ellipsis']"),
    ("2j", "Opaque<2j>['complex']"),
    ("[a, *b]", "Seq<[a, *b]>['list', (Name<a>['a'], Star<*b>[Name<b>['b']])]"),
    ("(a, b)", "Seq<(a, b)>['tuple', (Name<a>['a'], Name<b>['b'])]"),
    ("{a}", "Seq<{a}>['set', (Name<a>['a'])]"),
    ("{k: v, **r}", "Map<{k: v, **r}>[(Name<k>['k'], None), (Name<v>['v'], Name<r>['r'])]"),
    ("a | b", "Op<a | b>['|', (Name<a>['a'], Name<b>['b'])]"),
    ("a ** b", "Op<a ** b>['?', (Name<a>['a'], Name<b>['b'])]"),
    ("a and b or c", "Op<a and b or c>['or', (Op<a and b>['and', (Name<a>['a'], Name<b>['b'])], Name<c>['c'])]"),
    ("not a", "Op<not a>['not', (Name<a>['a'])]"),
    ("-a", "Op<-a>['-', (Name<a>['a'])]"),
    ("+a", "Op<+a>['+', (Name<a>['a'])]"),
    ("~a", "Op<~a>['?', (Name<a>['a'])]"),
    ("a < b <= c", "Op<a < b <= c>['< <=', (Name<a>['a'], Name<b>['b'], Name<c>['c'])]"),
    ("a is not b", "Op<a is not b>['is not', (Name<a>['a'], Name<b>['b'])]"),
    ("a not in b", "Op<a not in b>['not in', (Name<a>['a'], Name<b>['b'])]"),
    ("t if c else o", "Cond<t if c else o>[Name<c>['c'], Name<t>['t'], Name<o>['o']]"),
    (
        "[x for x in y if z]",
        (
            "Comp<[x for x in y if z]>['list', Name<x>['x'], None, (Clause<x>[Name<x>['x'], Name<y>['y'], "
            "(Name<z>['z']), False])]"
        ),
    ),
    (
        "{k: v for k, v in y}",
        (
            "Comp<{k: v for k, v in y}>['dict', Name<k>['k'], Name<v>['v'], (Clause<k, v>[Seq<k, v>['tuple', "
            "(Name<k>['k'], Name<v>['v'])], Name<y>['y'], (), False])]"
        ),
    ),
    (
        "(x async for x in y)",
        (
            "Comp<(x async for x in y)>['generator', Name<x>['x'], None, (Clause<x>[Name<x>['x'], Name<y>["
            "'y'], (), True])]"
        ),
    ),
    (
        "{x for x in y}",
        "Comp<{x for x in y}>['set', Name<x>['x'], None, (Clause<x>[Name<x>['x'], Name<y>['y'], (), False])]",
    ),
    (
        "lambda a, /, b=1, *c, d, e=2, **f: a",
        (
            "Lambda<lambda a, /, b=1, *c, d, e=2, **f: a>[(Param<a>['a', '/', None, None], Param<b>['b', '', "
            "None, Const<1>[1]], Param<c>['c', '*', None, None], Param<d>['d', 'k', None, None], Param<e>["
            "'e', 'k', None, Const<2>[2]], Param<f>['f', '**', None, None]), Name<a>['a']]"
        ),
    ),
    ("(n := 1)", "Bind<n := 1>[Name<n>['n'], Const<1>[1]]"),
    ("naïve.größe", "Attr<größe>[Name<naïve>['naïve'], 'größe']"),
]

if sys.version_info >= (3, 12):
    CASES += [
        (
            """f'a{b.c!r:>{w}}d{f"{g.h}"}'""",
            (
                """Format<f'a{b.c!r:>{w}}d{f"{g.h}"}'>[(Const<a>['a'], Attr<c>[Name<b>['b'], 'c'], Name<w>['w'], """
                """Const<d>['d'], Format<f"{g.h}">[(Attr<h>[Name<g>['g'], 'h'])])]"""
            ),
        ),
    ]
else:
    CASES += [
        (
            "f'a{b.c!r:>{w}}d'",
            (
                "Format<f'a{b.c!r:>{w}}d'>[(Const<f'a{b.c!r:>{w}}d'>['a'], Attr<c>[Name<b>['b'], 'c'], Name<w>['w'], "
                "Const<f'a{b.c!r:>{w}}d'>['d'])]"
            ),
        ),
    ]


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_expression_is_lowered_with_its_place(source: str, expected: str) -> None:
    assert show_expression(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x" * 256, f"Const<'{'x' * 256}'>['{'x' * 256}']"),
        ("x" * 257, f"Opaque<'{'x' * 257}'>['str']"),
    ],
)
def test_strings_up_to_256_characters_keep_their_value(source: str, expected: str) -> None:
    assert show_expression(f"'{source}'") == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("9223372036854775807", "Const<9223372036854775807>[9223372036854775807]"),
        ("-9223372036854775808", "Const<-9223372036854775808>[-9223372036854775808]"),
        ("9223372036854775808", "Opaque<9223372036854775808>['int']"),
        ("1e999", "Const<1e999>[inf]"),
        ("-True", "Op<-True>['-', (Const<True>[True])]"),
        (r"'\ud800'", r"Opaque<'\ud800'>['str']"),
    ],
)
def test_constants_that_fit_messagepack_keep_their_value(source: str, expected: str) -> None:
    assert show_expression(source) == expected


def test_identifier_written_in_another_normal_form_keeps_its_written_place() -> None:
    assert show_module("\ufb01le.\ufb01eld.x") == (
        "Do<\ufb01le.\ufb01eld.x>[Attr<x>[Attr<\ufb01eld>[Name<\ufb01le>['file'], 'field'], 'x']]"
    )


def test_sum_of_many_terms_keeps_the_place_of_each_operator() -> None:
    assert show_expression("a + b | c") == (
        "Op<a + b | c>['|', (Op<a + b>['+', (Name<a>['a'], Name<b>['b'])], Name<c>['c'])]"
    )
