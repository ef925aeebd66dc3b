from django.urls import path

from market.ads import views

app_name = "ads"
urlpatterns = [
    path("", views.AdListView.as_view(), name="list"),
    path("<int:pk>/", views.AdDetailView.as_view(), name="detail"),
    path("favourites/", views.favourites, name="favourites"),
    path("inbox/", views.inbox, name="inbox"),
    path("inbox/<int:pk>/", views.conversation, name="conversation"),
    path("searches/", views.searches, name="searches"),
]
