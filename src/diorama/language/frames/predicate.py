"""What verbs and adjectives say of subjects: "is red", "painted in blue", "sits", "stands open"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import Effect, SubjectDraft, SurfaceDraft
from diorama.language.frames.vocabulary import verb
from diorama.language.syntax.parse import Word
from diorama.language.syntax.phrases import atoms_of
from diorama.language.syntax.sentence import LOOKS, Mention, Sentence

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

POSTURES = {
    "sit": "sitting", "perch": "sitting", "seat": "sitting", "kneel": "sitting", "crouch": "sitting", "squat": "sitting", "stand": "standing", "pose": "standing", "wait": "standing", "lie": "lying", "recline": "lying", "sleep": "lying",
    "lounge": "lying", "nap": "lying", "sprawl": "lying", "rest": "lying", "curl": "lying", "doze": "lying", "nestle": "lying", "run": "running", "sprint": "running", "jog": "running", "gallop": "running", "race": "running", "dash": "running", "charge": "running",
    "walk": "walking", "stroll": "walking", "stride": "walking", "wander": "walking", "march": "walking", "hike": "walking", "trot": "walking", "prowl": "walking", "jump": "jumping", "leap": "jumping", "dance": "dancing", "fly": "flying", "soar": "flying", "glide": "flying", "hover": "floating",
    "float": "floating", "levitate": "floating", "smile": "smiling", "grin": "smiling", "laugh": "smiling", "beam": "smiling", "frown": "sad", "cry": "sad",
}  # fmt: skip
THINGS = {"float": "floating", "hover": "floating", "fly": "flying", "soar": "flying", "levitate": "floating", "burn": "burning", "bloom": "blooming", "steam": "steaming", "melt": "melting", "park": "parked", "glow": "lit", "spin": "spinning", "overturn": "fallen", "topple": "fallen", "open": "open", "close": "closed", "light": "lit"}
LIVING = ("person", "animal")


def tell(reader: Reader, found: Sentence) -> None:
    for word in found.words:
        if word.verb and word.dep not in ("aux", "auxpass", "amod", "compound"):
            _verb(reader, word)
        elif word.tag.startswith("JJ") and word.dep in ("acomp", "oprd", "ROOT", "advcl", "conj", "appos", "acl", "ccomp", "advmod", "relcl", "amod", "dep") and not reader.claims.has(word):
            _adjective(reader, word)


def _verb(reader: Reader, word: Word) -> None:
    if reader.claims.has(word) or any(k.dep == "neg" for k in word.kids):
        return
    for subject in who(reader, word):
        state = (POSTURES if subject.category in LIVING else THINGS).get(word.lemma)
        if subject.category in LIVING and word.lemma == "rest" and word.kid("nsubj") is not None and reader.sentence.mention(word.kid("nsubj")) is not None and reader.sentence.mention(word.kid("nsubj")).kind == "body":
            state = None
        if state is not None:
            _state(reader, subject, word, state)
        elif word.tag in ("VBN", "VBD") and word.atom is not None and word.atom.can(*LOOKS) and not word.atom.can("attribute") and subject.category not in LIVING and not word.kid("dobj"):
            _look(reader, subject, [word])


def _state(reader: Reader, subject: SubjectDraft, word: Word, state: str) -> None:
    known = [s for s in subject.states if s in POSTURES.values()]
    faces = ("smiling", "sad")
    if known and state not in known and (state in faces) == any(k in faces for k in known):
        return
    if state not in subject.states:
        subject.states.append(state)
    reader.claims.note(word, "subject", Effect("states", state, subject), frame=subject.category, rule="pose")


def _adjective(reader: Reader, word: Word) -> None:
    mention = _of(reader, word)
    if mention is None or not mention.real or word.kid("neg") is not None or word.head.kid("neg") is not None:
        return
    atoms = [w for w in [*[k for k in word.kids if k.dep in ("advmod", "npadvmod", "amod", "compound")], word] if w.atom is not None and w.atom.can(*LOOKS)]
    if mention.subject is not None and mention.kind not in ("part", "body"):
        if mention.subject.category in LIVING and word.atom is not None and word.atom.can("colour") and mention.kind != "body":
            return
        _look(reader, mention.subject, atoms)
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


def who(reader: Reader, word: Word) -> list[SubjectDraft]:
    """The subjects a verb says something of."""
    actor = reader.actor(word)
    if actor is None or not actor.real:
        return []
    return [m.subject for m in reader.group(actor) if m.subject is not None and m.real and m.kind not in ("part", "body", "surface", "look")]
