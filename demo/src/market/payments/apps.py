from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "market.payments"
    label = "billing"
    verbose_name = "Payments and credits"
