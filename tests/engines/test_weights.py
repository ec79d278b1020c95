"""Weights: pulled from a hub that breaks off and lies, listed, removed; and where a model fits. No network, no torch."""

from __future__ import annotations

import hashlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from typer.testing import CliRunner

from diorama.cli import app
from diorama.contracts import Cancel
from diorama.engines.diffusion.families import families, family
from diorama.engines.diffusion.fetch import Remote, pull, wanted
from diorama.engines.diffusion.options import DiffusionOptions
from diorama.engines.diffusion.plan import Machine, plan
from diorama.engines.diffusion.weights import folder, held, needed, note, remove
from diorama.errors import Cancelled, EngineError, EngineUnavailable, EngineUnreachable, OutputError, RequestError

BIG = bytes(range(256)) * 12_000
FILES = {
    "model_index.json": b'{"_class_name": "ZImagePipeline"}', "README.md": b"# a model", "transformer/config.json": b"{}", "transformer/a.safetensors": BIG,
    "vae/b.safetensors": b"weights", "vae/old.bin": b"a pickle", "a.safetensors": b"all of it once more", "tokenizer/merges.txt": b"a b",
}  # fmt: skip
REPO = "Tongyi-MAI/Z-Image-Turbo"


class Hub(BaseHTTPRequestHandler):
    """Speaks what is needed of a hub's API. `cuts`: bytes after which a large file breaks off, once each."""

    files, cuts, asked, lies, code = dict(FILES), [], [], False, 200

    def do_GET(self):
        path = self.path.split("?")[0].replace("madebyollin/taef1", REPO)  # another repository, with the same files
        type(self).asked.append((path, self.headers.get("Range")))
        if self.code != 200:
            return self.answer(self.code, b"no")
        if path == f"/api/models/{REPO}":
            return self.answer(200, json.dumps({"sha": "abc123"}).encode())
        if path == f"/api/models/{REPO}/tree/abc123":
            return self.answer(200, json.dumps([self.row(name, data) for name, data in self.files.items()]).encode())
        name = path.removeprefix(f"/{REPO}/resolve/abc123/")
        data, first = self.files[name], int((self.headers.get("Range") or "bytes=0-")[6:-1])
        body = data[first:]
        self.send_response(206 if first else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if len(data) > 10_000 and type(self).cuts:
            body = body[: type(self).cuts.pop(0)]
        self.wfile.write(body)

    def row(self, name, data):
        if not name.endswith((".safetensors", ".bin")):
            return {"type": "file", "path": name, "size": len(data), "oid": hashlib.sha1(f"blob {len(data)}\0".encode() + data).hexdigest()}
        digest = hashlib.sha256(data + b"!" * self.lies).hexdigest()
        return {"type": "file", "path": name, "size": 133, "oid": "x", "lfs": {"oid": digest, "size": len(data)}}

    def answer(self, code, body):
        self.send_response(code)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def hub(tmp_path, monkeypatch):
    made = type("OneHub", (Hub,), {"cuts": [], "asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), made)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    monkeypatch.setenv("DIORAMA_HUB", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("DIORAMA_WEIGHTS", str(tmp_path / "weights"))
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


Z = family("z-image")


def test_what_is_pulled_is_whole_checked_and_free_of_pickles(hub):
    seen = []
    made = pull(Z, tell=lambda done, total, path: seen.append((done, total)))
    there = folder("z-image")
    assert {str(p.relative_to(there)) for p in there.rglob("*") if p.is_file()} == set(FILES) - {"vae/old.bin", "a.safetensors"}
    assert (there / "transformer/a.safetensors").read_bytes() == BIG
    assert held("z-image") == made and made.revision == "abc123" and made.licence == "Apache-2.0"
    assert seen == sorted(seen) and seen[-1] == (made.size, made.size)
    assert needed(Z) == there


def test_cut_off_it_goes_on_where_it_was_and_is_not_there_before_it_is_whole(hub):
    hub.cuts = [1_000_000, 500_000]
    for _ in range(2):
        with pytest.raises(EngineUnreachable, match="connection broke") as broken:
            pull(Z)
        assert broken.value.retry and held("z-image") is None
        with pytest.raises(EngineUnavailable):
            needed(Z)
    pull(Z)
    ranges = [asked for path, asked in hub.asked if path.endswith("transformer/a.safetensors")]
    assert ranges == [None, "bytes=1000000-", "bytes=1500000-"]
    assert (folder("z-image") / "transformer/a.safetensors").read_bytes() == BIG


def test_what_is_there_is_not_fetched_again(hub):
    pull(Z)
    hub.asked.clear()
    pull(Z)
    assert [path for path, _ in hub.asked if "/resolve/" in path] == []


def test_a_file_that_is_not_what_it_should_be_is_thrown_away(hub):
    hub.lies = True
    with pytest.raises(EngineError, match="not what the repository says"):
        pull(Z)
    assert held("z-image") is None and not list(folder("z-image").rglob("*.safetensors*"))


def test_stopped_on_the_way_it_can_go_on(hub):
    cancel = Cancel()
    with pytest.raises(Cancelled):
        pull(Z, tell=lambda done, *_: cancel.now() if done > 1_500_000 else None, cancel=cancel)
    pull(Z)
    assert any(asked for path, asked in hub.asked if path.endswith("a.safetensors"))


SAID = [(401, EngineError, "terms accepted"), (404, EngineError, "does not have"), (503, EngineUnreachable, "503")]


@pytest.mark.parametrize(("code", "kind", "words"), SAID)
def test_what_the_hub_says_is_told(hub, code, kind, words):
    hub.code = code
    with pytest.raises(kind, match=words):
        pull(Z)


def test_a_hub_that_names_files_outside_their_folder_is_not_believed(hub):
    hub.files = {"../../evil.json": b"{}", **FILES}
    with pytest.raises(EngineError, match="outside its folder"):
        pull(Z)


def test_of_two_variants_one_is_fetched_and_a_repository_of_pickles_is_refused():
    paths = ("unet/a.fp16.safetensors", "unet/a.safetensors", "vae/c.safetensors", "unet/config.json", "whole.safetensors", "x/y/z.safetensors")
    files = [Remote(path, 1, "") for path in paths]
    assert {one.path for one in wanted(files, "fp16")} == {"unet/a.fp16.safetensors", "vae/c.safetensors", "unet/config.json"}
    with pytest.raises(EngineError, match="no .safetensors"):
        wanted([Remote("unet/a.bin", 1, ""), Remote("config.json", 1, "")], None)


def test_a_pickle_that_was_put_beside_them_is_not_loaded(hub):
    pull(Z)
    (folder("z-image") / "vae" / "x.ckpt").write_bytes(b"")
    with pytest.raises(OutputError, match="can run programs"):
        needed(Z)


def test_removed_it_is_gone_half_fetched_or_whole(hub):
    pull(Z)
    assert remove("z-image") > len(BIG) and held("z-image") is None and not folder("z-image").exists() and not note("z-image").exists()
    assert remove("z-image") == 0


# ── the command line ──


def run(*arguments, **more):
    return CliRunner().invoke(app, ["models", *arguments], **more)


def test_the_licence_is_shown_and_must_be_accepted(hub):
    refused = run("pull", "z-image")
    assert isinstance(refused.exception, RequestError) and refused.exception.where == "yes" and "Apache-2.0" in refused.stderr
    assert run("pull", "z-image", "--yes").exit_code == 0 and held("z-image") is not None
    assert "is here" in run("pull", "z-image").stdout
    rows = json.loads(run("list", "--json").stdout)
    assert {row["name"]: row["held"] for row in rows}["z-image"] == ["model"] and len(rows) == len(families())
    assert "free again" in run("remove", "z-image").stdout


def test_a_tiny_decoder_for_previews_is_a_part_with_a_licence_of_its_own(hub):
    fetched = run("pull", "z-image", "--previews", "--yes")
    assert fetched.exit_code == 0 and "madebyollin/taef1" in fetched.stderr and "MIT" in fetched.stderr and held("z-image", "decoder").licence == "MIT"
    refused = run("pull", "qwen-image", "--previews", "--yes").exception
    assert isinstance(refused, RequestError) and refused.hint == "there is one for z-image, sdxl" and held("qwen-image") is None


# ── where it fits ──


@pytest.mark.parametrize(
    ("name", "card", "placement"),
    [("z-image", 24, "whole"), ("z-image", 16, "offloaded"), ("z-image", 8, "quantised"), ("z-image", 4, "streamed"), ("sdxl", 12, "whole"),
     ("sdxl", 8, "offloaded"), ("flux2-klein", 24, "whole"), ("flux2-klein", 12, "offloaded"), ("qwen-image", 80, "whole"), ("qwen-image", 24, "quantised")],
)  # fmt: skip
def test_a_model_is_placed_by_the_cards_memory(name, card, placement):
    assert plan(family(name), Machine("cuda", card), DiffusionOptions()).placement == placement


def test_a_placement_that_is_asked_for_is_taken_and_one_that_cannot_be_is_said():
    assert plan(Z, Machine("cuda", 24), DiffusionOptions(memory="streamed")).placement == "streamed"
    with pytest.raises(EngineError, match="2.0 GB are free"):
        plan(Z, Machine("cuda", 2), DiffusionOptions())
    with pytest.raises(EngineError, match="memory"):
        plan(family("qwen-image"), Machine("cpu", 16), DiffusionOptions())


def test_the_processor_computes_exactly_where_there_is_room():
    assert plan(Z, Machine("cpu", 64), DiffusionOptions()).dtype == "float32" and plan(Z, Machine("cpu", 24), DiffusionOptions()).dtype == "bfloat16"


def test_every_family_has_what_its_pipelines_need():
    for model in families().values():
        assert model.pipelines and model.takes and len(model.guidance) == 1, model.name
        assert ("control" in model.pipelines) == (model.control is not None), model.name
        assert "non-commercial" not in model.licence.lower()
