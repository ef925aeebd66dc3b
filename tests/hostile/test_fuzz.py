"""Real source with lines and tokens deleted, doubled, swapped and replaced: a run ends in a report, whatever it reads."""

from __future__ import annotations

import io
import json
import os
import signal
import tempfile
import tokenize
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orm_lint.engine.request import CheckRequest
from orm_lint.engine.run import check
from orm_lint.finding import Confidence
from orm_lint.reports import json as json_report
from orm_lint.reports import text
from tests.hostile.conftest import FOUND_IN_GOOD, GOOD, SECONDS

DEMO = Path(__file__).parents[2] / "demo" / "src"
SOURCES = {
    path.relative_to(DEMO).as_posix(): path.read_text()
    for path in sorted(DEMO.rglob("*.py"))
    if "migrations" not in path.parts
}
MUTABLE = sorted(path for path, source in SOURCES.items() if len(source) > 200)
WORDS = sorted(
    {
        token.string
        for source in SOURCES.values()
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.string.strip()
    }
)
MORE = [
    "*",
    "**",
    "lambda: ",
    "None",
    "...",
    "yield ",
    "await ",
    "from . import *\n",
    "self",
    "__all__",
    "'self'",
    "''",
    "b''",
    "f'{x}'",
    "-1",
    "[]",
    "{}",
    "()",
    "if x else",
    "class Meta:",
    "\0",
    "\x0c",
    "\ufeff",
    "\u2028",
    "\x1b",
]
EXAMPLES = 160 if os.environ.get("HYPOTHESIS_PROFILE", "ci") == "ci" else 5000


@pytest.fixture(autouse=True)
def _no_hang() -> None:
    """Two hundred runs take longer than one may; each has its own limit."""


@contextmanager
def _limited() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise AssertionError(f"still running after {SECONDS} s")

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


@pytest.fixture(scope="module")
def project():
    """The demo project in memory; on disk is what says that this is one project."""
    with tempfile.TemporaryDirectory(prefix="fuzz") as folder:
        root = Path(folder).resolve()
        (root / "pyproject.toml").write_text("[tool.orm_lint]\n")
        yield root


def _run(root: Path, sources: dict[str, str]) -> None:
    files = {
        **sources,
        "good/__init__.py": "",
        "good/models.py": GOOD,
        "manage.py": "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings.base')\n",
    }
    overlay = {root / path: source for path, source in files.items()}
    request = CheckRequest(paths=tuple(overlay), overlay=overlay, min_confidence=Confidence.LOW, frozen=True)
    with _limited():
        report = check(request)
    assert report.failures == ()
    document = json.loads(json_report.render(report))
    found = {(one["code"], one["line"]) for one in document["findings"] if one["path"] == "good/models.py"}
    assert found >= set(FOUND_IN_GOOD), document["findings"]
    shown = "".join(text.plain(line) for line in text.render(report, str))
    assert all(char.isprintable() for char in shown)


@st.composite
def mutated_lines(draw: st.DrawFn, source: str) -> str:
    lines = source.splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 4))):
        first, second = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        match draw(st.sampled_from(["delete", "double", "swap", "indent", "move"])):
            case "delete" if len(lines) > 1:
                del lines[first]
            case "double":
                lines.insert(second, lines[first])
            case "swap":
                lines[first], lines[second] = lines[second], lines[first]
            case "indent":
                lines[first] = "    " + lines[first]
            case "move":
                lines.insert(second, lines.pop(first))
    return "".join(lines)


@st.composite
def mutated_tokens(draw: st.DrawFn, source: str) -> str:
    tokens = [
        token
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.string.strip() and "\n" not in token.string
    ]
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    chosen = draw(st.lists(st.sampled_from(tokens), min_size=1, max_size=5, unique_by=lambda token: token.start))
    for token in sorted(chosen, key=lambda token: token.start, reverse=True):
        begin, end = starts[token.start[0] - 1] + token.start[1], starts[token.end[0] - 1] + token.end[1]
        word = draw(
            st.sampled_from(["", token.string * 2, f"({token.string})"])
            | st.sampled_from(WORDS)
            | st.sampled_from(MORE)
        )
        source = source[:begin] + word + source[end:]
    return source


@st.composite
def mutated_projects(draw: st.DrawFn) -> dict[str, str]:
    sources = {}
    for path in draw(st.lists(st.sampled_from(MUTABLE), min_size=1, max_size=3, unique=True)):
        strategy = draw(st.sampled_from([mutated_lines, mutated_tokens]))
        sources[path] = draw(strategy(SOURCES[path]))
    return sources


NAMES = st.sampled_from(
    ["A", "B", "C", "x", "self", "models", "models.Model", "A.B", "A.Meta", "x.y.z", "A.objects", "User"]
)
ATOMS = NAMES | st.sampled_from(
    ["1", "'A'", "'bad.A'", "'self'", "None", "True", "'x'", "'-x'", "[]", "{}", "...", "'\\x1b\\n'"]
)
EXPRESSIONS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.builds(
            "({} {} {})".format, inner, st.sampled_from(["+", "|", "%", "-", "and", "==", "in", "if x else"]), inner
        ),
        st.builds("{}({})".format, NAMES, inner),
        st.builds("models.ForeignKey({}, related_name={})".format, inner, inner),
        st.builds(
            "models.{}({}, {}={})".format,
            st.sampled_from(["ManyToManyField", "OneToOneField", "CharField", "Index"]),
            inner,
            st.sampled_from(["through", "parent_link", "to_field", "primary_key", "fields", "db_index"]),
            inner,
        ),
        st.builds("GenericForeignKey({}, {})".format, inner, inner),
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.builds("{{**{}, {}: {}}}".format, inner, inner, inner),
        st.builds("[{} for x in {}]".format, inner, inner),
        st.builds("f'{{{}}}'".format, NAMES),
    ),
    max_leaves=6,
)
OPTIONS = st.sampled_from(
    [
        "ordering",
        "indexes",
        "abstract",
        "proxy",
        "unique_together",
        "app_label",
        "db_table",
        "swappable",
        "default_manager_name",
        "order_with_respect_to",
    ]
)
MEMBERS = st.one_of(
    st.builds("{} = {}".format, st.sampled_from(["a", "b", "id", "objects", "A", "Meta", "a_ptr"]), EXPRESSIONS),
    st.builds(
        "class Meta({}):\n        {} = {}\n        {} = {}".format, NAMES, OPTIONS, EXPRESSIONS, OPTIONS, EXPRESSIONS
    ),
    st.builds("def {}(self):\n        return {}".format, st.sampled_from(["a", "b", "save"]), EXPRESSIONS),
)
STATEMENTS = st.one_of(
    st.builds(
        lambda name, bases, members: f"class {name}({', '.join(bases)}):\n    " + "\n    ".join(members),
        st.sampled_from(["A", "B", "C"]),
        st.lists(EXPRESSIONS | NAMES, max_size=3),
        st.lists(MEMBERS, min_size=1, max_size=4),
    ),
    st.builds(
        "{} = {}".format, st.sampled_from(["A", "B", "C", "x", "INSTALLED_APPS", "models", "__all__"]), EXPRESSIONS
    ),
    st.builds("x += {}".format, EXPRESSIONS),
    st.builds("for x in {}:\n    A = {}".format, EXPRESSIONS, EXPRESSIONS),
    st.builds("if {}:\n    A = {}\nelse:\n    from bad.models import *".format, EXPRESSIONS, EXPRESSIONS),
    st.builds("A.add_to_class({}, {})".format, EXPRESSIONS, EXPRESSIONS),
    st.sampled_from(
        [
            "from django.db import models",
            "from bad.models import A, B",
            "from bad.other import *",
            "from . import *",
            "import bad.models as models",
            "from django.contrib.contenttypes.fields import GenericForeignKey",
            "from config.settings.base import *",
        ]
    ),
    st.builds("def x(a={}, *b):\n    return {}".format, EXPRESSIONS, EXPRESSIONS),
)
MODULES = st.lists(STATEMENTS, max_size=12).map(
    lambda found: "from django.db import models\n" + "\n".join(found) + "\n"
)


@settings(max_examples=EXAMPLES // 4)
@given(sources=mutated_projects())
def test_mutated_demo_project(project: Path, sources: dict[str, str]) -> None:
    _run(project, SOURCES | sources)


@settings(max_examples=EXAMPLES)
@given(one=MODULES, other=MODULES, configuration=MODULES)
def test_generated_models_and_settings(project: Path, one: str, other: str, configuration: str) -> None:
    _run(
        project,
        {
            "config/settings/base.py": "INSTALLED_APPS = ['bad', 'good']\n" + configuration,
            "bad/__init__.py": "",
            "bad/models.py": one,
            "bad/other.py": other,
        },
    )
