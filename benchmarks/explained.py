"""Claims explained through ``POST /v1/calculations``, against OpenFisca's ``/trace`` and a Flask hello."""

from typing import cast

from flask import Flask, Response, jsonify
from flask.testing import FlaskClient

from api import create_app
from api.settings import Settings
from benchmarks import facts
from benchmarks.bounds import Bound, report
from benchmarks.clock import Sample, medians, spoken, timed
from benchmarks.openfisca import MISSING, OpenFisca, is_installed

WEEKS = 156
PERIODS, WEEKS_EACH = 10, 52
ROUNDS = 7
OK = 200
COMPARED = ("due", "unpaid")


def hello() -> FlaskClient:
    """Return a client of the smallest application there is."""
    app = Flask("hello")

    @app.get("/")
    def _hello() -> Response:
        return jsonify({"hello": "world"})

    return app.test_client()


def post(client: FlaskClient, claim: bytes) -> dict[str, object]:
    """Return a claim's result, computed once to look at it."""
    response = client.post("/v1/calculations", data=claim, content_type="application/json")
    if response.status_code != OK:
        raise RuntimeError(response.get_data(as_text=True))
    found: dict[str, object] = response.get_json()
    return found


def posting(client: FlaskClient, claim: bytes) -> Sample:
    """Return a sample of one request."""

    def run() -> bytes:
        response = client.post("/v1/calculations", data=claim, content_type="application/json")
        return response.data

    return timed(run)


def exactness(
    weeks: list[facts.Week], result: dict[str, object], trace: dict[str, float]
) -> list[str]:
    """Return, in words, what either program made of the cents."""
    true = [
        facts.cents(sum(week.quarters), facts.RATE, week.paid)[: len(COMPARED)] for week in weeks
    ]
    ours = [
        tuple(_cents(row[name]) for name in COMPARED)
        for row in cast("list[dict[str, str]]", result["workweeks"])
    ]
    theirs = [
        tuple(round(trace[f"{name}<{facts.iso(week.starts_on)}>"] * 100) for name in COMPARED)
        for week in weeks
    ]
    total = round(trace[f"total_unpaid<{facts.iso(weeks[-1].starts_on)}>"] * 100)
    parts = cast("dict[str, str]", result["components"])
    wages = ("minimum_wages", "straight_time_above_minimum", "overtime")
    return [
        f"unpaid wages by a sum of integers: {facts.dollars(sum(row[-1] for row in true))}",
        _told("remedies", sum(_cents(parts[name]) for name in wages), ours, true),
        _told("OpenFisca", total, theirs, true),
    ]


def _told(who: str, total: int, found: list[tuple[int, ...]], true: list[tuple[int, ...]]) -> str:
    wrong = sum(a != b for a, b in zip(found, true, strict=True))
    return f"{who}: {facts.dollars(total)}; workweeks whose cents differ: {wrong} of {len(true)}"


def _cents(dollars: str) -> int:
    whole, _, part = dollars.partition(".")
    return int(whole + part)


def different(client: FlaskClient, fisca: OpenFisca | None, greeting: Sample) -> Bound:
    """Measure one victim whose workweeks all differ."""
    weeks = facts.different_weeks(WEEKS)
    claim = facts.claim_of_weeks(weeks)
    result = post(client, claim)
    bound = Bound(
        what=f"{WEEKS} different workweeks explained, faster than OpenFisca's /trace",
        limit=12,
        at_least=True,
    )
    contestants = {"post": posting(client, claim), "hello": greeting}
    if fisca is None:
        times = medians(contestants, rounds=ROUNDS)
        bound.notes = [f"{spoken(times['post'])}; {MISSING}"]
        return bound
    same = facts.situation_of_weeks(weeks)
    least = facts.least_of_weeks(weeks)
    contestants |= {
        "trace": lambda: fisca.seconds(same),
        "least": lambda: fisca.seconds(least),
    }
    times = medians(contestants, rounds=ROUNDS)
    bound.measured = times["trace"] / times["post"]
    least_time = f"{spoken(times['least'])}, {times['least'] / times['post']:.3g} ×"
    bound.notes = [
        f"{spoken(times['post'])} against {spoken(times['trace'])}; a Flask hello {spoken(times['hello'])}",
        f"hours added up already and two totals asked for, OpenFisca needs {least_time}",
        *exactness(weeks, result, fisca.trace(same)),
    ]
    return bound


def equal(client: FlaskClient, fisca: OpenFisca | None, greeting: Sample) -> list[Bound]:
    """Measure ten periods of equal workweeks."""
    found = facts.stretches(PERIODS, WEEKS_EACH)
    claim = facts.claim_of_stretches(found)
    post(client, claim)
    words = f"{PERIODS} periods, {PERIODS * WEEKS_EACH} workweeks explained"
    faster = Bound(what=f"{words}, faster than OpenFisca's /trace", limit=30, at_least=True)
    slower = Bound(what=f"{words}, of a Flask hello", limit=25)
    contestants = {"post": posting(client, claim), "hello": greeting}
    if fisca is not None:
        same = facts.situation_of_stretches(found)
        contestants["trace"] = lambda: fisca.seconds(same)
    times = medians(contestants, rounds=ROUNDS)
    slower.measured = times["post"] / times["hello"]
    slower.notes = [f"{spoken(times['post'])} against {spoken(times['hello'])}"]
    if fisca is None:
        faster.notes = [MISSING]
    else:
        faster.measured = times["trace"] / times["post"]
        faster.notes = [
            f"{spoken(times['post'])} against {spoken(times['trace'])}",
            f"OpenFisca's peak memory {fisca.peak_mb():.0f} MB",
        ]
    return [faster, slower]


def main() -> None:
    """Measure."""
    client = create_app(Settings(database_url="sqlite://")).test_client()
    greeting = timed(lambda: hello_client.get("/").data)
    hello_client = hello()
    if is_installed():
        with OpenFisca() as fisca:
            bounds = [different(client, fisca, greeting), *equal(client, fisca, greeting)]
    else:
        bounds = [different(client, None, greeting), *equal(client, None, greeting)]
    report(bounds)


if __name__ == "__main__":
    main()
