"""Content credentials: what is signed is read by C2PA's own reader, and tells truly what the picture comes from."""

from __future__ import annotations

import datetime
import io
import json
import shutil
import subprocess

import numpy as np
import pytest
from PIL import Image

from diorama.contracts import File
from diorama.errors import RequestError
from diorama.image import encode, open_picture
from diorama.recipe import Request
from diorama.studio import Settings, Studio, darkroom, printing
from tests.image import inks

c2pa = pytest.importorskip("c2pa")
x509 = pytest.importorskip("cryptography.x509")


@pytest.fixture(scope="module")
def chain(tmp_path_factory):
    """A root and a leaf of one's own: files of the chain and of the leaf's key."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    root, leaf = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    certificates = (_certificate("Leaf", leaf, "Root", root, authority=False), _certificate("Root", root, "Root", root, authority=True))
    folder = tmp_path_factory.mktemp("chain")
    (folder / "chain.pem").write_bytes(b"".join(one.public_bytes(serialization.Encoding.PEM) for one in certificates))
    plain = serialization.NoEncryption()
    (folder / "key.pem").write_bytes(leaf.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain))
    return folder


def _certificate(subject, key, issuer, by, *, authority: bool):
    from cryptography.hazmat.primitives import hashes

    def named(common):
        return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, common), x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, "Tests")])

    now, day = datetime.datetime.now(datetime.UTC), datetime.timedelta(days=1)
    made = x509.CertificateBuilder().subject_name(named(subject)).issuer_name(named(issuer)).public_key(key.public_key())
    made = made.serial_number(x509.random_serial_number())
    made = made.not_valid_before(now - day).not_valid_after(now + 30 * day).add_extension(x509.BasicConstraints(authority, None), critical=True)
    uses = x509.KeyUsage(True, False, False, False, False, authority, authority, False, False)
    made = made.add_extension(uses, critical=True).add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    if not authority:
        made = made.add_extension(x509.ExtendedKeyUsage([x509.ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
    return made.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), critical=False).sign(by, hashes.SHA256())


@pytest.fixture
def studio(tmp_path, chain):
    with Studio(Settings(home=tmp_path / "home", engine="null", c2pa_certificate=chain / "chain.pem", c2pa_key=chain / "key.pem")) as made:
        yield made


def told(data: bytes, kind: str) -> dict:
    found = json.loads(c2pa.Reader(f"image/{kind}", io.BytesIO(data)).json())
    assert found["validation_state"] == "Valid", found["validation_status"]
    return found["manifests"][found["active_manifest"]]


def actions(manifest) -> list[str]:
    return [one["action"] for a in manifest["assertions"] if a["label"].startswith("c2pa.actions") for one in a["data"]["actions"]]


def make(studio, path):
    request = Request(prompt="a red mug", seed=1, width=96, height=64, engine="null")
    return studio.make(studio.recipes(request, studio.read(request))[0], path)


@pytest.mark.parametrize(("ending", "kind"), [("png", "png"), ("jpg", "jpeg"), ("webp", "webp")])
def test_a_picture_says_that_it_was_created_by_an_algorithm(studio, tmp_path, ending, kind):
    made = make(studio, tmp_path / f"a.{ending}")
    manifest = told(made.path.read_bytes(), kind)
    assert actions(manifest) == ["c2pa.created"] and "algorithmicMedia" in json.dumps(manifest["assertions"])
    assert studio.like(made.path) == made.recipe


def test_what_was_worked_on_names_what_it_comes_from(studio, tmp_path):
    first = make(studio, tmp_path / "a.png")
    worked = darkroom.cropped(studio, darkroom.picture(studio, str(first.path)), (0, 0, 0.5, 0.5))
    manifest = told(studio.make(worked.recipe, tmp_path / "b.png").path.read_bytes(), "png")
    assert actions(manifest) == ["c2pa.opened", "c2pa.edited"] and [one["relationship"] for one in manifest["ingredients"]] == ["parentOf"]


def test_another_format_is_a_conversion(studio, tmp_path):
    entry = make(studio, tmp_path / "a.png").entry
    assert actions(told(studio.converted(entry, "jpeg"), "jpeg")) == ["c2pa.opened", "c2pa.converted"]


def test_a_change_is_noticed(studio, tmp_path):
    data = make(studio, tmp_path / "a.png").path.read_bytes()
    again = encode(255 - open_picture(data))
    with pytest.raises(c2pa.C2paError):
        c2pa.Reader("image/png", io.BytesIO(again))


def test_without_credentials_nothing_is_signed_and_half_of_them_is_an_error(tmp_path, chain):
    with Studio(Settings(home=tmp_path / "home", engine="null")) as plain:
        assert b"c2pa" not in make(plain, tmp_path / "a.png").path.read_bytes()
    half = Settings(home=tmp_path / "home", engine="null", c2pa_key=chain / "key.pem")
    with Studio(half) as studio, pytest.raises(RequestError, match="without its certificate"):
        make(studio, tmp_path / "b.png")


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="no exiftool (Debian: libimage-exiftool-perl)")
@pytest.mark.parametrize("ending", ["png", "jpg", "webp"])
def test_other_programs_find_the_manifest_and_still_the_words(studio, tmp_path, ending):
    """exiftool tells who claims what; of WebP its Debian version knows only that there is a manifest. exiv2 still reads what stood there before."""
    file = make(studio, tmp_path / f"a.{ending}").path
    found = json.loads(subprocess.run(["exiftool", "-j", "-G1", "-a", "-u", str(file)], check=True, capture_output=True, text=True).stdout)[0]
    if ending == "webp":
        assert "RIFF:Unknown_C2PA" in found or "JUMBF:JUMDLabel" in found
    else:
        assert found["CBOR:ActionsAction"] == "c2pa.created" and found["CBOR:ActionsDigitalSourceType"].endswith("/algorithmicMedia")
        assert found["CBOR:Claim_Generator_InfoName"] == "Diorama"
    if shutil.which("exiv2"):
        read = subprocess.run(["exiv2", "-pa", str(file)], check=True, capture_output=True, text=True).stdout
        assert "algorithmicMedia" in read


# ── files beside pictures: for the press, for image editors ──


def printed(studio, tmp_path, **more):
    first = make(studio, tmp_path / "a.png")
    work = printing.printed(studio, darkroom.picture(studio, str(first.path)), (60, 40), dpi=72, **more)
    return studio.render(work.recipe).outcome.files


@pytest.mark.parametrize(("file", "kind", "ending"), [("pdf", "application/pdf", "pdf"), ("tiff", "image/tiff", "tif")])
def test_files_for_the_press_hold_their_manifest_and_their_kind(studio, tmp_path, file, kind, ending):
    (made,) = printed(studio, tmp_path, file=file)
    found = json.loads(c2pa.Reader(kind, io.BytesIO(made.data)).json())
    manifest = found["manifests"][found["active_manifest"]]
    assert found["validation_state"] == "Valid" and actions(manifest) == ["c2pa.opened", "c2pa.edited"]
    (tmp_path / f"a.{ending}").write_bytes(made.data)
    if shutil.which("exiftool"):
        asked = ["exiftool", "-j", "-G1", "-a", str(tmp_path / f"a.{ending}")]
        read = json.loads(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)[0]
        assert read["XMP-iptcExt:DigitalSourceType"].endswith("/algorithmicMedia") and not any(name.endswith(":Warning") for name in read)
    if file == "tiff":
        assert np.asarray(Image.open(io.BytesIO(made.data))).shape == (113, 170, 3)


@pytest.mark.parametrize("what", ["pdf/x", "psd", "exr", "pages"])
def test_what_cannot_hold_a_manifest_has_one_beside_it_that_knows_every_byte(studio, tmp_path, what):
    if what == "pdf/x":
        made, beside = printed(studio, tmp_path, space="cmyk", profile=inks.profile())
    else:
        out = io.BytesIO()
        pages = [Image.new("RGB", (8, 8), (k, 0, 0)) for k in range(3)]
        pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:])
        types = {"psd": "image/vnd.adobe.photoshop", "exr": "image/x-exr", "pages": "image/tiff"}
        given = File(f"layers.{what}", types[what], out.getvalue() if what == "pages" else b"8BPS any bytes")
        recipe = make(studio, tmp_path / "a.png").recipe
        made, beside = studio.sealed((given,), recipe, "algorithmicMedia")
        assert made.data == given.data
    assert beside.name == f"{made.name}.c2pa" and beside.type == "application/c2pa"

    def state(data: bytes) -> str:
        return json.loads(c2pa.Reader("application/octet-stream", io.BytesIO(data), manifest_data=beside.data).json())["validation_state"]

    assert (state(made.data), state(made.data[:-1] + b"?")) == ("Valid", "Invalid")
