from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models

from market.core.models import TimeStampedModel


class AccountQuerySet(models.QuerySet):
    def sellers(self):
        return self.filter(is_seller=True)


class AccountManager(UserManager.from_queryset(AccountQuerySet)):
    def get_by_natural_key(self, username):
        return self.get(email__iexact=username)


class User(AbstractUser):
    email = models.EmailField("e-mail address", unique=True)
    phone = models.CharField(max_length=32, blank=True)
    is_seller = models.BooleanField(default=False)
    referred_by = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="referrals")

    objects = AccountManager()

    class Meta(AbstractUser.Meta):
        indexes = [models.Index(fields=["is_seller", "-date_joined"], name="user_seller_joined")]

    def __str__(self):
        return self.get_full_name() or self.email


class SellerManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().filter(is_seller=True)


class Seller(User):
    objects = SellerManager()

    class Meta:
        proxy = True
        ordering = ["email"]


class Profile(TimeStampedModel):
    user = models.OneToOneField(User, on_delete=models.CASCADE, primary_key=True)
    display_name = models.CharField(max_length=80)
    about = models.TextField(blank=True)
    invoice_address = models.OneToOneField(
        "Address", on_delete=models.SET_NULL, null=True, blank=True, related_name="invoice_profile"
    )

    def __str__(self):
        return self.display_name


class Address(models.Model):
    user = models.ForeignKey(User, models.CASCADE, related_name="addresses")
    street = models.CharField(max_length=200)
    postcode = models.CharField(max_length=12)
    city = models.CharField(max_length=80)
    country = models.CharField(max_length=2, default="NL")

    class Meta:
        verbose_name_plural = "addresses"
        indexes = [models.Index(fields=["country", "postcode"])]

    def __str__(self):
        return f"{self.street}, {self.city}"
