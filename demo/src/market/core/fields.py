from django.conf import settings
from django.db import models


class UserForeignKey(models.ForeignKey):
    """A key to whoever did something; the row stays when the user goes."""

    def __init__(self, to=settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, **kwargs):
        if on_delete is models.SET_NULL:
            kwargs.setdefault("null", True)
            kwargs.setdefault("blank", True)
        super().__init__(to, on_delete, **kwargs)


class PriceField(models.DecimalField):
    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_digits", 10)
        kwargs.setdefault("decimal_places", 2)
        super().__init__(*args, **kwargs)
