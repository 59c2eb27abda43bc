"""Every error crosses from a worker process to the one that waits for it, with its problems."""

import pickle

import pytest

from remedies.errors import (
    FactsError,
    InvalidEntryError,
    LawNotEncodedError,
    LedgerError,
    NotFoundError,
    Problem,
    RemediesError,
    UnreadableError,
)

PROBLEM = Problem("work[0].from", "required", "must be given")


@pytest.mark.parametrize(
    "error",
    [
        FactsError([PROBLEM]),
        InvalidEntryError([PROBLEM]),
        LedgerError([PROBLEM]),
        NotFoundError("the case was not open then"),
        UnreadableError("must be an object", code="not_an_object"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_is_the_same_on_the_other_side(error: RemediesError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert again.code == error.code
    assert vars(again) == vars(error)


def test_every_error_can_be_made_again_without_its_arguments() -> None:
    assert issubclass(LawNotEncodedError, RemediesError)
    assert LawNotEncodedError.__reduce__ is RemediesError.__reduce__
