"""Short prompts, with how each is read: a change of a reading is found, and reviewed, before it is kept.

briefs.jsonl    one prompt a line, with its reading in compact form
accepted.jsonl  readings that differ from the frozen one and are as good or better: prompt, reading, reason
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from bench.facts.view import Entity, Part, View, view
from diorama.errors import DioramaError
from diorama.language import read

HERE = Path(__file__).parent
FROZEN, ACCEPTED = HERE / "briefs.jsonl", HERE / "accepted.jsonl"
Form = dict[str, list[str]]
"""A reading in compact form: `subjects`, `relations`, `environment`, `lighting`, `camera`, `film`; or `refused`."""


class Difference(NamedTuple):
    prompt: str
    before: Form
    now: Form

    @property
    def fields(self) -> tuple[str, ...]:
        return tuple(f for f in sorted({*self.before, *self.now}) if self.before.get(f, []) != self.now.get(f, []))


def form(prompt: str) -> Form:
    """How a prompt is read now."""
    try:
        return compact(view(read(prompt).scene))
    except DioramaError as refusal:
        return {"refused": [type(refusal).__name__]}


def compact(seen: View) -> Form:
    """Lists of short texts, one an entity, a relation or a field; empty ones are left out."""
    names = _names(seen.entities)
    parts = {
        "subjects": [_entity(e, names) for e in seen.entities],
        "relations": sorted(f"{names[t.subject]} {t.kind} {' '.join(names.get(o, o) for o in t.objects)}" for t in seen.ties),
        **{field: sorted(f"{k}={v}" for k, v in getattr(seen, field)) for field in ("environment", "lighting", "camera", "film")},
    }
    return {name: texts for name, texts in parts.items() if texts}


def _names(entities: tuple[Entity, ...]) -> dict[str, str]:
    """Each entity by its noun, numbered where the noun is not enough."""
    often, met, out = Counter(e.noun for e in entities), Counter[str](), {}
    for e in entities:
        met[e.noun] += 1
        out[e.id] = e.noun if often[e.noun] == 1 else f"{e.noun}#{met[e.noun]}"
    return out


def _entity(e: Entity, names: dict[str, str]) -> str:
    head = f"{e.count} {e.noun}" + (f" as {e.thing}" if e.thing != e.noun else "")
    said = [f"{k}={v}" for k, v in e.looks]
    said += [f"{part.name}({_part(part)})" for part in e.parts] + [f"wears {part.name}({_part(part)})" for part in e.wears]
    said += [f"{d.name} {' '.join(names.get(o, o) for o in d.objects)}".strip() for d in e.deeds] + [f'"{text}"' for text in e.texts]
    return "; ".join((head, *said))


def _part(part: Part) -> str:
    return ", ".join(f"{k}={v}" for k, v in part.looks)


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def _write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows), "utf-8")


def frozen() -> dict[str, Form]:
    return {row["prompt"]: row["reading"] for row in _lines(FROZEN)}


def accepted() -> dict[str, list[Form]]:
    out: dict[str, list[Form]] = {}
    for row in _lines(ACCEPTED):
        out.setdefault(row["prompt"], []).append(row["reading"])
    return out


def freeze(prompts: Iterable[str]) -> int:
    """Add the prompts that are not frozen yet, as they are read now; how many."""
    known = frozen()
    new = [{"prompt": p, "reading": form(p)} for p in prompts if p not in known]
    _write(FROZEN, [*_lines(FROZEN), *new])
    return len(new)


def differences() -> tuple[list[Difference], int, int]:
    """What is read neither as frozen nor as accepted; how many are read as accepted; how many there are."""
    fine, found, reviewed = accepted(), [], 0
    before = frozen()
    for prompt, reading in before.items():
        now = form(prompt)
        if now == reading:
            continue
        if now in fine.get(prompt, ()):
            reviewed += 1
        else:
            found.append(Difference(prompt, reading, now))
    return found, reviewed, len(before)


def accept(chosen: Iterable[Difference], reason: str) -> int:
    """Keep these readings as good, with the reason; how many."""
    rows = [{"prompt": d.prompt, "reason": reason, "reading": d.now} for d in chosen]
    prompts = {row["prompt"] for row in rows}
    _write(ACCEPTED, [*(row for row in _lines(ACCEPTED) if row["prompt"] not in prompts), *rows])
    return len(rows)


def told(difference: Difference) -> str:
    """The difference as lines: - before, + now, field by field."""
    lines = [difference.prompt]
    for field in difference.fields:
        before, now = difference.before.get(field, []), difference.now.get(field, [])
        lines += [f"    {field:12} - {text}" for text in before if text not in now] + [f"    {field:12} + {text}" for text in now if text not in before]
        if sorted(before) == sorted(now):
            lines.append(f"    {field:12} in another order: {' | '.join(now)}")
    return "\n".join(lines)
