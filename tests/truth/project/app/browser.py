"""Asks a view for a page."""

from rest_framework.test import APIRequestFactory

CONTEXT = {"request": APIRequestFactory().get("/")}


def shown(view, path="/", **arguments):
    view(APIRequestFactory().get(path), **arguments).render()
