from pathlib import Path

import pytest

from api.settings import Settings
from remedies.wire import MAX_BYTES


def test_what_is_not_set_has_its_default() -> None:
    assert Settings.from_environment({}) == Settings()
    assert Settings.from_environment({"DATABASE_URL": "", "MAX_BYTES": ""}) == Settings()
    assert Settings().database_url.startswith("sqlite:///")


def test_the_environment_chooses() -> None:
    chosen = Settings.from_environment({"DATABASE_URL": "sqlite://", "MAX_BYTES": "1000"})
    assert chosen == Settings(database_url="sqlite://", max_bytes=1000)


def test_keys_come_from_the_environment_or_a_file_and_are_never_shown() -> None:
    given = {"REMEDIES_KEY": "c2VjcmV0", "REMEDIES_KEY_FILE": "/run/keys"}
    chosen = Settings.from_environment(given)
    assert (chosen.keys, chosen.key_file) == ("c2VjcmV0", Path("/run/keys"))
    assert "c2VjcmV0" not in repr(chosen)


@pytest.mark.parametrize("most", ["0", "-1", "1e3", "many", "٣", str(MAX_BYTES + 1), "9" * 5000])
def test_a_limit_that_is_none_is_refused(most: str) -> None:
    with pytest.raises(ValueError, match="MAX_BYTES"):
        Settings.from_environment({"MAX_BYTES": most})
