"""Diorama's own API: readings, jobs, pictures, boards, prompts, and the page."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from diorama.image import read_metadata


@pytest.fixture
def http(server):
    return server.http


def test_a_reading(http):
    told = http.post("/api/readings", json={"prompt": "A red mug, qwxzy", "aspect": "16:9"}).json()
    assert told["scene"]["camera"]["aspect"] == [16, 9] and told["scene"]["subjects"][0]["noun"] == "mug"
    assert any(phrase["status"] == "not_understood" and phrase["text"] == "qwxzy" for phrase in told["phrases"])


def test_scenes(http):
    scene = http.post("/api/readings", json={"prompt": "a red mug"}).json()["scene"]
    assert http.post("/api/scenes/check", json=scene).json()["ok"]
    scene["subjects"][0]["count"] = 0
    told = http.post("/api/scenes/check", json=scene).json()
    assert not told["ok"] and "count" in told["problem"]["param"]
    assert http.get("/api/scenes/schema").json()["title"] == "Scene"


def test_pages_are_set_from_words_and_changed_in_words(http):
    words = 'a poster with the title "River Sounds" and the date "12 June"'
    made = http.post("/api/pages", json={"prompt": words, "edits": ['make the title shorter: "River"']}).json()
    assert [block["text"] for block in made["document"]["pages"][0]["blocks"]] == ["River", "12 June"]
    assert made["pages"][0]["svg"].startswith("<svg") and made["pages"][0]["notes"] == []
    again = http.post("/api/pages", json={"document": made["document"]}).json()
    assert again == made
    refused = http.post("/api/pages", json={"document": made["document"], "edits": ["make the price larger"]})
    assert refused.status_code == 400 and "price" in refused.text
    assert http.post("/api/pages", json={}).status_code == 400


def test_from_order_to_picture(server, http):
    job = server.make("a red mug", seed=5)
    assert job["state"] == "done" and job["seed"] == 5 and (job["width"], job["height"]) == (96, 64)
    told = http.get(f"/api/pictures/{job['picture']}").json()
    assert told["prompt"] == "a red mug" and told["recipe"]["seed"] == 5 and told["reading"]["scene"] and "ids.png" in told["passes"]
    assert http.get(f"/api/pictures/{job['picture']}/passes/ids.json").json()["prompt"] == "a red mug"
    assert http.get("/api/pictures").json()["pictures"][0]["id"] == job["picture"]


def test_facets_tell_how_many_there_are(server, http):
    before = http.get("/api/facets").json()["total"]
    server.make("a red mug", seed=65)
    server.make("a violet samovar", seed=66)
    told = http.get("/api/facets").json()
    assert told["total"] == before + 2 == sum(one["count"] for one in told["engines"]) and told["whole"]
    assert http.get("/api/facets", params={"query": "samovar"}).json()["total"] == 1
    assert http.get("/api/facets", params={"query": "samovar", "starred": True}).json()["total"] == 0


def test_files_in_any_format(server, http):
    id = server.make()["picture"]
    for format in ("png", "jpeg", "webp"):
        answer = http.get(f"/api/pictures/{id}/file", params={"format": format, "download": True})
        assert answer.headers["content-type"] == f"image/{format}" and "immutable" in answer.headers["cache-control"]
        assert re.search(r'filename="a-red-mug-[0-9a-f]{8}\.\w+"', answer.headers["content-disposition"])
        assert Image.open(io.BytesIO(answer.content)).size == (96, 64) and read_metadata(answer.content)["recipe"]["prompt"] == "a red mug"
    assert Image.open(io.BytesIO(http.get(f"/api/pictures/{id}/thumbnail?side=40").content)).format == "WEBP"


def test_likes_parents_and_lineage(server, http):
    first = server.make()["picture"]
    child = http.post("/api/jobs", json={"like": first, "n": 2, "parent": first, "edit": {"why": "again"}}).json()["jobs"]
    assert [job["seed"] for job in child] == [2, 3]
    second = server.until(child[0]["id"], "done")["picture"]
    server.until(child[1]["id"], "done")
    same = http.post("/api/jobs", json={"like": first}).json()["jobs"][0]
    assert same["seed"] == 1
    tree = http.get(f"/api/pictures/{second}/lineage").json()
    assert tree["picture"]["id"] == first and second in [branch["picture"]["id"] for branch in tree["children"]]
    assert http.get(f"/api/pictures/{second}").json()["edit"] == {"why": "again"}
    assert len(http.get(f"/api/pictures/{first}").json()["children"]) == 2


def test_marks_boards_and_trash(server, http):
    id = server.make("a green bottle")["picture"]
    board = http.post("/api/boards", json={"name": "Bottles"}).json()
    told = http.patch(f"/api/pictures/{id}", json={"starred": True, "note": "for the shop", "boards": [board["id"]]}).json()
    assert told["starred"] and told["note"] == "for the shop" and told["boards"] == [board["id"]]
    for query in ({"board": board["id"]}, {"query": "shop"}, {"query": "green", "starred": True}, {"board": board["id"], "query": "bottle", "engine": "null", "size": "96x64"}):
        assert [one["id"] for one in http.get("/api/pictures", params=query).json()["pictures"]] == [id], query
    for query in ({"size": "4000"}, {"until": "2020"}, {"since": "2090-01-01"}, {"engine": "stage"}, {"trash": True}):
        assert http.get("/api/pictures", params=query).json()["pictures"] == [], query
    assert http.delete(f"/api/pictures/{id}").status_code == 204 and http.delete(f"/api/pictures/{id}").status_code == 204
    assert [one["id"] for one in http.get("/api/pictures?trash=true").json()["pictures"]] == [id]
    assert http.post(f"/api/pictures/{id}/restore").json()["trashed"] is None
    assert http.delete(f"/api/boards/{board['id']}").status_code == 204 and http.delete(f"/api/boards/{board['id']}").status_code == 404
    assert http.get(f"/api/pictures/{id}").json()["boards"] == []


def test_pages(server, http):
    made = [server.make(f"{k} lemons", engine="null")["picture"] for k in range(2, 5)]
    first = http.get("/api/pictures", params={"query": "lemons", "limit": 2}).json()
    rest = http.get("/api/pictures", params={"query": "lemons", "limit": 2, "after": first["next"]}).json()
    assert [one["id"] for one in (*first["pictures"], *rest["pictures"])] == made[::-1] and rest["next"] is None


def test_recipes_of_pictures_that_are_sent(server, http):
    id = server.make()["picture"]
    file = http.get(f"/api/pictures/{id}/file?format=webp").content
    told = http.post("/api/recipes", files={"file": file}).json()
    assert told["recipe"]["prompt"] == "a red mug" and told["format"] == "webp" and told["source_type"] == "algorithmicMedia"
    assert http.post("/api/recipes", files={"file": b"nothing"}).status_code == 400


def test_saved_prompts(http):
    saved = http.post("/api/prompts", json={"prompt": "a red mug by a window"}).json()
    assert saved["name"] == "a red mug by a window"
    http.post("/api/prompts", json={"name": saved["name"], "prompt": "another"})
    listed = http.get("/api/prompts").json()["prompts"]
    assert [one["prompt"] for one in listed] == ["another"]
    assert http.delete(f"/api/prompts/{listed[0]['id']}").status_code == 204 and http.delete(f"/api/prompts/{listed[0]['id']}").status_code == 404


def test_the_queue(server, http):
    assert http.post("/api/queue", json={"paused": True}).json()["paused"]
    jobs = http.post("/api/jobs", json={"prompt": "a mug", "n": 3, "size": 96}).json()["jobs"]
    assert [job["position"] for job in jobs] == [0, 1, 2]
    assert http.post(f"/api/jobs/{jobs[2]['id']}/move", json={"position": 0}).json()["position"] == 0
    assert http.post(f"/api/jobs/{jobs[1]['id']}/cancel").json()["state"] == "cancelled"
    assert http.post(f"/api/jobs/{jobs[2]['id']}/retry").status_code == 409
    assert http.get("/api/queue").json() == {"paused": True, "queued": 2, "running": 0}
    http.post("/api/queue", json={"paused": False})
    for job in (jobs[0], jobs[2]):
        server.until(job["id"], "done")
    assert http.post(f"/api/jobs/{jobs[1]['id']}/retry").json()["state"] in ("queued", "running")
    assert server.until(jobs[1]["id"], "done")["picture"]


def test_previews(server, http):
    job = http.post("/api/jobs", json={"prompt": "a mug", "size": 96, "options": {"seconds": 1.5}}).json()["jobs"][0]["id"]
    while http.get(f"/api/jobs/{job}").json()["preview"] != 1:
        pass
    pictures = [http.get(f"/api/jobs/{job}/preview", params=params) for params in ({"index": 0}, {"index": 1}, {})]
    assert all(answer.headers["content-type"] == "image/jpeg" for answer in pictures) and pictures[1].content == pictures[2].content
    assert http.get(f"/api/jobs/{job}/preview?index=7").status_code == 404


@pytest.mark.parametrize("path", ["/api/jobs/job_" + "0" * 24, "/api/pictures/" + "0" * 64, "/api/pictures/" + "0" * 64 + "/file", "/api/nothing", "/api/pictures/" + "0" * 64 + "/passes/ids.png"])
def test_what_is_not_there_is_404(http, path):
    told = http.get(path)
    assert told.status_code == 404 and told.json()["error"]["code"] == "not_found"


@pytest.mark.parametrize("name", ["../../history.db", "..%2f..%2fhistory.db", "/etc/passwd", "%2e%2e/jobs.sqlite", "ids.png/../../x"])
def test_no_path_reaches_the_file_system(server, http, name):
    id = server.make()["picture"]
    assert http.get(f"/api/pictures/{id}/passes/{name}").status_code in (400, 404)
    assert http.get(f"/assets/{name}").status_code in (400, 404)


def test_wrong_orders(http):
    for body, where in (
        ({}, "body"), ({"prompt": "a mug", "like": "0" * 64}, "body"), ({"like": "0" * 64}, "like"), ({"prompt": "a mug", "parent": "0" * 64}, "parent"),
        ({"prompt": "a mug", "engine": "nothing"}, None), ({"prompt": "a mug", "n": 99}, "n"), ({"prompt": "a mug", "aspect": "0:1"}, "aspect"), ({"scene": {}, "seed": -1}, "seed"),
    ):  # fmt: skip
        answer = http.post("/api/jobs", json=body)
        assert 400 <= answer.status_code < 504 and answer.json()["error"]["param"] == where, (body, answer.text)
    answer = http.post("/api/jobs", content=b'{"prompt": "a mug", "edit": NaN}', headers={"content-type": "application/json"})
    assert answer.status_code == 400
    answer = http.post("/api/jobs", content=b'{"prompt": "\\ud800"}', headers={"content-type": "application/json"})
    assert answer.status_code == 400
    assert http.post("/api/readings", content=b"[" * 100_000, headers={"content-type": "application/json"}).status_code == 400


def test_the_document_is_complete(http):
    document = http.get("/api/openapi.json").json()
    assert {"/v1/images/generations", "/v1/images/edits", "/v1/models", "/api/jobs", "/api/events", "/api/pictures/{id}/lineage"} <= set(document["paths"])
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert operation.get("operationId") and (operation.get("summary") or operation.get("description")), (method, path)


def test_operation(server, http):
    server.make()
    assert http.get("/healthz").json()["ok"] and http.get("/readyz").json()["ok"]
    text = http.get("/metrics").text
    assert 'diorama_requests_total{method="GET",route="/healthz",status="200"}' in text and "diorama_worker_alive 1.0" in text
    made = float(re.search(r"^diorama_pictures_made (\S+)", text, re.M)[1])
    assert made >= 1
