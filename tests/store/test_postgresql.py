"""The same code on PostgreSQL."""

from sqlalchemy import text

from api import create_app
from api.settings import Settings
from remedies.store import answers, engine


def test_the_engine_reaches_a_server(postgresql: str) -> None:
    database = engine(postgresql)
    assert answers(database)
    with database.connect() as connection:
        version = connection.execute(text("select version()")).scalar_one()
    assert version.startswith("PostgreSQL")
    database.dispose()


def test_a_server_that_is_not_there_does_not_answer(postgresql: str) -> None:
    database = engine(postgresql.replace("/postgres", "/no_such_database"))
    assert not answers(database)
    database.dispose()


def test_health_answers_with_a_server(postgresql: str) -> None:
    app = create_app(Settings(database_url=postgresql))
    response = app.test_client().get("/health")
    app.extensions["database"].dispose()
    assert response.status_code == 200
    assert response.json is not None
    assert response.json["database"] is True
