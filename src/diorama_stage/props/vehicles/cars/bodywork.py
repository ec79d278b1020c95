# SPDX-License-Identifier: GPL-3.0-or-later
"""A car from its shape's table: skin and panels, glass, lamps, grille, trim, wheels, inside."""

from __future__ import annotations

import math
import tomllib
from pathlib import Path

import numpy as np

from diorama_stage.kit import Builder, box, cylinder, ellipsoid, join, label_plane, lathe, loft, move, rotate, rounded_profile, scale, sweep
from diorama_stage.kit.skin import dense
from diorama_stage.props.vehicles.cars.cabin import cabin
from diorama_stage.props.vehicles.cars.draw import MIRROR, along, bars, edge, line, loop, recess, strip
from diorama_stage.props.vehicles.cars.hull import Hull
from diorama_stage.props.vehicles.cars.wheels import mount, wheel

SHAPES: dict[str, dict] = tomllib.loads(Path(__file__).with_name("shapes.toml").read_text(encoding="utf-8"))
GAP = 0.0042
FACE, STERN = ("headlamp", "grille", "intake", "vent"), ("tail_lamp", "diffuser")


def shape(name: str) -> dict:
    """A shape's table over that of its base. A face of round lamps has no other headlamps."""
    own = SHAPES[name]
    if "base" not in own:
        return own
    d = merged(shape(own["base"]), {k: v for k, v in own.items() if k != "base"})
    if name == "lorry":
        d["wheel"].pop("rear", None)  # its rear axles are under the load
        d["back"] = {}
    for part, names in (("front", FACE), ("back", STERN)):
        if "round_lamps" in own.get(part, {}):
            d[part] = {k: v for k, v in d[part].items() if k in own[part] or k not in names}
    return d


def merged(base: dict, over: dict) -> dict:
    return base | {k: merged(base[k], v) if isinstance(v, dict) and isinstance(base.get(k), dict) else v for k, v in over.items()}


def slots(b: Builder, paint: str, *, rims: tuple[str, str | None] = ("aluminium", None), seats: tuple[str, str] = ("leather", "#2b2826"), tint: str = "#b9c6c0") -> None:
    """The usual looks of a car's parts."""
    b.slot("paint", "paint", paint)
    b.slot("tyres", "rubber", "#1a1a1a", role="fixed")
    b.slot("rims", *rims, role="fixed")
    b.slot("disc", "steel", "#8d8f90", role="fixed")
    b.slot("chrome", "chrome", role="fixed")
    b.slot("black", "plastic", "#0d0d0e", role="fixed", finish=("satin",))
    b.slot("dark", "rubber", "#0c0c0c", role="fixed")
    b.slot("glass", "glass", tint, role="fixed", params={"pane": True})
    b.slot("clear", "glass", "#f4f7f7", role="fixed", params={"pane": True})
    b.slot("lens", "glass", role="fixed")
    b.slot("red", "lacquer", "#b01410", role="fixed")
    b.slot("tail_lens", "lacquer", "#a3110e", role="fixed")
    b.slot("trim", "plastic", "#232323", role="fixed")
    b.slot("lining", "felt", "#8f8c86", role="fixed")
    b.slot("seats", *seats, role="fixed")
    lit = b.spec.has("lit")
    b.slot("beam", "emission", "#fff3df", role="fixed", params={"strength": 26.0 if lit else 0.9})
    b.slot("tail", "emission", "#ff1a10", role="fixed", params={"strength": 9.0 if lit else 0.22})


class Car:
    """What the steps of building share."""

    def __init__(self, b: Builder, d: dict):
        self.b, self.d = b, d
        self.far = b.spec.has("far")
        """A street's cars are coarser, and without what is only seen near by."""
        self.mesh = {"spacing": 0.12, "passes": 1} if self.far or "coarse" in d else {"spacing": 0.075, "passes": 2}
        w = d["wheel"]
        self.axles = [(w[k], w["radius"]) for k in ("front", "rear") if k in w]
        self.hull = Hull(d["body"], [(x, z, w["arch"]) for x, z in self.axles])
        self.skin = self.hull.skin(d.get("spine", 0.52))
        self.roof = Hull(d["glass"])
        g = d.get("glass_spine", (d["cabin"]["z"] - 0.06, 0.65))
        self.over = self.roof.skin(*g)

    def build(self) -> None:
        self.body()
        self.glasshouse()
        if not self.far:
            self.seams()
        self.face()
        self.stern()
        self.fittings()
        self.running()

    # -- skin ---------------------------------------------------------------------------------------------------------------------------------

    def arch(self, x: float, z: float, grow: float = 0.0) -> np.ndarray:
        """A wheel arch's edge on the skin, from the sill before the wheel to the sill behind it."""
        r, low = self.d["wheel"]["arch"] + grow, self.d["low"]
        a = math.asin(max(min((low - 0.03 - z) / r, 0.95), -0.95))
        t = np.linspace(math.pi - a, a, 60)
        return self.skin.side(np.stack([x + r * np.cos(t), z + r * np.sin(t)], axis=1))

    def body(self) -> None:
        d, skin, b = self.d, self.skin, self.b
        front, back = d["front"], d["back"]
        loops: dict[str, np.ndarray] = {}
        for k, (x, z) in enumerate(self.axles):
            lip = self.arch(x, z)
            loops[f"arch{k}"] = np.concatenate([lip, lip[:1]])
        hole = self.waist()
        loops["cabin"] = skin.top(np.concatenate([hole, hole[:1]])[:, :2])
        for z in d["lines"].get("crease", ()):
            xs = np.arange(self.hull.lengths[0] + 0.35, self.hull.lengths[1] - 0.3, 0.05)
            loops[f"crease{z}"] = skin.side(np.stack([xs, z + self.hull.wedge * xs], axis=1))
        if "bed" in d:
            loops["bed"] = loop(skin, "top", d["bed"]["hole"], 0.04)
        for name in FACE:
            if name in front:
                loops[name] = loop(skin, "front", front[name], front.get(f"{name}_round", 0.022))
        for name in STERN:
            if name in back:
                loops[name] = loop(skin, "rear", back[name], back.get(f"{name}_round", 0.02))
        if "cladding" in d:
            loops["cladding"] = np.concatenate([p := self.arch(*self.axles[0], d["cladding"]), p[:1]])
            loops["cladding1"] = np.concatenate([p := self.arch(*self.axles[1], d["cladding"]), p[:1]])
            rocker = dense([(self.axles[0][0], d["low"] - 0.1), (self.axles[0][0], d["low"] + d["cladding"] * 1.7), (self.axles[1][0], d["low"] + d["cladding"] * 1.7), (self.axles[1][0], d["low"] - 0.1)], 0.06)
            loops["rocker"] = skin.side(np.concatenate([rocker, rocker[:1]]))
        self.loops = loops
        cut = self.cut = skin.cut(d["low"], list(loops.values()), **self.mesh)
        cut.take(*(loops[k] for k in ("arch0", "arch1", "cabin") if k in loops))
        if "bed" in loops:
            cut.take(loops["bed"])
            self.bed(d["bed"])
        self.masks = {name: cut.take(loops[name]) for name in FACE + STERN if name in loops}
        if "cladding" in d:
            b.add(cut.object("cladding", cut.take(loops["cladding"], loops["cladding1"], loops["rocker"])), "black", "cladding")
        b.add(cut.object("body", cut.rest()), "paint", "body")

    def bed(self, p: dict) -> None:
        """A pickup's load bed: floor with ribs, walls, rails."""
        (x0, x1), half, z, top = p["x"], p["half"], p["floor"], float(self.hull.top(sum(p["x"]) / 2)) - 0.012
        inner = [box(x1 - x0, 2 * half, 0.03, bevel=0.004, at=((x0 + x1) / 2, 0, z))]
        inner += [box(x1 - x0 - 0.1, 0.06, 0.012, bevel=0.005, at=((x0 + x1) / 2, y, z + 0.03)) for y in np.linspace(-half + 0.12, half - 0.12, 9)]
        inner += [box(x1 - x0, 0.03, top - z, bevel=0.006, at=((x0 + x1) / 2, s * half, z)) for s in (-1, 1)]
        inner += [box(0.03, 2 * half, top - z, bevel=0.006, at=(x, 0, z)) for x in (x0, x1)]
        for x, _ in self.axles[1:]:
            inner += [box(0.95, 0.2, 0.22, bevel=0.06, at=(x, s * (half - 0.09), z)) for s in (-1, 1)]
        self.b.add(join(inner), "black", "bed")
        self.b.support("bed", x0 + 0.1, x1 - 0.1, -half + 0.1, half - 0.1, z + 0.045)

    def waist(self) -> np.ndarray:
        """Where the glasshouse stands on the body: the opening's half outline, a little inside."""
        z = self.d["cabin"]["z"]
        levels = self.over.levels(np.linspace(z - 0.02, z + 0.22, 33))
        x, y = levels[:, :, 0], levels[:, :, 1]
        gap = np.abs(self.hull.top(x) - self.hull.crown(x) * np.minimum(y / self.hull.plan(x), 1) ** 2 - levels[:, :, 2])
        hole = levels[gap.argmin(axis=0), np.arange(levels.shape[1])]
        middle = np.array((hole[:, 0].mean(), 0, 0))
        return middle + (hole - middle) * (0.95, 0.965, 1)

    def glasshouse(self) -> None:
        d, skin, b, lines = self.d, self.over, self.b, self.d["lines"]
        windows = [loop(skin, "side", w, 0.03) for w in lines["windows"]]
        screens = [self.pane("front", lines["screen"]), *([self.pane("rear", lines["back"])] if "back" in lines else [])]
        pillars = []
        for left, right in zip(lines["windows"], lines["windows"][1:], strict=False):
            left, right = np.asarray(left), np.asarray(right)
            top = min(left[:, 1].max(), right[:, 1].max())
            near = lambda p, z, pick: p[np.abs(p[:, 1] - z) < 0.06][:, 0].__getattribute__(pick)()  # noqa: E731
            a, c = left[:, 1].min(), top
            quad = [(near(left, a, "max") - 0.05, a), (near(right, right[:, 1].min(), "min") + 0.05, a), (near(right, c, "min") + 0.05, c), (near(left, c, "max") - 0.05, c)]
            pillars.append(skin.side(dense([*quad, quad[0]], 0.05)))
        low = d["cabin"]["z"] - 0.01
        cut = skin.cut(low, [*windows, *screens, *pillars], **self.mesh)
        glass = cut.take(*windows, *screens)
        b.add(cut.object("glass", glass), "glass", "windows")
        if pillars and not d.get("chrome"):
            b.add(cut.object("pillars", cut.take(*pillars)), "black", "pillars")
        rest = cut.rest()
        b.add(cut.object("roof", rest), d.get("roof_slot", "paint"), "roof")
        b.add(cut.object("lining", rest, inward=0.022, turned=True), "lining", "interior")
        seal = "chrome" if d.get("chrome") else "black"
        b.add(join([along(skin, w, 0.011, 0.0) for w in windows]), seal, "window trim")
        b.add(join([along(skin, edge(w), 0.010, -0.001) for w in screens]), seal, "window trim")
        self.screen = screens[0]

    def pane(self, view: str, s: dict) -> np.ndarray:
        """The half outline of a windscreen or rear window on the glasshouse, from its heights and its margin to the pillars."""
        profile, deep = (self.roof.nose, self.roof.corner[0]) if view == "front" else (self.roof.tail, self.roof.corner[1])
        side = []
        for z in np.linspace(s["low"], s["high"], 6):
            x = float(profile(z)) + (deep if view == "front" else -deep) * 0.6
            side.append((float(self.roof.half(x, z)) - s["margin"], z))
        sag = s.get("sag", 0.02)
        low = [(0.0, s["low"] - sag), (side[0][0] * 0.6, s["low"] - sag * 0.6)]
        return loop(self.over, view, [*low, *side, (side[-1][0] * 0.6, s["high"] + 0.008), (0.0, s["high"] + 0.012)], 0.05)

    # -- lines --------------------------------------------------------------------------------------------------------------------------------

    def seams(self) -> None:
        """Shut lines: dark gaps along the doors, bonnet, boot and bumpers; arch lips; handles; filler cap."""
        d, skin, lines = self.d, self.skin, self.d["lines"]
        made = []
        for name in ("doors", "bumpers"):
            made += [along(skin, line(skin, "side", p), GAP, -0.0018, sides=6) for p in lines.get(name, ())]
        for name in ("bumper_side", "bumper_tail"):
            if lines.get(name):
                made.append(along(skin, line(skin, "side", lines[name]), GAP, -0.0018, sides=6))
        for name, view in (("bonnet", "top"), ("boot", "top"), ("boot_rear", "rear"), ("bonnet_front", "front")):
            if lines.get(name) and lines[name][0] != lines[name][-1]:
                made.append(along(skin, line(skin, view, lines[name]), GAP, -0.0018, sides=6))
        for x, z in ([lines["fuel"]] if "fuel" in lines else []):
            ring = [(x + 0.075 * math.cos(a), z + 0.07 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 33)]
            made.append(along(skin, skin.side(ring), 0.0024, -0.001, sides=6, both=False))
        if made:
            self.b.add(join(made), "dark", "seams")
        lip = "black" if "cladding" in d else "paint"
        self.b.add(join([along(skin, self.arch(x, z, -0.004), 0.011, -0.006) for x, z in self.axles]), lip, "arches")
        for k, (x, z) in enumerate(lines.get("handles", ())):
            path = skin.side([(x + u, z) for u in np.linspace(-0.085, 0.085, 9)])
            out = np.array([0.006, 0.02, 0.028, 0.03, 0.031, 0.03, 0.028, 0.02, 0.006])[:, None]
            bar = path + skin.normals(path) * out
            made = [sweep(p, 0.0105, sides=10, flat=0.7) for p in (bar, bar * MIRROR)]
            self.b.add(join(made), "chrome" if d.get("chrome") or (k == 0 and d.get("bright")) else "paint", "handles")
            cup = skin.side([(x + 0.05 * math.cos(a), z + 0.024 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 25)])
            self.b.add(along(skin, np.concatenate([cup]), 0.004, -0.003, sides=6), "dark", "handles")
        if "strip" in lines:
            for p in lines["strip"]:
                self.b.add(along(skin, line(skin, "side", p, 0.05), 0.013, 0.004, flat=0.6), "chrome" if d.get("chrome") else "black", "trim")

    # -- ends ---------------------------------------------------------------------------------------------------------------------------------

    def face(self) -> None:
        """Headlamps, grille, intake, number plate, badge, bumper."""
        d, b, skin, f = self.d, self.b, self.skin, self.d["front"]
        if "headlamp" in self.masks:
            mask, rim = self.masks["headlamp"], self.loops["headlamp"]
            b.add(self.cut.object("lamp", mask), "clear", "headlights")
            b.add(join(recess(self.cut, mask, rim, (0.085, 0, 0), 0.94)), "black", "headlights")
            for y, z in f["projectors"][: 1 if self.far else None]:
                self.projector(y, z, f.get("projector", 0.05))
            drl = skin.onto(np.stack([np.zeros(20), *np.array([np.interp(np.linspace(0, 1, 20), np.linspace(0, 1, len(f["drl"])), c) for c in np.transpose(f["drl"])])], axis=1), (-1, 0, 0)) if "drl" in f else None
            if drl is not None:
                b.add(along(skin, drl, 0.0075, -0.02), "beam", "headlights")
        for y, z, r in f.get("round_lamps", ()):
            self.round_lamp(y, z, r)
        for name in ("grille", "intake", "vent"):
            if name not in self.masks:
                continue
            b.add(join(recess(self.cut, self.masks[name], self.loops[name], (0.06, 0, 0), 0.97)), "dark", name)
            if self.far and name != "grille":
                continue
            outline = np.asarray(f[name], float)
            low, high = outline[:, 1].min(), outline[:, 1].max()
            kind = f.get("slats", "bars") if name == "grille" else "mesh"
            n = max(int((high - low) / {"bars": 0.034, "mesh": 0.022, "vertical": 0.4, "teeth": 0.08}[kind]), 1)
            made = [m for m in (bars(skin, outline, np.linspace(low, high, n + 2)[1:-1], 0.008 if kind != "mesh" else 0.0035, -0.018, flat=0.7),) if m]
            if kind in ("mesh", "vertical", "teeth") and abs(outline[0][0]) < 1e-6:
                made += self.uprights(outline, {"mesh": 0.035, "vertical": 0.035, "teeth": 0.095}[kind], 0.0035 if kind == "mesh" else 0.009)
            if made:
                b.add(join(made), "chrome" if d.get("chrome") or (name == "grille" and f.get("bright")) else "black", name)
            if name == "grille":
                b.add(along(skin, edge(self.loops[name]), 0.010, 0.0), "chrome" if f.get("bright", True) else "black", "grille")
        if "badge" in f:
            at = skin.front([(0, f["badge"])])[0]
            n = skin.normals(at[None])[0]
            disc = lathe(rounded_profile([(0, 0), (0.036, 0), (0.036, 0.006), (0.03, 0.009), (0, 0.01)], 0.002), segments=40)
            self.b.add(move(rotate(disc, 0, -90 + math.degrees(math.asin(n[2]))), *(at - n * 0.002)), "chrome", "badge")
        if "plate" in f:
            self.plate(skin.front([(0, f["plate"])])[0], -1)
        if "bumper" in f:
            self.bumper("front", f["bumper"])

    def uprights(self, outline: np.ndarray, step: float, radius: float) -> list:
        made = []
        for y in np.arange(step / 2, outline[:, 0].max(), step):
            hits = sorted(a[1] + (c[1] - a[1]) * (y - a[0]) / (c[0] - a[0]) for a, c in zip(outline, outline[1:], strict=False) if (a[0] > y) != (c[0] > y))
            if len(hits) >= 2:
                path = self.skin.front(np.stack([np.full(9, y), np.linspace(hits[0], hits[-1], 9)], axis=1))
                made.append(along(self.skin, path, radius, -0.016, sides=6))
        return made

    def projector(self, y: float, z: float, r: float) -> None:
        at = self.skin.front([(y, z)])[0]
        bowl = lathe(rounded_profile([(r * 0.3, 0.05), (r * 0.6, 0.035), (r * 0.92, 0.004), (r, 0), (r, 0.012), (r * 0.7, 0.05), (r * 0.3, 0.055)], 0.003), segments=40)
        lens = ellipsoid(r * 0.62, r * 0.62, 0.022, at=(0, 0, 0.03), segments=28)
        source = cylinder(r * 0.42, 0.004, bevel=0.001, at=(0, 0, 0.052), segments=24)
        for o, slot in ((bowl, "chrome"), (lens, "lens"), (source, "beam")):
            twin = o.copy()
            twin.data = o.data.copy()
            o.users_collection[0].objects.link(twin)
            for s, lamp in ((1, o), (-1, twin)):
                self.b.add(move(rotate(lamp, 0, 90), at[0] + 0.018, s * y, z), slot, "headlights")

    def round_lamp(self, y: float, z: float, r: float) -> None:
        """A round headlamp of old: chrome ring, fluted lens, reflector."""
        at = self.skin.front([(y, z)])[0]
        ring = lathe(rounded_profile([(r * 0.98, -0.07), (r * 1.16, -0.06), (r * 1.17, 0.0), (r * 1.08, 0.022), (r * 0.98, 0.018), (r * 0.96, 0.0), (r * 0.98, -0.07)], 0.006), segments=64)
        bowl = lathe([(0.0, -0.075), (r * 0.35, -0.07), (r * 0.75, -0.04), (r * 0.97, 0.004)], segments=48)
        t = np.linspace(0, math.pi / 2, 9)
        lens = lathe([(r * 0.98 * math.cos(a), 0.008 + 0.03 * math.sin(a)) for a in t], segments=48, smooth=180)
        bulb = ellipsoid(0.014, 0.014, 0.02, at=(0, 0, -0.05), segments=16)
        for o, slot in ((ring, "chrome"), (bowl, "chrome"), (lens, "clear"), (bulb, "beam")):
            twin = o.copy()
            twin.data = o.data.copy()
            o.users_collection[0].objects.link(twin)
            for s, lamp in ((1, o), (-1, twin)):
                self.b.add(move(rotate(lamp, 0, -90), at[0] + 0.01, s * y, z), slot, "headlights")

    def bumper(self, view: str, p: dict) -> None:
        """A chrome bumper bar of old that stands before the body, with over-riders."""
        s = -1 if view == "front" else 1
        half, z, tall = p["half"], p["z"], p.get("tall", 0.085)
        ys = np.concatenate([np.linspace(0, half * 0.86, 14), half * np.array([0.93, 0.975, 1.0, 1.0])])
        mid = float((self.hull.nose if s < 0 else self.hull.tail)(z)) + s * p.get("stand", 0.09)
        xs = np.concatenate([mid - s * p.get("bow", 0.12) * (ys[:14] / half) ** 2, mid - s * (p.get("bow", 0.12) * 0.8 + np.array([0.03, 0.085, 0.18, 0.32]))])
        path = np.stack([xs, ys, np.full(len(ys), z)], axis=1)
        path = np.concatenate([path[::-1] * MIRROR, path[1:]])
        t = np.linspace(0, 2 * math.pi, 20, endpoint=False)
        section = [(tall / 2 * np.sign(math.cos(a)) * abs(math.cos(a)) ** 0.7, 0.032 * math.sin(a)) for a in t]
        rings = []
        for i, q in enumerate(path):
            d = path[min(i + 1, len(path) - 1)] - path[max(i - 1, 0)]
            out = np.array((d[1], -d[0], 0)) / np.hypot(d[0], d[1]) * (-1)
            rings.append([q + out * v + (0, 0, u) for u, v in section])
        self.b.add(loft(rings, smooth=60), "chrome", "bumper")
        for y in (-0.34, 0.34):
            if p.get("riders", True):
                x = float(np.interp(0.34, ys, xs))
                self.b.add(move(rotate(scale(ellipsoid(0.5, 0.5, 0.5, segments=32), 0.075, 0.07, 0.25), 0, 6 * s), x + s * 0.015, y, z + 0.03), "chrome", "bumper")
            self.b.add(box(0.3, 0.06, 0.04, bevel=0.01, at=(mid - s * 0.2, y, z - 0.02)), "dark", "bumper")

    def plate(self, at, way: int, tilt: float = 0.0) -> None:
        b, spec = self.b, self.b.spec
        label = spec.labels[0] if spec.labels and not spec.is_a("taxi", "police") else {"text": "DIO 2026", "style": "bold", "colour": None}
        if "plate" not in b._slots:
            b.slot("plate", "printed", role="fixed", label=label, params={"paper": "#e9e6dc"})
        x = at[0] + way * 0.016
        b.add(move(rotate(box(0.46, 0.014, 0.12, bevel=0.004, at=(0, 0, -0.06)), 0, 0, 90), x - way * 0.008, 0, at[2]), "black", "plate")
        b.add(move(rotate(label_plane(0.44, 0.1), 0, 0, 90 * way), x, 0, at[2]), "plate")

    def stern(self) -> None:
        """Tail lamps, number plate, diffuser and exhaust, rear bumper."""
        d, b, skin, r = self.d, self.b, self.skin, self.d["back"]
        if "tail_lamp" in self.masks:
            mask, rim = self.masks["tail_lamp"], self.loops["tail_lamp"]
            b.add(self.cut.object("lamp", mask), "red", "tail lights")
            inner = lambda p: p.mean(axis=0) + (p - p.mean(axis=0)) * (1, 0.84, 0.4) + (0.004, 0, 0)  # noqa: E731
            b.add(self.cut.object("glow", mask, shift=inner), "tail", "tail lights")
            b.add(along(skin, rim, 0.006, -0.002), "black", "tail lights")
        for y, z, size in r.get("round_lamps", ()):
            at = skin.rear([(y, z)])[0]
            for s in (1, -1):
                ring = lathe(rounded_profile([(size * 0.9, -0.05), (size * 1.15, -0.05), (size * 1.12, 0.015), (size * 0.95, 0.02), (size * 0.9, -0.05)], 0.005), segments=48)
                lens = ellipsoid(size * 0.95, size * 0.95, 0.035, segments=32)
                b.add(move(rotate(ring, 0, 90), at[0], s * y, z), "chrome", "tail lights")
                b.add(move(rotate(lens, 0, 90), at[0] + 0.004, s * y, z), "tail_lens", "tail lights")
        if "diffuser" in self.masks:
            b.add(join(recess(self.cut, self.masks["diffuser"], self.loops["diffuser"], (-0.04, 0, 0), 0.98)), "black", "bumper")
        for y, z in r.get("exhausts", ()):
            at = skin.rear([(y, z)])[0]
            for s in (1, -1) if r.get("twin", True) else (1,):
                pipe = lathe(rounded_profile([(0.03, -0.2), (0.04, -0.2), (0.042, 0.0), (0.038, 0.006), (0.034, 0.0), (0.034, -0.18), (0, -0.18)], 0.003), segments=32)
                b.add(move(rotate(pipe, 0, 90), at[0] + 0.006, s * y, z), "chrome", "exhaust")
        if "plate" in r:
            self.plate(skin.rear([(0, r["plate"])])[0], 1)
        if "bumper" in r:
            self.bumper("rear", r["bumper"])

    # -- the rest -----------------------------------------------------------------------------------------------------------------------------

    def fittings(self) -> None:
        """Mirrors, wipers, aerial, inside."""
        d, b = self.d, self.b
        x, z = d["lines"].get("mirror") or (np.asarray(d["lines"]["windows"][0][0]) + (0.07, 0.045))
        half = float(self.hull.half(x, d["cabin"]["z"])) + d.get("mirror_out", 0.075)
        t = np.linspace(0, 2 * math.pi, 28, endpoint=False)
        rings = []
        for u, k in ((-0.075, 0.12), (-0.07, 0.45), (-0.045, 0.8), (-0.01, 0.97), (0.03, 1.0), (0.045, 0.97)):
            rings.append([(u, 0.115 * k * np.sign(math.cos(a)) * abs(math.cos(a)) ** 0.72, 0.075 * k * np.sign(math.sin(a)) * abs(math.sin(a)) ** 0.72 + 0.01 * math.cos(a)) for a in t])
        size = d.get("mirror_size", 1.0)
        for s in (1, -1):
            at = (x, s * half, z + 0.03)
            if d.get("chrome"):
                b.add(move(lathe(rounded_profile([(0, 0), (0.03, 0.004), (0.055, 0.03), (0.058, 0.045)], 0.01), segments=32), 0, 0, 0), "chrome", "mirrors")
                move(rotate(b._parts["mirrors"][-1], 0, 90), x - 0.3, s * (half - 0.06), z + 0.03)
                b.add(sweep([(x - 0.27, s * (half - 0.14), z - 0.06), (x - 0.28, s * (half - 0.1), z), (x - 0.28, s * (half - 0.06), z + 0.03)], 0.007, sides=8), "chrome", "mirrors")
                continue
            b.add(move(scale(loft(rings, smooth=60), 1, s * size, size), *at), "black" if d.get("plain_mirrors") else "paint", "mirrors")
            face = scale(ellipsoid(0.003, 0.1, 0.062, segments=24), 1, size, size)
            b.add(move(face, x + 0.046, s * half, z + 0.03), "chrome", "mirrors")
            b.add(sweep([(x + 0.0, s * (half - 0.14), z - 0.03), (x, s * (half - 0.08), z - 0.02), (x, s * half, z - 0.01)], [0.03, 0.024, 0.02], sides=10, flat=0.5), "black", "mirrors")
        low = d["lines"]["screen"]["low"]
        for y0, y1 in () if self.far else ((0.02, -0.52), (0.56, 0.06)):
            path = self.over.front([(y, low + 0.012 + 0.05 * (1 - abs(u))) for y, u in zip(np.linspace(y0, y1, 14), np.linspace(0, 1, 14), strict=True)])
            b.add(along(self.over, path, 0.006, 0.016, sides=6, both=False), "dark", "wipers")
        if d.get("aerial"):
            ax = d["aerial"]
            fin = [(0.0, 0.0), (0.13, 0.0), (0.13, 0.012), (0.105, 0.055), (0.085, 0.058)]
            zz = self.over.top([(ax, 0)])[0][2]
            rings = [[(ax + fx, w * k, zz - 0.004 + fz) for fx, fz in fin] for w, k in ((-0.02, 1), (-0.008, 0.9), (0.008, 0.9), (0.02, 1))]
            b.add(loft(rings, smooth=50), "paint", "aerial")
        cabin(b, d["cabin"], float(self.hull.plan(0)), old=bool(d.get("old")))

    def running(self) -> None:
        """Wheels, their wells, the underside."""
        d, b, w = self.d, self.b, self.d["wheel"]
        style = b.choose(*w["rims"])
        places = [(x, s * w["track"]) for x, _ in self.axles for s in (-1, 1)]
        mount(b, wheel(w["radius"], w["width"], w["rim"], style, bool(d.get("whitewall"))), places, w["radius"], steer=b.rng.uniform(-4, 9))
        for x, z in self.axles:
            lip = self.arch(x, z, -0.002)
            inner = lip * (1, 0, 1) + (0, 0.34, 0)
            b.add(strip([lip * (1, 0.985, 1), inner]), "dark", "wheel wells")
            wall = [(w["arch"] * math.cos(t), w["arch"] * math.sin(t)) for t in np.linspace(0, math.pi, 24)]
            for s in (-1, 1):
                b.add(strip([[(x + u, s * 0.35, z + v) for u, v in wall], [(x + u, s * 0.35, z - 0.2) for u, v in wall]], both=False), "dark", "wheel wells")
        x0, x1 = float(self.hull.nose(0.3)) + 0.3, float(self.hull.tail(0.3)) - 0.3
        b.add(box(x1 - x0, 1.2, 0.1, bevel=0.02, at=((x0 + x1) / 2, 0, d["low"] - 0.02)), "dark", "underside")
        a0, a1 = self.axles[0][0] + w["arch"], self.axles[-1][0] - w["arch"] if len(self.axles) > 1 else x1
        b.add(box(a1 - a0, 2 * w["track"] - 0.05, 0.06, bevel=0.02, at=((a0 + a1) / 2, 0, d["low"] + 0.005)), "dark", "underside")
