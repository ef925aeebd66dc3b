"""Findings as text, as lines and as JSON. Reports know findings, never rules."""
