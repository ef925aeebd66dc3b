"""Settings modules that would never end, or never fit, if they were run."""

from __future__ import annotations

import pytest

APPS = "INSTALLED_APPS = ['django.contrib.contenttypes', 'shop', 'bad']\n"


def _nested(depth: int, indent: int = 0) -> str:
    pad = "  " * indent
    if not depth:
        return f"{pad}A = [A]\n"
    return f"{pad}if u:\n{_nested(depth - 1, indent + 1)}{pad}else:\n{_nested(depth - 1, indent + 1)}"


SETTINGS = {
    "themselves": "from settings import *\nfrom . import *\nimport settings\nINSTALLED_APPS = settings.INSTALLED_APPS\n"
    + APPS,
    "installed apps of installed apps": APPS
    + "INSTALLED_APPS += INSTALLED_APPS\nINSTALLED_APPS = INSTALLED_APPS + [INSTALLED_APPS]\n",
    "circles": APPS
    + "A = B\nB = A\nX = [X]\ndef f(): return f()\nY = f()\nclass K(K): x = K.x\nZ = K.x\nL = lambda: L()\nM = L()\n",
    "doubling": APPS
    + "a = ['x']; s = 'x' * 8; d = {'a': 1}; n = 3; t = (1,)\n"
    + "a = a + a; s = s + s; d = {'k': d, 'l': d, **d}; n = n + n; t = (t, t)\n" * 60
    + "INSTALLED_APPS += a\n",
    "f-strings": APPS + "f = 'xxxxxxxx'\n" + "f = f'{f}{f}'\n" * 60 + "g = f'{f!r:{f}}'\n",
    "huge": APPS
    + "a = 'a' * 10**12; b = 10**10**10; c = '%1000000000s' % 1; d = '{:1000000000}'.format(1); e = f'{1:1000000000}'; f = list(range(10**12)); g = [x for x in range(10**12)]; h = 1 << 10**10; i = 'a'.rjust(10**12); j = [0] * 10**12\n",
    "loops in loops": APPS
    + f"L = {list(range(100))}\n"
    + "".join("    " * n + f"for x{n} in L:\n" for n in range(15))
    + "    " * 15
    + "INSTALLED_APPS += [str(x0)]\nwhile True:\n  INSTALLED_APPS += INSTALLED_APPS\n",
    "comprehensions in comprehensions": APPS
    + f"L = {list(range(100))}\nC = "
    + "[" * 12
    + "a"
    + " for a in L]" * 12
    + "\n",
    "calls of calls": "def f0(): return ['shop', 'bad']\n"
    + "".join(f"def f{n}(): return f{n - 1}() + f{n - 1}()\n" for n in range(1, 50))
    + "INSTALLED_APPS = f49()\n",
    "calls as arguments": APPS
    + "def g0(x): return x\n"
    + "".join(f"def g{n}(x): return g{n - 1}(g{n - 1}(x))\n" for n in range(1, 40))
    + "DEFAULT_AUTO_FIELD = g39('a')\n",
    "branches in a row": APPS
    + "".join(f"if u{n}: A = [A, {n}]\nelse: A = [{n}]\nif u{n}: INSTALLED_APPS += ['a{n}']\n" for n in range(500)),
    "branches in branches": APPS + _nested(10),
    "deep merges": APPS
    + "D = {"
    + ",".join(f"'k{n}': {{{n}: [{n}]}}" for n in range(4000))
    + "}\nE = {**D}\n"
    + "D.update(D); E = {**D, **E, 'x': D}; D['q'] = E; D['a']['b'] = D\n" * 20,
    "many appends": APPS
    + "D = {}\n"
    + "".join(f"D['k{n}'] = {n}\nINSTALLED_APPS.append('a{n}')\n" for n in range(2000)),
}


@pytest.mark.parametrize("text", SETTINGS.values(), ids=SETTINGS.keys())
def test_settings_that_would_not_end(root, lint, text: str) -> None:
    (root / "settings.py").write_text(text)
    outcome = lint()
    assert (outcome.findings, outcome.notices) == ([], [])


def test_two_settings_modules_that_import_each_other(root, lint) -> None:
    (root / "settings.py").write_text(
        "from other import *\nfrom other import INSTALLED_APPS as more\nINSTALLED_APPS = ['shop', 'bad'] + more\n"
    )
    (root / "other.py").write_text("from settings import *\nINSTALLED_APPS = INSTALLED_APPS + ['q']\n")
    assert lint().findings == []


def test_fifty_projects_in_one(root, lint) -> None:
    for n in range(50):
        (root / f"p{n}").mkdir()
        (root / f"p{n}" / "manage.py").write_text(
            "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')\n"
        )
        (root / f"p{n}" / "settings.py").write_text(APPS)
    assert lint().findings == []
