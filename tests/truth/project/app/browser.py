"""Asks a view for a page."""

from django.test import RequestFactory
from rest_framework.test import APIRequestFactory

CONTEXT = {"request": APIRequestFactory().get("/")}


def shown(view, path="/", **arguments):
    view(APIRequestFactory().get(path), **arguments).render()


def asked(view, **arguments):
    view(RequestFactory().get("/"), **arguments)
