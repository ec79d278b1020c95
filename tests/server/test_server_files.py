"""Pictures whose files are lost, and pictures that other programs saved anew, over HTTP."""

import io

import numpy as np
from PIL import Image, PngImagePlugin

from diorama.image import encode, open_picture, read_metadata


def saved_anew(data: bytes, format: str = "PNG", **more) -> bytes:
    out = io.BytesIO()
    Image.fromarray(open_picture(data)).save(out, format, **more)
    return out.getvalue()


def test_a_lost_picture_is_gone_and_the_others_are_there(server):
    lost, kept = (server.make(words)["picture"] for words in ("a lost mug", "a kept mug"))
    server.app_state.studio.history.get(lost).path.unlink()
    for path in ("file", "file?format=jpeg", "thumbnail"):
        answer = server.http.get(f"/api/pictures/{lost}/{path}")
        assert answer.status_code == 410, answer.text
        error = answer.json()["error"]
        assert error["code"] == "picture_lost" and "gone" in error["message"] and str(server.app_state.settings.home) not in answer.text
        assert server.http.get(f"/api/pictures/{kept}/{path}").status_code == 200
    assert {lost, kept} <= {picture["id"] for picture in server.http.get("/api/pictures").json()["pictures"]}
    assert server.http.get(f"/api/pictures/{lost}").json()["recipe"]["prompt"] == "a lost mug"


def test_a_picture_saved_anew_is_read_and_edited_by_its_pixels(server):
    made = server.make("a red mug on a walnut table")
    data = server.http.get(f"/api/pictures/{made['picture']}/file").content
    for anew in (saved_anew(data), saved_anew(data, "WEBP", lossless=True)):
        assert "recipe" not in read_metadata(anew)
        found = server.http.post("/api/recipes", files={"file": ("anew", anew)}).json()
        assert found["recipe"]["prompt"] == found["prompt"] == "a red mug on a walnut table"
    other = server.http.post("/api/recipes", files={"file": ("other.png", encode(np.zeros((64, 96, 3), np.uint8)))}).json()
    assert other["recipe"] is None and other["prompt"] is None


def test_of_a_picture_of_another_program_all_is_told(server):
    text = "a fox\nNegative prompt: blurry\nSteps: 20, Seed: 42, Size: 512x768, Model: juggernaut, Version: v1.10.1"
    chunks = PngImagePlugin.PngInfo()
    chunks.add_text("parameters", text)
    out = io.BytesIO()
    Image.new("RGB", (96, 64)).save(out, "PNG", pnginfo=chunks)
    found = server.http.post("/api/recipes", files={"file": ("fox.png", out.getvalue())}).json()
    assert (found["prompt"], found["tool"]) == ("a fox", "AUTOMATIC1111")
    assert {key: found["other"][key] for key in ("negative_prompt", "seed", "size", "model")} == {"negative_prompt": "blurry", "seed": 42, "size": "512x768", "model": "juggernaut"}


def test_phones_pictures_are_taken_in(server):
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    first = Image.new("RGB", (96, 64), "red")
    first.save(out, "MPO", save_all=True, append_images=[first], exif=exif.tobytes())
    found = server.http.post("/api/recipes", files={"file": ("phone.jpg", out.getvalue())}).json()
    assert (found["format"], found["width"], found["height"]) == ("jpeg", 64, 96)
