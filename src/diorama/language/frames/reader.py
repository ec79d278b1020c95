"""What is known while a prompt is read, and what rows and frames ask of it: whose a phrase is, who does what a verb says, what is listed with it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from diorama.language.draft import Draft, SubjectDraft
from diorama.language.fillings import LIQUIDS
from diorama.language.frames import phrase, several, traits
from diorama.language.frames.claim import Claims
from diorama.language.frames.phrase import SPEAKER, hangs
from diorama.language.frames.relations.words import PUTS, STAYS, WEARS
from diorama.language.frames.vocabulary import animals, noun, physical, verb
from diorama.language.lexicon import classes
from diorama.language.surfaces import VESSELS
from diorama.language.syntax.phrases import of_object, taught
from diorama.language.syntax.sentence import Mention, Sentence
from diorama.language.syntax.word import Word
from diorama_catalogue.animals import kind_of

if TYPE_CHECKING:
    from diorama.language.bind import Binder

SPATIAL = frozenset((
    "on", "upon", "onto", "atop", "behind", "under", "beneath", "below", "underneath", "beside", "alongside", "against", "near", "above", "inside",
    "around", "between",
))  # fmt: skip
"""Prepositions that say where, and of what is seen."""
SIDES = frozenset(("left", "right", "front", "top", "rim", "brim", "lip"))
"""Nouns that say where with "of": "to the left of a plate"."""
SHAPES = frozenset((
    "circle", "square", "rectangle", "triangle", "star", "heart", "cross", "ring", "cone", "cube", "sphere", "cylinder", "pyramid", "wave", "arrow",
    "dot", "column", "block",
))  # fmt: skip


DRESSED = WEARS | {"dress", "clothe", "clad"}
"""What only the living do with clothes."""


def _holds(mention: Mention, inner: Word) -> bool:
    """ "A dish of soy sauce": what is in it is not whose it is."""
    vessel = mention.atom.sense("thing")
    return vessel is not None and vessel.key in VESSELS and inner.atom is not None and inner.atom.norm in LIQUIDS


EATEN = frozenset(("eat", "serve", "cook", "prepare", "carry", "bring", "pack"))
"""Verbs whose object is food: a meal that is had is an hour, one that is eaten is on a plate."""


AS_THINGS_DO = frozenset((
    "sit", "stand", "lie", "rest", "hang", "swing", "balance", "move", "circle", "land", "cross", "hold", "carry", "follow", "pull", "drag", "float",
))  # fmt: skip
"""What is said of things as well."""
PAPERS = frozenset(("letter", "note", "card"))
"""What is written on, and taken in the hand."""


class Reader(ABC):
    """A draft as it is read into, sentence by sentence: knows what was named before."""

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

    @abstractmethod
    def take(self, mention: Mention) -> None:
        """Claim a phrase, once; its owner first."""

    @abstractmethod
    def sort(self, mention: Mention) -> None:
        """Find what a phrase is about, once."""

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
        dep, governor = phrase.governor(mention.top)
        if dep == "pobj" and governor.norm == "with" and (governor.head.noun or several.single(governor.head)):
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
        if found is not None and word.lemma in DRESSED and found.kind in ("thing", "unlisted", "place") and (wearer := self._living_before(word)) is not None:
            return wearer
        if found is None or found.kind not in ("picture", "medium"):
            return found
        shown = [self.sentence.mention(o) for p in found.top.those("prep") if p.norm == "of" for o in p.those("pobj")]
        return next((m for m in shown if m is not None and m.kind in phrase.LIVING), found)

    def _actor(self, word: Word) -> Mention | None:
        assert self.sentence is not None
        if not word.verb and several.elliptic(word) | several.single(word):
            return self.sentence.mention(word)
        for _ in range(6):
            subject = word.kid("nsubj", "nsubjpass")
            if subject is not None:
                found = self.sentence.mention(subject)
                worn = found is not None and word.tag == "VBG" and word.dep == "pcomp" and word.head.head.noun and found.kind == "garment"
                return self.sentence.mention(word.head.head) if worn else found  # "a man with a hat playing the piano"
            if (pupil := taught(word)) is not None:
                return self.sentence.mention(pupil)
            if word.kid("expl") is not None and word.kid("attr", "dobj") is not None:
                return self.sentence.mention(word.kid("attr", "dobj"))
            if word.dep in ("acl", "relcl") and word.head.noun:
                found = self.sentence.mention(word.head)
                worn = found is not None and found.kind == "garment" and word.tag == "VBG" and (found.subject is None or found.subject.worn_by is not None)
                return self._wearer(found, word) or self.last_living() or found if worn else found
            if word.root:
                return self.last_living() if word.tag == "VBG" and self.fragmentary() else None
            if word.dep in ("conj", "advcl", "xcomp", "ccomp", "prep", "acomp", "dep", "parataxis", "pcomp", "advmod", "oprd", "amod", "appos", "acl", "relcl"):
                if word.head.noun or word.dep == "acl" and several.single(word.head):
                    return self.sentence.mention(word.head)
                word = word.head
                continue
            return None
        return None

    def _living_before(self, word: Word) -> Mention | None:
        """ "A person sits with a pillow behind them, sporting a jacket": who alone can have it on."""
        here = [m for m in self.sentence.mentions if m.kind in phrase.LIVING and m.head.i < word.i] if self.sentence is not None else []
        return here[0] if len(here) == 1 else None

    def _wearer(self, garment: Mention, word: Word) -> Mention | None:
        """Who in the sentence has it on: what a garment is said to do, they do ("a woman in a blouse and jeans leaning on a wall")."""
        above, done = garment.head, traits.tables()
        for _ in range(5 if word.lemma in done["posture"].keys() | done["deed"].keys() else 0):
            above = above.head
            found = self.sentence.mention(above) if self.sentence is not None and above.noun else None
            if found is not None and found.kind in phrase.LIVING:
                return found
        return None

    def last_living(self) -> Mention | None:
        """The living being named last before the sentence at hand: whom a tag is told of ("1girl, red hair, sitting on a wall")."""
        living = [m for m in self.mentions if m.sentence is not self.sentence and m.kind in phrase.LIVING and m.subject in self.draft.subjects]
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
                listed = other is not None and other.kind != "garment" and other.subject is not None
                if other is not None and other not in out and listed and last.subject not in (None, other.subject):
                    out.append(other)
                    open_.append(other)
        return out

    def quoted(self, word: Word) -> bool:
        return word.atom is not None and word.atom.can("quote")

    def people_about(self, mention: Mention) -> bool:
        """True if a living being was named before, so that a head or a hand is its."""
        return any(s.category in ("person", "animal") for s in self.draft.subjects) or self.living_head(mention)

    def in_hands(self, mention: Mention) -> bool:
        """ "A woman folds a letter", "strikes a match": a thing that somebody does something to with their hands."""
        dep, governor = phrase.governor(mention.top)
        one = mention.determiner in ("a", "the") and mention.number in (None, 1) and not mention.plural and mention.atom.can("thing")
        if dep != "dobj" or not governor.verb or not one or any(a.can("quote") for a in self.sentence.atoms if self.sentence is not None):
            return False
        by_hand = mention.head.lemma in PAPERS or classes.verb(governor.lemma) == "contact" or verb(governor.lemma, "hold")
        actor = self.actor(governor) if by_hand else None
        return actor is not None and actor is not mention and (actor.kind == "person" or actor.head.norm in ("who", "he", "she", "they"))

    def acts(self, mention: Mention) -> bool:
        """True for a noun that may be an animal, and does what animals do: "a seal barks", "a duck that dives"."""
        if kind_of(mention.head.lemma) is None or mention.determiner is None and not mention.plural:
            return False
        table = animals()
        above = [mention.top.head] if mention.top.dep == "nsubj" else []
        done = [v.lemma for v in (*above, *mention.top.those("acl", "relcl")) if v.verb and v.lemma not in AS_THINGS_DO]
        return any(lemma in table["posture_verb"] or lemma in table["deed"] for lemma in done)

    def living_head(self, mention: Mention) -> bool:
        """True if the phrase hangs on one about a living being."""
        actor = self._owner(mention) or self.actor(mention.top.head)
        return actor is not None and actor is not mention and (actor.kind in phrase.LIVING or getattr(actor.subject, "category", None) in phrase.LIVING)

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
        dep, governor = phrase.governor(mention.top)
        return (
            dep == "pobj"
            and governor.norm in ("in", "inside", "within", "throughout", "across", "through")
            and (governor.head.root or governor.i < 2)
            and not mention.modifiers[-1:] == []
        )

    def bodily_head(self, mention: Mention) -> bool:
        """True if the phrase hangs on a part of a body: "hair pulled back into a bun"."""
        dep, governor = phrase.governor(mention.top)
        if dep != "pobj":
            return False
        above = governor.head
        actor = self.sentence.mention(above) if above.noun and self.sentence else self.actor(above)
        return actor is not None and actor is not mention and actor.kind == "body"

    def told_as_thing(self, mention: Mention) -> bool:
        """True if a word that is a thing or something else is told of as a thing."""
        inner = of_object(mention.head)
        dep, governor = phrase.governor(mention.top)
        if self.named_before(mention) or self.placed(mention) or self.looked(mention):
            return True
        if dep == "pobj" and governor.norm == "into" and governor.head.lemma in PUTS and mention.determiner == "a" and mention.atom.can("thing"):
            return True  # "pours water into a glass"
        if self.in_hands(mention) or self.acts(mention):
            return True  # "a duck waddles", "a crane that takes off"
        if dep == "dobj" and noun(mention.head.lemma, "meal"):
            return governor.lemma in EATEN and mention.determiner != "its"
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
            and not (governor.norm == "to" and governor.head.norm in ("next", "close", "adjacent"))  # "a cup stands next to a plate"
        ):
            return False
        return mention.atom.can("thing") or mention.kind == ""

    def looked(self, mention: Mention) -> bool:
        """True if it is told what the thing looks like, and somebody has it or it is somewhere: "to a black steel rod", "in its glass case"."""
        dep, governor = phrase.governor(mention.top)
        looks = any(w.atom is not None and w.atom.can("material", "colour", "pattern") or physical(w) for w in mention.modifiers)
        where = dep == "pobj" and governor.norm in SPATIAL | {"in", "into", "to", "from", "by", "over", "of"} or dep in ("nsubj", "nsubjpass", "dobj")
        return looks and where and mention.head.lemma not in SHAPES and mention.determiner in ("a", "its", "the", "another") and self.tangible(mention)

    def placed(self, mention: Mention) -> bool:
        """True if the phrase is told where it is, or something else by it: "behind the net", "the rack has been knocked over"."""
        dep, governor = phrase.governor(mention.top)
        shapely = mention.head.lemma in SHAPES or mention.determiner is None and not mention.plural
        if shapely or not self.tangible(mention) or of_object(mention.head) is not None:
            return False
        if dep == "pobj":
            beside = governor.norm in SPATIAL or governor.norm == "of" and governor.head.lemma in SIDES
            return beside and mention.determiner in ("a", "the", "its", "another")
        return dep in ("nsubj", "nsubjpass") and (governor.lemma in STAYS - {"be", "appear"} or governor.tag == "VBN" and governor.lemma in PUTS)

    def tangible(self, mention: Mention) -> bool:
        """True for a noun that is mostly something to be touched."""
        return mention.atom.can("thing") or classes.share(phrase.lemma(mention), "artifact", "food", "animal", "plant") >= 0.6

    def carried(self, mention: Mention) -> bool:
        """True if the owner of the phrase can have such a thing without its being part of it: "her bag", "the man's dog"."""
        owner = self.owner(mention)
        return owner is not None and (owner.kind == "person" or getattr(owner.subject, "category", None) == "person")

    def writes(self, mention: Mention) -> bool:
        """True if the sentence tells of writing."""
        assert self.sentence is not None
        return any(a.can("quote") for a in self.sentence.atoms) or any(w.lemma in phrase.WRITING for w in self.sentence.words)

    def thinglike(self, mention: Mention) -> bool:
        """True if a word of many meanings is told of as a thing: it has looks, a number, or a place."""
        looks = any(w.atom is not None and w.atom.can("material", "colour", "finish") for w in mention.modifiers)
        dep, governor = phrase.governor(mention.top)
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
        return mention is not None and mention.kind not in ("picture", "medium", "light", "look", "camera")
