from django.shortcuts import get_object_or_404, render
from django.views.generic import ListView

from market.homes.models import AvailableFlat, House, Property


class AvailableFlatListView(ListView):
    model = AvailableFlat
    template_name = "homes/flats.html"
    context_object_name = "flats"
    paginate_by = 30


def houses(request):
    rows = []
    for house in House.objects.select_related("address", "company").prefetch_related("amenities"):
        amenities = ", ".join(amenity.name for amenity in house.amenities.all())
        rows.append((house.address.city, house.company and house.company.name, amenities))
    return render(request, "homes/houses.html", {"rows": rows})


def viewings(request, pk):
    home = get_object_or_404(Property, pk=pk)
    visitors = [viewing.visitor.get_full_name() for viewing in home.viewings.all()]
    return render(request, "homes/viewings.html", {"home": home, "visitors": visitors})
