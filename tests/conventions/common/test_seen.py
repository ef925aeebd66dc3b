"""Of how many views, admin classes and serializers `--statistics` says that their rows are known."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from orm_lint.conventions import HOOKS
from orm_lint.interpreter.statistics import statistics
from orm_lint.project.project import ProjectOptions, load_project
from tests.conventions.test_found import FILES

API = """
    from django.views.generic import ListView, TemplateView
    from rest_framework import generics, viewsets
    from elsewhere import rows
    from shop.models import Ad, Owner
    from shop.serializers import AdSerializer

    class Base(viewsets.ModelViewSet):
        model = None
        def get_queryset(self):
            return self.model.objects.all()

    class AdViewSet(Base):
        model = Ad
        serializer_class = AdSerializer

    class AdList(ListView):
        model = Ad

    class Elsewhere(generics.ListAPIView):
        def get_queryset(self):
            return rows()

    class WithoutRows(generics.GenericAPIView):
        def get(self, request):
            return None

    class About(TemplateView):
        template_name = "about.html"
    """
ADMIN = """
    from django.contrib import admin
    from elsewhere import rows
    from shop.models import Ad, Owner

    @admin.register(Ad)
    class AdAdmin(admin.ModelAdmin):
        pass

    @admin.register(Owner)
    class OwnerAdmin(admin.ModelAdmin):
        def get_queryset(self, request):
            return rows()

    class NotRegistered(admin.ModelAdmin):
        pass
    """


def test_classes_whose_rows_are_known(tmp_path: Path) -> None:
    for path, text in {**FILES, "shop/api.py": API, "shop/admin.py": ADMIN}.items():
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"))
    project = load_project(tmp_path, ProjectOptions(frozen=True))
    found = statistics(project, HOOKS)
    assert {phrase: count for phrase, count in found.items() if phrase.startswith(("views", "admin", "serial"))} == {
        "views with a queryset": 3,
        "views with a queryset that is known": 2,
        "admin classes": 2,
        "admin classes whose queryset is known": 1,
        "serializers of models": 5,
        "serializers of models that were seen with rows": 2,
    }
