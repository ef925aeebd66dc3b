"""Runs functions over abstract values and says what the database would be asked. Knows no framework: see `hooks.py`."""
