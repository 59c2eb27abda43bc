"""Everything hostile or mistaken that a claim may hold: a problem that names each field, never a 500."""

import json
import logging
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from remedies.wire import MAX_BYTES

SECRET = "Marigold"  # noqa: S105 - what must never come back
Calculate = Callable[..., TestResponse]
Change = Callable[[dict[str, Any]], object]


def _set(*path: str | int, to: object) -> Change:
    def change(claim: dict[str, Any]) -> None:
        place: Any = claim
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = to

    return change


def _hours(value: object) -> Change:
    return _set("work", 0, "hours", "per_workweek", to=value)


HOURS = "work[0].hours.per_workweek"
FIELDS: dict[str, tuple[Change, set[str]]] = {
    "unknown field": (_set("nonsense", to=SECRET), {"nonsense"}),
    "unknown inner field": (_set("work", 0, "nonsense", to=SECRET), {"work[0].nonsense"}),
    "unknown name that is not shown": (
        _set(f"{SECRET} was here", to="x"),
        {"(a name that is not shown)"},
    ),
    "missing": (lambda c: c.pop("reference"), {"reference"}),
    "missing inner": (lambda c: c["work"][0].pop("hours"), {"work[0].hours"}),
    "wrong type": (_set("work", to=SECRET), {"work"}),
    "wrong inner type": (_set("work", 0, "pay", to=[SECRET]), {"work[0].pay"}),
    "null": (_set("as_of", to=None), {"as_of"}),
    "NaN": (_hours("NaN"), {HOURS}),
    "Infinity": (_hours("Infinity"), {HOURS}),
    "huge exponent": (_hours("1e999999"), {HOURS}),
    "separator": (_hours("1_000"), {HOURS}),
    "negative zero": (_hours("-0.00"), {HOURS}),
    "Arabic digits": (_hours("٤٠"), {HOURS}),
    "5,000 digits": (_hours("9" * 5000), {HOURS}),
    "JSON number": (_hours(40), {HOURS}),
    "JSON fraction": (_hours(40.5), {HOURS}),
    "negative": (_hours("-1"), {HOURS}),
    "169 hours": (_hours("169"), {HOURS}),
    "reversed": (_set("work", 0, "to", to="2011-01-01"), {"work[0].to"}),
    "overlapping": (
        lambda c: c["work"].append({**c["work"][0], "from": "2012-02-01"}),
        {"work[1].from"},
    ),
    "not a day": (_set("work", 0, "from", to="2012-02-30"), {"work[0].from"}),
    "before 1938": (_set("work", 0, "from", to="1930-01-01"), {"work[0].from"}),
    "before all years": (_set("work", 0, "from", to="1066-10-14"), {"work[0].from"}),
    "NUL": (_set("work", 0, "exhibit", to=f"{SECRET}\0"), {"work[0].exhibit"}),
    "lone surrogate": (_set("work", 0, "exhibit", to=f"{SECRET}\ud800"), {"work[0].exhibit"}),
    "lone surrogate in a name": (
        _set(f"{SECRET}\ud800", to="x"),
        {"(a name that is not shown)"},
    ),
    "NUL in a name": (_set(f"{SECRET}\0", to="x"), {"(a name that is not shown)"}),
    "a name for a reference": (_set("reference", to=f"{SECRET} Doe"), {"reference"}),
    "not a statute": (_set("convictions", 0, "statute", to=SECRET), {"convictions[0].statute"}),
    "unknown position": (_set("positions", to={"astrology": "yes"}), {"positions.astrology"}),
    "several at once": (
        lambda c: (c.pop("reference"), c["work"][0].pop("pay"), c.update(circuit="99")),
        {"reference", "work[0].pay", "circuit"},
    ),
}


def _fields(response: TestResponse) -> set[str]:
    assert response.json is not None
    return {error["field"] for error in response.json["errors"]}


@pytest.mark.parametrize("name", FIELDS)
def test_a_bad_field_is_named(
    calculate: Calculate, claim: dict[str, Any], caplog: pytest.LogCaptureFixture, name: str
) -> None:
    caplog.set_level(logging.DEBUG)
    change, expected = FIELDS[name]
    change(claim)
    response = calculate(claim)
    assert (response.status_code, response.mimetype) == (422, "application/problem+json")
    assert _fields(response) == expected
    assert SECRET not in response.text
    assert "Traceback" not in response.text
    assert not caplog.records


def _deep(of: bytes) -> bytes:
    return of * 10_000


DOCUMENTS: dict[str, tuple[bytes, int, str]] = {
    "empty": (b"", 400, "not_json"),
    "not JSON": (b"{Marigold", 400, "not_json"),
    "not UTF-8": (b'{"claim": "\xff"}', 400, "not_utf8"),
    "not an object": (b'["Marigold"]', 400, "not_an_object"),
    "a number": (b"1e999999", 400, "not_an_object"),
    "NaN literal": (b"NaN", 400, "not_an_object"),
    "duplicate key": (b'{"claim": "1", "claim": "1"}', 400, "duplicate_key"),
    "duplicate inner key": (b'{"work": [{"from": "1", "from": "2"}]}', 400, "duplicate_key"),
    "deep lists": (_deep(b"["), 400, "too_deep"),
    "deep objects": (_deep(b'{"a":'), 400, "too_deep"),
    "deep and closed": (_deep(b"[") + _deep(b"]"), 400, "too_deep"),
    "ten megabytes": (b'"' + b"M" * 10_000_000 + b'"', 413, "too_large"),
    "a byte too many": (b" " * 1_048_577, 413, "too_large"),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_bad_document_is_refused(
    calculate: Calculate, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    caplog.set_level(logging.DEBUG)
    content, status, code = DOCUMENTS[name]
    response = calculate(content)
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")
    assert response.json["status"] == status
    codes = {error["code"] for error in response.json.get("errors", ())}
    assert codes <= {code}
    assert SECRET not in response.text
    assert not caplog.records


@pytest.mark.parametrize(("extra", "status"), [(0, 200), (1, 413), (2_000_000, 413)])
def test_a_body_sent_in_chunks_has_the_same_limit(
    client: FlaskClient, claim: dict[str, Any], extra: int, status: int
) -> None:
    content = json.dumps(claim).encode()
    content += b" " * (MAX_BYTES - len(content) + extra)
    response = client.post(
        "/v1/calculations",
        input_stream=BytesIO(content),
        content_type="application/json",
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert response.status_code == status
    form = client.post(
        "/calculator/claim",
        input_stream=BytesIO(content),
        content_type="multipart/form-data; boundary=edge",
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert 400 <= form.status_code < 500


def test_a_repeated_name_is_said_without_its_value(calculate: Calculate) -> None:
    response = calculate(f'{{"reference": "{SECRET}", "reference": "V-1"}}'.encode())
    assert _fields(response) == {"reference"}
    assert SECRET not in response.text


@pytest.mark.parametrize(
    ("begins_on", "ends_on"), [("1938-10-24", "2238-10-23"), ("1900-01-01", "2199-12-31")]
)
def test_three_hundred_years_are_refused(
    calculate: Calculate, claim: dict[str, Any], begins_on: str, ends_on: str
) -> None:
    claim["work"][0] |= {"from": begins_on, "to": ends_on}
    claim["as_of"] = "2199-12-31"
    response = calculate(claim)
    assert 400 <= response.status_code < 500
    assert _fields(response) & {"work[0].from", "work[0].to"}


def test_after_the_law_encoded_is_refused(calculate: Calculate, claim: dict[str, Any]) -> None:
    claim |= {"as_of": "2199-12-31"}
    claim["work"][0] |= {"from": "2190-01-01", "to": "2190-12-31"}
    response = calculate(claim)
    assert response.status_code == 422
    assert "work[0].to" in _fields(response)


def test_very_many_bad_fields_are_answered(calculate: Calculate) -> None:
    names = ",".join(f'"f{number}":"x"' for number in range(70_000))
    response = calculate(f"{{{names}}}".encode())
    assert response.status_code == 422


def test_an_unexpected_error_says_and_logs_nothing_of_the_claim(
    client: FlaskClient,
    claim: dict[str, Any],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_: bytes, **__: object) -> None:
        raise KeyError(SECRET)

    monkeypatch.setattr("remedies.casework.assessed", fail)
    caplog.set_level(logging.DEBUG)
    response = client.post("/v1/calculations", json=claim)
    assert (response.status_code, response.mimetype) == (500, "application/problem+json")
    assert response.json is not None
    assert response.json["type"] == "/problems/unexpected"
    number = response.json["detail"].removeprefix("number ")
    [record] = caplog.records
    assert record.getMessage() == f"unexpected KeyError, number {number}"
    assert record.exc_info is None
    assert SECRET not in response.text + caplog.text
    assert "Traceback" not in response.text + caplog.text


def test_a_claim_leaves_no_trace_in_the_logs(
    client: FlaskClient, claim: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    claim["work"][0] |= {"occupation": SECRET, "exhibit": f"Ex. {SECRET}"}
    for accept in ("application/json", "application/pdf"):
        headers = {"Accept": accept}
        assert client.post("/v1/calculations", json=claim, headers=headers).status_code == 200
    content = json.dumps(claim)
    assert (
        client.post("/calculator/exhibits/result.json", data={"claim": content}).status_code == 200
    )
    assert client.post("/calculator", data={"exhibit": SECRET}).status_code == 422
    assert SECRET not in caplog.text
