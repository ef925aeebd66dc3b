"""Packages that write rows to a search engine: each field is prepared for every row."""
