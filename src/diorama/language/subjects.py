"""Noun phrases about things → subjects: new, or ones already named; their labels and parts."""

from __future__ import annotations

import re

from diorama.language.chunks import Chunk
from diorama.language.draft import Draft, Effect, SubjectDraft, SurfaceDraft
from diorama.language.dress import MODEL, MODEL_LENGTH, Wardrobe
from diorama.language.fillings import LIQUIDS
from diorama.language.lexicon import Sense, without_singular
from diorama.language.match import Atom
from diorama.language.surfaces import FOR_TOYS, VESSELS
from diorama.language.trims import accented
from diorama.scene import Label
from diorama_catalogue import Tag, tagged, things

MOST = 64
"""Subjects a scene can hold."""
SINGLE = tagged(Tag.ONE_PAIR)
"""Things that are counted in pairs though each pair is one."""
PAIRED = tagged(Tag.PAIRED)
"""Things that a plural without a number means two of."""
WRITABLE = ("sign", "chalkboard", "neon_sign", "poster", "box", "book", "bottle", "mug", "can", "jar", "newspaper", "photograph")
"""Things that text without an owner goes to, first found."""
LIVING = frozenset(("fur", "skin", "wool", "grass", "snow", "water", "sand", "soil", "bone"))
"""Materials that do not make a sculpture of an animal."""
GROUPS = {"couple": 2, "duo": 2, "trio": 3, "family": 4, "band": 4, "team": 5, "crowd": 8, "orchestra": 8, "choir": 8, "audience": 8, "group of people": 4}
"""Words for several people at once, and how many are shown."""
ADVERTISED = re.compile(r"\s+(?:product\s+)?(?:photo|photography|shot|advert|advertisement|advertising|ad|commercial|campaign|render|mockup)\s*[,:]", re.I)
"""What is said of a picture after the name of what it shows."""
NAMED_STUFF = {
    "tableware": {"copper": "copper", "iron": "iron", "enamel": "ceramic"},
    "shape": {"brick": "brick", "concrete": "concrete"},
}
"""By category, what the first word of a noun says that the thing is of."""
PILES = {"stack": ("stacked",), "slice": ("slice", "sliced"), "half": ("halved",), "row": ("arranged",), "bunch": (), "bit": ()}
"""What "a stack of", "a slice of" … say of the things they count: a slice is one, cut from the whole."""
CUT = ("slices", "slice", "wedges", "wedge", "segments", "halves", "pieces", "rounds")
"""Words after a noun that make it pieces of it: "lemon slices"."""
BUNCHED = {key: record.bunch for key, record in things().items() if record.bunch}
"""What "a bunch of" these is."""


def _may_be(surface: SurfaceDraft, colours: set[str], materials: set[str]) -> bool:
    """True if nothing known of the surface speaks against the colours and materials asked."""
    other_colour = colours and surface.colours and not colours & {c.name for c in surface.colours}
    other_material = materials and surface.material and surface.material not in materials
    return not other_colour and not other_material


def _nearest(built: str, article: str, noun: str) -> str:
    """What is built in an animal's place."""
    return f"a sculpted {built}" if built in noun else f"the nearest to it, {article} {built},"


PLAYED_WITH = frozenset(("train set", "train sets", "model railway", "model railways"))
"""Names of what is smaller than what stands for it."""


class Subjects:
    def __init__(self, draft: Draft, wardrobe: Wardrobe):
        self.draft = draft
        self.wardrobe = wardrobe

    def known(self, sense: Sense, head: Atom, chunk: Chunk | None = None) -> SubjectDraft | None:
        """The last subject that a definite phrase can mean: the same noun, or the same thing, with no other colour or material than asked."""
        noun, subjects = sense.data["noun"], self.draft.subjects
        fits = [s for s in subjects if s.noun == noun] or [s for s in subjects if s.thing == sense.key] or [s for s in subjects if s.noun.endswith(f" {noun}")]
        if chunk is not None:
            colours = {a.sense("colour").key.replace("_", " ") for a in chunk.modifiers if a.can("colour")}
            materials = {a.sense("material").key for a in chunk.modifiers if a.can("material")}
            scales = [a.sense("size").data.get("scale", 1.0) for a in chunk.modifiers if a.can("size")]
            fits = [s for s in fits if _may_be(s.surface, colours, materials) and all((x - 1) * (s.size.get("scale", 1.0) - 1) >= 0 for x in scales)]
        return fits[-1] if fits else None

    def make(self, chunk: Chunk) -> SubjectDraft:
        """The subject a phrase names."""
        sense, head = chunk.sense, chunk.head
        laid = chunk.count is None and bool(self.draft.subjects) and self.draft.subjects[-1].category == "tableware"  # "plates, forks and glasses"
        if head.norm == "glasses" and not laid and (chunk.count is None or "pair" in chunk.count.norm):
            sense = chunk.sense = next(s for s in head.senses if s.key == "glasses")  # to see with, not to drink from
        self._function(chunk)
        if chunk.definite and chunk.count is None:
            known = self.known(sense, head, chunk)
            if known is not None:
                self.draft.note(head, "subject", Effect("noun", known.noun, known))
                self._dress(known, chunk)
                return known
        if (named := self._shown_in_it(chunk)) is not None:
            self.draft.note(head, "subject", Effect("noun", named.noun, named))
            self._dress(named, chunk)
            return named
        subject = SubjectDraft(
            sense.data["noun"], sense.key, sense.data["category"], sense.data["size"], (head.start, head.end), definite=chunk.definite
        )
        if len(self.draft.subjects) >= MOST:
            self._too_many(chunk)
            return subject
        subject.plural = bool(sense.data.get("plural")) or any(a.norm in CUT and a.text.lower().endswith("s") and a.start > head.start for a in chunk.modifiers)
        self._count(subject, chunk)
        self.draft.subjects.append(subject)
        self.place_of(head)
        served = sense.data["stand_in"] and subject.noun in LIQUIDS and subject.thing in VESSELS
        if served and (tint := next((a for a in chunk.modifiers if f"{a.norm} {subject.noun}" in LIQUIDS), None)) is not None:
            subject.noun = f"{tint.norm} {subject.noun}"  # "white wine" is no white glass
            chunk.modifiers.remove(tint)
            self.draft.note(tint, "subject", Effect("noun", subject.noun, subject))
        stand_in = sense.data["stand_in"] and not served and not self._sculpture(chunk) and (subject.category != "person" or sense.data.get("plain"))
        self.draft.note(head, "subject", Effect("thing", subject.thing, subject), status="stand-in" if stand_in else "applied")
        if served:  # "soup" is a bowl of it
            subject.attributes.append(f"contents:{subject.noun}")
            self.draft.note(head, "subject", Effect("attributes", f"contents:{subject.noun}", subject))
        if stand_in:
            self._say_stand_in(subject, head)
        if head.norm in PLAYED_WITH:
            self.shrink(subject, head)
        self._dress(subject, chunk)
        self._stuff_of(subject, head)
        return subject

    def _shown_in_it(self, chunk: Chunk) -> SubjectDraft | None:
        """ "Watch advertisement, steel watch on a cube": the watch that the picture was said to be of."""
        first = self.draft.subjects[0] if len(self.draft.subjects) == 1 else None
        bare = chunk.determiner is None and chunk.count is None and chunk.piling is None and not chunk.sense.data.get("plural")
        if first is None or not bare or first.thing != chunk.sense.key or first.counted or first.plural:
            return None
        return first if ADVERTISED.match(self.draft.prompt, first.at[1]) else None

    def _stuff_of(self, subject: SubjectDraft, head: Atom) -> None:
        """ "a copper pot", "a brick block": kinds by their nouns, of a stuff that the noun names and their form does not tell."""
        stuff = NAMED_STUFF.get(subject.category, {}).get(subject.noun.split()[0]) if " " in subject.noun else None
        if stuff is not None and subject.surface.material is None:
            subject.surface.material = stuff
            self.draft.note(head, "subject", Effect("surface.material", stuff, subject))

    def place_of(self, head: Atom) -> bool:
        """ "a railway bench" tells of a railway platform, "a picnic" of a meadow. False where it tells of no place, or another was told."""
        hint = head.sense("hint")
        if hint is None or "hint" in self.draft.environment:
            return False
        self.draft.environment["hint"] = hint.key
        self.draft.note(head, "subject", Effect("environment.setting", hint.key))
        return True

    @staticmethod
    def _sculpture(chunk: Chunk) -> bool:
        """ "a wooden elephant" is a sculpture as it is: nothing stands in."""
        return chunk.sense.data["category"] == "animal" and any(a.can("material") and a.sense("material").key not in LIVING for a in chunk.modifiers)

    def _function(self, chunk: Chunk) -> None:
        """ "another mug" is a new one: the word is used up by that."""
        if chunk.determiner is not None and not chunk.definite and chunk.determiner.sense("determiner").key == "another":
            self.draft.note(chunk.determiner, "subject", status="applied")

    def _too_many(self, chunk: Chunk) -> None:
        for atom in chunk.atoms:
            self.draft.note(atom, "none", status="no_effect")
        if not any(d.code == "too-many-subjects" for d in self.draft.diagnostics):
            self.draft.say(
                "warning",
                "too-many-subjects",
                f"a scene holds {MOST} subjects; {chunk.head.text!r} and those after it are left out",
                (chunk.start, chunk.end),
                "use counts (“twelve bottles”) in place of many nouns",
            )

    def _count(self, subject: SubjectDraft, chunk: Chunk) -> None:
        number, atom = chunk.number, chunk.count
        if atom is not None and number is not None:
            one = subject.thing in SINGLE and "pair" in atom.norm
            if one or atom.norm.endswith("set of") and chunk.head.norm in without_singular():  # "a set of scales", "of stairs"
                number = 1
            subject.counted = True
            subject.count = min(max(number, 1), 100)
            self.draft.note(atom, "subject", Effect("count", subject.count, subject))
            if number > 100:
                self.draft.say(
                    "warning", "too-many", f"{number} {chunk.head.text}: at most 100 of one thing are shown", (atom.start, chunk.end), "100 or fewer"
                )
            if number == 0:
                self.draft.say(
                    "warning",
                    "count-of-zero",
                    f"{atom.text} {chunk.head.text}: shown once",
                    (atom.start, chunk.end),
                    "leave the thing out of the description to have none",
                )
        elif atom is not None:
            self.draft.note(atom, "none", status="no_effect")
        if subject.noun in GROUPS and number in (None, 1):
            subject.count = GROUPS[subject.noun]
            self.draft.note_of(subject, Effect("count", subject.count, subject))
        if chunk.grouped is not None:
            self.draft.note(chunk.grouped, "subject", Effect("count", subject.count, subject))
        if chunk.piling is not None:
            self._piled(subject, chunk.piling, chunk.count is not None and chunk.count.start < chunk.piling.start)

    def _piled(self, subject: SubjectDraft, atom: Atom, told_before: bool) -> None:
        """ "a stack of books", "a slice of cake", "a bunch of bananas": how many, and in what state. `told_before`: the number is of the piles."""
        key = atom.sense("piling").key
        states = list(PILES[key])
        if key == "bunch" and subject.thing in BUNCHED:
            subject.attributes.append(f"of:{subject.noun}")
            subject.thing, subject.category, subject.plural = BUNCHED[subject.thing], "plant" if subject.category == "plant" else subject.category, False
        elif key == "bunch" and subject.thing == "banana":
            states, subject.plural = ["bunch"], False
        elif key == "slice" and subject.category != "food":
            states = []
        subject.plural = subject.plural or subject.noun == "firewood" and key in ("stack", "pile")
        stacked = 6 if subject.noun == "firewood" else 9 if subject.thing in tagged(Tag.THIN) else 4
        many = {"stack": stacked, "row": 4, "bunch": 5}.get(key)
        if subject.plural and not subject.counted:
            subject.counted, subject.count = many is not None or atom.norm.startswith("a "), many or 1
        elif key in ("stack", "row") and told_before:
            subject.count = min(subject.count * many, 100)  # "two rows of chairs"
            self.draft.retell(subject, "count", subject.count)
        subject.states += states
        effects = [Effect("states", state, subject) for state in states]
        if subject.count > 1 or not effects:
            effects.append(Effect("count", subject.count, subject))
        self.draft.note(atom, "subject", *effects)

    def _say_stand_in(self, subject: SubjectDraft, head: Atom) -> None:
        built = subject.thing.replace("figure_", "").replace("_", " ")
        article = "an" if built[0] in "aeiou" else "a"
        span = (head.start, head.end)
        if subject.category == "person" or subject.thing == "doll_person":  # the engine builds people, and says so where it cannot
            if head.can("thing") and head.sense("thing").data.get("plain"):
                told = f"{head.text!r} cannot be built yet: an ordinary person stands in for it"
                self.draft.say("warning", "stand-in", told, span, "tell how they look: hair, clothes, what they hold")
            return
        if subject.thing.startswith("figure_"):
            self.draft.say(
                "warning",
                "stand-in",
                f"{head.text!r} is not built as it lives yet: {_nearest(built, article, head.norm)} stands in for it",
                span,
                f"ask for it as it will be shown, for example 'a ceramic {built} figurine'",
            )
        else:
            self.draft.say(
                "warning",
                "stand-in",
                f"{head.text!r} cannot be built yet: {article} {built} stands in for it",
                span,
                f"write {built!r} to have it meant",
            )

    def _dress(self, subject: SubjectDraft, chunk: Chunk) -> None:
        for atom in self.wardrobe.subject(subject, chunk.modifiers):
            self._odd(subject, atom)

    def _odd(self, subject: SubjectDraft, atom: Atom) -> None:
        """A modifier that is not a look: a noun ("lemon tree"), a light word, an unknown."""
        if (
            atom.can("light_source")
            and atom.sense("light_source").key in ("sun", "moonlight", "candlelight")
            or atom.can("weather")
            and atom.sense("weather").key in ("snow_falling", "rain", "rain_wet")
        ):
            self._weathered(subject, atom)
        elif atom.can("light_kelvin"):
            self._trait_word(subject, atom)
        elif atom.can(
            "setting", "thing", "feature", "part", "time", "season", "place", "light_quality", "light_strength", "weather", "light_source", "backdrop"
        ):
            self._hint(subject, atom)
        elif atom.can("unknown"):
            self.draft.note(atom, "none", status="not_understood")
        else:
            self.draft.note(atom, "none", status="no_effect")

    def _weathered(self, subject: SubjectDraft, atom: Atom) -> None:
        if atom.can("weather"):
            subject.surface.finish.append("wet")
            self.draft.note(atom, "subject", Effect("surface.finish", "wet", subject))
        else:
            self.draft.shining.append(atom)
            self.draft.note(atom, "lighting")

    def toy(self, subject: SubjectDraft, atom: Atom) -> bool:
        """ "A toy car": as large as toys are. False for other words, and for what is no larger."""
        if atom.norm not in ("toy", "model") or subject.length <= MODEL or subject.noun.split()[-1] in FOR_TOYS:
            return False
        self.shrink(subject, atom)
        return True

    def shrink(self, subject: SubjectDraft, atom: Atom) -> None:
        """As large as what is played with."""
        subject.size["scale"] = max(MODEL_LENGTH / subject.length, 0.05)
        self.draft.note(atom, "subject", Effect("size.scale", subject.size["scale"], subject))

    def _hint(self, subject: SubjectDraft, atom: Atom) -> None:
        if self.toy(subject, atom):
            return
        setting = atom.sense("setting")
        if setting is not None and "setting" not in self.draft.environment:
            self.draft.environment["hint"] = setting.key
            self.draft.note(atom, "environment", Effect("environment.setting", setting.key))
            return
        if atom.can("time"):
            self.draft.times.append((atom, atom.sense("time").key))
            self.draft.note(atom, "lighting")
            return
        self._trait_word(subject, atom)

    def _trait_word(self, subject: SubjectDraft, atom: Atom) -> None:
        subject.attributes.append(atom.norm)
        self.draft.note(atom, "subject", Effect("attributes", atom.norm, subject))

    # ── labels and parts ──

    def label(self, owner: SubjectDraft | None, quote: Atom, link: Atom | None) -> None:
        """Text in quotation marks goes onto the thing before it, else onto what can bear writing."""
        text = quote.text.strip("\"“”„«»'‘’").replace("\\n", "\n").strip()  # a shell hands over \n as two characters
        owner = owner or next((s for w in WRITABLE for s in self.draft.subjects if s.thing == w), None)
        if not text or owner is None and len(self.draft.subjects) >= MOST:
            self.draft.note(quote, "none", status="no_effect")
            return
        owner = owner or self._sign(quote)
        owner.labels.append(Label(text=text, style=getattr(self, "style", None) or "sans"))
        self.draft.note(quote, "subject", Effect("labels", text, owner))
        if link is not None:
            self.draft.note(link, "subject", Effect("labels", text, owner))

    def _sign(self, quote: Atom) -> SubjectDraft:
        """Text that nothing bears is put on a sign."""
        sign = SubjectDraft("sign", "sign", "paper", 0.8, (quote.start, quote.end), implied=True)
        self.draft.subjects.append(sign)
        self.draft.say(
            "note", "assumed-sign", f"{quote.text} is put on a sign", (quote.start, quote.end), 'say what it is written on: a mug that says "HELLO"'
        )
        return sign

    def lettering(self, atom: Atom) -> bool:
        """A word for the style of letters goes to the last label."""
        style = atom.sense("lettering").key
        owner = next((s for s in reversed(self.draft.subjects) if s.labels), None)
        if owner is None:
            return False
        owner.labels[-1] = owner.labels[-1].model_copy(update={"style": style})
        self.draft.note(atom, "subject", Effect("labels.style", style, owner))
        return True

    def part(self, owner: SubjectDraft | None, chunk: Chunk) -> None:
        name = chunk.sense.key
        if owner is None:
            for atom in chunk.atoms:
                self.draft.note(atom, "none", status="not_understood")
            self.draft.say(
                "warning",
                "part-without-thing",
                f"{chunk.head.text!r} is a part of something, but nothing is named before it",
                (chunk.start, chunk.end),
                f"say of what: 'a jar with a red {name}'",
            )
            return
        if name == "trim" and (name := accented(owner.thing) if owner.thing else None) is None:
            return self._second_colour(owner, chunk)
        surface = owner.parts.setdefault(name, SurfaceDraft())
        self.draft.note(chunk.head, "subject", Effect("parts", name, owner))
        if chunk.count is not None:
            self.draft.note(chunk.count, "subject", status="no_effect")
        for atom in self.wardrobe.surface(chunk.modifiers, surface, f"parts.{name}.surface", "subject", owner):
            if atom.can("unknown"):
                self.draft.note(atom, "none", status="not_understood")
            else:
                self._trait_word(owner, atom)

    def _second_colour(self, owner: SubjectDraft, chunk: Chunk) -> None:
        """Accents of what has no part for them: the thing's second colour, which leaves its stuff as it is."""
        told = SurfaceDraft()
        colours = [a for a in chunk.modifiers if a.can("colour", "colour_modifier")]
        left = [a for a in chunk.modifiers if a not in colours]
        if colours and owner.category not in ("person", "animal"):
            left += self.wardrobe.surface(colours, told, "surface", "subject", owner)
            owner.surface.colours += [c for c in told.colours if c not in owner.surface.colours]
            self.draft.note(chunk.head, "subject", *(Effect("surface.colours", c.name, owner) for c in told.colours))
            chunk.modifiers = left
        for atom in left if chunk.modifiers is left else [chunk.head, *left]:
            self.draft.note(atom, "none", status="no_effect")

    def one_look_each(self, owner: SubjectDraft, looks: list[list[Atom]]) -> None:
        """ "four bottles, green, amber, blue and clear", "three spheres: one glass, one steel, one wood": the subject becomes as many as it has looks."""
        owner.split = [SurfaceDraft() for _ in looks]
        for k, atoms in enumerate(looks):
            self.look_of(owner, k, atoms)

    def look_of(self, owner: SubjectDraft, k: int, atoms: list[Atom]) -> None:
        """Looks of the k-th of a subject that is several."""
        for atom in self.wardrobe.surface(atoms, owner.split[k], f"split.{k}.surface", "subject", owner):
            self.draft.note(atom, "none", status="no_effect")
