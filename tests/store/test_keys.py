"""Keys: made once, read as written, rotated; a ciphertext is of one place only."""

import base64
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from remedies.store import Keys, KeysError, TamperedError, new_key
from remedies.store.keys import Place

PLACE = Place(table="identities", column="ciphertext", row=("case", "V-1"), organization="office")


@pytest.fixture
def keys() -> Keys:
    return Keys.read(new_key())


def test_what_was_encrypted_comes_back(keys: Keys) -> None:
    for content in (b"", b"a name", b"x" * 100_000):
        key, ciphertext = keys.encrypt(content, PLACE)
        assert keys.decrypt(key, ciphertext, PLACE) == content
        assert len(ciphertext) == len(content) + 28
        assert not content or content not in ciphertext


def test_no_two_ciphertexts_are_equal(keys: Keys) -> None:
    assert keys.encrypt(b"a name", PLACE) != keys.encrypt(b"a name", PLACE)


@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(PLACE, table="papers"),
        replace(PLACE, column="name"),
        replace(PLACE, row=("case", "V-2")),
        replace(PLACE, row=("case2", "V-1")),
        replace(PLACE, row=("caseV", "-1")),
        replace(PLACE, row=("case",), organization="V-1"),
        replace(PLACE, organization="another"),
    ],
)
def test_a_ciphertext_moved_elsewhere_is_refused(keys: Keys, elsewhere: Place) -> None:
    key, ciphertext = keys.encrypt(b"a name", PLACE)
    with pytest.raises(TamperedError):
        keys.decrypt(key, ciphertext, elsewhere)


@pytest.mark.parametrize("position", [0, 11, 12, 17, -1])
def test_a_changed_ciphertext_is_refused(keys: Keys, position: int) -> None:
    key, ciphertext = keys.encrypt(b"a name", PLACE)
    changed = bytearray(ciphertext)
    changed[position] ^= 1
    with pytest.raises(TamperedError):
        keys.decrypt(key, bytes(changed), PLACE)


@pytest.mark.parametrize("length", [0, 5, 12, 20])
def test_a_ciphertext_cut_off_is_refused(keys: Keys, length: int) -> None:
    key, ciphertext = keys.encrypt(b"a name", PLACE)
    with pytest.raises(TamperedError):
        keys.decrypt(key, ciphertext[:length], PLACE)


def test_the_first_key_encrypts_and_all_decrypt(keys: Keys) -> None:
    newer = Keys((base64.b64decode(new_key()), *keys.keys))
    key, ciphertext = keys.encrypt(b"a name", PLACE)
    assert newer.decrypt(key, ciphertext, PLACE) == b"a name"
    assert newer.encrypt(b"a name", PLACE)[0] == newer.current != keys.current
    with pytest.raises(KeysError, match=newer.current):
        keys.decrypt(*newer.encrypt(b"a name", PLACE), PLACE)


@pytest.mark.parametrize(
    "written",
    ["", " , ", "short", base64.b64encode(b"x" * 31).decode(), "!" * 44, "é" * 44],
)
def test_what_is_no_key_is_refused_and_not_repeated(written: str) -> None:
    with pytest.raises(KeysError) as caught:
        Keys.read(written)
    assert not written.strip(" ,") or written not in str(caught.value)


def test_a_key_given_twice_is_refused() -> None:
    key = new_key()
    with pytest.raises(KeysError, match="twice"):
        Keys.read(f"{key},{key}")


def test_keys_are_not_shown(keys: Keys) -> None:
    assert repr(keys) == "Keys()"


def test_the_environment_comes_before_the_file(tmp_path: Path) -> None:
    first, second = new_key(), new_key()
    found = Keys.load({"REMEDIES_KEY": f"{first}, {second}"}, tmp_path / "remedies.key")
    assert found == Keys.read(f"{first}\n{second}")
    assert not (tmp_path / "remedies.key").exists()


def test_a_file_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "var" / "remedies.key"
    with ThreadPoolExecutor(16) as pool:
        found = set(pool.map(lambda _: Keys.load({}, path).keys, range(64)))
    assert len(found) == 1
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["remedies.key"]


def test_a_file_that_others_may_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "remedies.key"
    Keys.load({}, path)
    path.chmod(0o640)
    with pytest.raises(KeysError, match="chmod 600"):
        Keys.load({}, path)
