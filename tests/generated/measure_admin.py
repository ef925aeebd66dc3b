"""What the database says of an admin class: its pages are asked for with 3 and with 12 rows.

Run as a script, as `measure` is. A program makes a `site`; of each class that is registered there, the change list and
the form of the first row are shown.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable, Iterator

from tests.generated.measure import Bench, measured

FIRST = "1"


def pages(namespace: dict) -> Iterator[Callable[[], None]]:
    """The pages of all classes of a program, each as one run."""
    namespace["site"].enable_nav_sidebar = False
    for admin in namespace["site"]._registry.values():
        yield lambda admin=admin: shown(admin.changelist_view(requested()))
        yield lambda admin=admin: shown(admin.change_view(requested(), FIRST))


def shown(response: object) -> None:
    if response.status_code != 200:  # type: ignore[attr-defined]
        raise AssertionError(response)
    response.render()  # type: ignore[attr-defined]


def requested() -> object:
    """The request of somebody who may do everything."""
    from django.contrib.auth.models import User
    from django.test import RequestFactory

    request = RequestFactory().get("/admin/")
    request.user = User(pk=1, username="a", is_staff=True, is_superuser=True, is_active=True)
    request.session = {}
    return request


def main() -> None:
    bench = Bench("settings_admin").open()
    import urls_admin  # noqa: F401 - what links point to is made once

    gc.disable()
    for number, line in enumerate(sys.stdin):
        request = json.loads(line)
        print(
            json.dumps(measured(bench, request["source"], request["coins"], request.get("by_line", False), pages)),
            flush=True,
        )
        if number % 50 == 0:
            gc.collect()


if __name__ == "__main__":
    main()
