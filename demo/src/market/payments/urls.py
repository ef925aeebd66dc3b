from django.urls import path

from market.payments import views

app_name = "payments"
urlpatterns = [
    path("subscriptions/", views.subscriptions, name="subscriptions"),
    path("invoices/", views.invoices, name="invoices"),
    path("credits/<int:pk>/", views.ledger, name="ledger"),
]
