"""Sentences → draft: each noun phrase is claimed by the frame of its kind, then verbs and prepositions say what is how and where.

kinds       what a phrase is about                 rows, each with example and counter-example
real        what is likened, denied, shown in a picture or imagined is not in the scene
refer       pronouns and "the vehicle": who was meant
things      things, animals, people: new subjects or ones known; what they are made of, contain, wear
person      bodies, hair, clothes
place       settings and what is seen of them; light, weather, time
predicate   what verbs and adjectives say of subjects
relations   who stands where, holds what
adverbial   "in flight", "outside"
compared    "twice as tall as the glass", "the size of a car"
stance      "with arms crossed", "in profile", "mid-leap", "over her shoulder"
claim       every word ends in one claim
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from diorama.language.draft import Draft, SubjectDraft
from diorama.language.frames import adverbial, compared, kinds, members, person, place, predicate, relations, stance, talk, things, traits
from diorama.language.frames.claim import Claims
from diorama.language.frames.kinds.pictures import hangs
from diorama.language.frames.real import unreal
from diorama.language.frames.refer import SPEAKER, antecedent, nameless
from diorama.language.frames.relations.words import PUTS, STAYS
from diorama.language.frames.things import colouring, pieces
from diorama.language.frames.things.dressing import dress
from diorama.language.frames.vocabulary import noun, physical, verb
from diorama.language.lexicon import classes
from diorama.language.surfaces import LIQUIDS, VESSELS
from diorama.language.syntax.document import Piece
from diorama.language.syntax.phrases import find, of_object
from diorama.language.syntax.sentence import LOOKS, Mention, Sentence, sentence
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.bind import Binder

FRAMES = {
    "thing": things.claim, "unlisted": things.claim, "animal": things.claim, "person": things.claim, "garment": person.garment, "body": person.body,
    "part": pieces.part, "surface": pieces.surface, "look": colouring.look, "place": place.setting, "scenery": place.scenery, "light": place.light,
    "time": place.time,
    "weather": place.weather, "camera": talk.camera, "picture": talk.picture, "medium": talk.medium, "text": talk.text, "viewer": talk.viewer,
    "shadow": talk.shadow, "side": talk.side, "where": talk.where, "manner": talk.abstract, "abstract": talk.abstract, "number": talk.number,
    "quantity": talk.quantity,
    "measured": talk.measured, "ground": place.ground,
}  # fmt: skip


SPATIAL = frozenset((
    "on", "upon", "onto", "atop", "behind", "under", "beneath", "below", "underneath", "beside", "alongside", "against", "near", "above", "inside",
    "around", "between",
))  # fmt: skip
"""Prepositions that say where, and of what is seen."""
SIDES = frozenset(("left", "right", "front", "top"))
"""Nouns that say where with "of": "to the left of a plate"."""
SHAPES = frozenset((
    "circle", "square", "rectangle", "triangle", "star", "heart", "cross", "ring", "cone", "cube", "sphere", "cylinder", "pyramid", "wave", "arrow",
    "dot", "column", "block",
))  # fmt: skip


WEARS = frozenset(("wear", "sport", "don"))
"""What only the living do with clothes."""


class Pass(NamedTuple):
    """One pass over a sentence. A test holds what it reads and writes of the draft against this."""

    name: str
    run: Callable[[Reader, Sentence], None]
    reads: frozenset[str]
    """Fields of the draft."""
    writes: frozenset[str]


def _holds(mention: Mention, inner: Word) -> bool:
    """ "A dish of soy sauce": what is in it is not whose it is."""
    vessel = mention.atom.sense("thing")
    return vessel is not None and vessel.key in VESSELS and inner.atom is not None and inner.atom.norm in LIQUIDS


def _pass(name: str, run: Callable[[Reader, Sentence], None], reads: str = "", writes: str = "") -> Pass:
    return Pass(name, run, frozenset(reads.split()), frozenset(writes.split()))


def _take_all(reader: Reader, found: Sentence) -> None:
    for mention in found.mentions:
        reader.take(mention)


PASSES = (
    _pass("phrases", lambda reader, found: find(found)),
    _pass(
        "mentions",
        _take_all,
        writes="subjects relations environment ground backdrop features fittings place_spans lighting lights times camera depth film genre genre_said styles given told "
        "notes diagnostics",
    ),
    _pass("sizes", compared.tell, "subjects given", "subjects told notes"),
    _pass("predicates", predicate.tell, "given", "subjects relations told notes"),
    _pass("relations", relations.tell, writes="subjects relations given told notes"),
    _pass("adverbials", adverbial.tell, "environment given", "subjects relations told notes"),
    _pass("stances", stance.tell, "given", "subjects relations told notes"),
    _pass("labels", talk.labels, writes="subjects relations given told notes diagnostics"),
    _pass("alone", talk.alone, writes="lighting lights camera depth film given told notes"),
    _pass("claims", lambda reader, found: reader.claims.close(found), writes="notes"),
    _pass("lights", lambda reader, found: reader.lights.close()),
)
"""What is done with a sentence, in order."""


class Reader:
    """Reads sentences one by one into a draft; knows what was named before."""

    def __init__(self, draft: Draft, tools: Binder, text: str):
        self.draft, self.text = draft, text
        self.subjects, self.places, self.lights = tools.subjects, tools.places, tools.lights
        self.wardrobe, self.contents, self.standalone = tools.wardrobe, tools.contents, tools.standalone
        self.claims = Claims(draft)
        self.mentions: list[Mention] = []
        """All so far, in order, those of the sentence at hand included as they are read."""
        self.sentence: Sentence | None = None
        self.medium: str | None = None
        """What the picture is said to be, where it is no photograph."""
        self.sentences: list[Sentence] = []
        self.done: set[int] = set()
        self.apart: dict[tuple[SubjectDraft, str], SubjectDraft] = {}
        """Who was taken out of a group, by the word that told them apart."""
        self.taken: set[SubjectDraft] = set()
        """All that were taken out of groups."""

    def read(self, piece: Piece) -> None:
        self.sentence = found = sentence(self.text, piece.start, piece.end)
        self.sentences.append(found)
        self.claims.open(found)
        for step in PASSES:
            step.run(self, found)

    def take(self, mention: Mention) -> None:
        """Claim a phrase, once; its owner first."""
        if id(mention) in self.done:
            return
        self.done.add(id(mention))
        self.sort(mention)
        if mention.kind == "pronoun":
            antecedent(self, mention)
            if nameless(self, mention):
                mention.kind, mention.rule = "person", "somebody"
        if mention.kind == "pronoun":
            if mention.subject is not None and members.elliptic(mention.head):
                dress(self, mention.subject, [w for w in mention.modifiers if w.atom is not None and w.atom.can(*LOOKS)])
            self.mentions.append(mention)
            return
        owner = self.owner(mention)
        if owner is not None and owner is not mention and owner.kind not in ("look", "measured", "number"):
            self.take(owner)
        for word in (*mention.modifiers, *mention.measures):
            if word.atom is not None and word.atom.kind in ("focal", "f_number", "iso", "aspect", "kelvin") and not self.claims.has(word):
                self.standalone.alone(word.atom)
                self.claims.mark(word, "camera", "measured")
            if word.lemma == "silhouette" and word.atom is not None:
                self.standalone.alone(word.atom)
        mention.why = unreal(self, mention) or ""
        mention.real = not mention.why
        FRAMES[mention.kind](self, mention)
        self.mentions.append(mention)

    def sort(self, mention: Mention) -> None:
        if not mention.kind:
            mention.kind, mention.rule = "abstract", "open"  # a phrase that asks after its owner's kind is asked itself
            mention.kind, mention.rule = kinds.kind(mention, self)

    # ── what rows and frames ask ──

    def owner(self, mention: Mention) -> Mention | None:
        """Whose the phrase is: "the truck's doors", "the doors of the truck", "a truck with doors", "the truck has doors"."""
        found = self._owner(mention)
        if found is None or found is mention:
            return None
        if found.kind == "pronoun" or found.head.tag in ("PRP$", "WP$", "PRP"):
            self.take(found)
            return found.ref if found.ref is not None or found.head.norm in SPEAKER else found
        self.sort(found)
        return found

    def _owner(self, mention: Mention) -> Mention | None:
        if mention.owner is not None:
            return mention.owner
        assert self.sentence is not None
        inner = of_object(mention.head)
        if inner is not None and mention.top is mention.head and self.sentence.mention(inner) is not None and not (_holds(mention, inner) or hangs(mention)):
            return self.sentence.mention(inner)
        dep, governor = kinds.governor(mention.top)
        if dep == "pobj" and governor.norm == "with" and governor.head.noun:
            return self.sentence.mention(governor.head)
        if dep == "dobj" and verb(governor.lemma, "have"):
            return self.actor(governor)
        if dep == "nsubj" and governor.dep in ("pobj", "pcomp") and governor.head.norm == "with":  # "a piano with the lid closed"
            above = governor.head.head
            return self.sentence.mention(above) if above.noun else self.actor(above)
        return None

    def actor(self, word: Word) -> Mention | None:
        """Who does or is what a verb says: its subject, the noun it hangs on, or the subject of the verb it goes with.

        Of a picture of somebody it is who is in it: "a portrait of a man, wearing a hat"."""
        found = self._actor(word)
        if found is not None and word.lemma in WEARS and found.kind in ("thing", "unlisted", "place") and (wearer := self._living_before(word)) is not None:
            return wearer
        if found is None or found.kind not in ("picture", "medium"):
            return found
        shown = [self.sentence.mention(o) for p in found.top.those("prep") if p.norm == "of" for o in p.those("pobj")]
        return next((m for m in shown if m is not None and m.kind in kinds.LIVING), found)

    def _actor(self, word: Word) -> Mention | None:
        assert self.sentence is not None
        if not word.verb and members.elliptic(word) | members.single(word):
            return self.sentence.mention(word)
        for _ in range(6):
            subject = word.kid("nsubj", "nsubjpass")
            if subject is not None:
                found = self.sentence.mention(subject)
                worn = found is not None and word.tag == "VBG" and word.dep == "pcomp" and word.head.head.noun and found.kind == "garment"
                return self.sentence.mention(word.head.head) if worn else found  # "a man with a hat playing the piano"
            if word.kid("expl") is not None and word.kid("attr", "dobj") is not None:
                return self.sentence.mention(word.kid("attr", "dobj"))
            if word.dep in ("acl", "relcl") and word.head.noun:
                found = self.sentence.mention(word.head)
                return self._wearer(found, word) or self.last_living() or found if found is not None and found.kind == "garment" and word.tag == "VBG" else found
            if word.root:
                return self.last_living() if word.tag == "VBG" and self.fragmentary() else None
            if word.dep in ("conj", "advcl", "xcomp", "ccomp", "prep", "acomp", "dep", "parataxis", "pcomp", "advmod", "oprd", "amod", "appos", "acl", "relcl"):
                if word.head.noun:
                    return self.sentence.mention(word.head)
                word = word.head
                continue
            return None
        return None

    def _living_before(self, word: Word) -> Mention | None:
        """ "A person sits with a pillow behind them, sporting a jacket": who alone can have it on."""
        here = [m for m in self.sentence.mentions if m.kind in kinds.LIVING and m.head.i < word.i] if self.sentence is not None else []
        return here[0] if len(here) == 1 else None

    def _wearer(self, garment: Mention, word: Word) -> Mention | None:
        """Who in the sentence has it on: what a garment is said to do, they do ("a woman in a blouse and jeans leaning on a wall")."""
        above, done = garment.head, traits.tables()
        for _ in range(5 if word.lemma in done["posture"].keys() | done["deed"].keys() else 0):
            above = above.head
            found = self.sentence.mention(above) if self.sentence is not None and above.noun else None
            if found is not None and found.kind in kinds.LIVING:
                return found
        return None

    def last_living(self) -> Mention | None:
        """The living being named last before the sentence at hand: whom a tag is told of ("1girl, red hair, sitting on a wall")."""
        living = [m for m in self.mentions if m.sentence is not self.sentence and m.kind in kinds.LIVING and m.subject in self.draft.subjects]
        people = [m for m in living if m.kind == "person"]
        return (people or living or [None])[-1]

    def group(self, mention: Mention | None) -> list[Mention]:
        """A phrase and those listed with it: "a pan, a knife and two bowls"."""
        if mention is None or self.sentence is None:
            return []
        if mention.subject is None and (other := self.sentence.mention(mention.top.kid("appos"))) is not None:
            mention = other  # "two creatures, a crab and a lobster": these
        out, open_ = [mention], [mention]
        while open_:
            last = open_.pop()
            for kid in [*last.top.those("conj"), *(last.head.those("conj") if last.head is not last.top else ())]:
                other = self.sentence.mention(kid)
                if other is not None and other not in out:
                    out.append(other)
                    open_.append(other)
            for kid in last.top.those("appos"):  # "a lamp, a pair of candlesticks and a stack of books", as the parser has it
                other = self.sentence.mention(kid)
                if other is not None and other not in out and other.subject is not None and last.subject not in (None, other.subject):
                    out.append(other)
                    open_.append(other)
        return out

    def quoted(self, word: Word) -> bool:
        return word.atom is not None and word.atom.can("quote")

    def people_about(self, mention: Mention) -> bool:
        """True if a living being was named before, so that a head or a hand is its."""
        return any(s.category in ("person", "animal") for s in self.draft.subjects) or self.living_head(mention)

    def living_head(self, mention: Mention) -> bool:
        """True if the phrase hangs on one about a living being."""
        actor = self._owner(mention) or self.actor(mention.top.head)
        return actor is not None and actor is not mention and (actor.kind in kinds.LIVING or getattr(actor.subject, "category", None) in kinds.LIVING)

    def fragmentary(self) -> bool:
        """True for a piece without a finite verb."""
        assert self.sentence is not None
        return not any(w.tag in ("VBZ", "VBP", "VBD", "MD") for w in self.sentence.words)

    def capitals(self) -> bool:
        """True for a piece all in capitals, or in which most nouns have one, as in a title."""
        assert self.sentence is not None
        nouns = [w for w in self.sentence.words if w.noun]
        return sum(w.text[:1].isupper() for w in nouns) > 0.6 * len(nouns)

    def tells_of_taking(self) -> bool:
        """True for a sentence about how the picture was taken."""
        assert self.sentence is not None
        return (
            any(w.lemma in ("shoot", "photograph") and w.tag in ("VBN", "VBD") or w.norm in ("shot",) for w in self.sentence.words)
            or sum(a.kind in ("focal", "f_number", "iso") for a in self.sentence.atoms) > 0
        )

    def aside(self, mention: Mention) -> bool:
        """True inside a clause of its own: "which most people miss"; what happens meanwhile is seen ("while tourists walk past")."""
        word = mention.top
        while not word.root:
            meanwhile = word.dep == "advcl" and any(k.dep == "mark" and k.norm in ("while", "as") for k in word.kids)
            if word.dep in ("relcl", "ccomp", "advcl") and not meanwhile:
                return True
            word = word.head
        return False

    def spoken(self, mention: Mention) -> bool:
        """True for the subject or object of a verb of mind or sense in a relative clause: "that most people hear"."""
        verb_ = mention.top.head
        return (
            mention.top.dep in ("nsubj", "dobj")
            and verb_.dep == "relcl"
            and classes.verb(verb_.lemma) in ("perception", "cognition", "emotion", "communication", "possession", "stative")
        )

    def first_person(self, verb_: Word) -> bool:
        """True if it is the photographer who does it."""
        return any(k.dep == "nsubj" and k.norm in ("i", "we") for k in verb_.kids)

    def camera_of(self, prep: Word) -> bool:
        """True for what a picture is taken with: "shot on a phone", "taken with a long lens"."""
        found = prep.kid("pobj")
        return found is not None and (
            found.lemma in ("camera", "lens", "phone", "smartphone", "film", "telephoto", "tripod", "plate", "drone", "leica", "hasselblad", "iphone")
            or found.tag.startswith("NNP")
        )

    def encloses(self, mention: Mention) -> bool:
        """True if the phrase is where it all is, rather than a thing that something is in: "In a sewer, a spider looms"."""
        dep, governor = kinds.governor(mention.top)
        return (
            dep == "pobj"
            and governor.norm in ("in", "inside", "within", "throughout", "across", "through")
            and (governor.head.root or governor.i < 2)
            and not mention.modifiers[-1:] == []
        )

    def bodily_head(self, mention: Mention) -> bool:
        """True if the phrase hangs on a part of a body: "hair pulled back into a bun"."""
        dep, governor = kinds.governor(mention.top)
        if dep != "pobj":
            return False
        above = governor.head
        actor = self.sentence.mention(above) if above.noun and self.sentence else self.actor(above)
        return actor is not None and actor is not mention and actor.kind == "body"

    def told_as_thing(self, mention: Mention) -> bool:
        """True if a word that is a thing or something else is told of as a thing."""
        inner = of_object(mention.head)
        dep, governor = kinds.governor(mention.top)
        if self.named_before(mention) or self.placed(mention) or self.looked(mention):
            return True
        if dep == "pobj" and governor.norm == "into" and governor.head.lemma in PUTS and mention.determiner == "a" and mention.atom.can("thing"):
            return True  # "pours water into a glass"
        if dep == "dobj" and noun(mention.head.lemma, "meal"):
            return False
        if mention.determiner == "the" and mention.number is None and not mention.modifiers and inner is None and not self.tangible(mention):
            return False
        if mention.owner is not None and not self.carried(mention):
            return False
        if mention.head.lemma in SHAPES and (
            mention.determiner in ("the", "its") or dep == "dobj" and governor.lemma in ("form", "create", "make", "draw", "complete", "describe", "trace")
        ):
            return False
        if inner is not None and not (mention.atom.can("thing") and mention.atom.sense("thing").data["category"] == "tableware"):
            return False
        if (
            dep == "pobj"
            and governor.norm in ("in", "of", "to", "for", "as", "into")
            and mention.determiner in ("a", None)
            and mention.number is None
            and not (governor.norm in ("of", "in") and mention.modifiers)
        ):
            return False
        return mention.atom.can("thing") or mention.kind == ""

    def looked(self, mention: Mention) -> bool:
        """True if it is told what the thing looks like, and somebody has it or it is somewhere: "to a black steel rod", "in its glass case"."""
        dep, governor = kinds.governor(mention.top)
        looks = any(w.atom is not None and w.atom.can("material", "colour", "pattern") or physical(w) for w in mention.modifiers)
        where = dep == "pobj" and governor.norm in SPATIAL | {"in", "into", "to", "from", "by", "over", "of"} or dep in ("nsubj", "nsubjpass", "dobj")
        return looks and where and mention.head.lemma not in SHAPES and mention.determiner in ("a", "its", "the", "another") and self.tangible(mention)

    def placed(self, mention: Mention) -> bool:
        """True if the phrase is told where it is, or something else by it: "behind the net", "the rack has been knocked over"."""
        dep, governor = kinds.governor(mention.top)
        shapely = mention.head.lemma in SHAPES or mention.determiner is None and not mention.plural
        if shapely or not self.tangible(mention) or of_object(mention.head) is not None:
            return False
        if dep == "pobj":
            beside = governor.norm in SPATIAL or governor.norm == "of" and governor.head.lemma in SIDES
            return beside and mention.determiner in ("a", "the", "its", "another")
        return dep in ("nsubj", "nsubjpass") and (governor.lemma in STAYS - {"be", "appear"} or governor.tag == "VBN" and governor.lemma in PUTS)

    def tangible(self, mention: Mention) -> bool:
        """True for a noun that is mostly something to be touched."""
        return mention.atom.can("thing") or classes.share(kinds.lemma(mention), "artifact", "food", "animal", "plant") >= 0.6

    def carried(self, mention: Mention) -> bool:
        """True if the owner of the phrase can have such a thing without its being part of it: "her bag", "the man's dog"."""
        owner = self.owner(mention)
        return owner is not None and (owner.kind == "person" or getattr(owner.subject, "category", None) == "person")

    def writes(self, mention: Mention) -> bool:
        """True if the sentence tells of writing."""
        assert self.sentence is not None
        return any(a.can("quote") for a in self.sentence.atoms) or any(w.lemma in talk.WRITING for w in self.sentence.words)

    def thinglike(self, mention: Mention) -> bool:
        """True if a word of many meanings is told of as a thing: it has looks, a number, or a place."""
        looks = any(w.atom is not None and w.atom.can("material", "colour", "finish") for w in mention.modifiers)
        dep, governor = kinds.governor(mention.top)
        placed = (
            dep in ("nsubj", "nsubjpass")
            and mention.determiner == "a"
            and (governor.lemma in ("sit", "stand", "lie", "rest", "hang") or governor.tag == "VBN")
            or any(k.dep == "prep" and k.norm in ("on", "beside", "under", "against", "near") for k in mention.head.kids)
        )
        held = dep == "dobj" and verb(governor.lemma, "hold") and mention.determiner == "a"
        return (
            mention.owner is None
            and mention.determiner in ("a", None, "another")
            and (looks or placed or held or mention.number is not None and mention.number > 1)
            or noun(mention.head.lemma, "viewer")
            or self.named_before(mention)
        )

    def named_before(self, mention: Mention) -> bool:
        words = mention.atom.sense("thing")
        return mention.determiner == "the" and words is not None and any(s.noun == words.data["noun"] or s.thing == words.key for s in self.draft.subjects)

    def depicts(self, word: Word) -> bool:
        """True if the noun is a picture in the scene, not the picture itself."""
        mention = self.sentence.mention(word) if self.sentence is not None else None
        return mention is not None and mention.kind not in ("picture", "medium", "light", "look")
