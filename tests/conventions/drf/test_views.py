"""Views of Django REST framework: one run for each action and each handler."""

from __future__ import annotations

import pytest

from tests.conventions.drf.rest import grows


def test_viewset() -> None:
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
        """
    )


def test_viewset_ok() -> None:
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.select_related("author")
            serializer_class = BookSerializer
        """
    )


def test_get_queryset_by_action_ok() -> None:
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            def get_queryset(self):
                qs = super().get_queryset()
                if self.action == "list":
                    qs = qs.select_related("author")
                return qs
        """
    )


def test_get_queryset_by_action_bad() -> None:
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            def get_queryset(self):
                qs = super().get_queryset()
                if self.action == "retrieve":
                    qs = qs.select_related("author")
                return qs
        """
    )


def test_user_filter_bad() -> None:
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            serializer_class = BookSerializer
            def get_queryset(self):
                user = self.request.user
                if user.is_staff:
                    return Book.objects.all()
                return Book.objects.filter(editor_id=user.pk, price=self.kwargs["pk"])
        """
    )


def test_user_filter_ok() -> None:
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            serializer_class = BookSerializer
            def get_queryset(self):
                user = self.request.user
                qs = Book.objects.select_related("author")
                if user.is_staff:
                    return qs
                return qs.filter(editor_id=user.pk, pk=self.kwargs["pk"])
        """
    )


def test_mixin_super() -> None:
    assert not grows(
        """
        class Mx:
            def get_queryset(self):
                return super().get_queryset().select_related("author")
        class V(Mx, viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
        """
    )


def test_base_get_queryset() -> None:
    assert not grows(
        """
        class Base(viewsets.ReadOnlyModelViewSet):
            def get_queryset(self):
                return Book.objects.select_related("author")
        class V(Base):
            serializer_class = BookSerializer
        """
    )


def test_eager_prefetch_list_attr() -> None:
    assert not grows(
        """
        class EagerMixin:
            select_related_fields = []
            prefetch_fields = []
            def get_queryset(self):
                qs = super().get_queryset()
                if self.select_related_fields:
                    qs = qs.select_related(*self.select_related_fields)
                return qs.prefetch_related(*self.prefetch_fields)
        class V(EagerMixin, viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            select_related_fields = ["author"]
        """
    )


def test_own_list() -> None:
    assert grows(
        """
        class V(viewsets.ViewSet):
            def list(self, request):
                queryset = Book.objects.all()
                serializer = BookSerializer(queryset, many=True)
                return Response(serializer.data)
        """
    )


def test_own_list_ok() -> None:
    assert not grows(
        """
        class V(viewsets.ViewSet):
            def list(self, request):
                queryset = Book.objects.select_related("author")
                serializer = BookSerializer(queryset, many=True, context={"request": request})
                return Response(serializer.data)
            def retrieve(self, request, pk=None):
                return Response(BookSerializer(Book.objects.get(pk=pk)).data)
        """
    )


def test_action_many_bad() -> None:
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = PlainSerializer
            @action(detail=False)
            def recent(self, request):
                return Response(BookSerializer(self.get_queryset(), many=True).data)
        """
    )


def test_action_serializer_class_extra() -> None:
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = PlainSerializer
            @action(detail=False, serializer_class=BookSerializer)
            def recent(self, request):
                return Response(self.get_serializer(self.get_queryset(), many=True).data)
        """
    )


def test_action_serializer_class_extra_ok() -> None:
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.select_related("author")
            serializer_class = BookSerializer
            @action(detail=False, serializer_class=PlainSerializer, queryset=Book.objects.all())
            def recent(self, request):
                return Response(self.get_serializer(self.get_queryset(), many=True).data)
        """
    )


def test_action_queryset_extra() -> None:
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = PlainSerializer
            @action(detail=False, serializer_class=BookSerializer, queryset=Book.objects.select_related("author"))
            def recent(self, request):
                return Response(self.get_serializer(self.get_queryset(), many=True).data)
        """
    )


def test_action_queryset_extra_bad() -> None:
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.select_related("author")
            serializer_class = BookSerializer
            @action(detail=False, queryset=Book.objects.all())
            def recent(self, request):
                return Response(self.get_serializer(self.get_queryset(), many=True).data)
        """
    )


def test_action_detail_related_set() -> None:
    assert grows(
        """
        class V(viewsets.GenericViewSet):
            queryset = Author.objects.all()
            serializer_class = BookSerializer
            @action(detail=True, methods=["get"])
            def books(self, request, pk=None):
                author = self.get_object()
                serializer = self.get_serializer(author.edited.all(), many=True)
                return Response(serializer.data)
        """
    )


def test_action_detail_one_ok() -> None:
    assert not grows(
        """
        class V(viewsets.GenericViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            @action(detail=True, methods=["get"])
            def show(self, request, pk=None):
                return Response(self.get_serializer(self.get_object()).data)
        """
    )


def test_action_mapping() -> None:
    assert grows(
        """
        class V(viewsets.GenericViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            @action(detail=False)
            def show(self, request, pk=None):
                return Response({})
            @show.mapping.post
            def show_post(self, request):
                return Response(self.get_serializer(self.get_queryset(), many=True).data)
        """
    )


def test_action_wrapper_decorators() -> None:
    assert grows(
        """
        from unknown_package import extend_schema
        class V(viewsets.GenericViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            @extend_schema(responses=BookSerializer)
            @action(detail=False)
            def show(self, request, pk=None):
                return Response(self.get_serializer(self.get_queryset(), many=True).data)
        """
    )


def test_listapiview() -> None:
    assert grows(
        """
        class V(generics.ListAPIView):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
        """
    )


def test_listcreateapiview() -> None:
    assert grows(
        """
        class V(generics.ListCreateAPIView):
            serializer_class = BookSerializer
            def get_queryset(self):
                return Book.objects.filter(price=self.kwargs["pk"])
        """
    )


def test_retrieveapiview() -> None:
    assert not grows(
        """
        class V(generics.RetrieveUpdateDestroyAPIView):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
        """
    )


def test_mixins_list_method() -> None:
    assert grows(
        """
        class V(mixins.ListModelMixin, generics.GenericAPIView):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            def get(self, request, *args, **kwargs):
                return self.list(request, *args, **kwargs)
        """
    )


def test_apiview_get() -> None:
    assert grows(
        """
        class V(views.APIView):
            def get(self, request, format=None):
                return Response(BookSerializer(Book.objects.all(), many=True).data)
        """
    )


def test_apiview_ok() -> None:
    assert not grows(
        """
        class V(views.APIView):
            def get(self, request, format=None):
                books = Book.objects.prefetch_related("author")
                return Response(BookSerializer(instance=books, many=True).data)
        """
    )


def test_api_view_function() -> None:
    assert grows(
        """
        @api_view(["GET"])
        def books(request):
            return Response(BookSerializer(Book.objects.all(), many=True).data)
        """
    )


def test_api_view_function_ok() -> None:
    assert not grows(
        """
        @api_view(["GET"])
        def books(request):
            books = Book.objects.select_related("author").filter(price=request.query_params.get("price"))
            serializer = BookSerializer(books, many=True)
            return Response(serializer.data)
        """
    )


def test_http_method_names_excl() -> None:
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            http_method_names = ["post", "patch"]
        """
    )


def test_http_method_names_incl() -> None:
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            http_method_names = ["get", "head"]
        """
    )


def test_serializer_override_list() -> None:
    assert not grows(
        """
        class V(generics.ListAPIView):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            def list(self, request, *args, **kwargs):
                return Response([])
        """
    )


def test_get_serializer_override() -> None:
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            def get_serializer(self, *args, **kwargs):
                kwargs["context"] = self.get_serializer_context()
                return super().get_serializer(*args, **kwargs)
        """
    )


def test_get_serializer_override_class() -> None:
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            def get_serializer(self, *args, **kwargs):
                return PlainSerializer(*args, **kwargs)
        """
    )


def test_super_list_then() -> None:
    assert grows(
        """
        class V(viewsets.ReadOnlyModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            def list(self, request, *args, **kwargs):
                response = super().list(request, *args, **kwargs)
                response.data["x"] = 1
                return response
        """
    )


def test_self_queryset_set_in_list() -> None:
    assert not grows(
        """
        class V(viewsets.ReadOnlyModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            def list(self, request, *args, **kwargs):
                self.queryset = self.queryset.select_related("author")
                return super().list(request, *args, **kwargs)
        """
    )


def test_unknown_base() -> None:
    assert not grows(
        """
        from unknown_package import EagerViewSet
        class V(EagerViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
        """
    )


def test_unknown_mixin_first() -> None:
    assert not grows(
        """
        from unknown_package import EagerMixin
        class V(EagerMixin, viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
        """
    )


def test_rest_framework_extensions_mixin() -> None:
    assert grows(
        """
        from rest_framework_extensions.mixins import NestedViewSetMixin
        class V(NestedViewSetMixin, viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
        """
    )


def test_flex_fields_mixin() -> None:
    assert grows(
        """
        from rest_flex_fields.views import FlexFieldsMixin
        class V(FlexFieldsMixin, viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
        """
    )


def test_flex_fields_filter_backend_loads() -> None:
    assert not grows(
        """
        from rest_flex_fields.filter_backends import FlexFieldsFilterBackend
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            filter_backends = [FlexFieldsFilterBackend]
        """
    )


def test_flex_fields_serializer() -> None:
    assert grows(
        """
        from rest_flex_fields import FlexFieldsModelSerializer
        class Flexible(FlexFieldsModelSerializer):
            author = AuthorSerializer()
            class Meta:
                model = Book
                fields = ["title", "author"]
                expandable_fields = {"author": AuthorSerializer}
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = Flexible
        """
    )


def test_a_router_says_whether_an_action_is_about_one_row() -> None:
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            def get_queryset(self):
                rows = super().get_queryset()
                return rows.select_related("author") if self.detail else rows
        """
    )


def test_a_router_says_whether_an_action_is_about_one_row_ok() -> None:
    assert not grows(
        """
        class V(viewsets.ReadOnlyModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            def get_queryset(self):
                rows = super().get_queryset()
                return rows if self.detail else rows.select_related("author")
        """
    )


def test_an_action_says_whether_it_is_about_one_row() -> None:
    assert grows(
        """
        class V(viewsets.GenericViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            @action(detail=False)
            def new(self, request):
                rows = self.get_queryset().select_related("author") if self.detail else self.get_queryset()
                return Response(self.get_serializer(rows, many=True).data)
        """
    )


def test_the_name_that_a_router_gives_is_not_known() -> None:
    assert grows(
        """
        class V(viewsets.ReadOnlyModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            def get_queryset(self):
                if self.basename == "books":
                    return super().get_queryset()
                return super().get_queryset().none()
        """
    )


def test_the_model_of_a_view_of_the_old_framework() -> None:
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            model = Book
            serializer_class = BookSerializer
            def get_queryset(self):
                return super().get_queryset().filter(price=self.request.user.pk)
        """
    )


def test_the_model_of_a_view_of_the_old_framework_ok() -> None:
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            model = Book
            serializer_class = BookSerializer
            def get_queryset(self):
                return super().get_queryset().select_related("author")
        """
    )


def test_inherited_by_many() -> None:
    assert grows(
        """
        class Base(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
        class V1(Base): pass
        class V2(Base): pass
        class V3(Base): pass
        """
    )


def test_abstract_base_no_queryset() -> None:
    assert grows(
        """
        class Base(viewsets.ModelViewSet):
            model = None
            def get_queryset(self):
                return self.model.objects.all()
        class V1(Base):
            model = Book
            serializer_class = BookSerializer
        """
    )


def test_custom_queryset_method_ok() -> None:
    assert not grows(
        """
        class V(generics.ListAPIView):
            queryset = Book.objects.cheap().with_author()
            serializer_class = BookSerializer
        """
    )


def test_get_object_override() -> None:
    assert not grows(
        """
        class V(generics.RetrieveAPIView):
            serializer_class = BookSerializer
            def get_object(self):
                return Book.objects.get(pk=self.kwargs["pk"])
        """
    )


def test_get_object_get_queryset_override_eager_in_retrieve() -> None:
    assert not grows(
        """
        class V(viewsets.ReadOnlyModelViewSet):
            queryset = Book.objects.select_related("author")
            serializer_class = BookSerializer
            def retrieve(self, request, pk=None):
                book = Book.objects.get(pk=pk)
                return Response(self.get_serializer(book).data)
        """
    )


def test_pk_required() -> None:
    assert grows(
        """
        class V(viewsets.GenericViewSet):
            queryset = Author.objects.all()
            @action(detail=True)
            def books(self, request, pk):
                author = self.get_object()
                return Response(BookSerializer(author.edited.filter(price=pk), many=True).data)
        """
    )


def test_apiview_pk_required() -> None:
    assert grows(
        """
        class V(views.APIView):
            def get(self, request, author_id, **rest):
                return Response(BookSerializer(Book.objects.filter(author_id=author_id), many=True).data)
        """
    )


def test_action_on_base_serializer_on_child() -> None:
    assert grows(
        """
        class Base(viewsets.GenericViewSet):
            @action(detail=False)
            def everything(self, request):
                return Response(self.get_serializer(self.get_queryset(), many=True).data)
        class V1(Base):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
        class V2(Base):
            queryset = Book.objects.all()
            serializer_class = PlainSerializer
        """
    )


def test_action_is_none() -> None:
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            def get_queryset(self):
                qs = super().get_queryset()
                if self.action in (None, "metadata"):
                    return qs.none()
                return qs.order_by("title")
        """
    )


def test_values() -> None:
    assert not grows(
        """
        class V(generics.ListAPIView):
            serializer_class = PlainSerializer
            def get_queryset(self):
                return Book.objects.values("title")
        """
    )


SET = """
class V(viewsets.ModelViewSet):
    queryset = Book.objects.all()
    serializer_class = BookSerializer
"""
ROUTED = "from django.urls import path\nfrom shop.views import V\nurlpatterns = [path('books/', V.as_view({}))]\n"


@pytest.mark.parametrize(
    ("actions", "lists"),
    [
        ("{'get': 'retrieve'}", False),
        ("actions={'get': 'retrieve', 'patch': 'update'}", False),
        ("{'get': 'list'}", True),
        ("chosen()", True),
        ("{**chosen()}", True),
    ],
)
def test_methods_that_a_urlconf_names_are_all_that_answer(actions: str, lists: bool) -> None:
    assert grows(SET, urls=ROUTED.format(actions)) is lists


def test_a_router_may_call_all_of_them() -> None:
    router = "from rest_framework import routers\nrouter = routers.SimpleRouter()\nrouter.register('books', V)\n"
    assert grows(SET, urls=ROUTED.format("{'get': 'retrieve'}") + router)


def test_a_method_may_have_any_name() -> None:
    own = "    def shelf(self, request):\n        return self.list(request)\n"
    assert grows(SET + own, urls=ROUTED.format("{'get': 'shelf'}"))


def test_what_one_action_sets_is_not_set_for_another() -> None:
    view = """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = {}
            pagination_class = None
            def create(self, request, *args, **kwargs):
                self.serializer_class = {}
                return super().create(request, *args, **kwargs)
        """
    assert not grows(view.format("PlainSerializer", "BookSerializer"))
    assert grows(view.format("BookSerializer", "PlainSerializer"))
