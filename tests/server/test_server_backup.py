"""A backup is made while the server works, the home is lost, and all is there again: rehearsed."""

from __future__ import annotations

import shutil

import pytest

from diorama.errors import HistoryError, RequestError
from diorama.history import History
from diorama.jobs.backup import backup, restore
from diorama.jobs.store import Store
from diorama.studio import Settings


@pytest.fixture(params=["files", "postgres and a bucket"])
def settings(request, tmp_path):
    if request.param == "files":
        return Settings(home=tmp_path / "home", engine="null")
    return Settings(home=tmp_path / "home", engine="null", database=request.getfixturevalue("postgres"), bucket=request.getfixturevalue("moto_bucket"))


@pytest.fixture
def elsewhere(request, settings):
    """Where a backup is restored to: never where it was made."""
    if settings.database is not None:
        return {"database": None, "bucket": None}
    return {"database": request.getfixturevalue("postgres"), "bucket": request.getfixturevalue("moto_bucket")}


def shared(database: str):
    from diorama.jobs.shared import SharedStore

    return SharedStore(database)


def kept(settings) -> dict[str, bytes]:
    with History(settings.home, settings.database, settings.bucket) as history:
        assert history.verify() == []
        return {entry.id: history.read(entry) for entry in history.list()}


def test_what_was_lost_is_there_again(settings, elsewhere, run_server, tmp_path):
    """From files into PostgreSQL and a bucket, and the other way round."""
    folder = tmp_path / "backup"
    where = {"database": settings.database, "bucket": settings.bucket}
    with run_server(settings.home, **where) as server:
        server.make("a red mug")
        backup(settings, folder)
        server.make("a blue mug")
        server.http.post("/api/queue", json={"paused": True})
        waits = server.http.post("/api/jobs", json={"prompt": "a green mug", "size": 96}).json()["jobs"][0]["id"]
        counts = backup(settings, folder)
        assert (counts["entries"], counts["jobs"]) == (2, 3) and counts["files"] >= 2 and counts["audit"] > 0
    before = kept(settings)
    shutil.rmtree(settings.home)
    empty = settings.model_copy(update=elsewhere)
    restore(empty, folder)
    assert kept(empty) == before and kept(Settings(home=folder)) == before, "a backup is itself a home"
    store = Store(empty.home / "jobs.sqlite") if empty.database is None else shared(empty.database)
    assert store.paused and store.get(waits).state == "queued" and store.counts()["queued"] == 1
    store.end()
    with pytest.raises(RequestError, match="already"):
        restore(empty, folder)


def test_a_damaged_picture_spoils_no_older_backup(run_server, tmp_path):
    settings, folder = Settings(home=tmp_path / "home", engine="null"), tmp_path / "backup"
    with run_server(settings.home) as server:
        server.make("a red mug")
        backup(settings, folder)
        picture = server.app_state.studio.history.get(server.make("a blue mug")["picture"]).path
        picture.write_bytes(b"damaged")
        with pytest.raises(HistoryError, match="not whole"):
            backup(settings, folder)
    assert len(kept(Settings(home=folder))) == 1


def test_what_is_no_backup_is_said(tmp_path):
    settings = Settings(home=tmp_path / "home", engine="null")
    with pytest.raises(RequestError, match="no backup"):
        restore(settings, tmp_path)
    with pytest.raises(RequestError, match="elsewhere"):
        backup(settings, tmp_path / "home")
