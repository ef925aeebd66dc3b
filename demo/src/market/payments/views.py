from django.contrib.auth.decorators import login_required
from django.db.models import Sum
from django.shortcuts import get_object_or_404, render

from market.payments.models import CreditAccount, Invoice, Subscription


@login_required
def subscriptions(request):
    rows = []
    for subscription in Subscription.objects.running():
        rows.append(
            {
                "company": subscription.company.name,
                "package": subscription.package.name,
                "price": subscription.package.monthly_price,
                "until": subscription.ends_on,
            }
        )
    return render(request, "payments/subscriptions.html", {"rows": rows})


@login_required
def invoices(request):
    unpaid = Invoice.objects.filter(paid_at=None).select_related("company").prefetch_related("lines")
    return render(request, "payments/invoices.html", {"invoices": unpaid})


@login_required
def ledger(request, pk):
    account = get_object_or_404(CreditAccount.objects.select_related("company"), pk=pk)
    entries = account.entries.select_related("ad", "owner")[:200]
    spent = account.entries.filter(amount__lt=0).aggregate(total=Sum("amount"))["total"] or 0
    return render(request, "payments/ledger.html", {"account": account, "entries": entries, "spent": -spent})
