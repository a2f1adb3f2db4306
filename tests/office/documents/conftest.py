"""Fixtures of documents that are signed: an engine whose steps can be read, and who holds keys."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from tests.office.documents import engine
from tests.office.documents.engine import Signs


@pytest.fixture
def signing_engine(settings: Settings) -> Iterator[None]:
    settings.SIGNING_ENGINE = engine.PATH
    engine.distrusted.clear()
    engine.unsure.clear()
    yield
    engine.distrusted.clear()
    engine.unsure.clear()
    engine.trusted = "list 1"


@pytest.fixture
def hoa() -> Signs:
    return Signs("LÊ THỊ HOÀ")


@pytest.fixture
def agency() -> Signs:
    return Signs("Ủy ban nhân dân phường 12")
