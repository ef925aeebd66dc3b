from django.shortcuts import get_object_or_404, render
from django.views.generic import ListView

from market.companies.models import Company


class CompanyListView(ListView):
    queryset = Company.objects.verified()
    template_name = "companies/list.html"
    context_object_name = "companies"
    paginate_by = 50


def staff(request, slug):
    company = get_object_or_404(Company.objects.with_staff(), slug=slug)
    people = [
        {"name": membership.user.get_full_name(), "role": membership.get_role_display()}
        for membership in company.memberships.all()
    ]
    return render(request, "companies/staff.html", {"company": company, "people": people})


def offices(request, slug):
    company = get_object_or_404(Company, slug=slug)
    rows = []
    for office in company.offices.all():
        for hours in office.hours.all():
            rows.append((office.city, hours.weekday, hours.opens, hours.closes))
    return render(request, "companies/offices.html", {"company": company, "rows": rows})
