"""Hypothesis profiles: `ci` for every change, `full` for the long runs of `nox -s full` (HYPOTHESIS_PROFILE=full)."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# No deadline: the machines that run these tests are shared. Derandomised in CI: a change fails for what it changes.
settings.register_profile(
    "ci", max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "full", max_examples=5_000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
