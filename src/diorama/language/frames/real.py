"""What is named but is not in the scene: likened, denied, depicted, imagined, meant for something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.frames import several, unseen
from diorama.language.frames.actors import LIVING
from diorama.language.frames.phrase import hangs, ordered
from diorama.language.frames.vocabulary import imagined, verb
from diorama.language.lexicon import classes
from diorama.language.postures import state_of
from diorama.language.surfaces import DRAWN as DRAWN_OF
from diorama.language.surfaces import DRAWN_ON
from diorama.language.syntax.phrases import compares, undone
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.wellformed import stem
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

DOUBT = frozenset(("may", "might", "could", "would", "if"))
TAKEN = frozenset(("take", "shoot", "photograph", "capture", "snap", "picture", "film"))
"""What a photographer does."""
DRAWN = frozenset(("emboss", "engrave", "print", "etch", "embroider", "emblazon", "stamp", "tattoo", "illustrate", "pattern", "inscribe"))
"""Ways a picture gets onto a thing."""
BEARERS = frozenset((
    "page", "cover", "screen", "label", "display", "sign", "card", "shirt", "t-shirt", "whiteboard", "blackboard", "chalkboard", "banner", "billboard",
    "stamp",
))  # fmt: skip
"""What bears a picture, and may be of something without showing it: "the pages of a book"."""
ROLE = frozenset(("serve", "act", "function", "use", "treat", "regard", "view", "interpret", "double", "see", "such"))


def unreal(reader: Reader, mention: Mention) -> str | None:
    """Why the phrase is not in the scene (a key of WHY); None if it is."""
    if mention.determiner == "no" or _denied_list(reader, mention):
        return "denied"
    if mention.kind == "camera" and mention.atom.can("angle", "framing"):
        return None  # "while the crowd cheers, shot from a low angle"
    if mention.atom.kind == "weather" and mention.atom.norm.startswith("after "):
        return None  # "a street after the rain": wet
    if mention.kind != "look" and (why := _measure_of(mention) or _gone(reader, mention)) is not None:
        return why
    if (why := unseen.why(mention, reader)) is not None:
        return why
    hidden = mention.top.kid("relcl")
    if hidden is not None and hidden.lemma in ("see", "show", "appear", "notice") and hidden.kid("neg") is not None:
        return "denied"
    word = mention.top
    for _ in range(24):
        if word.root:
            return _clause(word)
        if word.dep == "relcl" and word.head.lemma == "way":
            return "likened"
        if (why := _arc(reader, word)) is not None:
            return None if why == "purpose" and mention.kind in AROUND and mention.top.dep == "pobj" else why
        if _meanwhile(word):
            return None
        listed = word.dep == "conj" and _comma_before(reader, word)
        word = word.head
        if listed and _arc(reader, word) == "likened":
            return None  # "shines like a small sun, black mushrooms": the list goes on
        above = reader.sentence.mention(word) if reader.sentence else None
        if above is not None and above is not mention and not above.real and above.kind != "pronoun" and above.why != "smear":
            return above.why
    return None


AROUND = frozenset(("place", "scenery", "light", "weather", "time", "camera", "side", "ground"))
"""Kinds of phrases that are about all of the picture, on whatever clause they hang: "slides to tackle somebody under floodlights"."""


def _meanwhile(word: Word) -> bool:
    """ "To tackle an opponent while the crowd cheers": what else is done at that time is done, whatever the clause around it is for."""
    told = word.dep == "advcl" and word.tag in ("VBZ", "VBP", "VBD") and word.kid("nsubj") is not None
    return told and any(k.norm in ("while", "as") and k.dep == "mark" for k in word.kids) and _clause(word) is None


MEASURES = frozenset(("colour", "color", "shade", "hue", "tone", "size", "height", "length", "weight", "width", "age", "thickness"))
LOST = frozenset((
    "sell", "withdraw", "demolish", "cancel", "exclude", "omit", "remove", "lose", "miss", "vanish", "disappear", "erase", "crop", "delete", "retouch",
))  # fmt: skip
SAID = frozenset(("include", "show", "see", "appear", "picture", "be", "visible"))


def _measure_of(mention: Mention) -> str | None:
    """ "the colour of raw meat", "the red of a post box", "the size of a hubcap": named for a look, not there."""
    prep = mention.top.head
    if mention.top.dep != "pobj" or prep.norm != "of" or mention.determiner == "the":
        return None
    above = prep.head
    if above.tag == "NNS":
        return None  # "lengths of laundry"
    shaded = any(k.norm in ("deep", "pale", "bright", "dark", "exact", "same", "dull", "rich") for k in above.kids)
    colour = above.atom is not None and above.atom.can("colour") and (shaded or not above.atom.can("thing")) and any(k.norm == "the" for k in above.kids)
    return "likened" if above.lemma in MEASURES or colour and above.noun | above.tag.startswith("JJ") else None


def _gone(reader: Reader, mention: Mention) -> str | None:
    """ "the chair isn't in shot", "the organ was sold", "since the ladle is gone", "not included"."""
    verb_ = mention.top.head
    if _neither(mention.top) or _and_not(reader, mention.top) or _of_none(mention.top):
        return "denied"
    if mention.top.dep not in ("nsubj", "nsubjpass") or not verb_.verb:
        return "denied" if any(k.dep == "neg" and k.i < mention.head.i for k in mention.top.kids) else None
    told = verb_.lemma == "be" and (look := verb_.kid("acomp", "attr")) is not None and look.norm not in ("there", "visible", "present")  # "is not red but blue"
    if any(k.dep == "neg" for k in verb_.kids) and verb_.lemma in SAID and not told:
        return "denied"
    gone = verb_.kid("acomp")
    return (
        "denied"
        if verb_.lemma in LOST and mention.top.dep == "nsubjpass" or gone is not None and gone.norm in ("gone", "missing", "absent") or verb_.norm == "gone"
        else None
    )


def _neither(word: Word) -> bool:
    """ "Neither the cat nor the dog": neither is there."""
    return any(k.norm == "neither" for k in word.kids) or word.dep == "conj" and any(k.norm == "nor" for k in word.head.kids)


def _of_none(word: Word) -> bool:
    """ "None of them wears a helmet", "nobody holds a cup": what none has is not there."""
    who = word.head.kid("nsubj") if word.dep == "dobj" and word.head.verb else None
    return who is not None and (who.norm in NONE or who.kid("det") is not None and who.kid("det").norm in ("no", "neither"))


NONE = frozenset(("none", "nobody", "neither", "nothing"))


def _and_not(reader: Reader, word: Word) -> bool:
    """ "A cat, not a dog": the dog is not there."""
    first = min(w.i for w in word.subtree())
    before = next((w for w in reader.sentence.words if w.i == first - 1), None) if reader.sentence is not None else None
    return word.dep in ("appos", "conj") and before is not None and before.norm == "not" and before.head is word.head


def _denied_list(reader: Reader, mention: Mention) -> bool:
    """ "no people or cars": the whole list."""
    word = mention.top
    while word.dep == "conj" and not word.root and reader.sentence is not None:
        word = word.head
        first = reader.sentence.mention(word)
        if first is not None and first.determiner == "no":
            return True
    return False


def _arc(reader: Reader, word: Word) -> str | None:
    """What the arc above a word makes of it."""
    head = word.head
    if word.verb and undone(word):
        return "denied"
    if word.dep in ("pobj", "pcomp"):
        return _after_preposition(reader, head)
    if word.verb:
        return _clause(word)
    if head.verb and word.dep in ("dobj", "attr", "oprd", "dative"):
        return None if _asked(word) else _object(head)
    return None


ASKED = frozenset(("ask", "beg", "invite", "remind", "tell", "order", "urge", "call", "warn", "implore"))


def _asked(word: Word) -> bool:
    """ "Asks a girl to wait": who is asked is there."""
    told = word.head.lemma in ASKED and word.dep in ("dobj", "dative") and not any(k.dep == "neg" for k in word.head.kids)
    return told and word.kid("det", "poss") is not None and classes.share(word.lemma, "person", "animal") > 0.5


def _stands_by(reader: Reader, prep: Word) -> bool:
    """ "The mug on the left is larger than the [mug] on the right": what is measured by has a place of its own, or was named before."""
    noun = prep.kid("pobj")
    other = reader.sentence.mention(noun) if noun is not None and reader.sentence is not None else None
    if noun is None or other is None or prep.head.tag not in ("JJR", "JJ") or compares(prep.head) is not prep or other.determiner != "the":
        return False
    return several.teller(noun) is not None or any(m.head.lemma == noun.lemma and m.subject in reader.draft.subjects for m in reader.mentions)


def _decorated(reader: Reader, prep: Word) -> bool:
    """ "A plate decorated with [fish]": drawn on it; a cake is decorated with strawberries, and a hat with feathers."""
    noun = prep.kid("pobj")
    bearer = reader.actor(prep.head) if prep.norm == "with" and prep.head.lemma in ("decorate", "paint", "adorn") and prep.head.tag == "VBN" else None
    drawn = reader.sentence.mention(noun) if noun is not None and reader.sentence is not None else None
    shown, bears = (m.atom.sense("thing") if m is not None else None for m in (drawn, bearer))
    if shown is None or bears is None or bears.data["category"] not in DRAWN_ON:
        return False
    return shown.data["category"] in DRAWN_OF


PRINTED = 0.45
"""Metres: what is smaller and has somebody on it has a picture of them on it."""


def _printed(reader: Reader, prep: Word) -> bool:
    """ "A mug with a cat [on it]": a picture on it; a plate with a fish on it is a plate with a fish."""
    noun = prep.kid("pobj") if prep.norm == "with" and prep.head.noun else None
    shown, bearer = (reader.sentence.mention(w) if w is not None and reader.sentence is not None else None for w in (noun, prep.head))
    living, bears = (m.atom.sense("thing") if m is not None else None for m in (shown, bearer))
    if noun is None or living is None or bears is None or living.data["category"] not in LIVING or bears.data["category"] not in DRAWN_ON:
        return False
    there = any(k.norm == "on" and (it := k.kid("pobj")) is not None and it.norm in ("it", "them") for k in noun.kids)
    return there and bears.data["size"] < PRINTED and living.data["size"] > bears.data["size"]


def _after_preposition(reader: Reader, prep: Word) -> str | None:
    if _stands_by(reader, prep):
        return None
    if _printed(reader, prep):
        return "depicted"
    if prep.norm == "as":
        before = prep.head if prep.head.i == prep.i - 1 else None
        return None if before is not None and before.norm == "such" or any(k.norm == "such" for k in prep.kids) else "likened"
    if prep.head.norm == "as" and not prep.head.noun:
        return "likened"
    if prep.head.verb and prep.head.lemma in DRAWN and prep.norm in ("with", "by") or _decorated(reader, prep):
        return "depicted"
    if prep.norm == "during" and (noun := prep.kid("pobj")) is not None and noun.atom is not None and noun.atom.can("weather", "time", "season"):
        return None  # "during heavy rain"
    if imagined(prep.norm, "preps"):
        return "denied" if prep.norm in ("without", "minus", "instead", "except") else "likened"
    return _after_verb(reader, prep, prep.head) or _after_noun(reader, prep, prep.head)


def _after_verb(reader: Reader, prep: Word, above: Word) -> str | None:
    if above.verb and above.lemma in TAKEN and prep.norm in ("on", "with", "through") and reader.camera_of(prep):
        return "viewer"
    if above.verb and above.lemma in ("turn", "transform", "change", "become", "morph") and prep.norm in ("to", "into"):
        return "likened"
    if above.verb and above.lemma in CALLS and prep.norm in ("to", "at") and (who := prep.kid("pobj")) is not None and who.kid("det") is not None:
        if classes.share(who.lemma, "person", "animal") > 0.5:
            return None  # "calls to a girl": she is there
    if above.verb and verb(above.lemma, "imagine") and prep.norm in ("of", "at", "to", "for", "with", "about", "up"):
        return None if above.lemma in ("contrast", "complement") else "imagined"
    if (
        above.verb
        and above.lemma in TAKEN
        and (prep.norm == "from" or reader.first_person(above) and not (above.kid("dobj") is not None and prep.norm in WHERE))
    ):
        return "viewer"
    return None


CALLS = frozenset(("call", "shout", "yell", "sing", "speak", "talk", "whisper", "wave", "whistle", "beckon", "gesture", "smile", "nod"))
WHERE = frozenset(("on", "in", "against", "under", "beside", "behind", "at", "before"))
"""Prepositions of where it was that something was photographed."""


def _after_noun(reader: Reader, prep: Word, above: Word) -> str | None:
    if (
        above.norm in ("full", "covered", "filled")
        and prep.norm in ("of", "with", "in")
        and (bearer := reader.actor(above)) is not None
        and imagined(bearer.head.lemma, "depicting")
    ):
        return "depicted"
    if prep.norm == "of" and above.dep in ("prep", "advmod") and above.norm in ("instead", "because", "out"):
        return "denied" if above.norm == "instead" else None
    if above.tag.startswith("JJ") and imagined(above.lemma, "adjectives"):
        return "denied" if above.lemma in ("devoid", "free", "bereft", "empty", "absent") else "likened"
    if above.noun and prep.norm == "of" and imagined(above.lemma, "nouns") and not _is_the_picture(reader, above):
        return "imagined"
    if above.noun and prep.norm == "of" and _of_nobody(reader, prep, above):
        return "imagined"
    if (
        above.noun
        and imagined(above.lemma, "depicting")
        and (prep.norm == "with" or prep.norm == "of" and above.lemma not in BEARERS)
        and not (above.lemma in SEEN_AGAINST and prep.norm == "of" and _stands_itself(above))
        and reader.depicts(above)
    ):
        return "depicted"
    if prep.norm == "for" and above.norm in ("except", "but", "save"):
        return None
    if prep.norm == "for" and not (above.verb and above.lemma in AIMED) and not _given_to(prep, above):
        return "purpose"
    return None


AIMED = frozenset("look reach search dive lunge leap jump stretch grab fight compete".split())
"""Verbs after which "for" brings what is there: "dives for the ball"."""


def _given_to(prep: Word, above: Word) -> bool:
    """ "Pours coffee for an old man", "plays the violin for a crowd": who is given something is there."""
    verb_ = above if above.verb else above.head if above.dep == "dobj" else None
    who = prep.kid("pobj")
    told = who is not None and who.kid("det", "nummod") is not None and classes.share(who.lemma, "person", "animal") > 0.5
    return told and verb_ is not None and verb_.lemma in GIVING


GIVING = frozenset(
    "pour serve cook sing play read dance perform hold open bake fetch bring weigh wrap cut slice make prepare draw sign measure sell spread".split()
)


def _is_the_picture(reader: Reader, word: Word) -> bool:
    """True of "a picture of a dog" where that is what is asked for, not of "she is the picture of calm"."""
    found = reader.sentence.mention(word) if reader.sentence is not None else None
    return found is not None and (found.kind in ("picture", "camera") or imagined(word.lemma, "depicting") and hangs(found))


SEEN_AGAINST = frozenset(("silhouette", "reflection"))


def _stands_itself(word: Word) -> bool:
    """True for "the silhouette of a man against the sky", not for "a mug with the silhouette of a cat"."""
    return not (word.dep == "pobj" and word.head.norm in ("with", "of", "bearing") and word.head.head.noun) and not (
        word.dep == "dobj" and verb(word.head.lemma, "have")
    )


INWARD = ("act", "cognition", "communication", "feeling", "attribute", "state", "time", "motive")


def _of_nobody(reader: Reader, prep: Word, above: Word) -> bool:
    """ "the musings of a scholar": who is spoken of after a word for thought, deed or quality is not there."""
    found = reader.sentence.mention(prep.kid("pobj")) if reader.sentence is not None else None
    if found is None or found.kind != "person" or found.determiner == "the" or found.measures:
        return False
    return classes.share(above.lemma, *INWARD) > 0.75 and above.lemma not in (
        "group",
        "view",
        "shot",
        "image",
        "portrait",
        "picture",
        "gathering",
        "procession",
        "line",
        "row",
    )


def _object(head: Word) -> str | None:
    if ordered(head) and head.lemma in ("want", "need"):
        return None  # "I want a picture of a horse"
    if verb(head.lemma, "imagine") and head.lemma not in ("contrast", "complement", "complete", "enhance", "mirror", "lend"):
        return "imagined"
    if any(k.dep == "neg" for k in head.kids):
        return "denied"
    return None


def _comma_before(reader: Reader, word: Word) -> bool:
    """True if a comma parts the phrase from what is before it."""
    first = min(w.i for w in word.subtree())
    return reader.sentence is not None and any(w.i == first - 1 and w.text == "," for w in reader.sentence.words)


BEGUN = frozenset((
    "appear", "seem", "pretend", "happen", "manage", "struggle", "see", "begin", "start", "continue", "lean", "reach", "attempt", "try", "go", "come", "stop", "pause", "help", "turn", "stand",
    "bend", "stoop", "crouch", "kneel", "climb", "dive", "jump", "leap", "lunge", "swoop",
    "pretend", "struggle", "manage", "proceed", "prepare", "hurry", "strain", "wade",
    "stretch", "rise", "rush", "dash", "run", "teach", "learn", "show", "gather", "queue", "about", "ready", "poised", "set",
    "let", "make", "watch", "slide", "sprint", "charge", "race", "dart", "spring", "skid", "busy",
))  # fmt: skip
"""Words of which what follows with "to" is under way: "kneels to photograph a fox", "is about to settle on a wall"."""


def _clause(word: Word) -> str | None:
    """What kind of clause a verb heads: "as if …", "may …", "to …"."""
    if any(k.norm in DOUBT and k.dep in ("aux", "mark") for k in word.kids):
        return "imagined"
    if word.dep in ("relcl", "acl") and word.tag == "VBN" and any(k.norm in ("had", "'d") and k.dep == "aux" for k in word.kids):
        return "imagined"  # "a fly that it had caught on my desk": told of what was before
    if undone(word):
        return "denied"
    marks = [k.norm for k in word.kids if k.dep in ("mark", "advmod")]
    if "if" in marks or "though" in marks and "as" in marks:
        return "likened"
    if (
        word.dep in ("advcl", "xcomp", "acl", "relcl")
        and any(k.norm == "to" and k.dep == "aux" for k in word.kids)
        and not {word.head.lemma, stem(word.head.norm)} & BEGUN
        and state_of(word.head.lemma) is None
        and not ordered(word.head)
    ):
        return "purpose"
    if word.dep == "ccomp" and verb(word.head.lemma, "imagine") and not ordered(word.head):
        return "imagined"
    return None
