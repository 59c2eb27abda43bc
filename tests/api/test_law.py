"""The law over HTTP: open, dated, cacheable, and never a neighbor's value."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from remedies import law
from tests.api.conftest import Calculate

LAW = law.encoded()


def problem(client: FlaskClient, path: str) -> tuple[int, str, str]:
    response = client.get(path)
    found = response.get_json(force=True)
    assert response.mimetype == "application/problem+json"
    assert response.headers["Cache-Control"] == "no-store"
    [error] = found["errors"]
    return response.status_code, error["field"], error["code"]


def test_a_value_on_a_day_comes_with_its_words_and_how_they_were_checked(
    client: FlaskClient,
) -> None:
    found = client.get("/v1/law/us.minimum_wage?on=2009-07-24").get_json()
    assert {
        key: found[key] for key in ("value", "unit", "effective_on", "authority", "checked")
    } == {
        "value": "7.25",
        "unit": "USD/hour",
        "effective_on": "2009-07-24",
        "authority": "29 U.S.C. § 206(a)(1)(C)",
        "checked": "statute",
    }
    assert "$7.25" in found["quote"]
    assert client.get("/v1/law/us.minimum_wage?on=2009-07-23").get_json()["value"] == "6.55"


def test_an_answer_says_why_every_other_version_does_not_apply(client: FlaskClient) -> None:
    found = client.get("/v1/law/us.minimum_wage?on=2008-01-01").get_json()
    reasons = {entry["effective_on"]: entry["why"] for entry in found["considered"]}
    assert reasons["2007-07-24"].startswith("applies")
    assert reasons["2008-07-24"] == "takes effect only on 2008-07-24"
    assert found["considered_in_all"] == len(found["considered"])
    assert sum(entry["applies"] for entry in found["considered"]) == 1


def test_a_very_long_series_is_explained_by_its_neighbors(client: FlaskClient) -> None:
    found = client.get("/v1/law/us.treasury_1yr_weekly?on=2015-06-03").get_json()
    assert len(found["considered"]) == 100 < found["considered_in_all"]
    assert sum(entry["applies"] for entry in found["considered"]) == 1


def test_a_tier_is_asked_for_by_name_and_the_general_one_without(client: FlaskClient) -> None:
    path = "/v1/law/us-ny.minimum_wage?on=2018-06-01"
    general, city = (client.get(path + tier).get_json() for tier in ("", "&tier=new_york_city"))
    assert (general["value"], city["value"]) == ("10.40", "13.00")
    assert (general["tier"], city["tier"]) == (None, "new_york_city")
    assert general["tiers_on_that_day"]["new_york_city"] == "13.00"


def test_a_provision_answers_with_its_terms(client: FlaskClient) -> None:
    found = client.get("/v1/law/us-fl.victim_compensation?on=2026-11-21").get_json()
    assert found["value"] is None
    assert found["unit"] is None
    assert "program" in found["terms"]


def test_every_publication_that_an_answer_names_is_cited(client: FlaskClient) -> None:
    found = client.get("/v1/law/us-az.minimum_wage?on=2020-06-01").get_json()
    named = {found["source"], *found["printed"]} - {""}
    assert named
    assert set(found["sources"]) == named


@pytest.mark.parametrize(
    ("path", "status", "field", "code"),
    [
        ("/v1/law/us.minimum_wage", 400, "on", "required"),
        ("/v1/law/us.minimum_wage?on=yesterday", 400, "on", "not_a_date"),
        ("/v1/law/us.minimum_wage?on=2012-02-30", 400, "on", "not_a_date"),
        ("/v1/law/us.minimum_wage?on=2012-01-01&on=2013-01-01", 400, "on", "duplicate_key"),
        ("/v1/law/us.minimum_wage?on=2012-01-01&as=2012-01-01", 400, "as", "unknown_parameter"),
        ("/v1/law/us.minimum_wage?on=2012-01-01&tier=lilliput", 400, "tier", "unknown_tier"),
        ("/v1/law/us.minimum_wage?on=1938-10-23", 404, "on", "law_not_encoded"),
        ("/v1/law/us.minimum_wage?on=1965-01-01", 404, "tier", "law_not_encoded"),
        ("/v1/law/us.minimum_wage?on=2030-01-01", 404, "on", "law_not_encoded"),
        ("/v1/law/us-sc.minimum_wage?on=2020-01-01", 404, "on", "no_law"),
        ("/v1/law/us.jvta_assessment?on=2025-11-01", 404, "on", "no_law"),
        ("/v1/law/us.treasury_1yr_weekly?on=2026-07-22", 404, "on", "law_not_encoded"),
        ("/v1/law/us.minimum_wage?on=2012-01-01&as_recorded_on=2026-11-20", 404, "on", "law_not_encoded"),
        ("/v1/law/us.minimum_wages?on=2012-01-01", 404, "key", "law_not_encoded"),
        ("/v1/law/us.rules?on=2012-01-01", 404, "key", "law_not_encoded"),
        ("/v1/law/..?on=2012-01-01", 404, "key", "law_not_encoded"),
        ("/v1/law/us..?on=2012-01-01", 404, "key", "law_not_encoded"),
        (f"/v1/law/us.{'x' * 300}?on=2012-01-01", 404, "key", "law_not_encoded"),
        ("/v1/law/positions.order.joint_several/history", 404, "key", "law_not_encoded"),
        ("/v1/law?jurisdiction=us-xx", 400, "jurisdiction", "not_one_of"),
        ("/v1/law?family=wages", 400, "family", "not_one_of"),
        ("/v1/positions?scope=figure", 400, "scope", "unknown_parameter"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused_by_field(
    client: FlaskClient, path: str, status: int, field: str, code: str
) -> None:
    assert problem(client, path) == (status, field, code)


def test_a_key_that_would_leave_the_folder_of_the_law_is_refused(client: FlaskClient) -> None:
    for path in ("/v1/law/us.%2Fetc%2Fpasswd?on=2012-01-01", "/v1/law/us-ca.%2e%2e?on=2012-01-01"):
        assert client.get(path).status_code == 404


def test_the_list_holds_every_item_and_narrows(client: FlaskClient) -> None:
    whole = client.get("/v1/law").get_json()
    assert [item["key"] for item in whole["items"]] == LAW.keys()
    narrow = client.get("/v1/law?family=victim_compensation&jurisdiction=us-oh").get_json()
    assert [item["key"] for item in narrow["items"]] == ["us-oh.victim_compensation"]
    assert [item["missing"] for item in whole["items"] if not item["version_count"]].count("") == 0


def test_a_history_holds_every_version(client: FlaskClient) -> None:
    found = client.get("/v1/law/us.minimum_wage/history").get_json()
    assert (
        len(found["versions"])
        == found["version_count"]
        == len(LAW.item("us.minimum_wage").versions)
    )


def test_the_register_holds_every_position_with_its_authorities(client: FlaskClient) -> None:
    found = client.get("/v1/positions").get_json()["positions"]
    assert {position["key"] for position in found} == set(LAW.all_positions())
    assert all(option["authorities"] for position in found for option in position["options"])


@pytest.mark.parametrize(
    "path",
    [
        "/v1/law",
        "/v1/law/us.minimum_wage?on=2012-01-01",
        "/v1/law/us.minimum_wage/history",
        "/v1/positions",
    ],
)
def test_an_answer_can_be_kept_and_is_not_sent_twice(client: FlaskClient, path: str) -> None:
    first = client.get(path)
    assert first.headers["Cache-Control"] == "public, max-age=300"
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    other = client.get(path, headers={"If-None-Match": '"another"'})
    assert (other.status_code, other.data) == (200, first.data)


@pytest.mark.parametrize("known", ["*", '"x", {}', "W/{}"])
def test_a_refusal_is_never_answered_as_unchanged(client: FlaskClient, known: str) -> None:
    path = "/v1/law/us-ca.minimum_wage?on="
    tag = client.get(f"{path}2014-07-01").headers["ETag"]
    headers = {"If-None-Match": known.format(tag)}
    assert client.get(f"{path}2014-07-01", headers=headers).status_code == 304
    assert client.get(f"{path}1900-01-01", headers=headers).status_code == 404


def test_two_items_have_two_digests_and_one_record_has_one(client: FlaskClient) -> None:
    paths = ("us.minimum_wage?on=2012-01-01", "us-ny.minimum_wage?on=2012-01-01")
    tags = [client.get(f"/v1/law/{path}").headers["ETag"] for path in paths]
    recorded = client.get(f"/v1/law/{paths[0]}&as_recorded_on=2026-11-21").headers["ETag"]
    assert tags[0] != tags[1]
    assert recorded == tags[0]


def test_a_figure_by_the_law_as_it_was_recorded_is_the_same_while_nothing_was_corrected(
    client: FlaskClient, calculate: Calculate, claim: dict[str, Any]
) -> None:
    path = "/v1/calculations?law_as_recorded_on=2026-11-22"
    old = client.post(path, data=json.dumps(claim), content_type="application/json")
    assert old.data == calculate(claim).data


def test_a_figure_by_an_earlier_record_has_its_old_digest(
    client: FlaskClient, calculate: Calculate, claim: dict[str, Any]
) -> None:
    path = "/v1/calculations?law_as_recorded_on=2026-11-21"
    old = client.post(path, data=json.dumps(claim), content_type="application/json").get_json()
    new = calculate(claim).get_json()
    assert old["total"] == new["total"]
    assert old["receipt"]["law"] != new["receipt"]["law"]
    assert old["receipt"]["law_as_recorded_on"] == "2026-11-21"


def test_a_figure_by_the_law_before_anything_was_recorded_is_refused(
    client: FlaskClient, claim: dict[str, Any]
) -> None:
    for query, status in (
        ("law_as_recorded_on=2020-01-01", 422),
        ("law_as_recorded_on=soon", 400),
        ("as_recorded_on=2026-11-21", 400),
    ):
        path = f"/v1/calculations?{query}"
        response = client.post(path, data=json.dumps(claim), content_type="application/json")
        assert response.status_code == status
