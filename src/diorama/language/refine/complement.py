"""What is said of a target: relative words, looks, numbers, text, or what it turns into. "make the mug a bit bigger, red and glossy"."""

from __future__ import annotations

from diorama.language.draft import Effect, LightDraft, SurfaceDraft
from diorama.language.match import Atom
from diorama.language.refine import framed, illumination, writing
from diorama.language.refine.desk import Desk
from diorama.language.refine.graft import graft
from diorama.language.refine.hand import Hand
from diorama.language.refine.looks import say_looks, say_part, say_place
from diorama.language.refine.steps import Degree, Target, signed, take
from diorama.language.refine.surroundings import fit
from diorama.language.refine.vocabulary import vocabulary
from diorama.scene import INDOORS
from diorama_catalogue import fittings

SHADOWS = {
    "soft": "soft", "gentle": "soft", "subtle": "soft", "long": "long", "hard": "hard", "harsh": "hard", "strong": "hard", "sharp": "hard", "crisp": "hard", "dark": "hard",
    "deep": "hard", "natural": "natural", "light": "soft", "invisible": "none", "no": "none",
}  # fmt: skip
READ = frozenset(("camera", "format", "film", "time", "weather", "setting", "focus", "picture"))
"""Targets whose complement says by itself what it sets."""


def say(desk: Desk, target: Target, atoms: list[Atom]) -> bool:
    """Apply what is said of a target. False where nothing was said."""
    rest, stepped = relative(desk, target, atoms)
    if stepped and target.kind in ("subject", "part"):
        desk.speak_of(target.ids)
    desk.note([a for a in rest if _filler(a)], layer(target))
    rest = [a for a in rest if not _filler(a)]
    if not rest:
        return stepped
    desk.note(target.atoms, layer(target))
    kind = settled(desk, target, rest)
    if kind in ("subject", "part"):
        _things(desk, Target(kind, target.ids, target.name, target.atoms), rest)
    elif kind in ("ground", "backdrop"):
        _place(desk, target, rest)
    elif kind == "feature" and target.name in fittings() and any(a.can("colour", "hex", "material", "pattern", "finish") for a in rest):
        _furnish(desk, target.name, [a for a in rest if not a.can("determiner")])
    elif kind == "light":
        light(desk, target if target.kind == "light" else Target("light", atoms=target.atoms), rest)
    elif kind == "shadow":
        _shadow(desk, rest)
    elif kind == "text":
        writing.say(desk, writing.bearers(desk), rest)
    else:
        read(desk, rest)
    return True


def _filler(atom: Atom) -> bool:
    return atom.can("punct", "conjunction", "link_to", "filler") and not atom.can("colour", "material", "number", "quote", "relation") or (
        atom.can("talk", "function") and not atom.can("relation", "link", "determiner", "light_direction", "state", "size", "degree", "count", "thing", "target")
    )  # fmt: skip


def layer(target: Target) -> str:
    return {
        "subject": "subject", "part": "subject", "text": "subject", "it": "subject", "light": "lighting", "shadow": "lighting", "time": "lighting", "ground": "environment",
        "backdrop": "environment", "weather": "environment", "setting": "environment", "feature": "environment", "film": "film",
    }.get(target.kind, "camera")  # fmt: skip


def settled(desk: Desk, target: Target, rest: list[Atom]) -> str:
    """What "it" is: a thing where looks are said of it, else what the words are about."""
    if target.kind != "it":
        return target.kind
    if desk.topic == "light" and not desk.named and all(_of_light(a) for a in rest):
        return "light"
    if any(a.can("quote", "lettering") for a in rest) and not any(a.can("thing") for a in rest):
        return "subject"
    looks = ("colour", "hex", "material", "pattern", "finish", "shape", "size", "state", "attribute", "thing", "part", "count", "number")
    other = ("time", "weather", "season", "film_words", "camera_words", "aspect_words", "aspect", "framing", "angle", "mood", "setting", "focal", "f_number", "light_head", "kelvin")
    says_other = any(a.can(*other) for a in rest)
    if says_other and not (any(a.can("colour", "material", "pattern", "finish", "thing") for a in rest) and desk.named):
        return "picture"
    return "subject" if target.ids and any(a.can(*looks) for a in rest) else "picture"


def _of_light(atom: Atom) -> bool:
    return atom.can("light_quality", "light_kelvin", "light_strength", "light_direction", "light_source", "light_head", "kelvin", "colour", "degrees")


# ── relative words ──


def relative(desk: Desk, target: Target, atoms: list[Atom]) -> tuple[list[Atom], bool]:
    """Take the relative words out and apply them; the words left, and whether there were any."""
    left: list[Atom] = []
    degree, any_step = Degree(), False
    i = 0
    while i < len(atoms):
        atom = atoms[i]
        if atom.can("number") and desk.words[: atom.start].rstrip().endswith(("-", "−", "minus")) and not desk.words[: atom.start].endswith(" "):
            desk.refuse("not-possible", f"{desk.text(atoms[i:])!r}: no size is below nothing", atoms[i:], "'twice as big', 'half the size'")
            return left, True
        if (used := measure(atoms, i, degree)) > 0:
            i += used
            continue
        after = _trailing(atoms, i, degree) if atom.can("step") else 0
        word = _steps(desk, target, atom, degree)
        if word is not None:
            any_step = True
            degree = Degree()
            i += after
        elif atom.can("factor"):
            _grow(desk, target, atom)
            any_step = True
        elif degree.factor is not None and atom.can("size"):
            any_step = _times(desk, target, atom, degree) or any_step
            degree = Degree()
        else:
            desk.note(degree.atoms, "none", status="no_effect")
            left.append(atom)
            degree = Degree()
        i += 1
    if degree.atoms:
        desk.note(degree.atoms, layer(target), status="applied" if any_step else "no_effect")
    return left, any_step


def _trailing(atoms: list[Atom], i: int, degree: Degree) -> int:
    """ "zoom out a little", "bigger by 20 %": how far, after the word. Returns how many words it took."""
    k = i + 1
    while k < len(atoms) and atoms[k].norm == "by":
        k += 1
    if k < len(atoms) and atoms[k].can("degree") and not (k + 1 < len(atoms) and atoms[k + 1].can("step", "size", "colour", "finish")):
        degree.steps *= float(atoms[k].sense("degree").key)
        degree.atoms.append(atoms[k])
        return k - i
    if k + 1 < len(atoms) and atoms[k].can("number") and _percent(atoms, k, degree, [atoms[i]]):
        degree.atoms += atoms[i + 1 : k]
        return k - i + 1
    return 0


def _percent(atoms: list[Atom], i: int, degree: Degree, words: list[Atom]) -> int:
    after = atoms[i + 1] if i + 1 < len(atoms) else None
    if after is not None and after.norm == "times":
        said = [atoms[i], after, *(a for a in atoms[i + 2 : i + 3] if a.norm == "as")]
        degree.factor = float(atoms[i].text.replace(",", "."))
        degree.atoms += said
        return len(said)
    if after is None or not (after.text == "%" or after.norm == "percent"):
        return 0
    share = float(atoms[i].text.replace(",", ".")) / 100
    smaller = any(a.can("step") and a.sense("step").data["of"].get("subject", "+")[0] == "-" for a in words)
    degree.factor = 1 / max(1 - share, 0.05) if smaller else 1 + share
    degree.atoms += [atoms[i], after]
    return 2


def measure(atoms: list[Atom], i: int, degree: Degree) -> int:
    """Read how far a step goes: "a bit", "much", "twice as", "20 %", "less". Returns how many words it took."""
    atom = atoms[i]
    after = atoms[i + 1] if i + 1 < len(atoms) else None
    if atom.can("number"):
        return _percent(atoms, i, degree, atoms[i + 2 : i + 4])
    if atom.can("degree") and (after is not None or atom.norm not in ("more", "still", "even")):
        degree.steps *= float(atom.sense("degree").key)
    elif atom.can("factor") and "size" not in atom.norm:
        degree.factor = float(atom.sense("factor").key)
    elif atom.can("less_of") and after is not None:
        degree.turned = not degree.turned
    elif atom.norm in ("more", "less") and after is not None and after.can("step", "degree"):
        degree.turned ^= atom.norm == "less"
    elif atom.norm == "by" and after is not None and after.can("number"):
        pass
    else:
        return 0
    degree.atoms.append(atom)
    return 1


def _steps(desk: Desk, target: Target, atom: Atom, degree: Degree) -> Atom | None:
    """Apply the atom if it is a relative word. Those that do not go with the target are said."""
    if not atom.can("step"):
        return None
    meant = stepped_target(desk, target, atom)
    found = signed(atom, meant)
    if found is None:
        if atom.can("colour", "material", "finish", "shape", "state", "light_kelvin") and not atom.can("size"):
            return None
        desk.refuse("does-not-fit", f"{atom.text!r} cannot be said of {desk.text(target.atoms) or 'this'!r}", [*degree.atoms, atom], _fitting(atom))
        return atom
    take(desk, atom, *found, meant, degree)
    if meant.kind != "it":
        desk.topic = "light" if meant.kind == "light" else meant.kind
    return atom


def stepped_target(desk: Desk, target: Target, atom: Atom) -> Target:
    """What a relative word moves: a thing that gives light is its light; "it" is what the word is usually said of."""
    data = atom.sense("step").data
    if target.kind == "subject" and data["of"].get("light") and (not data["of"].get("subject") or "lightness" in data["of"]["subject"]):
        lights = [x.id for x in desk.scene.lighting.lights if x.subject in target.ids]
        if lights:
            return Target("light", lights, atoms=target.atoms)
    if target.kind != "it":
        return target
    kind = data["alone"]
    if kind != "subject" and desk.topic in data["of"] and desk.topic in ("light", "shadow", "backdrop", "ground", "film", "camera"):
        kind = desk.topic
    if kind in ("picture", "film") and desk.named and "subject" in data["of"]:
        kind = "subject"
    lights = [x.id for x in desk.scene.lighting.lights if x.subject in target.ids] if desk.named and "light" in data["of"] and kind in ("light", "subject") else []
    if lights and kind != "subject" or lights and "lightness" in data["of"].get("subject", ""):
        return Target("light", lights, atoms=target.atoms)
    return Target(kind, target.ids if kind == "subject" else [], atoms=target.atoms, explicit=False)


def _fitting(atom: Atom) -> str:
    kinds = [k for k in atom.sense("step").data["of"] if k != "subject"]
    return "it can be said of the " + ", the ".join(kinds or ["things in the picture"])


def _grow(desk: Desk, target: Target, atom: Atom) -> None:
    """ "half the size": exactly so."""
    subjects = Target("subject", target.ids, atoms=target.atoms)
    take(desk, atom, vocabulary().quantities["scale"], 1.0, subjects, Degree(factor=float(atom.sense("factor").key)))


def _times(desk: Desk, target: Target, atom: Atom, degree: Degree) -> bool:
    """ "twice as big": a size, exactly so many times."""
    data = atom.sense("size").data
    name = next(iter(data))
    quantity = vocabulary().quantities[name if name in ("scale", "height", "width", "depth") else "scale"]
    subjects = Target("subject", target.ids, atoms=target.atoms)
    return take(desk, atom, quantity, 1.0 if data[name] >= 1 else -1.0, subjects, degree)


# ── looks and the rest ──


def read(desk: Desk, atoms: list[Atom], *, moving: bool = False, adding: bool = False) -> list[str]:
    """Words that say by themselves what they set are read as in any prompt. Returns ids of new subjects. `adding`: the place stays, lights are new."""
    hand = Hand(desk)
    if adding:
        hand.draft.environment["setting"] = desk.scene.environment.setting
    hand.read(atoms)
    return graft(desk, hand, moving=moving, new_lights=adding)


def _things(desk: Desk, target: Target, rest: list[Atom]) -> None:
    ids = target.ids
    if target.kind == "subject" and any(a.can("quote", "lettering") for a in rest):
        return writing.say(desk, ids, rest)
    rest = _counted(desk, ids, rest) if target.kind == "subject" else rest
    if (part := framed.said(desk, rest)) is not None and target.kind == "subject":  # "the mug should be in the left third"
        framed.go(desk, ids, part)
        rest = [*part.before, *part.after]
    if rest and any(a.can("relation", "link") and a.sense("link", "relation").key not in ("is", "made_of", "of", "with") for a in rest):
        return related(desk, ids, rest)
    looks = [a for a in rest if not a.can("link", "relation", "determiner", "punct")]
    glue = [a for a in rest if a.can("link", "relation") and a not in looks]
    with_ = next((k for k, a in enumerate(rest) if a.can("link") and a.sense("link").key == "with"), None)
    if with_ is not None and any(a.can("thing") and not a.can("part", "material", "colour") for a in rest[with_:]):
        unfitting(desk, say_looks(desk, ids, [a for a in rest[:with_] if a in looks]))
        return related(desk, ids, rest[with_:])
    desk.note(glue, "subject")
    k = next((k for k, a in enumerate(looks) if k and a.can("part") and not a.can("material", "colour", "state", "finish")), None)
    if k is not None and target.kind == "subject":  # "with a red lid", "give the mug a gold handle"
        name = looks[k].sense("part").key
        unfitting(desk, say_part(desk, ids, name, looks[:k]))
        desk.note([looks[k]], "subject", *(Effect(f"subjects.{i}.parts", name) for i in ids))
        looks = looks[k + 1 :]
    left = say_part(desk, ids, target.name, looks) if target.kind == "part" else say_looks(desk, ids, looks)
    unfitting(desk, left)
    desk.speak_of(ids)


def _counted(desk: Desk, ids: list[str], rest: list[Atom]) -> list[Atom]:
    """ "make it three (mugs)": the number of a subject; returns the other words."""
    k = next((k for k, a in enumerate(rest) if a.can("count", "number")), None)
    if k is None:
        return rest
    atom = rest[k]
    number = int(atom.sense("count").key) if atom.can("count") else int(atom.text) if atom.text.isdigit() and len(atom.text) < 4 else 0
    nouns = {w for id in ids for w in (desk.subject(id).noun, desk.subject(id).thing)}
    after = rest[k + 1] if k + 1 < len(rest) else None
    named = after is not None and after.can("thing") and bool({after.sense("thing").key, after.sense("thing").data["noun"]} & nouns)
    if not 1 <= number <= 100 or not ids:
        desk.refuse("out-of-range", f"{atom.text!r}: from 1 to 100 of one thing are shown", [atom], "to have none, remove it")
    else:
        desk.set(f"subjects.{ids[0]}.count", number)
        desk.note([atom, after if named else None], "subject", Effect(f"subjects.{ids[0]}.count", number))
    return rest[:k] + rest[k + 1 + named :]


REFLEXIVE = frozenset(("itself", "themselves", "himself", "herself"))


def related(desk: Desk, ids: list[str], rest: list[Atom]) -> None:
    """ "… with a red lid", "… next to the book": the reader's walk, begun with the thing."""
    if rest[0].can("relation") and rest[-1].norm in REFLEXIVE:
        noun = desk.subject(ids[0]).noun if ids else "thing"
        return desk.refuse("not-possible", f"nothing can be {desk.text(rest)}: the {noun} stays where it is", rest, f"'{rest[0].text} the box'")
    hand = Hand(desk)
    hand.start_with(desk.handle(ids))
    hand.read(rest)
    graft(desk, hand, moving=True)
    desk.speak_of(ids)


def unfitting(desk: Desk, left: list[Atom]) -> None:
    """Words that no pass could use."""
    for atom in left:
        if atom.can("unknown") or (atom.start, atom.end) in desk.draft.notes:
            desk.draft.note(atom, "none", status="not_understood") if atom.can("unknown") else None
        elif atom.can("talk", "function", "filler", "degree"):
            desk.draft.note(atom, "none", status="no_effect")
        else:
            desk.refuse("does-not-fit", f"{atom.text!r} cannot be done to this", [atom], "say a colour, a material, a size or a state: 'make the mug red', 'open the box'")


def _furnish(desk: Desk, name: str, rest: list[Atom]) -> None:
    """What the place has of its own takes on looks; of words that are none it is said."""
    fit(desk, name, SurfaceDraft())
    desk.note(say_place(desk, f"fittings.{name}.surface", rest), "environment", status="no_effect")


def _place(desk: Desk, target: Target, rest: list[Atom]) -> None:
    """The ground or the backdrop: looks are put onto it; another place is another setting."""
    kind = target.kind
    if any(a.can("setting", "place", "weather", "camera_words", "link") and not a.can("colour", "material") or a.can("thing") and not a.can("colour", "material", "pattern", "finish") for a in rest):
        read(desk, rest)
        return
    plain = [a for a in rest if not a.can("determiner")]
    outdoors = target.atoms[-1:] and target.atoms[-1].norm in ("background", "backdrop") and desk.scene.environment.setting not in INDOORS
    if outdoors and any(a.can("colour") for a in plain):
        desk.set("environment", desk.scene.environment.model_copy(update={"setting": "studio", "ground_shape": "seamless", "words": "", "features": ()}))
        desk.say("note", "assumed-setting", "a plain background out of doors is that of a studio", plain, "or change the weather: 'an overcast sky'")
    left = say_place(desk, kind, plain)
    dark = [a for a in left if a.norm in ("dark", "light", "black", "white", "pale", "bright")]
    if dark:
        read(desk, [*dark, _noun("background", dark[-1])])
    unfitting(desk, [a for a in left if a not in dark])
    desk.topic = kind


def _noun(word: str, after: Atom) -> Atom:
    """A word that is not written, for the reader."""
    senses = next(senses for entry, senses in vocabulary().words[word] if entry == (word,))
    return Atom(after.end, after.end, "", word, senses)


def _shadow(desk: Desk, rest: list[Atom]) -> None:
    for atom in rest:
        value = SHADOWS.get(atom.norm)
        if value is None:
            unfitting(desk, [atom])
        else:
            desk.set("lighting.shadow", value)
            desk.note([atom], "lighting", Effect("lighting.shadow", value))
    desk.topic = "shadow"


def light(desk: Desk, target: Target, rest: list[Atom]) -> None:
    """Words about lights, put onto each that is meant."""
    if {"kelvin"} == {k for a in rest for k in _light_data(a)} and not target.ids:
        for atom in rest:
            kelvin = float(_light_data(atom)["kelvin"])
            illumination.put_kelvin(desk, kelvin)
            desk.note([atom], "lighting", Effect("lighting.kelvin", kelvin))
        return
    ids = target.ids or illumination.key(desk)
    hand = Hand(desk)
    said = LightDraft((rest[0].start, rest[0].end), id=ids[0])
    hand.lights.current = said
    modifier: Atom | None = None
    for atom in rest:
        if atom.can("determiner", "link", "relation") and not _of_light(atom):
            desk.note([atom], "lighting")
            continue
        if atom.can("colour_modifier") and not atom.can("colour", "light_quality", "light_kelvin", "light_strength", "light_head"):
            modifier = atom
            continue
        if atom.can("mood", "degrees") or not _of_light(atom) and not atom.can("time", "clock", "weather", "season"):
            if not hand.standalone.alone(atom):
                unfitting(desk, [atom])
        else:
            hand.lights._modifier(said, atom, hand.places, modifier)
        modifier = None
    if said.values:
        illumination.tell(desk, said, ids)
    graft(desk, hand)
    desk.topic = "light"


def _light_data(atom: Atom) -> dict:
    if atom.can("kelvin"):
        return {"kelvin": "".join(c for c in atom.text if c.isdigit())}
    sense = atom.sense("light_direction", "light_kelvin", "light_source", "light_quality", "light_head")
    return dict(sense.data) if sense is not None else {"": None}


def step_as(desk: Desk, key: str, word: Atom, atoms: list[Atom]) -> None:
    """Take one of the relative words for what another word says ("move the camera left")."""
    senses = next(s for entries in vocabulary().words.values() for _, s in entries if any(x.kind == "step" and x.key == key for x in s))
    stand_in = Atom(word.start, word.end, word.text, word.norm, tuple(s for s in senses if s.kind == "step"))
    say(desk, Target("camera", atoms=[]), [stand_in if a is word else a for a in atoms])


def missing(desk: Desk, target: Target, rest: list[Atom]) -> None:
    """What is spoken of is not there."""
    name = target.atoms[-1].text if target.atoms else "such thing"
    there = ", ".join(dict.fromkeys(s.noun for s in desk.scene.subjects)) or "nothing"
    if target.kind == "no_light":
        there = ", ".join(dict.fromkeys(x.source.replace("_", " ") for x in desk.scene.lighting.lights)) or "only the light of the place"
    words = [a for a in [*target.atoms, *rest] if not a.can("punct")]
    desk.refuse("not-there", f"there is no {name} in the picture", words, f"in it: {there}")


def its(desk: Desk) -> list[str]:
    """What "it" is where nothing else is said."""
    return [i for i in desk.it if desk.has(i)] or [s.id for s in desk.scene.subjects if not s.implied][:1]
