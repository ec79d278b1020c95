"""What is done to a picture that is there, by HTTP: jobs like any other, whose pictures have a parent."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from diorama.image import open_picture


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


def test_what_is_larger_than_a_picture_that_is_kept_comes_as_a_file_beside_its_proof(server):
    wide = np.tile(np.arange(1100, dtype=np.uint16)[None, :, None] % 256, (60, 1, 3)).astype(np.uint8)
    sent = server.http.post("/api/pictures", files={"file": ("wide.png", png(wide))}).json()["id"]
    assert "large" in work(server, sent, operation="enlarge", times=8.0, by="resample").text
    job = work(server, sent, operation="enlarge", times=8.0, by="resample", large=True).json()["jobs"][0]
    done = server.until(job["id"], "done", "failed")
    picture = server.http.get(f"/api/pictures/{done['picture']}").json()
    assert picture["parent"] == sent and [one["name"] for one in picture["files"]] == ["large.png"] and picture["width"] <= 2048
    file = server.http.get(f"/api/pictures/{done['picture']}/files/large.png")
    with Image.open(io.BytesIO(file.content)) as large:
        assert large.size == (8800, 480) and file.headers["content-type"] == "image/png"


def test_a_part_is_cut_and_a_spot_erased(server, parent):
    for wish in ({"operation": "crop", "boxes": [[0, 0, 0.5, 0.5]]}, {"operation": "erase", "boxes": [[0.4, 0.4, 0.5, 0.6]]}):
        answer = work(server, parent, **wish)
        assert answer.status_code == 202, answer.text
        assert server.until(answer.json()["jobs"][0]["id"], "done", "failed")["state"] == "done"


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        ({"operation": "crop"}, "no box"), ({"operation": "crop", "boxes": [[0.5, 0, 0.4, 1]]}, "is no box"), ({"operation": "cutout"}, "is not known"),
        ({"operation": "enlarge", "by": "nonesuch"}, "nonesuch"), ({"operation": "enlarge", "times": 8.0, "by": "resample", "extra": 1}, "extra"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_before_it_waits_in_line(server, parent, wish, says):
    answer = work(server, parent, **wish)
    assert answer.status_code in (400, 422, 503), answer.text
    assert says in answer.text


def test_anothers_picture_is_as_unknown_as_none(server):
    assert work(server, "0" * 64, operation="enlarge").status_code == 404


def test_a_file_of_ones_own_is_sent_once_and_named_by_orders(server):
    sent = server.http.post("/api/objects", files={"file": ("bottle.obj", b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n")})
    assert sent.status_code == 201 and sent.json()["format"] == "obj", sent.text
    file = sent.json()["sha256"]
    job = server.http.post("/api/jobs", json={"prompt": "a bottle and a lemon", "objects": {"bottle": file}}).json()["jobs"][0]
    picture = server.http.get(f"/api/pictures/{server.until(job['id'], 'done', 'failed')['picture']}").json()
    assert {s["noun"]: s["asset"] for s in picture["recipe"]["scene"]["subjects"] if not s["implied"]} == {"bottle": file, "lemon": None}


def test_what_a_file_names_is_sent_beside_it_and_what_is_missing_is_told(server):
    files = [("file", ("a.obj", b"mtllib a.mtl\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n")), ("beside", ("a.mtl", b"newmtl a\nKd 1 0 0\nmap_Kd label.png\n"))]
    sent = server.http.post("/api/objects", files=files)
    assert sent.status_code == 201 and sent.json()["format"] == "zip" and sent.json()["missing"] == ["label.png"], sent.text
    assert server.http.post("/api/objects", files=[*files, ("beside", ("label.png", b"\x89PNG"))]).json()["missing"] == []


@pytest.mark.parametrize(
    ("objects", "says"), [({" ": "0" * 64}, "no such file was sent"), ({"bottle": "0" * 64}, "no such file was sent"), ({"bottle": "x"}, "objects")],
)  # fmt: skip
def test_a_file_that_was_not_sent_is_missed_at_once(server, objects, says):
    answer = server.http.post("/api/jobs", json={"prompt": "a bottle", "objects": objects})
    assert answer.status_code in (400, 422) and says in answer.text


def test_what_is_no_3d_file_is_not_kept(server):
    answer = server.http.post("/api/objects", files={"file": ("a.txt", b"hello")})
    assert answer.status_code == 400 and "no 3D file" in answer.text


# ── marked parts ──


def png(pixels) -> bytes:
    from diorama.image.codecs import encode

    return encode(pixels)


def test_a_picture_from_elsewhere_is_kept_and_worked_on(server):
    import base64

    photograph = np.random.default_rng(2).integers(0, 255, (64, 96, 3), dtype=np.uint8)
    sent = server.http.post("/api/pictures", files={"file": ("mine.png", png(photograph))})
    assert sent.status_code == 201 and (sent.json()["engine"], sent.json()["width"]) == ("darkroom", 96), sent.text
    again = server.http.post("/api/pictures", files={"file": ("mine.png", png(photograph))})
    assert again.json()["id"] == sent.json()["id"]
    mask = np.zeros((64, 96, 3), np.uint8)
    mask[20:30, 20:40] = 255
    marked = "data:image/png;base64," + base64.b64encode(png(mask)).decode()
    for wish in (
        {"operation": "inpaint", "by": "null", "words": "a bowl", "mask": marked}, {"operation": "background", "behind": "#ffffff", "mask": marked},
        {"operation": "erase", "mask": marked, "feather": 2}, {"operation": "erase", "lassos": [[[0.2, 0.3], [0.5, 0.3], [0.3, 0.6]]], "clicks": [[0.9, 0.9]]},
    ):  # fmt: skip
        answer = work(server, sent.json()["id"], **wish)
        assert answer.status_code == 202, answer.text
        done = server.until(answer.json()["jobs"][0]["id"], "done", "failed")
        assert done["state"] == "done", done
        after = open_picture(server.http.get(f"/api/pictures/{done['picture']}/file").content)
        assert after.shape == photograph.shape and np.array_equal(after[:10], photograph[:10])
        assert server.http.get(f"/api/pictures/{done['picture']}").json()["parent"] == sent.json()["id"]


def test_a_frame_grows_in_one_job(server, parent):
    answer = work(server, parent, operation="extend", right=0.25, by="patches")
    done = server.until(answer.json()["jobs"][0]["id"], "done", "failed")
    assert server.http.get(f"/api/pictures/{done['picture']}").json()["width"] == 120


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        ({"operation": "inpaint", "boxes": [[0, 0, 1, 1]], "words": "x"}, "no engine is named"),
        ({"operation": "background", "boxes": [[0, 0, 1, 1]]}, "nothing to lay behind"),
        ({"operation": "erase"}, "nothing is marked"), ({"operation": "erase", "things": ["zebra"]}, "no 'zebra'"), ({"operation": "extend"}, "is not known"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_before_it_waits(server, parent, wish, says):
    answer = work(server, parent, **wish)
    assert answer.status_code in (400, 422) and says in answer.text, answer.text


def test_what_is_no_picture_is_not_taken_in(server):
    answer = server.http.post("/api/pictures", files={"file": ("a.png", b"hello")})
    assert answer.status_code == 400 and "not a picture" in answer.text


def test_a_picture_is_judged_by_rules_in_words(server, parent):
    rules = {"rules": ["well exposed", "it feels like a wibblefrob"], "must": ["no zebra"]}
    answer = server.http.post("/api/judgements", json={"picture": parent, **rules})
    assert answer.status_code == 202, answer.text
    done = server.until(answer.json()["jobs"][0]["id"], "done", "failed")
    found = server.http.get(f"/api/judgements/{done['picture']}").json()
    told = {one["say"]: one["holds"] for one in found["rules"]}
    assert told == {"well exposed": True, "it feels like a wibblefrob": None, "no zebra": True} and found["passes"] is True
    picture = server.http.get(f"/api/pictures/{done['picture']}").json()
    assert picture["parent"] == parent and float(picture["provenance"]["score"]) == pytest.approx(found["score"], abs=0.005)
    same = [open_picture(server.http.get(f"/api/pictures/{one}/file").content) for one in (parent, done["picture"])]
    assert np.array_equal(*same)
    assert server.http.get(f"/api/judgements/{parent}").status_code == 404
    assert server.http.post("/api/judgements", json={"picture": "0" * 64}).status_code == 404


def test_a_picture_from_elsewhere_is_judged_by_its_pixels(server):
    sent = server.http.post("/api/pictures", files={"file": ("mine.png", png(np.full((64, 96, 3), 255, np.uint8)))}).json()["id"]
    clear = server.http.post("/api/pictures", files={"file": ("clear.png", png(np.full((64, 96, 4), 90, np.uint8)))}).json()["id"]
    seen = server.until(server.http.post("/api/judgements", json={"picture": clear}).json()["jobs"][0]["id"], "done", "failed")
    assert open_picture(server.http.get(f"/api/pictures/{seen['picture']}/file").content).shape == (64, 96, 4), "a transparent one stays so"
    answer = server.http.post("/api/judgements", json={"picture": sent, "must": ["well exposed", "two mugs"]})
    done = server.until(answer.json()["jobs"][0]["id"], "done", "failed")
    found = server.http.get(f"/api/judgements/{done['picture']}").json()
    assert [one["holds"] for one in found["rules"]] == [False, None] and not found["passes"], found


def test_an_engine_without_layers_says_so(server, parent):
    answer = work(server, parent, operation="layers")
    assert answer.status_code == 400 and "not known" in answer.text, answer.text


@pytest.mark.parametrize(("font", "says"), [("!", "base64"), ("aGVsbG8=", "no font")])
def test_what_is_no_font_is_told_before_it_waits_in_line(server, font, says):
    answer = server.http.post("/api/jobs", json={"prompt": 'a sign that says "OPEN"', "font": font})
    assert answer.status_code == 400 and says in answer.text, answer.text
