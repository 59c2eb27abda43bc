"""Triggers that keep a chained table as it is: its rows are added in order, and never changed or removed."""

from collections.abc import Iterator, Sequence
from typing import Final

FUNCTION: Final = """
CREATE FUNCTION remedies_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def chained(table: str, key: Sequence[str], dialect: str) -> Iterator[str]:
    """Yield the statements that make the triggers of a table whose chains are told apart by ``key``."""
    yield from _postgresql(table, key) if dialect == "postgresql" else _sqlite(table, key)


def unchained(tables: Sequence[str], dialect: str) -> Iterator[str]:
    """Yield the statements that let the tables be dropped, and drop what the triggers called."""
    if dialect == "postgresql":
        for table in tables:
            for name in ("change", "truncate", "follow"):
                yield f"DROP TRIGGER {table}_{name} ON {table}"
        for table in tables:
            yield f"DROP FUNCTION remedies_{table}_follows()"
        yield "DROP FUNCTION remedies_refuse_change()"


def _sqlite(table: str, key: Sequence[str]) -> Iterator[str]:
    for event in ("update", "delete"):
        yield (
            f"CREATE TRIGGER {table}_{event} BEFORE {event.upper()} ON {table} BEGIN "
            f"SELECT RAISE(ABORT, 'rows of {table} are never changed or removed'); END"
        )
    yield (
        f"CREATE TRIGGER {table}_follow BEFORE INSERT ON {table} WHEN {_breaks(table, key)} BEGIN "
        f"SELECT RAISE(ABORT, 'a row of {table} does not follow the last one'); END"
    )


def _postgresql(table: str, key: Sequence[str]) -> Iterator[str]:
    yield (
        f"CREATE TRIGGER {table}_change BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION remedies_refuse_change()"
    )
    yield (
        f"CREATE TRIGGER {table}_truncate BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION remedies_refuse_change()"
    )
    yield f"""
    CREATE FUNCTION remedies_{table}_follows() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF {_breaks(table, key)} THEN
        RAISE EXCEPTION 'a row of {table} does not follow the last one'
          USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$
    """
    yield (
        f"CREATE TRIGGER {table}_follow BEFORE INSERT ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION remedies_{table}_follows()"
    )


def _breaks(table: str, key: Sequence[str]) -> str:
    """Return the condition under which a new row does not follow the last one of its chain."""
    same = " AND ".join(f"{column} = NEW.{column}" for column in key)
    last = f"FROM {table} WHERE {same} ORDER BY seq DESC LIMIT 1"
    return (
        f"NEW.seq <> 1 + coalesce((SELECT seq {last}), 0) "
        f"OR NEW.previous <> coalesce((SELECT digest {last}), NEW.previous)"
    )
