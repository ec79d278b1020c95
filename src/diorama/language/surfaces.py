"""What "with", "of", "full of" and "made of" mean between two things: contents, parts, stuff, company."""

from __future__ import annotations

from diorama.language.amounts import filling, shared_out, thronging
from diorama.language.chunks import Chunk
from diorama.language.draft import Draft, Effect, SubjectDraft, SurfaceDraft
from diorama.language.dress import colour_of
from diorama.language.fillings import LIQUIDS
from diorama.language.match import Atom
from diorama.scene import Colour
from diorama_catalogue import Tag, tagged, thing, things
from diorama_catalogue.plurals import singular

FOR_TOYS = frozenset(("shelf", "box", "chest", "basket", "cupboard", "cabinet", "rack", "crate", "bin", "trunk", "bag"))
"""Furniture that toys are kept in: a toy box is no toy."""
VESSELS = tagged(Tag.VESSEL)
FLAT = tagged(Tag.FLAT)
"""What is put onto, not into."""
BUTTERED = tagged(Tag.BUTTERED)
"""Food that butter melts on: a pat, no block."""
POT = {"coffee": "teapot", "tea": "teapot", "green tea": "teapot", "mint tea": "teapot", "honey": "jar", "jam": "jar", "mustard": "jar"}
"""What a pot is by what is in it; of all else a saucepan."""
POURED_ON = tagged(Tag.SYRUPED)
"""Food that syrup is poured over."""
BOTTLED = tagged(Tag.NAMED_BY_CONTENTS)
"""Things that are named by what is in them: serum, lotion, cream."""
JEWELLERY = {key: record.gem for key, record in things().items() if record.gem}
"""What a stone is set in, and what its part is called."""
GEMS = {
    "diamond": "#f7fafa", "diamonds": "#f7fafa", "ruby": "#b3122b", "rubies": "#b3122b", "sapphire": "#1c3fae", "sapphires": "#1c3fae", "emerald": "#0f7a48", "emeralds": "#0f7a48",
    "amethyst": "#7d4bb0", "topaz": "#e0a23a", "garnet": "#7a1228", "aquamarine": "#8fd0dc", "opal": "#dfe8ea", "pearl": "#f0ebe2", "jade": "#5c9a6c", "onyx": "#141416",
}  # fmt: skip
"""Stones by name: what they are set in stays of its own stuff."""
CANDLESTICKS = frozenset(("candlestick", "candle holder", "candelabra"))
DRUNK_FROM = tagged(Tag.DRUNK_FROM)
TOPPED = frozenset(("topped with", "topped by", "crowned by", "crowned with"))
COATED = frozenset(("dusted with", "drizzled with", "glazed with", "sprinkled with", "coated with", "coated in", "covered with", "covered in", "smeared with", "brushed with", "dripping with"))
RUNNING = frozenset((
    "dusted", "sprinkled", "dripping", "drips", "pouring", "poured", "pours", "flowing", "running", "trickling", "drizzling", "drizzled", "falling",
    "spilling", "spilled",
))  # fmt: skip
SERVED = tagged(Tag.SERVED)
"""Vessels whose topping floats on what is in them."""
SHAPE_OF_THING = {
    "heart": "heart", "love heart": "heart", "star": "star", "triangle": "triangular", "pyramid": "pyramidal", "sphere": "spherical",
    "ball": "spherical", "orb": "spherical", "cube": "cubic",
    "block": "cubic", "cone": "conical", "cylinder": "cylindrical", "circle": "round", "square": "square", "rectangle": "rectangular", "egg": "oval",
    "pear": "teardrop", "diamond": "diamond",
    "prism": "triangular", "disc": "round", "tube": "cylindrical", "drum": "cylindrical", "box": "cubic",
}  # fmt: skip
DRAWN_ON = ("tableware", "paper", "furniture")
DRAWN = ("animal", "person", "plant", "building", "vehicle", "figure")
"""Categories of what "decorated with" draws on: a plate is decorated with fish, a cake with strawberries."""
WINE = {"bottle": "wine_bottle", "glass": "wine_glass"}
CLOTHS = frozenset(("tablecloth", "table cloth", "cloth"))
HOLDING = frozenset(("tableware", "tool", "vehicle"))
"""Categories of what holds loose stuff, and is not made of it."""
LOOSE = frozenset(("hay", "sand", "soil", "earth", "dirt", "compost", "gravel", "coal", "snow", "sawdust", "mulch"))
"""What no vessel is made of: a bucket of it holds it."""
CERAMIC = frozenset(("porcelain", "ceramic", "stoneware", "earthenware", "china"))
"""What patterns are painted on."""
POURS = tagged(Tag.POURS)
GROWING = tagged(Tag.GROWS)
WORN = tagged(Tag.WORN)


SEAT = 0.75
"""Metres: furniture that is longer stands at a table, not on it."""


def is_cloth(subject: SubjectDraft) -> bool:
    return subject.noun in CLOTHS


class Contents:
    def __init__(self, draft: Draft, subjects):
        self.draft = draft
        self.subjects = subjects
        self.running: Atom | None = None
        """What drips or pours, until what it runs into is named."""

    def put(self, pending, subject: SubjectDraft, chunk: Chunk) -> None:
        """`owner` with/of/full of `subject`."""
        draft = self.draft
        if (tray := self._tray(pending)) is not None:
            pending.owners = [tray]
        owner = pending.owners[0] if pending.owners else None
        if owner is None or owner is subject:
            if pending.kind == "full_of" and owner is None and "setting" in draft.environment and subject.plural:
                self._throng(subject, pending)
            elif pending.atom.norm not in ("of", "with"):
                draft.note(pending.atom, "none", status="no_effect")
            return
        if pending.kind == "of" and owner.thing in VESSELS and subject.thing in BOTTLED:
            self._bottled(owner, subject, chunk, pending)
        elif pending.kind in ("of", "full_of") and owner.thing not in VESSELS and pending.kind == "of":
            self._about(owner, subject, chunk, pending)
        elif owner.thing in JEWELLERY and subject.thing == "crystal":
            self._set_in(owner, subject, chunk, pending, JEWELLERY[owner.thing])
        elif owner.noun in CANDLESTICKS and subject.thing == "candle" and subject.count == 1:
            owner.states += [s for s in subject.states if s not in owner.states]
            self._set_in(owner, subject, chunk, pending, "candle")
        elif owner.category == "figure" and pending.kind == "with" and subject.count == 1 and (part := subject.noun.split()[-1]) in thing(owner.thing).parts:
            self._set_in(owner, subject, chunk, pending, part)  # "a snowman with a red scarf": its own
        elif subject.thing in ("butter", "butter_pat") and owner.thing in BUTTERED:
            self.becomes(subject, "butter_pat", 0.035)
            self._relate(subject, "on", owner, pending)
        elif pending.atom.norm in TOPPED and owner.thing not in SERVED:
            self._relate(subject, "on", owner, pending)
        elif owner.thing in VESSELS or pending.kind == "full_of":
            self._fill(owner, subject, chunk, pending)
        elif owner.category == "person" and subject.thing in WORN:
            self._relate(owner, "wearing", subject, pending)
        elif owner.thing in FLAT and not (subject.category == "furniture" and subject.length > SEAT):
            self._relate(subject, "on", owner, pending)
        else:  # chairs with a table stand at it
            self._relate(owner, "with", subject, pending)

    def _tray(self, pending) -> SubjectDraft | None:
        """ "A breakfast tray on a bed with croissants": they are on the tray."""
        under = pending.owners[0] if pending.kind == "with" and pending.owners and pending.owners[0].category == "furniture" else None
        trays = (r.subjects[0] for r in self.draft.relations if r.kind == "on" and r.objects == [under] and len(r.subjects) == 1)
        return next((t for t in trays if t.thing == "tray" or "open" in t.states and t.thing in VESSELS), None) if under is not None else None

    def _relate(self, subject: SubjectDraft, kind: str, other: SubjectDraft, pending) -> None:
        made = self.draft.relate([subject], kind, [other], pending.atom)
        self.draft.note(pending.atom, "subject", Effect("relations", made))

    def depicted(self, chunk: Chunk, pending) -> bool:
        """ "A tablecloth embroidered with birds": what is drawn on it is no thing of its own.

        False if it is put on it ("a cake decorated with strawberries")."""
        owner = pending.owners[0] if pending.owners else None
        word = next((a for a in reversed(chunk.atoms) if a.can("thing", "feature", "pattern")), None)
        if owner is None or word is None or word.can("pattern") and not word.can("thing", "feature"):
            pending.kind = "with"
            return False
        sense = word.sense("thing")
        if pending.atom.norm.startswith("decorated") and not (owner.category in DRAWN_ON and sense is not None and sense.data["category"] in DRAWN):
            pending.kind = "with"
            return False
        value = f"of:{sense.data['noun'] if sense is not None else singular(word.norm)}"
        owner.attributes.append(value)
        for atom in (*chunk.atoms, pending.atom, *([chunk.count] if chunk.count is not None else [])):
            self.draft.note(atom, "subject", Effect("attributes", value, owner))
        return True

    def heaps(self, pending, chunk: Chunk) -> bool:
        """ "A wheelbarrow full of hay": the stuff is in it, and it is not made of it. False if this is no such thing."""
        stuff = next((a for a in reversed(chunk.atoms) if a.can("material")), None) if chunk.kind in (None, "material") else None
        owned = pending is not None and pending.kind == "of" and bool(pending.owners)
        loose = owned and stuff is not None and stuff.norm in LOOSE and pending.owners[0].category in HOLDING
        if pending is None or not loose and pending.kind != "full_of" or not pending.owners or stuff is None:
            return False
        owner = pending.owners[0]
        value = f"contents:{stuff.norm}"
        owner.attributes.append(value)
        for atom in (*chunk.atoms, pending.atom):
            self.draft.note(atom, "subject", Effect("attributes", value, owner))
        return True

    def pours(self, pending, chunk: Chunk) -> bool:
        """A cup of coffee is a cup: the coffee is its contents. False if this is no such thing."""
        if pending is None or pending.kind not in ("of", "full_of", "with") or not pending.owners or not chunk.atoms or chunk.number not in (None, 1):
            return False
        owner, liquid = pending.owners[0], chunk.atoms[-1]
        if liquid.norm not in LIQUIDS or owner.thing not in VESSELS | POURED_ON:
            return False
        cup = liquid.sense("thing") if pending.kind == "with" and owner.thing in FLAT else None
        if cup is not None and cup.key in DRUNK_FROM:
            chunk.head, chunk.sense, chunk.modifiers = liquid, cup, chunk.atoms[:-1]
            return False  # "a tray with tea": a cup of it
        kind = " ".join([*(a.norm for a in chunk.atoms[:-1] if a.can("colour")), liquid.norm])
        value = f"contents:{kind if kind in LIQUIDS else liquid.norm}"
        if any(a.startswith("contents:") for a in owner.attributes):
            value = liquid.norm  # "a plate of spaghetti with tomato sauce": the sauce is on what it is filled with
        owner.attributes.append(value)
        self.served(owner, liquid.norm)
        for atom in [*chunk.atoms, pending.atom]:
            extra = [Effect("attributes", value, owner)]
            if atom is not liquid and atom is not pending.atom:
                if kind in LIQUIDS and atom.can("colour"):
                    pass  # "red wine" is one thing
                elif atom.can("state"):
                    owner.states.append(atom.sense("state").key)
                    extra = [Effect("states", atom.sense("state").key, owner)]
                else:
                    owner.attributes.append(atom.norm)
                    extra = [Effect("attributes", atom.norm, owner)]
            self.draft.note(atom, "subject", *extra)
        return True

    def studs(self, pending, chunk: Chunk) -> bool:
        """ "A gold ring with a diamond": the stone that is set in it, not what the ring is made of. False if this is no such thing."""
        owner = pending.owners[0] if pending is not None and pending.kind == "with" and pending.owners else None
        if owner is None or owner.thing not in JEWELLERY or not chunk.atoms or chunk.atoms[-1].norm not in GEMS:
            return False
        part, stone = JEWELLERY[owner.thing], chunk.atoms[-1]
        told = [c for a in chunk.atoms[:-1] if a.can("colour") and (c := colour_of(a)) is not None] or [Colour(name=stone.norm, hex=GEMS[stone.norm])]
        owner.parts.setdefault(part, SurfaceDraft()).colours.extend(told)
        for atom in (*chunk.atoms, pending.atom):
            self.draft.note(atom, "subject", Effect("parts", part, owner), Effect(f"parts.{part}.surface.colours", told[0].name, owner))
        return True

    def flows(self, pending, chunk: Chunk, after) -> bool:
        """What is poured onto what is no vessel coats it ("bread dusted with flour"); what drips goes where it drips into ("honey dripping into a jar").
        Neither is a thing of its own. False if this is no such thing."""
        liquid = chunk.head or (chunk.atoms[-1] if chunk.atoms else None)
        if liquid is None or liquid.norm not in LIQUIDS or chunk.determiner is not None or chunk.count is not None:
            return False
        owner = pending.owners[0] if pending is not None and pending.owners else None
        after = after[1:] if after and after[0].atom is not None and after[0].atom.norm == "being" else after[:1]
        next_words = [a for item in after for a in (item.chunk.atoms[:1] if item.chunk is not None else [item.atom])]
        runs = any(a is not None and a.norm.split()[0] in RUNNING for a in (*next_words, *chunk.modifiers))
        heaped = owner is not None and owner.thing == "spoon" and pending.kind in ("of", "full_of", "with")
        coats = heaped or owner is not None and pending.kind in ("with", "made_of") and (runs or pending.atom.norm in COATED)
        if not coats and not (runs and (pending is None or owner is not None and pending.kind == "with")):
            return False
        self.running = liquid if runs else None
        value = f"with {liquid.norm}"
        for atom in [*chunk.atoms, *([pending.atom] if pending is not None else [])]:
            if owner is not None:
                owner.attributes.append(value)
                self.draft.note(atom, "subject", Effect("attributes", value, owner))
            else:
                self.draft.note(atom, "subject", status="no_effect")
        return True

    def receive(self, subject: SubjectDraft) -> bool:
        """The vessel that something runs into holds it. False if nothing does."""
        liquid, self.running = self.running, None
        if liquid is not None and (subject.thing in VESSELS or subject.thing in POURED_ON):
            value = f"contents:{liquid.norm}"
            subject.attributes.append(value)
            self.draft.note(liquid, "subject", Effect("attributes", value, subject)).status = "applied"
        return liquid is not None

    def served(self, owner: SubjectDraft, liquid: str) -> None:
        """Wine comes in wine bottles and wine glasses."""
        if owner.noun == "pot":
            self.becomes(owner, POT.get(liquid, "saucepan"), 0.3 if liquid not in POT else 0.2)
        better = WINE.get(owner.thing) if liquid in ("wine", "red wine", "white wine", "champagne", "rosé", "rosé wine") else None
        if better is not None:
            owner.thing = better
            self.draft.retell(owner, "thing", better)

    def _bottled(self, owner: SubjectDraft, subject: SubjectDraft, chunk: Chunk, pending) -> None:
        """ "A bottle of skincare serum" is the bottle that serum comes in, not one inside another."""
        self._about(owner, subject, chunk, pending)
        owner.thing, owner.length = subject.thing, subject.length
        self.draft.retell(owner, "thing", subject.thing)
        if subject.surface.colours and not owner.surface.colours:
            owner.surface.colours.extend(subject.surface.colours)
            for atom in (a for a in chunk.atoms if a.can("colour")):
                self.draft.note(atom, "subject", Effect("surface.colours", subject.surface.colours[0].name, owner))

    def becomes(self, subject: SubjectDraft, thing: str, length: float) -> None:
        subject.thing, subject.length = thing, length
        self.draft.retell(subject, "thing", thing)

    def _about(self, owner: SubjectDraft, subject: SubjectDraft, chunk: Chunk, pending) -> None:
        """ "a photograph of a dog", "a statue of a horse": what it shows, not a second thing."""
        if owner.thing == "bouquet":
            self._flowers(owner, subject)
        self.forget(subject)
        value = f"of:{subject.noun}"
        owner.attributes.append(value)
        for atom in [*chunk.atoms, pending.atom, chunk.count]:
            if atom is None:
                continue
            known = self.draft.notes.get((atom.start, atom.end))
            if known is not None and (known.status == "not_understood" or any(e.owner is owner for e in known.effects)):
                continue
            self.draft.notes.pop((atom.start, atom.end), None)
            self.draft.note(atom, "subject", Effect("attributes", value, owner))

    def _set_in(self, owner: SubjectDraft, subject: SubjectDraft, chunk: Chunk, pending, part: str) -> None:
        """ "a ring with a blue gemstone": the ring's own stone, in that colour; "a candlestick with a lit candle": the candle that stands in it."""
        self.forget(subject)
        owner.parts.setdefault(part, subject.surface)
        told = [e for e in self.draft.told.get(id(subject), ()) if e.path in ("surface.colours", "states")]
        for effect in told:
            effect.owner, effect.path = owner, "states" if effect.path == "states" else f"parts.{part}.surface.colours"
        for atom in [*chunk.atoms, pending.atom, chunk.count]:
            known = None if atom is None else self.draft.notes.get((atom.start, atom.end))
            if atom is not None and not (known and any(e in told for e in known.effects)):
                self.draft.notes.pop((atom.start, atom.end), None)
                self.draft.note(atom, "subject", Effect("parts", part, owner))

    def _painted(self, owner: SubjectDraft, subject: SubjectDraft, chunk: Chunk, pending) -> bool:
        """ "A porcelain teapot with blue flowers": they are painted on it, in their colours. False if this is no such thing."""
        served = owner.thing in DRUNK_FROM | FLAT | {"teapot"}  # in a vase they stand
        if pending.kind != "with" or not served or subject.noun != "flower" or not subject.surface.colours or owner.surface.material not in CERAMIC:
            return False
        self.forget(subject)
        ground = owner.surface.colours or [Colour(name="white", hex="#f2f0ec")]
        owner.surface.pattern, owner.surface.colours = "floral", [*ground, *subject.surface.colours]
        for atom in (*chunk.atoms, pending.atom):
            colour = colour_of(atom) if atom.can("colour") else None
            effect = Effect("surface.colours", colour.name, owner) if colour is not None else Effect("surface.pattern", "floral", owner)
            self.draft.notes.pop((atom.start, atom.end), None)
            self.draft.note(atom, "subject", effect)
        return True

    def _flowers(self, owner: SubjectDraft, subject: SubjectDraft) -> None:
        """A bouquet takes the colours of its flowers."""
        owner.surface.colours += [c for c in subject.surface.colours if c not in owner.surface.colours]
        for effect in self.draft.told.get(id(subject), ()):
            if effect.path == "surface.colours":
                effect.owner = owner

    def _throng(self, subject: SubjectDraft, pending) -> None:
        """ "A street full of people": as many as make it look full."""
        if not subject.counted:
            subject.count, subject.counted = thronging(subject), True
        self.draft.thronged = True
        self.draft.note(pending.atom, "subject", Effect("count", subject.count, subject))

    def _fill(self, owner: SubjectDraft, subject: SubjectDraft, chunk: Chunk, pending) -> None:
        if self._painted(owner, subject, chunk, pending):
            return
        if owner.noun == "pot" and subject.category == "food":
            self.becomes(owner, "saucepan", 0.3)
        if subject.thing == "plate" and owner.thing in tagged(Tag.SERVED):
            if subject.plural and not subject.counted:
                subject.count, subject.counted = owner.count, True  # "four cups with saucers"
            self._relate(owner, "on", subject, pending)  # "a teacup with a saucer"
            return
        if subject.thing in VESSELS and owner.thing in POURS:  # "a teapot with two cups": they are beside it
            self._relate(owner, "with", subject, pending)
            return
        if pending.kind == "full_of" and not subject.counted and subject.plural and subject.thing not in GROWING:
            subject.count, subject.counted = filling(owner, subject), True
        shared_out(owner, subject, each=pending.kind in ("of", "full_of"))
        self._relate(subject, "on" if owner.thing in FLAT else "in", owner, pending)

    def forget(self, subject: SubjectDraft) -> None:
        """Take back a subject that turned out to be none, with what was said of it."""
        self.draft.take_out(subject)

    def shaped(self, chunk: Chunk, pending) -> None:
        """ "in the shape of a triangle": a shape that things can have, or said that this is none."""
        owner = pending.owners[0] if pending.owners else None
        word = next((a for a in reversed(chunk.atoms) if a.can("thing", "shape")), None)
        shape = None if word is None else word.sense("shape").key if word.can("shape") else SHAPE_OF_THING.get(word.sense("thing").data["noun"])
        atoms = [a for a in [*chunk.atoms, chunk.count, pending.atom] if a is not None]
        if owner is None or word is None:
            for atom in atoms:
                self.draft.note(atom, "none", status="not_understood")
        elif shape is not None:
            owner.shape = shape
            for atom in atoms:
                self.draft.note(atom, "subject", Effect("shape", shape, owner))
        else:
            value = f"shaped like {word.norm}"
            owner.attributes.append(value)
            for atom in atoms:
                self.draft.note(atom, "subject", Effect("attributes", value, owner), status="stand-in")
            self.draft.say(
                "warning",
                "stand-in",
                f"the {owner.noun} cannot be built in the shape of {word.text!r}: it keeps its own",
                (pending.atom.start, chunk.end),
                "a shape it can have: round, square, triangular, oval, heart-shaped",
            )

    def made_of(self, chunk: Chunk, pending) -> None:
        """ "made of flowers": the nearest stuff, or a mark on the thing."""
        owner = pending.owners[0]
        value = f"made of {chunk.sense.data['noun']}"
        owner.attributes.append(value)
        for atom in [*chunk.atoms, pending.atom]:
            self.draft.note(atom, "subject", Effect("attributes", value, owner), status="stand-in")
        self.draft.say(
            "warning",
            "stand-in",
            f"no material looks like {chunk.head.text!r}: the {owner.noun} keeps its own",
            (pending.atom.start, chunk.end),
            "a material the stage has, as in 'made of glass'",
        )
