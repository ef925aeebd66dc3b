from market.payments.models.credits import CreditAccount, CreditEntry
from market.payments.models.invoices import Invoice, InvoiceLine
from market.payments.models.subscriptions import Package, Subscription

__all__ = ["CreditAccount", "CreditEntry", "Invoice", "InvoiceLine", "Package", "Subscription"]
