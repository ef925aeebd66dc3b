from django.urls import path

from market.homes import views

app_name = "homes"
urlpatterns = [
    path("flats/", views.AvailableFlatListView.as_view(), name="flats"),
    path("houses/", views.houses, name="houses"),
    path("<int:pk>/viewings/", views.viewings, name="viewings"),
]
