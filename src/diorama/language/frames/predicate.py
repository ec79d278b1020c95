"""What verbs and adjectives say of subjects: "is red", "painted in blue", "sits", "stands open"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import Effect, SubjectDraft, SurfaceDraft
from diorama.language.frames import animal, doings, nearest, traits
from diorama.language.frames.actors import GIVES, LIVING, who
from diorama.language.frames.person import bearer, said
from diorama.language.frames.things.dressing import dress, keep
from diorama.language.frames.vocabulary import physical, verb
from diorama.language.lexicon import classes
from diorama.language.postures import STATES
from diorama.language.syntax.phrases import atoms_of, no_longer, own, undone
from diorama.language.syntax.sentence import LOOKS, Mention, Sentence
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

THINGS = {
    "float": "floating",
    "hover": "floating",
    "fly": "flying",
    "soar": "flying",
    "levitate": "floating",
    "burn": "burning",
    "bloom": "blooming",
    "steam": "steaming",
    "melt": "melting",
    "park": "parked",
    "glow": "lit",
    "spin": "spinning",
    "overturn": "fallen",
    "topple": "fallen",
    "open": "open",
    "close": "closed",
    "light": "lit",
}
PUTS = frozenset((
    "put", "place", "set", "lay", "hang", "leave", "park", "lean", "prop", "position", "mount", "scatter", "surround", "flank", "line", "cover", "fill",
    "top", "tuck", "attach", "fix", "drape", "nestle", "wrap", "light",
))  # fmt: skip
"""Verbs whose participle says where a thing is rather than how it looks."""


def tell(reader: Reader, found: Sentence) -> None:
    settled = nearest.settle(reader, found)
    for word in found.words:
        if word.verb and word.dep not in ("aux", "auxpass", "amod", "compound"):
            _verb(reader, word)
        elif (
            word.tag.startswith("JJ")
            and word.dep in ("acomp", "oprd", "ROOT", "advcl", "conj", "appos", "acl", "ccomp", "advmod", "relcl", "amod", "dep")
            and not reader.claims.has(word)
            and not _where_it_moves(word)
        ):
            _adjective(reader, word)
    doings.passed_on(reader, found)
    nearest.tell(reader, settled)


def _where_it_moves(word: Word) -> bool:
    """ "Glides low over the water", "climbs high": where something is done, and no look of who does it."""
    return word.norm in ("low", "high", "deep", "wide", "straight") and word.head.verb and classes.verb(word.head.lemma) in ("motion", "contact")


def _heaped(word: Word) -> bool:
    """ "A stall is piled with oranges": they are, and the stall is no pile."""
    return word.lemma in ("pile", "heap", "stack", "strew", "load") and any(k.norm in ("with", "high") for k in word.kids)


def _rains(reader: Reader, word: Word) -> bool:
    """ "It is raining", "it snows": the weather."""
    it = word.kid("nsubj", "expl")
    entry = word.atom if word.atom is not None and word.atom.can("weather") else None
    if it is None or it.norm != "it" or entry is None or reader.claims.has(word):
        return False
    reader.places.weather(entry)
    reader.claims.mark(word, "weather", "it rains")
    return True


def _verb(reader: Reader, word: Word) -> None:
    if _rains(reader, word):
        return
    noun = reader.sentence.mention(word.head) if word.dep == "acl" else None
    if any(k.dep == "neg" for k in word.kids) or undone(word) or no_longer(word) or noun is not None and noun.kind == "body":
        return
    actor = reader.actor(word)
    if actor is not None and actor.kind == "body":
        said(reader, actor, [word])
        if actor.head.lemma in ("eye", "gaze", "face") and (subject := bearer(reader, actor)) is not None and subject.traits is not None:
            _gaze(reader, subject, word, own(word), None)
        return
    if _topples(reader, word):
        return
    if _heaped(word):
        return reader.claims.joins(word, "thing", "heaped")
    if reader.claims.has(word) or word.tag == "VBN" and any(k.norm in ("around", "round") and k.kid("pobj") is not None for k in word.kids):
        return  # "kelp wrapped around her": where it is
    for subject in who(reader, word):
        if subject.traits is not None:
            _does(reader, subject, word)
            continue
        state = (STATES if subject.category in LIVING else THINGS).get(word.lemma)
        if (
            subject.category in LIVING
            and word.lemma == "rest"
            and word.kid("nsubj") is not None
            and reader.sentence.mention(word.kid("nsubj")) is not None
            and reader.sentence.mention(word.kid("nsubj")).kind == "body"
        ):
            state = None
        if state is not None:
            _state(reader, subject, word, state)
        elif (
            word.tag in ("VBN", "VBD")
            and word.atom is not None
            and word.atom.can(*LOOKS)
            and not word.atom.can("attribute")
            and subject.category not in LIVING
            and not word.kid("dobj")
        ):
            _look(reader, subject, [word])
        elif (
            word.tag == "VBN"
            and subject.category not in LIVING
            and subject.becomes is None
            and word.dep in ("acl", "ROOT", "conj", "relcl", "advcl")
            and not word.kid("dobj", "agent")
            and word.lemma not in PUTS
            and physical(word)
        ):
            keep(reader, subject, word)


def _does(reader: Reader, subject: SubjectDraft, word: Word) -> None:
    """What someone does: posture, gesture, gaze, or a deed with what it is done to."""
    atom, lemma = word.atom if word.atom is not None and word.atom.text == word.text else own(word), word.lemma
    actor = reader.sentence.mention(word.kid("nsubj", "nsubjpass")) if reader.sentence and word.kid("nsubj", "nsubjpass") is not None else None
    if actor is not None and actor.kind == "body":
        return
    if word.tag == "VBN" and lemma in TAKEN:
        return
    target = _target(reader, word)
    if lemma in ("look", "gaze", "stare", "glance", "peer", "smile", "face") and subject.category == "person" and _gaze(reader, subject, word, atom, target):
        reader.claims.mark(word, subject.category, "gaze")
    if lemma in SEES and subject.category == "animal" and _at_the_lens(reader, word) and traits.put(reader.draft, subject, atom, "gaze", "lens"):
        return reader.claims.mark(word, "animal", "gaze")
    if lemma in LEADS and word.kid("dobj") is not None and target is not None and target.category == "animal":
        for walker in (subject, target):
            if walker.traits is not None:
                walker.traits.setdefault("posture", "walking")
    frame = animal if subject.category == "animal" else traits
    if subject.category == "person" and _practises(reader, subject, word, atom):
        return
    if doings.flies(reader, subject, word, atom):
        return reader.claims.mark(word, "person", "deed")
    if doings.puts(reader, word):
        return reader.claims.joins(word, subject.category, "put")
    if doings.embraces(reader, subject, word):
        return reader.claims.mark(word, "person", "deed")
    target = target or doings.watched(reader, subject, word)
    given = doings.gives(reader, subject, word, atom)
    posed = _poses(reader, subject, word, atom, frame)
    seen = doings.looked_at(reader, subject, word, atom)
    doings.pours(reader, subject, word)
    barred = given or doings.of_oneself(reader, subject, word) or doings.only_posed(subject, word)
    done = not barred and frame.deed(reader.draft, subject, atom, lemma, target, word.kid("dobj"))
    looked = doings.consulted(reader, subject, word, target)
    if posed or seen or done or given or looked or doings.busy(reader, subject, word, atom):
        reader.claims.mark(word, subject.category, "pose" if posed else "deed")
    if word.tag == "VBN" and lemma in ("seat", "perch", "curl", "coil", "crouch", "sprawl", "hunch"):
        reader.claims.mark(word, subject.category, "pose")


def _topples(reader: Reader, word: Word) -> bool:
    """Things that lie on their side have fallen."""
    side = on_its_side(word)
    fallen = [s for s in who(reader, word) if s.category not in LIVING] if side is not None else []
    for subject in fallen:
        subject.states.append("fallen")
        reader.claims.note(word, "subject", Effect("states", "fallen", subject), frame="thing", rule="pose")
        reader.claims.joins(side, "thing", "pose")
    return bool(fallen)


def on_its_side(word: Word) -> Word | None:
    """ "A stool lies on its side": the side that is its own, and none of what was named before."""
    side = next((k.kid("pobj") for k in word.those("prep") if k.norm == "on" and k.kid("pobj") is not None), None)
    told = word.lemma in ("lie", "rest", "fall", "tip", "topple") and side is not None and side.lemma == "side" and side.kid("prep") is None
    return side if told and side.kid("poss") is not None and side.kid("poss").norm in ("its", "their") else None


SEES = frozenset(("look", "gaze", "stare", "glance", "peer"))


def _at_the_lens(reader: Reader, word: Word) -> bool:
    """ "Stares at the camera", "looks into the lens"."""
    seen = [reader.sentence.mention(p.kid("pobj")) for p in word.those("prep") if p.kid("pobj") is not None] if reader.sentence is not None else []
    return any(m is not None and (m.kind == "viewer" or m.head.norm in ("us", "me", "viewer")) for m in seen)


def _poses(reader: Reader, subject: SubjectDraft, word: Word, atom, frame) -> bool:
    """How somebody is held by what the verb says."""
    at_rest = word.lemma == "rest" and subject.category == "person" and word.kid("dobj") is None
    if _on_its_back(reader, subject, word, atom) or doings.bursts(reader, subject, word) or doings.formed(reader, subject, atom, word):
        return True
    if doings.done_with_it(reader, subject, word) or doings.of_oneself(reader, subject, word):
        return False
    if doings.props(reader, subject, word, atom):
        return True
    return doings.whole(reader, subject, atom, word.lemma) or frame.verb(reader.draft, subject, atom, "sit" if at_rest else word.lemma)


def _on_its_back(reader: Reader, subject: SubjectDraft, word: Word, atom) -> bool:
    """ "An otter floating on its back", "a bear standing on its hind legs"."""
    back = next((k.kid("pobj") for k in word.those("prep") if k.norm in ("on", "onto") and k.kid("pobj") is not None), None)
    if subject.category != "animal" or back is None or back.kid("poss") is None:
        return False
    hind = back.lemma == "leg" and any(k.norm in ("hind", "back", "rear") for k in back.kids)
    posture = animal.tables()["on_hind_legs" if hind else "on_its_back"].get(word.lemma)
    if posture is None or not hind and back.lemma != "back":
        return False
    if not traits.put(reader.draft, subject, atom, "posture", posture):
        return False
    reader.claims.joins(back, "animal", "pose")
    return True


TAKEN = frozenset(("catch", "freeze", "photograph", "shoot", "capture", "film", "picture"))
"""How the picture is taken: "a surfer, photographed with a long lens" takes none."""
LEADS = frozenset(("walk", "lead"))
"""What somebody does with an animal that walks along with them."""
UTTERS = frozenset(("give", "deliver", "hold", "make", "propose"))
"""What somebody does with a speech."""
PRACTISE = frozenset(("do", "practise", "practice", "perform"))


def _practises(reader: Reader, subject: SubjectDraft, word: Word, atom) -> bool:
    """ "Does yoga", "gives a speech": an activity that is a noun."""
    what = word.kid("dobj")
    spoken = traits.tables()["spoken"].get(what.lemma) if what is not None and word.lemma in UTTERS else None
    if what is not None and spoken is not None and traits.act(reader.draft, subject, atom, "actions", spoken, None):
        reader.claims.mark(word, "person", "deed")
        reader.claims.joins(what, "person", "deed")
        return True
    posture = traits.tables()["activity"].get(what.lemma) if what is not None and word.lemma in PRACTISE else None
    if what is None or posture is None or not traits.put(reader.draft, subject, atom, "posture", posture):
        return False
    reader.claims.mark(word, "person", "pose")
    reader.claims.joins(what, "person", "pose")
    return True


def _target(reader: Reader, word: Word) -> SubjectDraft | None:
    """What a deed is done to or with."""
    to = next((k.kid("pobj") for k in word.those("prep", "dative") if k.norm == "to"), None) if word.lemma in GIVES else None
    given = reader.sentence.mention(to) if to is not None and reader.sentence is not None else None
    if given is not None and given.subject in reader.draft.subjects and given.subject.category in LIVING:
        return given.subject  # "feeds a carrot to a horse"
    found = word.kid("dobj")
    if word.lemma == "pour" and (into := next((k.kid("pobj") for k in word.those("prep") if k.norm in ("into", "over", "onto")), None)) is not None:
        found = into  # "pours milk into a cup"
    if (vessel := doings.poured_from(reader, word)) is not None and not any(k.norm in ("into", "over", "onto") for k in word.those("prep")):
        return vessel
    if found is None:
        away = word.lemma in doings.LOOKS_ON
        told = ("at", "on", "with", "to", "into", *(() if away else ("from",)), "over", "through")
        after = sorted(word.kids, key=lambda k: k.i < word.i)  # "on the bench a coach is writing on a clipboard"
        prep = next((k for k in after if k.dep == "prep" and k.norm in told), None)
        found = prep.kid("pobj") if prep is not None else None
    mention = reader.sentence.mention(found) if reader.sentence and found is not None else None
    if mention is not None and mention.subject is None and mention.real and (used := _used(reader, word, found)) is not None:
        return used
    if found is not None and found.norm == "one" and found.tag == "CD":  # "sells oranges … and eats one"
        several = (m.subject for m in reversed(reader.mentions) if m.plural and m.subject in reader.draft.subjects)
        return next((s for s in several if s is not None and s.category not in LIVING), None)
    return mention.subject if mention is not None and mention.real and mention.subject in reader.draft.subjects else None


USED = frozenset(("tableware", "tool"))


def _used(reader: Reader, word: Word, done_to: Word | None) -> SubjectDraft | None:
    """ "Fries noodles in a wok", "hammers iron on an anvil": what is used, where what it is done to is nothing by itself."""
    if done_to is None or traits.tables()["deed"].get(word.lemma) not in ("cooking", "hitting"):
        return None
    inner = [p.kid("pobj") for w in (word, done_to) for p in w.those("prep") if p.norm in ("in", "on", "over")]
    found = [reader.sentence.mention(w) for w in inner if w is not None] if reader.sentence is not None else []
    return next((m.subject for m in found if m is not None and m.subject in reader.draft.subjects and m.subject.category in USED), None)


def _gaze(reader: Reader, subject: SubjectDraft, word: Word, atom, target: SubjectDraft | None) -> bool:
    """ "looks into the camera", "gazes out of the window", "stares at the cat"."""
    for prep in [k for k in word.kids if k.dep in ("prep", "advmod", "prt")]:
        found = prep.kid("pobj")
        mention = reader.sentence.mention(found) if reader.sentence and found is not None else None
        if mention is not None and (mention.kind == "viewer" or mention.head.norm in ("us", "me", "viewer", "camera", "lens")):
            return traits.put(reader.draft, subject, atom, "gaze", "lens")
        if prep.norm in ("away", "down", "up", "left", "right", "downward", "upward", "downwards", "upwards"):
            return traits.put(
                reader.draft, subject, atom, "gaze", {"downward": "down", "downwards": "down", "upward": "up", "upwards": "up"}.get(prep.norm, prep.norm)
            )
        if prep.norm == "to" and found is not None and found.norm in ("left", "right"):
            return traits.put(reader.draft, subject, atom, "gaze", found.norm)
        if prep.norm in ("out", "off") or mention is not None and mention.head.lemma in ("distance", "horizon", "window"):
            return traits.put(reader.draft, subject, atom, "gaze", "away")
    if word.lemma == "face" and (k := word.kid("dobj")) is not None and k.norm in ("us", "camera", "viewer"):
        return traits.put(reader.draft, subject, atom, "gaze", "lens")
    if target is not None and target is not subject and word.lemma not in ("smile", "face"):
        return traits.put(reader.draft, subject, atom, "gaze", target)
    return False


def _state(reader: Reader, subject: SubjectDraft, word: Word, state: str) -> None:
    known = [s for s in subject.states if s in STATES.values()]
    faces = ("smiling", "sad")
    if known and state not in known and (state in faces) == any(k in faces for k in known):
        return
    if state not in subject.states:
        subject.states.append(state)
    reader.claims.note(word, "subject", Effect("states", state, subject), frame=subject.category, rule="pose")


def _adjective(reader: Reader, word: Word) -> None:
    mention = _of(reader, word)
    if mention is not None and mention.kind == "body" and mention.real and word.dep != "amod" and word.kid("neg") is None:
        return said(reader, mention, [*[k for k in word.kids if k.dep in ("advmod", "amod", "npadvmod", "compound")], word])
    if mention is None or not mention.real or word.kid("neg") is not None or word.head.kid("neg") is not None:
        return
    atoms = [w for w in [*[k for k in word.kids if k.dep in ("advmod", "npadvmod", "amod", "compound")], word] if w.atom is not None and w.atom.can(*LOOKS)]
    if mention.subject is not None and mention.kind not in ("part", "body"):
        if mention.subject.traits is not None:
            dress(reader, mention.subject, [word])
            return
        if mention.subject.category in LIVING and word.atom is not None and word.atom.can("colour") and mention.kind != "body":
            return
        _look(reader, mention.subject, atoms)
        if not reader.claims.has(word) and mention.subject.category not in LIVING and mention.subject.becomes is None:
            keep(reader, mention.subject, word)
    elif mention.place is not None and mention.place.startswith("part:"):
        owner = reader.owner(mention)
        if owner is not None and owner.subject is not None:
            name = mention.place.removeprefix("part:")
            surface = owner.subject.parts.setdefault(name, SurfaceDraft())
            reader.wardrobe.surface(atoms_of(atoms), surface, f"parts.{name}.surface", "subject", owner.subject)


def _look(reader: Reader, subject: SubjectDraft, words: list[Word]) -> None:
    kept = [w for w in words if w.atom is not None and w.atom.can(*LOOKS)]
    if kept:
        for atom in reader.wardrobe.subject(subject, atoms_of(kept)):
            reader.claims.none(atom, "quality", "look")
        for word in kept:
            if reader.claims.has(word):
                reader.claims.mark(word, "look", "said of it")


def _of(reader: Reader, word: Word) -> Mention | None:
    """Whom an adjective is said of."""
    if (told := word.kid("nsubj")) is not None and told.norm in ("none", "neither", "nothing", "nobody"):
        return None
    if told is not None and (found := reader.sentence.mention(told)) is not None and found.subject is not None:
        return found  # "one blue, one green"
    first = word
    while first.dep == "conj" and not first.root:
        first = first.head
    if first.dep in ("acomp", "oprd", "advcl", "ccomp", "advmod", "dep", "relcl"):
        if first.head.verb and not verb(first.head.lemma, "seem") and first.dep == "acomp" and first.head.lemma not in ("turn", "grow", "keep", "hold", "look"):
            return None
        return reader.actor(first.head) if first.head.verb or first.head.tag.startswith("JJ") else reader.sentence.mention(first.head)
    if first.dep in ("amod", "appos", "acl") and first.head.noun:
        return reader.sentence.mention(first.head)
    return None
