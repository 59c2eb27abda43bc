"""Scrubbing: what was destroyed leaves the files of the database too."""

from sqlalchemy import Engine, text


def scrub(database: Engine) -> bool:
    """Overwrite what destroyed identities and papers left in the database's files; return whether it could.

    SQLite overwrites them in its file at once (``secure_delete``) and keeps them in the log beside it until
    the log is emptied, which a reader can put off: False then, and it is to be done again. PostgreSQL
    writes both tables anew, and waits for whoever reads them.
    """
    if database.dialect.name == "sqlite":
        with database.connect() as connection:
            cursor = connection.connection.cursor()  # outside of any transaction
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, *_ = cursor.fetchone() or (1,)
            cursor.close()
        return not busy
    with database.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM (FULL) identities"))
        connection.execute(text("VACUUM (FULL) papers"))
    return True
