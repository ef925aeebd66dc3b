from market.catalog.models import Category


def navigation(request):
    return {"top_categories": Category.objects.filter(parent=None)}
