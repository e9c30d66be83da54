"""Faults of the kernel that these programmes found and that are still there. Each mark goes when its fault goes."""

from __future__ import annotations

import pytest

NO_COMMON_DIVISOR = pytest.mark.xfail(
    run=False,
    reason="a limit or form whose numbers share a large divisor is not divided by it: no answer in minutes",
)
LEFT_BESIDE_THE_RESULT = pytest.mark.xfail(
    reason="a signal while RESULT.json is written leaves .RESULT.json.* (SIGTERM is not heard; SIGINT before the try)",
)
CHILDREN_HEAR_CTRL_C = pytest.mark.xfail(
    strict=True,
    reason="Ctrl-C while the worker processes start shows their tracebacks: until _begin they do not ignore it",
)
LITTLE_MEMORY = pytest.mark.xfail(
    reason="with hardly any memory: a traceback and exit code 1, or no end at all",
)
