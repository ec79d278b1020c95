"""Bodies, hair and clothes: they belong to someone and are no things of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import Effect, SubjectDraft, SurfaceDraft
from diorama.language.dress import colour_of
from diorama.language.frames import animal, phrase, things, traits
from diorama.language.frames.laid_aside import dressed_in_it, laid_aside, on_whom, taken_off
from diorama.language.frames.refer import same
from diorama.language.frames.things.dressing import unshod
from diorama.language.frames.things.standin import nearest
from diorama.language.frames.vocabulary import noun, verb
from diorama.language.match import Atom
from diorama.language.syntax.phrases import atoms_of, own
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.word import Word
from diorama_catalogue.animals import worn_as
from diorama_catalogue.plurals import singular

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

PARTS = {"eye": "eyes", "eyes": "eyes", "freckle": "face_marks", "wrinkle": "face_marks", "makeup": "face_marks", "tattoo": "face_marks"}


FACES = frozenset(("smile", "grin", "frown", "laugh", "smirk", "scowl", "pout", "glare", "grimace", "sneer"))
"""What somebody has on the face, by the noun of what it does."""


def body(reader: Reader, mention: Mention) -> None:
    """ "her grey hair", "the cat's black fur": the look of a part of someone."""
    subject = bearer(reader, mention)
    name = part_name(mention)
    if subject is None or not mention.real:
        return reader.claims.phrase(mention, mention.why or "body")
    mention.place = "body"
    if subject.traits is not None:
        after = next((w for w in reader.sentence.words if w.i == mention.head.i + 1), None) if reader.sentence else None
        if after is not None and after.tag in ("VBN", "VBD", "JJ") and (phrase.governor(mention.top)[1].norm == "with" or after.head is mention.head):
            told(reader, mention, subject, name, [after])  # "with her eyes shut"
        return _traits(reader, mention, subject, name)
    if subject.category == "animal" and noun(phrase.lemma(mention), "coat"):
        reader.claims.joins(mention.head, "body", "coat")
        looks = [w for w in mention.modifiers if w.atom is not None and w.atom.can("colour", "colour_modifier", "pattern", "finish")]
        left = reader.wardrobe.surface(atoms_of(looks), subject.surface, "surface", "subject", subject)
        for word in mention.modifiers:
            if word not in looks or word.atom in left:
                reader.claims.none(word, "quality", "body")
        mention.subject = subject
        return None
    looks = [w for w in mention.modifiers if w.atom is not None and w.atom.can("colour", "colour_modifier")]
    if name is not None and subject.category == "person":
        surface = subject.parts.setdefault(name, SurfaceDraft())
        reader.claims.note(mention.head, "subject", Effect("parts", name, subject), frame="body", rule=name)
        reader.wardrobe.surface(atoms_of(looks), surface, f"parts.{name}.surface", "subject", subject)
    return reader.claims.phrase(mention, "body")


def _traits(reader: Reader, mention: Mention, subject: SubjectDraft, name: str | None) -> None:
    """What a part of a body says of whose it is: hair, beard, eyes, skin, face, coat."""
    draft, word, table = reader.draft, mention.head.lemma, traits.tables()
    told(reader, mention, subject, name, mention.modifiers)
    head = mention.atom if mention.atom.end == mention.head.end else own(mention.head)
    if subject.category == "animal":
        if noun(phrase.lemma(mention), "coat"):
            reader.claims.joins(mention.head, "body", "coat")
    elif name == "hair":
        traits.hair(draft, subject, own(mention.head) if word not in table["hair_style"] else _as(head, word), None)
        reader.claims.joins(mention.head, "body", "hair")
    elif name == "beard":
        if word in ("moustache", "mustache"):
            traits.put(draft, subject, head, "facial_hair.moustache", True)
        else:
            cut = next(
                (table["hair_length"][w.norm] for w in mention.modifiers if table["hair_length"].get(w.norm) in ("short", "long")),
                table["beard"].get(word, "full"),
            )
            traits.put(draft, subject, head, "facial_hair.beard", cut)
    elif name == "eyes":
        reader.claims.joins(mention.head, "body", "eyes")
    elif word in table["detail"] and word not in ("tanned",):
        traits.put(draft, subject, _as(head, word), "skin.details", table["detail"][word])
    elif word in FACES:
        kind = next((w for w in mention.modifiers if word in ("smile", "grin", "laugh") and w.norm in table["smile"]), None)
        traits.put(draft, subject, head if kind is None else own(kind), "expression", table["expression"][word] if kind is None else table["smile"][kind.norm])
    reader.claims.phrase(mention, "body")
    return None


def said(reader: Reader, mention: Mention, words: list[Word]) -> None:
    """ "His hair is braided", "her eyes are closed": what is said of a part of someone."""
    subject = bearer(reader, mention)
    if subject is not None and subject.traits is not None and mention.real:
        told(reader, mention, subject, part_name(mention), words)


def told(reader: Reader, mention: Mention, subject: SubjectDraft, name: str | None, words: list[Word]) -> None:
    """The looks of a part of someone: each word goes to the field of that part."""
    draft, word, table = reader.draft, mention.head.lemma, traits.tables()
    first, last = min((w.start for w in words), default=0), max((w.end for w in words), default=0)
    joined = [w for w in words if w.atom is None or w.atom is mention.atom or not (first <= w.atom.start and w.atom.end <= last)]
    atoms = [*atoms_of([w for w in words if w not in joined]), *(own(w) for w in joined)]
    if subject.category == "animal":
        animal.part(draft, subject, own(mention.head), phrase.lemma(mention), [(a, colour_of(a, before(atoms, k))) for k, a in enumerate(atoms)])
        return
    for k, atom in enumerate(atoms):
        colour = colour_of(atom, before(atoms, k))
        if name == "hair":
            if atom.norm != "loose" or word == "hair":
                traits.hair(draft, subject, atom, colour)
        elif name == "beard" and colour is not None:
            traits.put(draft, subject, atom, "facial_hair.colour", colour)
        elif name == "eyes":
            if colour is not None:
                traits.put(draft, subject, atom, "eye_colour", colour)
            elif atom.norm in table["eyes"]:
                traits.put(draft, subject, atom, "eyes", table["eyes"][atom.norm])
        elif word in ("head", "scalp") and atom.norm in ("shaved", "bald", "shaven"):
            traits.put(draft, subject, atom, "hair.length", "bald" if atom.norm == "bald" else "shaved")
        elif word in ("skin", "complexion") and atom.norm in table["skin"]:
            _skin(reader, subject, mention, atoms, k)
        elif word in SKINNED and atom.norm in table["detail"]:
            traits.put(draft, subject, atom, "skin.details", table["detail"][atom.norm])
        elif word in FIGURES and atom.norm in table["build"]:
            traits.put(draft, subject, atom, "build", table["build"][atom.norm])
        elif word in ("expression", "face", "look", "gaze", "countenance") and (shown := traits.expression(atom.norm)) is not None:
            traits.put(draft, subject, atom, "expression", shown)


SKINNED = frozenset(("face", "skin", "cheek", "arm", "nose", "complexion", "forehead", "hand", "shoulder", "back", "leg", "chest", "neck"))
FIGURES = frozenset(("figure", "build", "frame", "body", "physique", "shoulder", "arm"))


def _skin(reader: Reader, subject: SubjectDraft, mention: Mention, atoms: list, k: int) -> None:
    """ "Dark skin", "very dark skin"."""
    very = bool(k) and atoms[k - 1].norm in VERY
    tone = traits.tone(traits.tables()["skin"][atoms[k].norm], very=very)
    if traits.put(reader.draft, subject, atoms[k], "skin.tone", tone):
        reader.claims.joins(mention.head, "body", "skin")
        if very:
            reader.draft.note(atoms[k - 1], "subject", Effect("skin.tone", tone, subject))


SEIZING = frozenset(("mouth", "beak", "bill", "claw", "talon", "teeth", "tooth", "jaw"))
"""Of these, what animals seize with: what is said to be in them is, however long it is."""
VERY = frozenset(("very", "extremely", "really", "deeply"))


def before(atoms: list, k: int) -> str | None:
    """The modifier of a colour before it: "pale" blue."""
    return atoms[k - 1].sense("colour_modifier").key if k and atoms[k - 1].can("colour_modifier") and atoms[k].can("colour") else None


def _as(atom: Atom, lemma: str) -> Atom:
    return Atom(atom.start, atom.end, atom.text, lemma, atom.senses, False)


def part_name(mention: Mention) -> str | None:
    """The part of a person that a scene has a look for: hair, beard, eyes."""
    word = phrase.lemma(mention)
    if noun(word, "hair"):
        return "hair"
    if noun(word, "beard"):
        return "beard"
    return PARTS.get(word)


def bearer(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """Whose body it is: the owner told, else the last living being."""
    owner = reader.owner(mention)
    if owner is not None and owner.subject is not None and owner.subject.category in ("person", "animal"):
        return owner.subject
    if owner is not None and owner.kind == "body":
        return bearer(reader, owner)
    actor = reader.actor(mention.top.head)
    if actor is not None and actor is not mention and actor.subject is not None and actor.subject.category in ("person", "animal"):
        return actor.subject
    return next(
        (
            m.subject
            for m in reversed(reader.mentions)
            if m.subject is not None and m.subject.category in ("person", "animal") and m.subject in reader.draft.subjects
        ),
        None,
    )


def garment(reader: Reader, mention: Mention) -> None:
    """Clothes: worn by whom the words say, else a thing on its own."""
    wearer = _wearer(reader, mention) if mention.real else None
    if wearer is not None and wearer.traits is not None and taken_off(mention):
        return unshod(reader, wearer, mention.head)
    if wearer is None and mention.real and mention.atom.can("thing") and (laid_aside(reader, mention) or _anothers(mention)):
        things.claim(reader, mention)
        reader.draft.handled += [mention.subject] if mention.subject is not None else []
        return None
    others = _others_in_the_same(reader, mention, wearer) if mention.real else []
    if wearer is None and others:
        wearer = others.pop(0)
    if wearer is None or mention.why:
        if mention.atom.can("thing"):
            return things.claim(reader, mention)
        return reader.claims.phrase(mention, mention.why or "abstract")
    if not mention.atom.can("thing") and nearest(mention.head.lemma, "unlisted", mention.plural) is None:
        return reader.claims.phrase(mention, "abstract")
    known = same(reader, mention) if mention.determiner in ("the", "its") else None
    if known is None:
        mention.kind = "garment"
        things.claim(reader, mention)
        known = mention.subject
        if known is not None:
            _round_the_neck(reader, mention, known)
            if wearer.traits is not None:
                put_on(reader, known, wearer)
            _cut(reader, mention, known)
            if known.plural and not known.counted:
                known.count, known.counted = (2 if known.thing in thing_pairs() else 1) * max(wearer.count, 1), True
            word = _link(mention)
            made = reader.draft.relate([wearer], "wearing", [known], word.atom)
            reader.claims.note(word if word is not mention.head else mention.head, "subject", Effect("relations", made), frame="garment", rule="worn")
            for other in others:
                one = known.another(worn_by=other, count=max(other.count, 1), split=[])
                reader.draft.subjects.append(one)
                reader.draft.relate([other], "wearing", [one], word.atom)
    else:
        things.claim(reader, mention)
    return None


def _anothers(mention: Mention) -> bool:
    """ "Pins a customer's jacket": the customer's, and nobody else's."""
    return mention.owner is not None and mention.owner.head.noun


def _round_the_neck(reader: Reader, mention: Mention, worn: SubjectDraft) -> None:
    """ "Headphones around his neck": taken off the ears."""
    if worn.thing != "headphones" or reader.sentence is None:
        return
    after = [w for w in reader.sentence.words if mention.head.i < w.i <= mention.head.i + 3]
    neck = next((w for w in after if w.lemma == "neck"), None)
    if neck is not None and after[0].norm in ("around", "round", "about", "on"):
        worn.noun = "neck headphones"
        reader.claims.note(own(neck), "subject", Effect("noun", worn.noun, worn), frame="garment", rule="worn")
        reader.claims.mark(neck, "garment", "worn")


def _others_in_the_same(reader: Reader, mention: Mention, wearer: SubjectDraft | None) -> list[SubjectDraft]:
    """Who besides has such a one on: "mother and daughter, matching aprons", "the groom and his brothers … they all wear suits"."""
    if not mention.plural or reader.sentence is None or mention.number is not None:
        return []
    people = [s for s in reader.draft.subjects if s.category == "person" and s.traits is not None and s is not wearer]
    governor = phrase.governor(mention.top)[1]
    if wearer is not None:
        if governor.tag == "IN" and any(k.dep == "preconj" and k.norm in ("both", "all") for k in (*governor.kids, *mention.top.kids)):
            return [s for s in people if s in [m.subject for m in reader.group(reader.actor(governor.head))]] if governor.head.verb else []
        who = governor.kid("nsubj") if verb(governor.lemma, "wear") else None
        return people if who is not None and who.norm in ("they", "both", "all") else []
    alone = mention.top.root and mention.determiner is None and reader.sentence.mentions[0] is mention and mention.head.kid("prep", "acl") is None
    return people if len(people) > 1 and alone and reader.fragmentary() else []


def clothed(reader: Reader, mention: Mention, wearer: SubjectDraft, looks: list[Word]) -> None:
    """ "A woman in red", "he wears black": clothes of that colour."""
    sense = nearest("clothes", "unlisted", True)
    if sense is None or not looks:
        return reader.claims.phrase(mention, "look")
    at = (mention.head.start, mention.head.end)
    known = SubjectDraft("clothes", sense.key, "wear", sense.data["size"], at, max(wearer.count, 1), plural=True, counted=True, worn_by=wearer)
    reader.draft.subjects.append(known)
    reader.wardrobe.surface(atoms_of(looks), known.surface, "surface", "subject", known)
    for word in looks:
        reader.claims.mark(word, "look", "clothes of this colour")
    word = _link(mention)
    made = reader.draft.relate([wearer], "wearing", [known], word.atom)
    reader.claims.note(word, "subject", Effect("relations", made), frame="garment", rule="worn")
    return None


def put_on(reader: Reader, worn: SubjectDraft, wearer: SubjectDraft) -> None:
    """Somebody, or an animal, has it on."""
    worn.worn_by = wearer
    _built_when_worn(reader, worn)


def _built_when_worn(reader: Reader, worn: SubjectDraft) -> None:
    """An apron on somebody is an apron: what stands in for one that lies on a table does not stand in for it."""
    of_animal = worn.worn_by is not None and worn.worn_by.category == "animal"
    if (worn_as(singular(worn.noun)) is None) if of_animal else not {worn.noun, singular(worn.noun)} & set(traits.tables()["garments"]["worn"]):
        return
    draft = reader.draft
    draft.diagnostics = [d for d in draft.diagnostics if not (d.code == "stand-in" and d.span == worn.at)]
    if (note := draft.notes.get(worn.at)) is not None and note.status == "stand-in":
        note.status = "applied"


def _cut(reader: Reader, mention: Mention, worn: SubjectDraft) -> None:
    """ "an oversized shirt", "a conical hat": a garment has a cut where a thing has a size or a shape."""
    for word in mention.modifiers:
        if word.atom is not None and word.atom.can("size", "shape") and not word.atom.can("colour", "material", "state") and word.norm not in worn.attributes:
            worn.attributes.append(word.norm)
            reader.claims.note(own(word), "subject", Effect("attributes", word.norm, worn), status="no_effect", frame="garment", rule="cut")


def thing_pairs() -> frozenset[str]:
    from diorama.language.subjects import PAIRED

    return PAIRED


def _link(mention: Mention):
    """The word that says that it is worn: "in", "wearing", "with"."""
    dep, governor = phrase.governor(mention.top)
    return governor if dep in ("pobj", "dobj") else mention.head


def _wearer(reader: Reader, mention: Mention) -> SubjectDraft | None:
    found = next((m for told in WORN_BY if (m := told(reader, mention)) is not None), None)
    if found is None:
        return _alone(reader, mention)
    if found.subject is None and id(found) not in reader.done:
        reader.sort(found)
        reader.take(found) if found.kind in phrase.LIVING else None  # "dressed in a coat, a man …"
    subject = found.subject
    if subject is None or subject.category not in ("person", "animal"):
        return None
    return None if laid_aside(reader, mention) else subject


def _by_its_governor(reader: Reader, mention: Mention) -> Mention | None:
    """ "Wears a hat", "a man in a coat", and what is listed with that."""
    dep, governor = phrase.governor(mention.top)
    found = on_whom(reader, mention)
    if found is not None:
        pass
    elif dep == "dobj" and (verb(governor.lemma, "wear") or verb(governor.lemma, "have") or governor.lemma in ("adjust", "tip")):
        found = reader.actor(governor)
    elif dep == "pobj" and governor.norm in ("in", "with", "under", "by", "over", "beneath"):
        found = _in_which(reader, governor)
    if mention.top.dep == "conj" and (found is None or found.subject is not None and dep == "ROOT"):
        return _beside_worn(reader, mention) or found
    return found


def _in_which(reader: Reader, prep: Word) -> Mention | None:
    above = prep.head
    found = reader.sentence.mention(above) if above.noun and reader.sentence is not None else reader.actor(above)
    if above.verb and prep.norm == "with" and not (verb(above.lemma, "clothe") or above.lemma in ("accessorize", "pair", "complete")):
        found = found if found is not None and found.kind == "person" else None
    if found is not None and found.kind == "garment":
        return next((m for m in reader.mentions if m.subject is not None and _worn_by(reader, found) is m.subject), None)
    return found if found is None or found.kind in ("", "pronoun", "picture", "medium", *phrase.LIVING) else None


def _with_a_part(reader: Reader, mention: Mention) -> Mention | None:
    """ "Her hands and apron"."""
    if mention.top.dep != "conj" or mention.owner is not None or mention.determiner is not None or reader.sentence is None:
        return None
    part = reader.sentence.mention(mention.top.head)
    return reader.owner(part) if part is not None and part.kind == "body" and part.owner is not None else None


def _whose(reader: Reader, mention: Mention) -> Mention | None:
    if mention.owner is not None and (owner := reader.owner(mention)) is not None:
        return owner
    if phrase.governor(mention.top)[0] not in ("nsubj", "nsubjpass", "conj", "dep", "appos", "ROOT"):
        return None
    owner = reader.owner(mention)
    return owner if owner is not None and owner.kind in phrase.LIVING else None


def _said_besides(reader: Reader, mention: Mention) -> Mention | None:
    """ "A mechanic, a hat pulled low over his eyes", "an old fisherman, yellow raincoat", "a dog, blue collar"."""
    if mention.top.dep == "appos" and reader.sentence is not None:
        of = reader.sentence.mention(mention.top.head)
        return of if of is not None and of.kind in phrase.LIVING else None
    with_it = reader.sentence.mention(mention.head.kid("nsubj")) if reader.sentence is not None else None
    if with_it is not None and with_it.head.noun:
        return with_it  # "the chef wears gloves, the girl a scarf"
    last = reader.mentions[-1] if reader.mentions and mention.top.root and mention.determiner in (None, "a") else None
    if last is None or last.kind == "person":
        return last
    of_animal = mention.determiner is None and singular(mention.head.lemma) in ("collar", "harness", "scarf", "bandana", "bow")
    return last if last.kind == "animal" and of_animal else None


WORN_BY = (dressed_in_it, _by_its_governor, _with_a_part, _whose, _said_besides)
"""Who has a garment on, by what tells it, asked in turn."""


def _alone(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """The one person there is, of whom a fragment tells."""
    if mention.top.dep not in ("ROOT", "appos", "conj") or not reader.fragmentary() or mention.determiner not in (None, "a"):
        return None
    people = [s for s in reader.draft.subjects if s.traits is not None and s.category == "person"]
    told = len(people) == 1 and (mention.top.dep != "ROOT" or mention.sentence is not None and mention.sentence.mentions[0] is mention)
    return people[0] if told and not laid_aside(reader, mention) else None


def _beside_worn(reader: Reader, mention: Mention) -> Mention | None:
    """ "In a red scarf and a hat": who wears what is named just before."""
    last = reader.mentions[-1] if reader.mentions else None
    if last is None or last.kind != "garment":
        return None
    return next((m for m in reader.mentions if m.subject is not None and _worn_by(reader, last) is m.subject), None)


def _worn_by(reader: Reader, garment_: Mention) -> SubjectDraft | None:
    return next((r.subjects[0] for r in reader.draft.relations if r.kind == "wearing" and garment_.subject in r.objects), None)
