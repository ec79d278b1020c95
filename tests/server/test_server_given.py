"""Pictures that an order goes by, through /api/jobs: one's own by id, others as data URLs; forms and expected times of any engine."""

from __future__ import annotations

import base64

import numpy as np
import pytest

from diorama.image import encode


def url(pixels: np.ndarray) -> str:
    return "data:image/png;base64," + base64.b64encode(encode(pixels)).decode()


GREY = np.full((96, 128, 3), 90, np.uint8)


def test_a_source_its_mask_and_references_come_as_data_urls_or_ids(server):
    mask = np.zeros((96, 128, 3), np.uint8)
    mask[:, 64:] = 255
    form = server.http.get("/api/forms", params={"engine": "painter"}).json()
    assert {"source", "mask"} <= set(form["takes"]) and "properties" in form["options"]
    asked = {"prompt": "a red mug", "engine": "painter", "source": url(GREY), "mask": url(mask), "seed": 1}
    (job,) = server.http.post("/api/jobs", json=asked).json()["jobs"]
    assert (job["width"], job["height"]) == (128, 96), "the source's own size, where none is asked for"
    done = server.until(job["id"], "done", "failed")
    assert done["state"] == "done", done["error"]
    cost = server.http.post("/api/quotes", json=asked).json()
    assert cost["costs"] is False and cost["like"] == 1 and cost["seconds"] >= 0 and cost["waiting"] == 0
    again = {**asked, "source": done["picture"], "mask": None}
    assert server.http.post("/api/quotes", json=again).status_code == 200


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ({"mask": url(GREY)}, "mask"),
        ({"source": "data:image/png;base64,AAAA"}, "source"),
        ({"source": "data:image/png;base64,A"}, "source"),
        ({"source": "http://169.254.169.254/"}, "source"),
        ({"references": ["0" * 64]}, "references.0"),
        ({"references": [url(GREY)] * 17}, "references"),
    ],
)
def test_what_is_no_picture_or_has_no_place_is_refused_before_anything_is_kept(server, more, where):
    before = len(server.http.get("/api/jobs").json()["jobs"])
    answer = server.http.post("/api/jobs", json={"prompt": "a red mug", "engine": "painter", **more})
    assert answer.status_code in (400, 404, 413, 422), answer.text
    told = answer.json()["error"]
    assert told["message"] and told["param"] == where
    assert len(server.http.get("/api/jobs").json()["jobs"]) == before


def test_a_form_of_a_name_that_means_nothing_is_told(server):
    answer = server.http.get("/api/forms", params={"engine": "nonesuch"})
    assert answer.status_code == 409 and "nonesuch" in answer.json()["error"]["message"]
