"""What is done to a picture that is there, by HTTP: jobs like any other, whose pictures have a parent."""

from __future__ import annotations

import pytest


@pytest.fixture
def parent(server) -> str:
    return server.make()["picture"]


def work(server, picture, **wish):
    return server.http.post("/api/darkroom", json={"picture": picture, **wish})


def test_a_picture_is_enlarged_and_its_parent_known(server, parent):
    job = work(server, parent, operation="enlarge", times=2.0).json()["jobs"][0]
    done = server.until(job["id"], "done", "failed")
    picture = server.http.get(f"/api/pictures/{done['picture']}").json()
    assert (picture["width"], picture["parent"], done["state"]) == (192, parent, "done")


def test_a_part_is_cut_and_a_spot_erased(server, parent):
    for wish in ({"operation": "crop", "boxes": [[0, 0, 0.5, 0.5]]}, {"operation": "erase", "boxes": [[0.4, 0.4, 0.5, 0.6]]}):
        answer = work(server, parent, **wish)
        assert answer.status_code == 202, answer.text
        assert server.until(answer.json()["jobs"][0]["id"], "done", "failed")["state"] == "done"


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        ({"operation": "erase"}, "no box"), ({"operation": "crop", "boxes": [[0.5, 0, 0.4, 1]]}, "is no box"), ({"operation": "cutout"}, "is not known"),
        ({"operation": "enlarge", "by": "nonesuch"}, "nonesuch"), ({"operation": "enlarge", "times": 8.0, "by": "resample", "extra": 1}, "extra"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_before_it_waits_in_line(server, parent, wish, says):
    answer = work(server, parent, **wish)
    assert answer.status_code in (400, 422, 503), answer.text
    assert says in answer.text


def test_anothers_picture_is_as_unknown_as_none(server):
    assert work(server, "0" * 64, operation="enlarge").status_code == 404
