"""How many examples hypothesis tries: as many as say the tests, and so many times more for `make fuzz`."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

TIMES = int(os.environ.get("FUZZ", "1"))


def examples(number: int) -> settings:
    """Settings for a test that tries `number` examples each time the tests run.

    The same ones each time: whether the tests pass must not be a matter of luck. `make fuzz` looks for new ones.
    """
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]
    return settings(max_examples=number * TIMES, derandomize=TIMES == 1, deadline=None, suppress_health_check=checks)
