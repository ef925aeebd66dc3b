"""The Django project that the hooks are run over: clean, with views that read orders through a property of a model."""

from __future__ import annotations

CONFIG = """\
default_language_version: {{python: {python}}}
repos:
  - repo: {url}
    rev: v{version}
    hooks:
      - id: orm-lint
        args: [--output-format, concise]
      - id: orm-lint-all
        args: [--output-format, concise]
"""
MANAGE = """\
import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
"""
MODELS = """\
from django.db import models


class Customer(models.Model):
    name = models.CharField(max_length=80)


class Order(models.Model):
    customer = models.ForeignKey(Customer, models.CASCADE, related_name="orders")
    number = models.CharField(max_length=20)
    is_open = models.BooleanField(default=True)

    @property
    def title(self):
        return self.number
"""
VIEWS = """\
from django.shortcuts import render

from shop.models import Order


def orders(request):
    titles = [order.title for order in Order.objects.filter(is_open=True)]
    return render(request, "shop/orders.html", {"titles": titles})
"""
TEMPLATE = """\
{% for title in titles %}<p>{{ title }}</p>{% endfor %}
"""
FILES = {
    "manage.py": MANAGE,
    "config/__init__.py": "",
    "config/settings.py": 'INSTALLED_APPS = ["shop"]\n',
    "pyproject.toml": '[tool.orm_lint]\nextend-exclude = ["legacy/"]\n',
    "shop/__init__.py": "",
    "shop/models.py": MODELS,
    "shop/views.py": VIEWS,
    "shop/templates/shop/orders.html": TEMPLATE,
}

DEFECT = """\
from shop.models import Order


def names():
    return [order.customer.name for order in Order.objects.filter(is_open=True)]
"""
REPAIRED = DEFECT.replace("filter(is_open=True)", 'select_related("customer").filter(is_open=True)')


def finding(path: str) -> str:
    """What the concise report says of DEFECT in a file."""
    return (
        f"{path}:5:19: ORM101 `order.customer` runs one query per Order; "
        f'add .select_related("customer") to the queryset at {path}:5'
    )


def report(path: str) -> tuple[str, ...]:
    """What the report that people see without options says of it, but for the last line."""
    return (
        finding(path),
        "5 |     return [order.customer.name for order in Order.objects.filter(is_open=True)]",
        "  |                   ^^^^^^^^",
        f"  = origin: {path}:5:60 the rows come from here",
        f"  = loop: {path}:5:37 repeated by this loop",
        f"  = read: {path}:5:19 `order.customer` asks the database",
    )


# The property reads the customer: a view that nobody has touched now runs a query per order.
CHANGED_MODELS = MODELS.replace("return self.number", 'return f"{self.number} of {self.customer}"')
FINDING_IN_VIEW = (
    "shop/views.py:7:21: ORM101 `self.customer` (shop/models.py:15) runs one query per Order; "
    'add .select_related("customer") to the queryset at shop/views.py:7'
)
