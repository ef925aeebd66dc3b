"""Filter backends of Django REST framework: those of a project are run, others drop rows."""

from __future__ import annotations

from textwrap import dedent

from tests.conventions.drf.rest import HEAD, grows
from tests.conventions.support import found_in


def test_filter_backend_eager() -> None:
    assert not grows(
        """
        class EagerBackend(filters.BaseFilterBackend):
            def filter_queryset(self, request, queryset, view):
                return queryset.select_related("author")
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            filter_backends = [EagerBackend, filters.OrderingFilter]
        """
    )


def test_filter_backend_not_eager() -> None:
    assert grows(
        """
        class MyBackend(filters.BaseFilterBackend):
            def filter_queryset(self, request, queryset, view):
                return queryset.filter(price=1)
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            filter_backends = [MyBackend]
        """
    )


def test_filter_backend_unknown() -> None:
    assert grows(
        """
        from unknown_package import Backend
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            filter_backends = [Backend]
        """
    )


def test_filter_backend_django_filters() -> None:
    assert grows(
        """
        from django_filters.rest_framework import DjangoFilterBackend
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            filter_backends = (DjangoFilterBackend, filters.SearchFilter)
        """
    )


def test_filter_queryset_override_eager() -> None:
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            def filter_queryset(self, queryset):
                return super().filter_queryset(queryset).select_related("author")
        """
    )


def test_filter_queryset_override_super_of_super() -> None:
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            def filter_queryset(self, queryset):
                qs = super(V, self).filter_queryset(queryset)
                return qs.filter(price=1)
        """
    )


def test_django_filter_subclass() -> None:
    assert grows(
        """
        from django_filters.rest_framework import DjangoFilterBackend
        class My(DjangoFilterBackend):
            def filter_queryset(self, request, queryset, view):
                return super().filter_queryset(request, queryset, view).distinct()
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            filter_backends = [My]
        """
    )


def test_the_rows_of_a_backend_are_those_of_the_view() -> None:
    code = """
    class Cheap(filters.BaseFilterBackend):
        def filter_queryset(self, request, queryset, view):
            if "cheap" in request.query_params:
                queryset = queryset.filter(price__lt=10)
            return queryset
    class V(viewsets.ModelViewSet):
        queryset = Book.objects.all()  # stated here
        serializer_class = BookSerializer
        filter_backends = [Cheap]
    """
    text = HEAD + dedent(code)
    stated = next(number for number, line in enumerate(text.lstrip("\n").splitlines(), 2) if "stated here" in line)
    found = found_in(text)
    assert {read.origin.place.line for read in found.reads if read.per_row and read.origin} == {stated}
