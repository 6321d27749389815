"""Requests that nobody would make by hand: none makes the pages fail."""

from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office import MONDAY
from served import some_settings, token_for

from web.app import make_app


def operations(app: FastAPI) -> list[Any]:
    schema = schemathesis.openapi.from_dict(app.openapi())
    return [found.ok() for found in schema.get_all_operations()]


@pytest.fixture
def token(served: Any) -> str:
    served.house.follows()
    served.house.lives(MONDAY)
    served.house.sends()
    return token_for(served.house, "Anna Ek")


def test_every_address_is_tried(served: Any, tmp_path: Any) -> None:
    app = make_app(some_settings(served.house.engine, tmp_path))
    assert len(operations(app)) == 22


@pytest.mark.parametrize("number", range(22))
def test_no_request_makes_a_page_fail(served: Any, token: str, tmp_path: Any, number: int) -> None:
    app = make_app(some_settings(served.house.engine, tmp_path))
    operation = operations(app)[number]

    @given(st.data())
    @settings(max_examples=60, suppress_health_check=list(HealthCheck))
    def tries(data: st.DataObject) -> None:
        case: schemathesis.Case = data.draw(operation.as_strategy())
        if "token" in (case.path_parameters or {}) and data.draw(st.booleans()):
            case.path_parameters = case.path_parameters | {"token": token}
        answer = case.call(base_url=served.url.removesuffix("/plan"))
        assert answer.status_code < 500, answer.text

    tries()
