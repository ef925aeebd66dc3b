"""What Django does: load plans, accessors of rows, and what every queryset and manager method does to them."""
