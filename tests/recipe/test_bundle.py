"""Files that come in several become one: with all that belongs to it, the same for the same content, what is missing said.
Nothing outside its folder is read."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from diorama.errors import RequestError
from diorama.recipe.bundle import bundled, from_folder
from diorama.recipe.objects import format_of

MESH = b"mtllib my things.mtl\nv 0 0 0\nv 1 0 0\nv 0 1 0\nusemtl a\nf 1 2 3\n"
PICTURE = b"\x89PNG\r\n\x1a\n..."


def obj(materials: bytes | None, **pictures: bytes):
    there = {"my things.mtl": materials, **{name.replace("_", " ") + ".png": data for name, data in pictures.items()}}
    return bundled(MESH, there.get)


def archive(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in files.items():
            made.writestr(name.replace("__", "/").replace("_", "."), data)
    return out.getvalue()


def inside(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return {name: made.read(name) for name in made.namelist()}


@pytest.mark.parametrize(
    "line",
    [b"map_Kd a label.png", b"map_Kd -s 1 1 1 a label.png\r", b"  bump -bm 0.4 a label.png", rb"map_Kd C:\me\a label.png", b"map_Kd /home/me/a label.png"],
)
def test_an_obj_comes_with_its_materials_and_pictures(line):
    made = obj(b"newmtl a\n" + line + b"\n", a_label=PICTURE)
    files = inside(made.data)
    assert format_of(made.data) == "zip" and made.missing == ()
    assert files["0.png"] == PICTURE and b"0.png" in files["mesh.mtl"] and b"label" not in files["mesh.mtl"]
    assert files["mesh.obj"].startswith(b"mtllib mesh.mtl\n")
    assert made == obj(b"newmtl a\n" + line + b"\n", a_label=PICTURE)


def test_what_is_missing_is_told_and_left_out():
    assert obj(None).missing == ("my things.mtl",) and format_of(obj(None).data) == "obj"
    made = obj(b"newmtl a\nKd 1 0 0\nmap_Kd nowhere.png\n")
    assert made.missing == ("nowhere.png",) and b"map_Kd" not in inside(made.data)["mesh.mtl"] and b"Kd 1 0 0" in inside(made.data)["mesh.mtl"]


def test_nothing_outside_the_files_folder_is_read(tmp_path):
    (tmp_path / "secret.png").write_bytes(PICTURE)
    (tmp_path / "mine" / "in").mkdir(parents=True)
    (tmp_path / "mine" / "in" / "there.png").write_bytes(PICTURE)
    read = from_folder(tmp_path / "mine" / "a.obj")
    assert read("../secret.png") is None and read(str(tmp_path / "secret.png")) is None and read("in/there.png") == PICTURE and read("in") is None


def test_a_gltf_with_its_buffers_becomes_one_glb():
    content = {"asset": {"version": "2.0"}, "buffers": [{"uri": "my%20mesh.bin", "byteLength": 4}], "images": [{"uri": "a.jpg"}]}
    made = bundled(json.dumps(content).encode(), {"my mesh.bin": b"1234", "a.jpg": b"\xff\xd8\xff"}.get)
    assert format_of(made.data) == "glb" and b"image/jpeg" in made.data and b"MTIzNA==" in made.data
    with pytest.raises(RequestError, match=r"my mesh\.bin"):
        bundled(json.dumps(content).encode())


def test_an_archive_is_what_is_in_it():
    made = bundled(archive(thing__a_obj=MESH.replace(b"my things", b"m"), thing__m_mtl=b"newmtl a\nmap_Kd tex/x.png\n", thing__tex__x_png=PICTURE))
    assert made.missing == () and inside(made.data)["0.png"] == PICTURE
    assert bundled(made.data) == (made.data, ()), "one of ours stays as it is"
    assert bundled(archive(a_stl=b"solid x\nfacet")).data == b"solid x\nfacet"


@pytest.mark.parametrize(("files", "says"), [({"a_txt": b"x"}, "no 3D file"), ({"a_obj": MESH, "b_obj": MESH}, "2 3D files")])
def test_an_archive_of_none_or_several_is_refused(files, says):
    with pytest.raises(RequestError, match=says):
        bundled(archive(**files))


@pytest.mark.parametrize(
    ("data", "says"),
    [(b"", "empty"), (b"\xff\xd8\xff\xe0", "JPEG"), (b'{"asset": 1}', "glTF"), (b"<?xml version='1.0'?>", "COLLADA"), (b"PK\x03\x04..", "no 3D file")],
)
def test_what_is_read_nowhere_is_told_by_its_kind(data, says):
    with pytest.raises(RequestError, match=says):
        format_of(data)
