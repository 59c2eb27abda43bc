"""What somebody with a token tries who means no good, and what comes of it."""

import io

from tests.api.offices import CASE, Office, Someone, ordered


def _filed(who: Someone, case: str, words: bytes, **fields: str) -> int:
    file = (io.BytesIO(words), "paper.txt", "text/plain")
    form = {"file": file, "on": "2019-06-03", "title": "A paper", **fields}
    return who.form(f"{case}/documents", form).status_code


def test_a_document_of_another_s_victim_is_not_replaced_by_giving_its_reference(
    office: Office,
) -> None:
    who = office.someone()
    case = ordered(who)
    assert _filed(who, case, b"theirs", victims="V-2", reference="DOC-2") == 201
    advocate = office.someone("advocate", victims=[(case, "V-1")])

    assert _filed(advocate, case, b"mine", victims="V-1", reference="DOC-2") == 409
    assert _filed(advocate, case, b"mine", victims="V-1", corrects="6") == 403
    assert who.get(f"{case}/documents/DOC-2/content").data == b"theirs"


def test_a_circuit_is_one_that_there_is(office: Office) -> None:
    refused = office.someone().post("", CASE | {"circuit": "99"})

    assert (refused.status_code, refused.json["errors"][0]["field"]) == (422, "circuit")


def test_the_trail_tells_an_auditor_nothing_of_which_case_is_sealed(office: Office) -> None:
    who = office.someone()
    case = ordered(who)
    assert who.post(f"{case}/seals", {"on": "2019-07-01", "sealed": True}).status_code == 201

    told = office.someone("auditor").get("/v1/audit?limit=200")

    assert told.json["rows"]
    assert case not in told.text
    assert "C-1" not in told.text
    assert case in who.get("/v1/audit?limit=200").text


def test_an_assessment_is_not_called_by_a_name(office: Office) -> None:
    who = office.someone()
    case = ordered(who)

    refused = who.post(f"{case}/assessments?reference=Mary%20Smith", {"claim": "1"})

    assert (refused.status_code, refused.json["errors"][0]["code"]) == (400, "not_a_reference")
    assert "Smith" not in refused.text
