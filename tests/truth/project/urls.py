"""What the links of serializers point to."""

from django.http import HttpResponse
from django.urls import path


def page(request, pk):
    return HttpResponse()


urlpatterns = [
    path("authors/<int:pk>/", page, name="author-detail"),
    path("books/<int:pk>/", page, name="book-detail"),
    path("tags/<int:pk>/", page, name="tag-detail"),
]
