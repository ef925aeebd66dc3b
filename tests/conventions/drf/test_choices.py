"""Which serializer and which rows a view takes: decided for each action, through `super()` and mixins."""

from __future__ import annotations

from tests.conventions.drf.rest import grows


def test_get_serializer_class_ifelse_list_plain() -> None:
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            def get_serializer_class(self):
                if self.action == "list":
                    return PlainSerializer
                return super().get_serializer_class()
        """
    )


def test_get_serializer_class_ifelse_list_nested() -> None:
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = PlainSerializer
            def get_serializer_class(self):
                if self.action in ("list", "retrieve"):
                    return BookSerializer
                return self.serializer_class
        """
    )


def test_dict_lookup_ok() -> None:
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = PlainSerializer
            serializer_classes = {"retrieve": BookSerializer, "list": PlainSerializer}
            def get_serializer_class(self):
                return self.serializer_classes.get(self.action, self.serializer_class)
        """
    )


def test_dict_lookup_bad() -> None:
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = PlainSerializer
            serializer_classes = {"retrieve": PlainSerializer, "list": BookSerializer}
            def get_serializer_class(self):
                return self.serializer_classes.get(self.action, self.serializer_class)
        """
    )


def test_dict_lookup_default() -> None:
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = PlainSerializer
            serializer_classes = {"retrieve": BookSerializer}
            def get_serializer_class(self):
                return self.serializer_classes.get(self.action, self.serializer_class)
        """
    )


def test_dict_try_except() -> None:
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = PlainSerializer
            serializer_classes = {"retrieve": BookSerializer}
            def get_serializer_class(self):
                try:
                    return self.serializer_classes[self.action]
                except KeyError:
                    return super().get_serializer_class()
        """
    )


def test_dict_in() -> None:
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = PlainSerializer
            serializer_classes = {"retrieve": BookSerializer}
            def get_serializer_class(self):
                if self.action in self.serializer_classes:
                    return self.serializer_classes[self.action]
                return super().get_serializer_class()
        """
    )


def test_dict_mixin_hasattr() -> None:
    assert grows(
        """
        class Mx:
            serializer_action_classes = {}
            def get_serializer_class(self):
                try:
                    return self.serializer_action_classes[self.action]
                except (KeyError, AttributeError):
                    return super().get_serializer_class()
        class V(Mx, viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = PlainSerializer
            serializer_action_classes = {"list": BookSerializer}
        """
    )


def test_getattr_by_action() -> None:
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = PlainSerializer
            list_serializer_class = BookSerializer
            def get_serializer_class(self):
                return getattr(self, f"{self.action}_serializer_class", self.serializer_class)
        """
    )


def test_getattr_by_action_ok() -> None:
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = PlainSerializer
            retrieve_serializer_class = BookSerializer
            def get_serializer_class(self):
                return getattr(self, f"{self.action}_serializer_class", self.serializer_class)
        """
    )


def test_serializer_setup_eager() -> None:
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            def get_queryset(self):
                return self.get_serializer_class().setup_eager_loading(super().get_queryset())
        """
    )


def test_serializer_eager_if_hasattr_mixin() -> None:
    assert not grows(
        """
        class EagerMixin:
            def get_queryset(self):
                qs = super().get_queryset()
                serializer = self.get_serializer_class()
                if hasattr(serializer, "eager"):
                    qs = serializer.eager(qs)
                return qs
        class V(EagerMixin, viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
        """
    )


def test_eager_serializer__select() -> None:
    assert not grows(
        """
        class EB(BookSerializer):
            _SELECT = ["author"]
            @classmethod
            def setup(cls, qs):
                if hasattr(cls, "_SELECT"):
                    qs = qs.select_related(*cls._SELECT)
                return qs
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = EB
            def get_queryset(self):
                qs = super().get_queryset()
                return self.get_serializer_class().setup(qs)
        """
    )


def test_list_with_extend_schema() -> None:
    assert grows(
        """
        from drf_spectacular.utils import extend_schema, extend_schema_view
        from drf_yasg.utils import swagger_auto_schema
        @extend_schema_view(list=extend_schema(description="x"))
        class V(viewsets.GenericViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            @swagger_auto_schema(responses=BookSerializer)
            def list(self, request, *args, **kwargs):
                return Response(self.get_serializer(self.get_queryset(), many=True).data)
        """
    )


def test_method_based_serializer() -> None:
    assert not grows(
        """
        class V(generics.ListCreateAPIView):
            queryset = Book.objects.all()
            def get_serializer_class(self):
                if self.request.method == "POST":
                    return BookSerializer
                return PlainSerializer
        """
    )


def test_method_based_serializer_bad() -> None:
    assert grows(
        """
        class V(generics.ListCreateAPIView):
            queryset = Book.objects.all()
            def get_serializer_class(self):
                if self.request.method == "GET":
                    return BookSerializer
                return PlainSerializer
        """
    )


def test_initial_sets_queryset() -> None:
    assert not grows(
        """
        class V(viewsets.ReadOnlyModelViewSet):
            queryset = Book.objects.all()
            serializer_class = BookSerializer
            def initial(self, request, *args, **kwargs):
                super().initial(request, *args, **kwargs)
                self.queryset = self.queryset.select_related("author")
        """
    )


def test_qs_via_swagger_fake_view() -> None:
    assert grows(
        """
        class V(viewsets.ReadOnlyModelViewSet):
            serializer_class = BookSerializer
            def get_queryset(self):
                if getattr(self, "swagger_fake_view", False):
                    return Book.objects.none()
                return Book.objects.filter(editor__pk=self.request.user.pk)
        """
    )


def test_match_action() -> None:
    assert not grows(
        """
        class V(viewsets.ReadOnlyModelViewSet):
            queryset = Book.objects.all()
            def get_serializer_class(self):
                match self.action:
                    case "list":
                        return PlainSerializer
                    case _:
                        return BookSerializer
        """
    )


def test_own_list_decided_per_action_not_again_by_itself() -> None:
    assert not grows(
        """
        class V(viewsets.GenericViewSet):
            queryset = Book.objects.all()
            def get_serializer_class(self):
                return PlainSerializer if self.action == "list" else BookSerializer
            def list(self, request):
                qs = Book.objects.all()
                return Response(self.get_serializer(qs, many=True).data)
        """
    )


def test_tuple_of_actions_elsewhere() -> None:
    assert not grows(
        """
        READ = ("retrieve", "create")
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = PlainSerializer
            def get_serializer_class(self):
                if self.action in READ:
                    return BookSerializer
                return super().get_serializer_class()
        """
    )


def test_list_of_actions_literal() -> None:
    assert not grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            serializer_class = PlainSerializer
            def get_serializer_class(self):
                if self.action in ["retrieve", "create"]:
                    return BookSerializer
                return super().get_serializer_class()
        """
    )


def test_helper_method_with_action_unknown() -> None:
    assert not grows(
        """
        class V(viewsets.GenericViewSet):
            queryset = Book.objects.all()
            def get_serializer_class(self):
                return PlainSerializer if self.action == "list" else BookSerializer
            def _all(self):
                return self.get_serializer(self.get_queryset(), many=True).data
            def list(self, request):
                return Response(self._all())
        """
    )


def test_serializer_classes_missing_key() -> None:
    assert grows(
        """
        class V(viewsets.ModelViewSet):
            queryset = Book.objects.all()
            default_serializer_class = BookSerializer
            serializer_classes = {"create": PlainSerializer}
            def get_serializer_class(self):
                return self.serializer_classes.get(self.action, self.default_serializer_class)
        """
    )
