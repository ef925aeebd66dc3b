from django.urls import path

from market.companies import views

app_name = "companies"
urlpatterns = [
    path("", views.CompanyListView.as_view(), name="list"),
    path("<slug:slug>/staff/", views.staff, name="staff"),
    path("<slug:slug>/offices/", views.offices, name="offices"),
]
