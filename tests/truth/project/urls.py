"""What the links of serializers and of admin pages point to."""

from django.contrib import admin
from django.http import HttpResponse
from django.urls import path

from app import models


def page(request, pk):
    return HttpResponse()


admin.site.register([models.Author, models.Book, models.DataBook, models.PlainBook, models.Publisher])
urlpatterns = [
    path("admin/", admin.site.urls),
    path("authors/<int:pk>/", page, name="author-detail"),
    path("books/<int:pk>/", page, name="book-detail"),
    path("tags/<int:pk>/", page, name="tag-detail"),
]
