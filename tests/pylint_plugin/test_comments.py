"""pylint's own comments, in each form and place: which of them hide a finding, and which are called useless."""

from __future__ import annotations

from pathlib import Path

import pytest

from orm_lint.rules import all_rules
from tests.pylint_plugin.support import pylint, write

# Each function stands for itself. `FOUND` marks what is reported all the same, `USELESS` where pylint says that a comment hid nothing.
COMMENTS = """\
from shop.models import Order


def symbol_on_the_line():
    for order in Order.objects.filter(pk__gt=9):
        print(order.label)  # pylint: disable=orm-related-object-per-row


def id_on_the_line():
    for order in Order.objects.filter(pk__gt=9):
        print(order.label)  # pylint: disable=W7101


def several_on_the_line():
    for order in Order.objects.all():  # pylint: disable=W7101,orm-unbounded-queryset  # USELESS
        print(order.label)  # pylint: disable=orm-related-object-per-row, W7301  # USELESS


def category_on_the_line():
    for order in Order.objects.filter(pk__gt=9):
        print(order.label)  # pylint: disable=W,useless-suppression


def checker_on_the_line():
    for order in Order.objects.filter(pk__gt=9):
        print(order.label)  # pylint: disable=orm-lint,useless-suppression


def rest_of_the_block():
    for order in Order.objects.filter(pk__gt=9):
        # pylint: disable=orm-related-object-per-row
        print(order.pk)
        print(order.label)
    for order in Order.objects.filter(pk__gt=9):
        print(order.label)  # FOUND


def next_line():
    for order in Order.objects.filter(pk__gt=9):
        # pylint: disable-next=orm-related-object-per-row
        print(order.label)


def function():
    # pylint: disable=orm-related-object-per-row
    for order in Order.objects.filter(pk__gt=9):
        print(order.label)


def only_the_first_line_of_a_function():  # pylint: disable=orm-related-object-per-row  # USELESS
    for order in Order.objects.filter(pk__gt=9):
        print(order.label)  # FOUND


def only_the_first_line_of_a_loop():
    for order in Order.objects.filter(pk__gt=9):  # pylint: disable=orm-related-object-per-row  # USELESS
        print(order.label)  # FOUND


class Scope:
    # pylint: disable=orm-related-object-per-row

    def method(self):
        for order in Order.objects.filter(pk__gt=9):
            print(order.label)


def the_reported_line_of_a_statement():
    for order in Order.objects.filter(pk__gt=9):
        print(
            order.pk,
            order.label,  # pylint: disable=orm-related-object-per-row
        )


def the_line_above_the_reported_one():
    for order in Order.objects.filter(pk__gt=9):
        print(
            order.pk,
            # pylint: disable-next=orm-related-object-per-row
            order.label,
        )


def the_first_line_of_a_statement():
    for order in Order.objects.filter(pk__gt=9):
        print(  # pylint: disable=orm-related-object-per-row  # USELESS
            order.pk,
            order.label,  # FOUND
        )


def the_last_line_of_a_statement():
    for order in Order.objects.filter(pk__gt=9):
        print(
            order.pk,
            order.label,  # FOUND
        )  # pylint: disable=orm-related-object-per-row  # USELESS


def the_line_above_a_statement():
    for order in Order.objects.filter(pk__gt=9):
        # pylint: disable-next=orm-related-object-per-row
        print(  # USELESS
            order.pk,
            order.label,  # FOUND
        )


def enabled_again():
    # pylint: disable=orm-related-object-per-row
    for order in Order.objects.filter(pk__gt=9):
        print(order.label)
    # pylint: enable=orm-related-object-per-row
    for order in Order.objects.filter(pk__gt=9):
        print(order.label)  # FOUND


def comments_of_our_own():
    for order in Order.objects.filter(pk__gt=9):
        print(order.label)  # noqa: ORM101
    for order in Order.objects.filter(pk__gt=9):
        print(order.label)  # orm-lint: ignore[ORM101] never more than three


def nothing_to_hide():
    print()  # pylint: disable=orm-related-object-per-row  # USELESS
    print()  # pylint: disable=W7101  # USELESS
    # pylint: disable-next=orm-related-object-per-row
    print()  # USELESS


# pylint: disable=orm-related-object-per-row
def rest_of_the_module():
    for order in Order.objects.filter(pk__gt=9):
        print(order.label)
"""
WHOLE = "# pylint: disable=orm-related-object-per-row\n"
SKIPPED = "# pylint: skip-file\n"
LOOP = """\
from shop.models import Order


def show():
    for order in Order.objects.filter(pk__gt=9):
        print(order.label)
"""


def marked(text: str, mark: str) -> list[int]:
    return [number for number, line in enumerate(text.splitlines(), 1) if mark in line]


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
def test_comments_hide_what_they_name_where_they_hold(project: Path, jobs: str) -> None:
    write(project, {"shop/a.py": COMMENTS, "shop/whole.py": WHOLE + LOOP, "shop/skipped.py": SKIPPED + LOOP})
    options = ["--enable=useless-suppression", "--enable=W7901,W7903", jobs]
    done = pylint(project, "shop/a.py", "shop/whole.py", "shop/skipped.py", *options)
    of_a = [line.removeprefix("shop/a.py:").partition(":") for line in done.found if line.startswith("shop/a.py:")]
    assert len(of_a) == len(done.found)
    found = [int(line) for line, _, rest in of_a if " W7101 " in rest]
    useless = [int(line) for line, _, rest in of_a if " I0021 " in rest]
    assert (sorted(found), sorted(useless)) == (marked(COMMENTS, "FOUND"), marked(COMMENTS, "USELESS"))
    assert len(found) + len(useless) == len(of_a)


def test_a_checker_that_is_named_as_a_whole_is_useless_for_the_rules_that_find_nothing(project: Path) -> None:
    write(project, {"shop/a.py": LOOP.replace("label)", "label)  # pylint: disable=orm-lint")})
    useless = [line.split("'")[1] for line in pylint(project, "shop/a.py", "--enable=useless-suppression").found]
    others = [rule for rule in all_rules() if rule.on_by_default and rule.code != "ORM101"]
    assert useless == [f"orm-{rule.name}" for rule in others]


def test_what_a_comment_hides_can_be_asked_for(project: Path) -> None:
    write(project, {"shop/a.py": WHOLE + LOOP})
    (hidden,) = pylint(project, "shop/a.py", "--enable=suppressed-message").found
    assert hidden.startswith("shop/a.py:7:0-None:None I0020 suppressed-message ")
    assert hidden.endswith(" Suppressed 'orm-related-object-per-row' (from line 1)")


def test_a_comment_turns_no_rule_on(project: Path) -> None:
    views = (project / "shop/views.py").read_text("utf-8")
    write(project, {"shop/views.py": "# pylint: enable=orm-invariant-query-in-loop\n" + views})
    assert not [line for line in pylint(project, "shop/views.py").found if "W7108" in line]
