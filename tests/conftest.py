"""What tests of the engine and of the command share: a parser, loaded once, and a cache of the tests' own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from flashcards.language.cache import Parser
from tests.examples import examples

# For the tests that do not say how many they want.
settings.register_profile("ours", examples(100))
settings.load_profile("ours")


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The small English model, without a cache."""
    return Parser()


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests neither read nor fill the user's cache; processes they start inherit this."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield
