"""Lines and columns, in code points, are those of the text as its author sees it: as `orm-lint check` has them."""

from __future__ import annotations

from pathlib import Path

from tests.flake8.support import run_flake8, run_python

IMPORT = "from shop.models import Order\n"
LOOP = "def f():\n    return [{before}order.customer.name for order in Order.objects.exclude(pk=1)]\n"
PLAIN = IMPORT + LOOP.format(before="")
LONG = f'"{"long " * 20_000}" + '
# The bytes of a file, and where the relation is read.
FILES = {
    "plain": (PLAIN.encode(), "3:19"),
    "feed": (f"\f\n{IMPORT}\f{LOOP.format(before='')}".encode(), "4:19"),
    "crlf": (PLAIN.replace("\n", "\r\n").encode(), "3:19"),
    "return": (PLAIN.replace("\n", "\r").encode(), "3:19"),
    "mark": (b"\xef\xbb\xbf" + PLAIN.encode(), "3:19"),
    "latin": ((f"# coding: latin-1\n{IMPORT}" + LOOP.format(before='"éü" + ')).encode("latin-1"), "4:26"),
    "utf8": ((IMPORT + LOOP.format(before='"éü" + ')).encode(), "3:26"),
    "astral": ((IMPORT + LOOP.format(before='"😀👩‍👧" + ')).encode(), "3:28"),
    "tabs": (PLAIN.replace("    ", "\t").encode(), "3:16"),
    "inner_tab": ((IMPORT + LOOP.format(before='"\t" + ')).encode(), "3:25"),
    "separators": ((f"# \x0b\x1c\x85\u2028\n{IMPORT}" + LOOP.format(before='"\u2028\x0b\x85" + ')).encode(), "4:27"),
    "long": ((IMPORT + LOOP.format(before=LONG)).encode(), f"3:{19 + len(LONG)}"),
    "joined": ((IMPORT + LOOP.format(before='"a" \\\n "é" + ')).encode(), "4:14"),
    "string": ((IMPORT + LOOP.format(before='"""a\n\né""" + ')).encode(), "5:14"),
    "end": (PLAIN.rstrip("\n").encode(), "3:19"),
}


def test_positions(root: Path) -> None:
    for name, (data, _) in FILES.items():
        (root / "shop" / f"{name}.py").write_bytes(data)
    files = [f"shop/{name}.py" for name in FILES]
    done = run_flake8(root, "--select", "ORM", *files)
    places = {line.split(" ")[0]: line.split(" ")[1] for line in done.lines}
    assert places == {f"shop/{name}.py:{place}:": "ORM101" for name, (_, place) in FILES.items()}
    ours = run_python(root, "-m", "orm_lint", "check", "--output-format", "concise", *files)
    assert done.lines == ours.lines
    assert done.projects == [str(root)]  # each text is the one that was read
