from django.urls import path

from market.catalog import views

app_name = "catalog"
urlpatterns = [
    path("", views.tree, name="tree"),
    path("sodas/", views.sodas, name="sodas"),
    path("<int:pk>/", views.category, name="category"),
    path("product/<int:pk>/", views.ProductView.as_view(), name="product"),
]
