"""Places for files: what holds of a folder holds of a bucket of an object storage."""

from __future__ import annotations

import hashlib
import os
import time

import httpx
import numpy as np
import pytest

from diorama.errors import HistoryError, OutputError, PictureLost, RequestError
from diorama.history import History
from diorama.history.inputs import SPARED
from diorama.history.place import Folder
from diorama.history.places import place_of
from diorama.image import encode
from diorama.recipe import Request, resolve

KINDS = ["folder", "moto", "ceph"]


@pytest.fixture(params=KINDS)
def address(request):
    return None if request.param == "folder" else request.getfixturevalue(f"{request.param}_bucket")


@pytest.fixture
def place(address, tmp_path):
    return place_of(tmp_path / "home", address)


@pytest.fixture
def history(address, tmp_path):
    with History(tmp_path / "home", bucket=address) as opened:
        yield opened


@pytest.fixture
def recipe(scene):
    return resolve(Request(prompt="a mug by a window", seed=1, width=96, height=64), scene, engine_version="1")


def picture(seed: int) -> bytes:
    return encode(np.random.default_rng(seed).integers(0, 255, (8, 12, 3), np.uint8), "png")


def test_what_is_written_is_read(place):
    place.write("pictures/ab/x y.png", b"one")
    place.write("pictures/ab/x y.png", b"two")
    place.write("inputs/empty", b"")
    assert place.read("pictures/ab/x y.png") == b"two" and place.read("inputs/empty") == b""
    assert [kept.name for kept in place.names("pictures")] == ["pictures/ab/x y.png"] and list(place.names("none")) == []
    assert abs(next(place.names("pictures")).changed - time.time()) < 3600


def test_what_is_not_there_is_said_and_may_be_discarded(place):
    with pytest.raises(FileNotFoundError):
        place.read("pictures/none")
    place.write("pictures/one", b"1")
    place.discard("pictures/one")
    place.discard("pictures/one")
    with pytest.raises(FileNotFoundError):
        place.read("pictures/one")


def test_a_place_says_beforehand_whether_it_can_be_written(place):
    place.check_writable()
    assert list(place.names("")) == []


def test_pictures_are_kept_once_found_whole_and_healed(history, recipe):
    one, two = (history.append(picture(1), recipe) for _ in range(2))
    name = history.blobs.name(one.picture, "png")
    assert [kept.name for kept in history.place.names("pictures")] == [name] and history.read(two) == picture(1) and history.verify() == []
    assert (one.path is None) == (history.place.path("x") is None)
    history.place.write(name, b"damaged")
    assert [damage.kind for damage in history.verify()] == ["damaged", "damaged"]
    with pytest.raises(PictureLost, match="changed"):
        history.read(one)
    history.append(picture(1), recipe)
    assert history.verify() == []
    history.place.discard(name)
    assert {damage.kind for damage in history.verify()} == {"missing"} and name in history.verify()[0].place


def test_the_trash_takes_files_that_nobody_needs(history, recipe):
    one, two = (history.append(picture(1), recipe) for _ in range(2))
    history.thumbnail(one.id, 64)
    history.remove(one.id)
    assert history.empty_trash() == 1 and history.read(two) == picture(1)
    history.remove(two.id)
    assert history.empty_trash() == 1 and list(history.place.names("pictures")) == [] and not list((history.root / "thumbnails").rglob("*.webp"))


def test_inputs_are_whole_or_refused(history):
    digest = history.inputs.keep(b"a drawing")
    assert digest == hashlib.sha256(b"a drawing").hexdigest() and history.inputs.get(digest) == history.inputs.file(digest).read_bytes() == b"a drawing"
    history.place.write(history.inputs.name(digest), b"other")
    assert not history.inputs.is_whole(digest)
    with pytest.raises(HistoryError, match="changed"):
        history.inputs.get(digest)
    assert history.inputs.keep(b"a drawing") == digest and history.inputs.is_whole(digest)


def test_inputs_that_nobody_needs_are_swept_but_new_ones_are_not(history, monkeypatch):
    kept, needed = (history.inputs.keep(data) for data in (b"1", b"2"))
    history.inputs.sweep({needed})
    assert history.inputs.is_whole(kept)
    later = time.time() + SPARED + 3600
    monkeypatch.setattr(time, "time", lambda: later)
    history.inputs.sweep({needed})
    assert not history.inputs.is_whole(kept) and history.inputs.is_whole(needed)


def test_an_archive_goes_from_one_place_to_the_other(history, recipe, tmp_path):
    history.append(picture(1), recipe)
    history.export_zip(tmp_path / "all.zip")
    with History(tmp_path / "other") as other:
        assert other.import_zip(tmp_path / "all.zip") == 1 and other.verify() == []
        other.export_zip(tmp_path / "back.zip")
    history.place.discard(next(history.place.names("pictures")).name)
    assert history.import_zip(tmp_path / "back.zip") == 0 and history.verify() == [], "what was lost is put back"


def test_a_signed_link_fetches_the_file_without_a_key(bucket, recipe, tmp_path):
    with History(tmp_path, bucket=bucket) as history:
        entry = history.append(picture(1), recipe)
        link = history.link(entry, 60)
        assert httpx.get(link).content == picture(1)
        told = httpx.URL(link).params
        assert told["X-Amz-Algorithm"] == "AWS4-HMAC-SHA256" and told["X-Amz-Expires"] == "60" and "secret" not in link
    with History(tmp_path / "files") as history:
        assert history.link(history.append(picture(1), recipe), 60) is None


def test_signatures_are_those_of_amazons_own_library(bucket, recipe, tmp_path):
    """AWS Signature Version 4, made anew by botocore from the link's own time."""
    import botocore.auth
    import botocore.awsrequest
    import botocore.credentials

    with History(tmp_path, bucket=bucket) as history:
        link = httpx.URL(history.link(history.append(picture(1), recipe), 60))
    signer = botocore.auth.S3SigV4QueryAuth(botocore.credentials.Credentials("diorama", "secret"), "s3", "us-east-1", expires=60)
    request = botocore.awsrequest.AWSRequest("GET", str(link).split("&X-Amz-Signature")[0], headers={})
    request.context["timestamp"] = link.params["X-Amz-Date"]
    text = signer.canonical_request(request)
    assert signer.signature(signer.string_to_sign(request, text), request) == link.params["X-Amz-Signature"]


def test_a_bucket_that_is_not_there_is_said(bucket, recipe, tmp_path):
    with History(tmp_path, bucket="s3://diorama-none") as history, pytest.raises(OutputError, match="bucket") as told:
        history.check_writable()
    assert "AWS_ENDPOINT_URL" in (told.value.hint or "")
    with pytest.raises(RequestError, match="address of a bucket"):
        place_of(tmp_path, "s3://")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="cannot be kept"):
        Folder(tmp_path).check_writable()
