"""Django's serializers and `model_to_dict`: each row of these tables was measured on Django 4.2, 5.2 and 6.1."""

from __future__ import annotations

import pytest

from tests.conventions.support import found_in
from tests.project.support import DJANGO

MODELS = """
from django.db import models


class Country(models.Model):
    name = models.CharField(max_length=9)
    city = models.ForeignKey("shop.City", models.CASCADE)

    def natural_key(self):
        return (self.name,)


class Town(models.Model):
    country = models.ForeignKey(Country, models.CASCADE)
    name = models.CharField(max_length=9)

    def natural_key(self):
        return (self.name, *self.country.natural_key())


class Trip(models.Model):
    city = models.ForeignKey("shop.City", models.CASCADE)
    country = models.ForeignKey(Country, models.CASCADE)
    town = models.ForeignKey(Town, models.CASCADE)
    cities = models.ManyToManyField("shop.City", related_name="+")
    countries = models.ManyToManyField(Country, related_name="+")
    visits = models.ManyToManyField(Country, related_name="+", through="Visit")


class Visit(models.Model):
    trip = models.ForeignKey(Trip, models.CASCADE)
    country = models.ForeignKey(Country, models.CASCADE)
"""
IMPORTS = """
from django.core import serializers
from django.forms.models import model_to_dict
from travel.models import Town, Trip


def page():
    trips = Trip.objects.all()
    """
SETTINGS = 'SECRET_KEY = "x"\nINSTALLED_APPS = ["shop", "travel"]\n'
MANY = "iterate of shop.City by cities"
COUNTRIES = "iterate of travel.Country by countries"


def told(code: str) -> list[str]:
    """What is asked for each row: relations that are read, queries of sets."""
    more = {"travel__models": MODELS, "travel__": "", "settings": SETTINGS}
    seen = found_in(IMPORTS + code, **more)
    reads = [(one.relation, one.deeper) for one in seen.reads if one.per_row]
    queries = [f"{one.method} of {one.model} by {one.path}" for one in seen.queries if one.per_row]
    return ["__".join([name, *deeper[:1]]) if not deeper else deeper[0] for name, deeper in reads] + queries


@pytest.mark.parametrize(("code", "expected"), [
    ('serializers.serialize("json", trips)', [MANY, COUNTRIES]),
    ('serializers.serialize("xml", queryset=trips.iterator())', [MANY, COUNTRIES]),
    ('serializers.serialize("json", list(trips), fields=["city"])', []),
    ('serializers.serialize("json", trips, fields=("cities", "city"))', [MANY]),
    ('serializers.serialize("json", trips.prefetch_related("cities"), fields=["cities"])', []),
    ('serializers.serialize("json", trips, fields=["city"], use_natural_foreign_keys=True)', []),
    ('serializers.serialize("json", trips, fields=["country"], use_natural_foreign_keys=True)', ["country"]),
    ('serializers.serialize("json", trips, fields=["town"], use_natural_foreign_keys=True)', ["town__country"]),
    (('serializers.serialize("json", trips.select_related("town__country"), fields=["town"],'
     ' use_natural_foreign_keys=True)'), []),
    (('serializers.serialize("json", trips.select_related("town"), fields=["town"],'
     ' use_natural_foreign_keys=True)'), ["town__country"]),
    (('serializers.serialize("json", trips.prefetch_related("cities", "countries"),'
     ' fields=["cities", "countries"], use_natural_foreign_keys=True)'), []),
    ('serializers.serialize("json", trips, fields=["city"], use_natural_primary_keys=True)', []),
    ('serializers.serialize("json", Town.objects.all(), fields=["name"], use_natural_primary_keys=True)',
     ["country"] if DJANGO >= (6, 0) else []),
    ("[model_to_dict(trip, fields=['city', 'country']) for trip in trips]", []),
    ("[model_to_dict(trip, fields=['cities']) for trip in trips]", [MANY]),
    ("[model_to_dict(trip, fields=()) for trip in trips]", []),
    ("[model_to_dict(trip, exclude=['countries', 'visits']) for trip in trips]", [MANY]),
    ("[model_to_dict(trip, None, ['cities', 'countries', 'visits']) for trip in trips]", []),
    ("[model_to_dict(trip, exclude=['visits']) for trip in trips.prefetch_related('cities')]", [COUNTRIES]),
])  # fmt: skip
def test_what_is_asked_for_each_row(code: str, expected: list[str]) -> None:
    assert told(code) == expected
