from django.db.models import Count, Prefetch
from django.shortcuts import get_object_or_404, render
from django.views.generic import DetailView

from market.catalog.models import Category, Product, ProductImage, Soda


def category(request, pk):
    category = get_object_or_404(Category, pk=pk)
    products = category.products.published()
    cards = []
    for product in products:
        cards.append(
            {
                "name": product.name,
                "brand": product.brand.name if product.brand else "",
                "images": product.images.count(),
                "price": product.price,
            }
        )
    return render(request, "catalog/category.html", {"category": category, "cards": cards})


def tree(request):
    roots = Category.objects.roots().prefetch_related("children").annotate(size=Count("products"))
    return render(request, "catalog/tree.html", {"roots": roots})


def sodas(request):
    shelf = Soda.objects.published().select_related("brand", "category")
    by_flavour = {}
    for soda in shelf:
        by_flavour.setdefault(soda.flavour, []).append((soda.name, soda.brand and soda.brand.name))
    return render(request, "catalog/sodas.html", {"by_flavour": by_flavour})


class ProductView(DetailView):
    template_name = "catalog/product.html"
    queryset = Product.objects.select_related("brand", "category").prefetch_related(
        Prefetch("images", queryset=ProductImage.objects.order_by("position")),
        "attribute_values__attribute",
    )
