"""Faults of the kernel that these programmes found and that are still there. Each mark goes when its fault goes."""

from __future__ import annotations

import pytest

LITTLE_MEMORY = pytest.mark.xfail(
    reason="with hardly any memory: a traceback and exit code 1, or no end at all",
)
