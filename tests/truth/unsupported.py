"""Rows that no reading of the source decides, each with the reason. What is merely not built yet is not listed here."""

from __future__ import annotations

UNSUPPORTED: dict[str, str] = {}
