# SPDX-License-Identifier: GPL-3.0-or-later
"""Where those stand, sit and ride who are at something, and it: fixed placements. Places are in metres; pure but for what a mount's parts tell."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from diorama_catalogue import Tag, thing
from diorama_stage import riding, touching
from diorama_stage.arrange import Placement
from diorama_stage.people import blown, contacts, gripping, handling, hands_on, tending
from diorama_stage.people.stances import DANCE, DANCED, EMBRACES, PUSHING, around, shared_out

BOARD_HEIGHT, BEFORE_BOARD = 0.95, (0.5, -0.44)
"""How high its lower edge is where it has no legs; where somebody stands before it (across, towards the lens), metres."""
UPRIGHT = 1.4
"""What is higher stands on the ground by itself: an easel, metres."""
LEAP = 0.28
"""How high over the ground the lowest foot of one who jumps is, metres."""
CLOSE = 0.315
"""How far apart the chests' joints of two who hug are, metres."""
SIDE_BY_SIDE = 0.72
"""How far apart two are who stand together, metres."""
ON_ARMS = (0.16, -0.25, -0.25)
"""Where the hips of who is carried are from the chest's joint of who carries, metres."""


def places(scene: dict, actors: list) -> dict[str, Placement]:
    """Where those who are at something stand, and it: actor id → placement, the thing at the origin."""
    subjects = {s["id"]: s for s in scene["subjects"]}
    out = _by_themselves(actors, subjects)
    out |= blown.placed(actors, subjects, out)
    somebody = lambda id: id in subjects and subjects[id].get("kind") == "person"  # noqa: E731
    for n, host in enumerate(sorted({s["at"][0] for s in subjects.values() if "at" in s}, key=lambda id: (somebody(id), id))):
        held = next((a for a in actors if a.subject == host), None)
        guests = [a for a in actors if subjects[a.subject].get("at", ("",))[0] == host and a.measures.marks]
        if held is None or not guests:
            continue
        x0 = 2.6 * n
        pushers = [g for g in guests if subjects[g.subject]["at"][1] == "swings"]
        guests = [g for g in guests if g not in pushers] or pushers
        manner = subjects[guests[0].subject]["at"][1]
        if manner in hands_on.MANNERS:
            for guest in guests:
                out |= handling.beside(guest, held, subjects[guest.subject]["at"][1], out.get(held.id) or Placement(held.id, x0, 0.0, 0.0))
            continue
        tables = [a for a in actors if a.subject == host]
        if (own := _by_manner(manner, guests, tables, subjects, x0)) is not None:
            out |= own | _behind_swing(pushers, guests, own) | ({held.id: out[held.id]} if manner == "shoulder" and held.id in out else {})
            continue
        rides, beast = manner == "rides", bool(subjects[host].get("living"))
        out[held.id] = Placement(held.id, x0, 0.0, 0.0, yaw=(riding.HEADING if beast else riding.BIKE) if rides else 0.0)
        turns = around(len(guests), manner)
        board = next((a for a in actors if manner == "plays" and a.subject == subjects[guests[0].subject]["game"]), None)
        if board is not None:  # its sides are the players'
            out[board.id] = Placement(board.id, x0, 0.0, surface(held), yaw=90.0, host=held.id)
        for k, guest in enumerate(guests):
            out[guest.id] = (
                mounted(guest, held, x0, k)
                if rides
                else _at_table(guest, held, turns[k % 6] if len(guests) > 1 else 0.0, x0, subjects[guest.subject]["at"][1] == "works")
            )
            out |= _poured(guest, out[guest.id], held, subjects[guest.subject].get("pours"), actors)
            out |= _plated(guest, out[guest.id], held, subjects[guest.subject].get("plates"), actors)
            out |= _fingered(guest, out[guest.id], held, subjects[guest.subject], actors)
    return out


def _by_themselves(actors: list, subjects: dict[str, dict]) -> dict[str, Placement]:
    """Those who jump, who meet one another, who bear a child, whom a ball meets; animals that touch."""
    out: dict[str, Placement] = {}
    out |= touching.placed(actors, subjects)
    jumpers = [a for a in actors if subjects[a.subject].get("posture") == "jumping" and "at" not in subjects[a.subject] and a.measures.marks]
    out |= {a.id: Placement(a.id, 1.5 * (k - (len(jumpers) - 1) / 2), 0.0, LEAP) for k, a in enumerate(jumpers)}
    for a in actors:
        if "company" in subjects[a.subject] and a.measures.marks:
            k = subjects[a.subject]["company"][int(a.id.rpartition(".")[2])]
            out[a.id] = Placement(a.id, SIDE_BY_SIDE * (2 * k - 1) / 2, 0.0, 0.0)
        if "meets" in subjects[a.subject] and a.measures.marks:
            out[a.id] = _met(a, subjects[a.subject], int(a.id.rpartition(".")[2]))
        if "bears" in subjects[a.subject] and a.measures.marks:
            out[a.id] = Placement(a.id, 0.0, 0.0, 0.0)
            child = next((c for c in actors if c.subject == subjects[a.subject]["bears"] and c.measures.marks), None)
            if child is not None:
                at = a.measures.marks["chest_joint"] + np.array(ON_ARMS) - child.measures.marks["hip"]
                out[child.id] = Placement(child.id, *map(float, at), host=a.id)
        if "meets_thing" in subjects[a.subject] and a.measures.marks:
            thing_, deed = subjects[a.subject]["meets_thing"]
            ball = next((b for b in actors if b.subject == thing_), None)
            if ball is not None:
                out |= {a.id: Placement(a.id, 0.0, 0.0, 0.0), ball.id: contacts.met(a, ball, deed)}
    return out


def _fingered(guest, at: Placement, table, subject: dict, actors: list) -> dict[str, Placement]:
    """What somebody at a table writes on, types on or works at, between their hands."""
    what = next((a for a in actors if a.subject == subject.get("fingers")), None)
    if what is None or "touch_left" not in guest.measures.marks:
        return {}
    under = gripping.on_table(subject, what.measures)
    return {what.id: replace(handling.fingered(guest, at, what, surface(table), under), host=table.id)}


def _by_manner(manner: str, guests: list, at: list, subjects: dict[str, dict], x0: float) -> dict[str, Placement] | None:
    """Where those stand who are at something, and it (`at`: all of it), by how they are at it; None of one table, or of what is ridden."""
    held = at[0]
    if manner in SIMPLE:
        return SIMPLE[manner](guests, held, x0)
    if manner == "shoulder":
        return {held.id: Placement(held.id, x0, 0.0, 0.0), guests[0].id: riding.on_shoulder(guests[0], held)}
    if manner == "pushes":
        return contacts.pushing(guests[0], held, x0, 90.0 - PUSHING)
    if manner in WITH_ANIMALS:
        return tending.led(guests[0], at, x0) if manner == "leads" else WITH_ANIMALS[manner](guests[0], held, x0)
    return _at_tables(guests, at, subjects, x0) if len(at) > 1 and manner in ("sits", "works") else None


def _before_board(guests: list, board, x0: float) -> dict[str, Placement]:
    """Who writes or paints beside what they do it on."""
    legs = bool({"legs", "stand"} & set(board.measures.parts)) or board.item.height > UPRIGHT
    out = {g.id: Placement(g.id, x0 + BEFORE_BOARD[0] * board.item.half_x / 0.75, BEFORE_BOARD[1], 0.0) for g in guests}
    return {board.id: Placement(board.id, x0, 0.0, 0.0 if legs else BOARD_HEIGHT), **out}


def _on_board(guests: list, board, x0: float) -> dict[str, Placement]:
    """Who skates on their board."""
    yaw = _pointed(board)
    return {board.id: Placement(board.id, x0, 0.0, 0.0, yaw=yaw), guests[0].id: Placement(guests[0].id, x0, 0.0, _deck(guests[0], board, yaw), host=board.id)}


def _pointed(mount) -> float:
    """Degrees that what is ridden is turned: across the picture, or with its front to the lens."""
    return 90.0 if Tag.RIDDEN_ALONG in thing(mount.item.kind).tags else 0.0


SOLE = 0.04
"""Metres over its lowest point: what of somebody stands on a board."""


def _deck(guest, board, yaw: float) -> float:
    """How high a board is under the feet on it: one with a rocker is lower there than its ends, metres."""
    form, relief = guest.item.form, board.item.relief
    if form is None or relief is None:
        return surface(board)
    soles = form[form[:, 2] < SOLE]
    a = np.radians(-yaw)
    under = relief().at(soles[:, 0] * np.cos(a) - soles[:, 1] * np.sin(a), soles[:, 0] * np.sin(a) + soles[:, 1] * np.cos(a))
    return float(np.max((under - soles[:, 2])[np.isfinite(under)], initial=-np.inf)) if np.isfinite(under).any() else surface(board)


def surface(actor) -> float:
    """How high what it bears stands, as large as it is said to be, metres."""
    return float(max((s.z for s in actor.item.levels), default=actor.item.height))


def _poured(guest, at: Placement, table, pours: tuple[str, str | None] | None, actors: list) -> dict[str, Placement]:
    """What somebody at a table pours into (`pours`: from what, into what), under the spout."""
    vessel, cup = (next((a for a in actors if a.subject == o), None) for o in pours or (None, None))
    if vessel is None or cup is None:
        return {}
    return {cup.id: replace(contacts.poured_into(guest, at, vessel, cup, surface(table)), host=table.id)}


FROM_EDGE = 0.03
"""How far a plate stands from the edge of the table that somebody fills it at, metres."""


def _plated(guest, at: Placement, table, plate: str | None, actors: list) -> dict[str, Placement]:
    """What somebody fills with food, under the hand that does it."""
    dish = next((a for a in actors if a.subject == plate), None)
    if dish is None:
        return {}
    grip = guest.measures.marks["right_grip"]
    y = min(at.y + float(grip[1]), table.item.half_y - dish.item.half_y - FROM_EDGE)
    return {dish.id: Placement(dish.id, at.x + float(grip[0]) * 0.5, y, surface(table), host=table.id)}


def _met(actor, subject: dict, k: int) -> Placement:
    """One of two with each other: what their hands hold is one point, or their chests touch."""
    first, deed, m = not subject["meets"][k], subject["actions"][0]["deed"], actor.measures.marks
    if deed in EMBRACES or deed == DANCED:
        ahead = np.array([-1.0, 0.0]) if m["nose"][0] < m["neck"][0] else np.array([1.0, 0.0])
        aside = np.array([ahead[1], -ahead[0]]) * 0.035
        at = -m["chest_joint"][:2] - ahead * (DANCE if deed == DANCED else CLOSE) / 2 + aside
    else:
        held_ = m["right_grip"] if deed == "shaking_hands" or not first else m["left_hand"]
        at = -held_[:2]
    return Placement(actor.id, *map(float, at), 0.0)


def _at_table(guest, table, turned: float, x0: float, stands: bool) -> Placement:
    """Behind the table, or at its side where they are turned to it; the belly a hand's breadth from the edge."""
    a = np.radians(turned)
    out = np.array([np.sin(a), np.cos(a)])  # from the table's middle to who faces it
    half = np.array([table.item.half_x, table.item.half_y])
    edge = float(1 / np.hypot(*(out / half))) if table.item.round else float(np.min(half / np.maximum(np.abs(out), 1e-6)))
    hip = guest.measures.marks["hip"]
    at = out * (edge + (0.2 if stands else 0.16)) - hip[:2]
    return Placement(guest.id, x0 + float(at[0]), float(at[1]), 0.0)


ABREAST, AISLE, BEHIND = 3, 0.55, 1.15
"""Of several tables, how many stand beside each other at most; the way between them, and between who sits at one and the table behind, metres."""


def _at_tables(guests: list, tables: list, subjects: dict[str, dict], x0: float) -> dict[str, Placement]:
    """Several tables in rows, each row seen through the gaps of the one before it, and who is at each of them."""
    half_x, half_y = (max(getattr(t.item, side) for t in tables) for side in ("half_x", "half_y"))
    wide = min(len(tables), ABREAST if len(tables) > 2 else 2)
    at = []
    for n in range(len(tables)):
        row, column = divmod(n, wide)
        here = min(wide, len(tables) - row * wide)
        shift = 0.5 * (row % 2) * (here == wide)
        at.append((x0 + (column - (here - 1) / 2 + shift) * (2 * half_x + AISLE), row * (2 * half_y + BEHIND)))
    out = {t.id: Placement(t.id, x, y, 0.0) for t, (x, y) in zip(tables, at, strict=True)}
    for k, guest in enumerate(guests):
        n, place, count = shared_out(k, len(guests), len(tables))
        turned = around(count, "sits")[place % 6] if count > 1 else 0.0
        seat = _at_table(guest, tables[n], turned, at[n][0], subjects[guest.subject]["at"][1] == "works")
        out[guest.id] = replace(seat, y=seat.y + at[n][1])
    return out


def _on_seat(guests: list, seat, x0: float) -> dict[str, Placement]:
    """Side by side on a seat, the hollows of the knees a hand's breadth before its edge."""
    yaw = _pointed(seat)
    out = {seat.id: Placement(seat.id, x0, 0.0, 0.0, yaw=yaw)}
    room = 2 * seat.item.half_x * 0.72
    hung = seat.item.levels if _swing(seat) else ()
    for k, guest in enumerate(guests):
        m = guest.measures.marks
        if reclined(seat):
            out[guest.id] = _reclining(guest, seat, x0, k, len(guests))
            continue
        if hung:
            out[guest.id] = _on_swing(guest, seat, x0, hung[k % len(hung)])
            continue
        knee = (m["left_knee"] + m["right_knee"]) / 2
        front = min((s.x0 if yaw else s.y0 for s in seat.item.levels), default=-seat.item.half_y)
        x = (k + 0.5) / len(guests) * room - room / 2 if len(guests) > 1 else 0.0
        back = max(front - 0.07 - knee[1], front + 0.2 - m["hip"][1])
        z = surface(seat) - guest.measures.seat
        out[guest.id] = Placement(guest.id, x0 + x - float(m["hip"][0]), float(back), float(max(z, 0.0)), host=seat.id)
    return out


LIES_ON, PILLOWS = 1.7, 0.78
"""Of a seat, from which depth on one sits on it with the legs on it, metres; how far before its back the hips are then: before the pillows."""


def reclined(seat) -> bool:
    """True of what is so deep that one sits on it with the legs on it: a bed."""
    return 2 * seat.item.half_y > LIES_ON and Tag.BACKED in thing(seat.item.kind).tags


def seat_of(seat) -> float | None:
    """How high somebody sits on it with the feet before it, metres; None where the legs are on it, too."""
    return None if reclined(seat) else min((s.z for s in seat.item.levels), default=surface(seat)) if _swing(seat) else surface(seat)


def _swing(seat) -> bool:
    return Tag.SWUNG_ON in thing(seat.item.kind).tags


def _reclining(guest, seat, x0: float, k: int, count: int) -> Placement:
    """On a bed, the legs towards its foot."""
    wide = 2 * seat.item.half_x
    x = ((k + 0.5) / count - 0.5) * wide * 0.9 if count > 1 else (0.12 if wide > 1.2 else 0.0)
    hip = guest.measures.marks["hip"]
    return Placement(guest.id, x0 + x - float(hip[0]), seat.item.half_y - PILLOWS - float(hip[1]), surface(seat), host=seat.id)


def _on_swing(guest, seat, x0: float, level) -> Placement:
    """On one of the seats of a swing."""
    thighs = (guest.measures.marks["left_thigh"] + guest.measures.marks["right_thigh"]) / 2
    z = level.z - guest.measures.seat
    y = (level.y0 + level.y1) / 2 - ON_SWING
    return Placement(guest.id, x0 + (level.x0 + level.x1) / 2 - float(thighs[0]), y - float(thighs[1]), float(z), host=seat.id)


ON_SWING, SWING_BEHIND = 0.02, 0.42
"""How far before the middle of a swing's seat the hips are; how far behind the back of who sits there the hands of who pushes them are, metres, less an arm."""


def _behind_swing(pushers: list, guests: list, placed: dict[str, Placement]) -> dict[str, Placement]:
    """Who pushes somebody on a swing: straight behind them, the hands at their back."""
    if not pushers or not guests or guests[0].id not in placed:
        return {}
    at, sat = placed[guests[0].id], guests[0].measures.marks
    back = np.array([at.x, at.y]) + sat["chest"][:2] + (0.0, SWING_BEHIND / 3)
    hands = pushers[0].measures.marks["both_hands"][:2]
    return {pushers[0].id: Placement(pushers[0].id, float(back[0] - hands[0]), float(back[1] - hands[1]), 0.0)}


def mounted(guest, mount, x0: float, k: int = 0) -> Placement:
    """The k-th of those who ride it, one behind the other where it has room for more."""
    a, saddles = np.radians(riding.BIKE), grips(mount.measures)
    x, y, z = saddles.get(f"saddle {k + 1}", saddles["saddle"])
    seat = np.array([x0 + x * np.cos(a) - y * np.sin(a), x * np.sin(a) + y * np.cos(a), z])
    if "left_thigh" not in guest.measures.marks:
        return riding.placed(guest, mount, seat, riding.HEADING)
    hip = (guest.measures.marks["left_thigh"] + guest.measures.marks["right_thigh"]) / 2
    at = seat[:2] - hip[:2]
    sole = max(riding.underside(guest.measures, hip), guest.measures.seat - riding.SINKS) if "seat" in mount.measures.marks else guest.measures.seat
    return Placement(guest.id, float(at[0]), float(at[1]), float(max(z - sole, 0.0)), host=mount.id)


def grips(mount) -> dict[str, tuple[float, float, float]]:
    """Where a mount (its measures) bears and is held, its frame: saddle, hands and feet by side (its front is +x, its left +y)."""
    if "saddle" not in mount.parts:
        return riding.astride(mount)
    seat = mount.points("saddle")
    out = {"saddle": (*seat[:, :2].mean(axis=0), float(seat[:, 2].max()))}
    for name, part_ in (("hand", "grips"), ("foot", "pedals")):
        if part_ in mount.parts:
            p = mount.points(part_)
            for side, mine in (("left", p[:, 1] > 0.02), ("right", p[:, 1] < -0.02)):
                out[f"{name} {side}"] = tuple(map(float, p[mine].mean(axis=0)))
    return out


GRIPPED = {"rides": grips, "pushes": contacts.handle, "feeds": contacts.mouth, "tends": tending.coat, "leads": tending.heel, **gripping.GRIPS}
"""Where the hands are on what somebody is at, by how they are at it."""


WITH_ANIMALS = {"feeds": contacts.feeding, "tends": tending.tending, "leads": tending.leading}
"""Manners of being with an animal: where both stand."""


SIMPLE = {"seat": _on_seat, "at_board": _before_board, "boards": _on_board}
"""Manners of being at something that ask for nothing but who is at it, it, and where it is along x."""
