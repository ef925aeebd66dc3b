from django.contrib.contenttypes.fields import GenericRelation
from django.db import models

from market.core.fields import PriceField
from market.core.managers import AlivePublishedManager
from market.core.models import OwnedModel, PublishedModel, SoftDeleteModel


class CategoryQuerySet(models.QuerySet):
    def roots(self):
        return self.filter(parent=None)


class Category(models.Model):
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="children")
    name = models.CharField(max_length=80)
    slug = models.SlugField(max_length=80)
    position = models.PositiveSmallIntegerField(default=0)
    related = models.ManyToManyField("self", blank=True, symmetrical=True)

    objects = models.Manager.from_queryset(CategoryQuerySet)()

    class Meta:
        verbose_name_plural = "categories"
        ordering = ["position", "name"]
        constraints = [models.UniqueConstraint("parent", "slug", name="category_slug_per_parent")]

    def __str__(self):
        return self.name

    @property
    def path(self):
        names, node = [], self
        while node is not None:
            names.append(node.name)
            node = node.parent
        return " / ".join(reversed(names))


class Brand(models.Model):
    name = models.CharField(max_length=80, unique=True)
    company = models.ForeignKey("companies.Company", models.SET_NULL, null=True, blank=True, related_name="brands")

    def __str__(self):
        return self.name


class Product(PublishedModel, OwnedModel, SoftDeleteModel):
    category = models.ForeignKey(Category, models.PROTECT, related_name="products")
    brand = models.ForeignKey(Brand, models.SET_NULL, null=True, blank=True, related_name="products")
    name = models.CharField(max_length=120)
    sku = models.CharField("article number", max_length=40, unique=True)
    price = PriceField()
    stock = models.PositiveIntegerField(default=0)
    accessories = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="accessory_of")
    reviews = GenericRelation(
        "community.Review", "subject_id", "subject_type", related_query_name="product"
    )

    objects = AlivePublishedManager()
    everything = models.Manager()

    class Meta(PublishedModel.Meta):
        indexes = [
            models.Index(fields=["published_at"], name="product_published"),
            models.Index(fields=["published_at", "stock"], name="product_published_stock"),
            models.Index(fields=["-price"], name="product_price_desc"),
        ]

    def __str__(self):
        return self.name


class Soda(Product):
    """Drinks are sold by the crate and carry a deposit."""

    product = models.OneToOneField(Product, models.CASCADE, parent_link=True, primary_key=True, related_name="soda")
    flavour = models.CharField(max_length=40)
    sugar_free = models.BooleanField(default=False)
    deposit = PriceField(default=0)

    class Meta:
        ordering = ["flavour"]


class ProductImage(models.Model):
    product = models.ForeignKey(Product, models.CASCADE, related_name="images")
    file = models.FileField(upload_to="products/")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        unique_together = ["product", "position"]


class Attribute(models.Model):
    category = models.ForeignKey(Category, models.CASCADE, related_name="attributes")
    name = models.CharField(max_length=60)
    products = models.ManyToManyField(Product, through="AttributeValue", related_name="attributes")

    def __str__(self):
        return self.name


class AttributeValue(models.Model):
    attribute = models.ForeignKey(Attribute, models.CASCADE, related_name="values")
    product = models.ForeignKey(Product, models.CASCADE, related_name="attribute_values")
    value = models.CharField(max_length=120, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "attribute"], name="one_value_per_attribute")]

    def __str__(self):
        return f"{self.attribute}: {self.value}"
