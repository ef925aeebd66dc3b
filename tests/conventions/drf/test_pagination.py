"""Pagination of Django REST framework: which rows are shown, how many, and what paginators of a project do."""

from __future__ import annotations

from tests.conventions.drf.rest import HEAD, grows
from tests.conventions.support import found_in


def test_pagination_class_none() -> None:
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            pagination_class = None
        """
    )


def test_pagination_std() -> None:
    assert grows(
        """
        class P(pagination.PageNumberPagination):
            page_size = 100
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            pagination_class = P
        """
    )


def test_pagination_small() -> None:
    assert not grows(
        """
        class P(pagination.PageNumberPagination):
            page_size = 5
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            pagination_class = P
        """
    )


def test_pagination_custom_eager() -> None:
    assert not grows(
        """
        class P(pagination.PageNumberPagination):
            page_size = 100
            def paginate_queryset(self, queryset, request, view=None):
                return super().paginate_queryset(queryset.select_related("author"), request, view)
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            pagination_class = P
        """
    )


def test_pagination_custom_own_list() -> None:
    assert not grows(
        """
        from django.db.models import prefetch_related_objects
        class P(pagination.PageNumberPagination):
            page_size = 100
            def paginate_queryset(self, queryset, request, view=None):
                rows = super().paginate_queryset(queryset, request, view)
                prefetch_related_objects(rows, "author")
                return rows
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            pagination_class = P
        """
    )


def test_view_paginate_queryset_override() -> None:
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            pagination_class = pagination.LimitOffsetPagination
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            def paginate_queryset(self, queryset):
                return super().paginate_queryset(queryset.select_related("author"))
        """
    )


def test_get_paginated_response_override_loops() -> None:
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            pagination_class = pagination.CursorPagination
            queryset = Book.objects.all()
            serializer_class = PlainSerializer
            def list(self, request, *args, **kwargs):
                page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
                serializer = self.get_serializer(page, many=True)
                names = [row.author.name for row in page]
                return self.get_paginated_response({"data": serializer.data, "names": names})
        """
    )


def test_action_filter_backends_extra() -> None:
    assert grows(
        """
        class EagerBackend(filters.BaseFilterBackend):
            def filter_queryset(self, request, queryset, view):
                return queryset.select_related("author")
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            filter_backends = [EagerBackend]
            @action(detail=False, filter_backends=[], pagination_class=None)
            def recent(self, request):
                return self.list(request)
        """
    )


def test_list_with_page_if() -> None:
    assert grows(
        """
        class V(viewsets.GenericViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            def list(self, request):
                qs = self.filter_queryset(self.get_queryset())
                page = self.paginate_queryset(qs)
                if page is not None:
                    return self.get_paginated_response(self.get_serializer(page, many=True).data)
                return Response(self.get_serializer(qs, many=True).data)
        """
    )


def test_settings_that_cannot_be_read_may_say_how_many_rows_a_page_has() -> None:
    view = """
class V(viewsets.ModelViewSet):
    queryset = Book.objects.all()
    serializer_class = PlainSerializer
"""
    read = found_in(HEAD + view, settings="INSTALLED_APPS = ['shop']\n")
    unread = found_in(HEAD + view, settings="from elsewhere.settings import *\n")
    assert {one.model for one in read.queries if one.whole_table and not one.writes} == {"shop.Book"}
    assert [one.model for one in unread.queries if one.whole_table and not one.writes] == []


def test_settings_small() -> None:
    settings = """
SECRET_KEY = "x"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "shop"]
REST_FRAMEWORK = {"DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination", "PAGE_SIZE": 5, "DEFAULT_FILTER_BACKENDS": []}
"""
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
        """,
        settings=settings,
    )


def test_settings_big() -> None:
    settings = """
SECRET_KEY = "x"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "shop"]
REST_FRAMEWORK = {"DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination", "PAGE_SIZE": 50, "DEFAULT_FILTER_BACKENDS": []}
"""
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
        """,
        settings=settings,
    )


def test_settings_none_size() -> None:
    settings = """
SECRET_KEY = "x"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "shop"]
REST_FRAMEWORK = {"DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination", "PAGE_SIZE": None, "DEFAULT_FILTER_BACKENDS": []}
"""
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
        """,
        settings=settings,
    )


def test_settings_limit() -> None:
    settings = """
SECRET_KEY = "x"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "shop"]
REST_FRAMEWORK = {"DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.LimitOffsetPagination", "PAGE_SIZE": 5, "DEFAULT_FILTER_BACKENDS": []}
"""
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
        """,
        settings=settings,
    )


def test_settings_own_pager() -> None:
    settings = """
SECRET_KEY = "x"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "shop"]
REST_FRAMEWORK = {"DEFAULT_PAGINATION_CLASS": "shop.pager.Pager", "PAGE_SIZE": 5, "DEFAULT_FILTER_BACKENDS": []}
"""
    shop__pager = """
from rest_framework.pagination import PageNumberPagination
class Pager(PageNumberPagination):
    page_size = 20
    def paginate_queryset(self, queryset, request, view=None):
        return super().paginate_queryset(queryset.select_related("author"), request, view=view)
"""
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
        """,
        settings=settings,
        shop__pager=shop__pager,
    )


def test_settings_own_pager_but_view_none() -> None:
    settings = """
SECRET_KEY = "x"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "shop"]
REST_FRAMEWORK = {"DEFAULT_PAGINATION_CLASS": "shop.pager.Pager", "PAGE_SIZE": 5, "DEFAULT_FILTER_BACKENDS": []}
"""
    shop__pager = """
from rest_framework.pagination import PageNumberPagination
class Pager(PageNumberPagination):
    page_size = 20
    def paginate_queryset(self, queryset, request, view=None):
        return super().paginate_queryset(queryset.select_related("author"), request, view=view)
"""
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            pagination_class = None
        """,
        settings=settings,
        shop__pager=shop__pager,
    )


def test_settings_own_backend() -> None:
    settings = """
SECRET_KEY = "x"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "shop"]
REST_FRAMEWORK = {"DEFAULT_PAGINATION_CLASS": None, "PAGE_SIZE": 5, "DEFAULT_FILTER_BACKENDS": ["shop.backs.Eager"]}
"""
    shop__backs = """
from rest_framework.filters import BaseFilterBackend
class Eager(BaseFilterBackend):
    def filter_queryset(self, request, queryset, view):
        return queryset.select_related("author")
"""
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
        """,
        settings=settings,
        shop__backs=shop__backs,
    )


def test_settings_own_backend_but_view_own() -> None:
    settings = """
SECRET_KEY = "x"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "shop"]
REST_FRAMEWORK = {"DEFAULT_PAGINATION_CLASS": None, "PAGE_SIZE": 5, "DEFAULT_FILTER_BACKENDS": ["shop.backs.Eager"]}
"""
    shop__backs = """
from rest_framework.filters import BaseFilterBackend
class Eager(BaseFilterBackend):
    def filter_queryset(self, request, queryset, view):
        return queryset.select_related("author")
"""
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            filter_backends = []
        """,
        settings=settings,
        shop__backs=shop__backs,
    )


def test_max_page_size_small() -> None:
    assert not grows(
        """
        class P(pagination.PageNumberPagination):
            page_size = 5
            page_size_query_param = "size"
            max_page_size = 8
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            pagination_class = P
        """
    )


def test_client_page_size() -> None:
    assert grows(
        """
        class P(pagination.PageNumberPagination):
            page_size = 5
            page_size_query_param = "size"
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            pagination_class = P
        """
    )


def test_page_reused_as_list() -> None:
    assert grows(
        """
        class V(viewsets.GenericViewSet):
            queryset = Book.objects.all()
            serializer_class = PlainSerializer
            pagination_class = pagination.PageNumberPagination
            def list(self, request):
                page = self.paginate_queryset(self.get_queryset())
                out = []
                for book in page:
                    out.append(book.author.name)
                return self.get_paginated_response(out)
        """
    )


def test_paginator_in_apiview() -> None:
    assert grows(
        """
        class V(views.APIView):
            def get(self, request):
                paginator = pagination.PageNumberPagination()
                page = paginator.paginate_queryset(Book.objects.all(), request)
                return paginator.get_paginated_response(BookSerializer(page, many=True).data)
        """
    )


def test_paginator_in_apiview_ok() -> None:
    assert not grows(
        """
        class V(views.APIView):
            def get(self, request):
                paginator = pagination.PageNumberPagination()
                paginator.page_size = 100
                page = paginator.paginate_queryset(Book.objects.select_related("author"), request)
                return paginator.get_paginated_response(BookSerializer(page, many=True).data)
        """
    )
