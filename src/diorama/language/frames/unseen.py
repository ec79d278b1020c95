"""What a clause speaks of without its being seen: where the picture was taken from, who gave or made it, what is gone, what came before. The first row that
fits tells why; each has an example in which the noun in brackets is not in the scene, and a counter-example in which it is. They are its tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from diorama.language.frames.vocabulary import LIGHT_VERBS, noun
from diorama.language.lexicon import classes
from diorama.language.syntax.mends.nouns import FIGURES
from diorama.language.syntax.phrases import of_object
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.word import Word
from diorama.scene import INDOORS

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


class Row(NamedTuple):
    name: str
    why: str
    """A key of `claim.WHY`."""
    fits: Callable[[Mention, Reader], bool]
    example: str
    counter: str


def why(mention: Mention, reader: Reader) -> str | None:
    """Why the phrase is not in the scene, by its clause; None if no row fits."""
    return next((row.why for row in ROWS if row.fits(mention, reader)), None)


def listed(word: Word) -> tuple[str, Word]:
    """The arc and the governor of a phrase, those of the first of a list."""
    while word.dep == "conj" and not word.root:
        word = word.head
    return word.dep, word.head


TAKEN = frozenset(("take", "shoot", "photograph", "capture", "snap", "picture", "film", "see", "view"))
VIEWS = frozenset(("view", "level", "angle", "shot", "photo", "photograph", "picture", "perspective", "greeting", "frame", "image"))


def _vantage(m: Mention, r: Reader) -> bool:
    dep, prep = listed(m.top)
    if dep != "pobj" or prep.norm not in ("from", "aboard") or m.head.tag.startswith("PRP"):
        return False
    above = prep.head
    if above.verb:
        return above.tag == "VBN" and above.lemma in TAKEN or r.first_person(above)
    return above.lemma in VIEWS


MADE = frozenset((
    "give", "loan", "lend", "donate", "bequeath", "take", "photograph", "shoot", "commission", "own", "design", "write", "buy", "found", "discover",
    "restore", "inspire", "publish", "curate", "collect", "name", "invent", "compose", "rent", "sell", "film", "edit",
))  # fmt: skip


def _maker(m: Mention, r: Reader) -> bool:
    dep, prep = listed(m.top)
    return dep == "pobj" and prep.norm == "by" and prep.head.tag in ("VBN", "VBD") and prep.head.lemma in MADE


AWAY = frozenset(("off", "down", "away", "out"))
CONSUMED = frozenset(("eat", "drink", "sell", "finish", "burn", "lose"))
LASTS = frozenset(("survive", "last", "remain", "exist", "return", "arrive", "appear"))


def _away(verb: Word) -> bool:
    """ "taken off", "taken down", "put away"."""
    return verb.lemma in ("take", "put", "throw", "clear", "give") and any(k.dep in ("prt", "advmod") and k.norm in AWAY for k in verb.kids)


def _gone(m: Mention, r: Reader) -> bool:
    dep, verb = listed(m.top)
    if not verb.verb:
        return False
    have = any(k.dep == "aux" and k.lemma == "have" or k.dep == "aux" and k.norm in ("has", "have", "had", "'ve", "'s") for k in verb.kids)
    if dep == "dobj":
        return have and verb.tag == "VBN" and (verb.lemma in CONSUMED or _away(verb))
    if dep == "nsubjpass":
        return _away(verb)
    denied = any(k.dep == "neg" for k in verb.kids)
    return dep == "nsubj" and (denied and verb.lemma in LASTS or verb.lemma in ("fly", "leave", "go") and any(k.norm == "had" for k in verb.kids))


LEFT_OUT = frozenset(("omit", "avoid", "exclude", "ignore", "skip", "forget", "remove", "disregard"))
BROUGHT = frozenset(("bring", "buy", "order", "visit", "contact", "ask", "expect", "enjoy"))
"""What readers are told to do."""


def _told_out(m: Mention, r: Reader) -> bool:
    dep, verb = listed(m.top)
    if dep not in ("dobj", "attr") or not verb.verb or verb.kid("nsubj", "nsubjpass", "aux") is not None:
        return False
    return verb.lemma in LEFT_OUT or verb.lemma in ("leave", "keep") and any(k.norm == "out" for k in verb.kids)


def _instructed(m: Mention, r: Reader) -> bool:
    dep, verb = listed(m.top)
    return (
        dep == "dobj"
        and verb.tag in ("VB", "VBP")
        and verb.lemma in BROUGHT
        and not any(k.dep == "aux" or k.tag == "PRP" and k.dep == "nsubj" for k in verb.kids)
    )


EARLIER = frozenset(("before", "until", "unless", "after"))


def _other_time(m: Mention, r: Reader) -> bool:
    word = m.top
    while not word.root:
        earlier = [k for k in word.kids if k.norm in EARLIER and k.dep in ("mark", "prep", "advmod")]
        if word.verb and word.dep in ("advcl", "pcomp") and any((at := k.kid("pobj")) is None or at.tag != "PRP" for k in earlier):  # not "waits before them"
            return True
        word = word.head
    return False


ACTS = frozenset(("stand", "sit", "wait", "walk", "drive", "come", "go", "fill", "wake", "sleep", "climb", "kneel", "lie", "crouch", "use"))


def _photographer(m: Mention, r: Reader) -> bool:
    dep, prep = listed(m.top)
    verb = prep.head if dep == "pobj" else prep
    finite = verb.tag in ("VBD", "VBP") and verb.lemma in ACTS
    return finite and any(k.dep == "nsubj" and k.norm in ("i", "we", "you") for k in verb.kids) and (dep == "pobj" or verb.lemma == "use" and dep == "dobj")


SPEAKS = frozenset(("say", "claim", "insist", "swear", "promise", "explain", "call", "think", "believe", "photograph", "notice", "find", "miss"))


def _speaker(m: Mention, r: Reader) -> bool:
    dep, verb = listed(m.top)
    if m.kind != "person" or dep != "nsubj" or not verb.verb or r.named_before(m) or m.modifiers:
        return False
    bare = m.determiner is None and m.plural and m.number is None
    if verb.lemma == "find" and verb.tag != "VBD" or not (bare or m.determiner == "the"):
        return False
    return (
        verb.lemma in SPEAKS
        and verb.kid("dobj") is None
        or bare
        and any(k.norm in ("never", "rarely", "seldom") for k in verb.kids)
        or verb.dep == "advcl"
        and verb.lemma == "find"
    )


def _of_all(m: Mention, r: Reader) -> bool:
    dep, prep = listed(m.top)
    return dep == "pobj" and prep.norm == "of" and any(k.norm == "all" for k in m.head.kids) and prep.head.i != prep.i - 1


IDIOMS = frozenset(("guard", "court", "watch", "place", "shape", "fire", "shelter", "root", "flight", "cover", "aim", "heart", "notice", "part", "wing"))


def _idiom(m: Mention, r: Reader) -> bool:
    dep, verb = listed(m.top)
    bare = m.determiner is None and not m.plural and m.number is None and not m.modifiers and m.owner is None
    return bare and dep in ("dobj", "attr", "oprd") and verb.lemma in LIGHT_VERBS and m.head.lemma in IDIOMS


GEAR = frozenset(("card", "flag", "board", "panel", "lamp", "sheet", "umbrella", "mirror", "bounce"))
LIT_BY = frozenset(("softbox", "snoot", "reflector", "octa", "octabox", "strobe", "beauty dish", "scrim", "gel", "honeycomb", "grid"))


def _gear(m: Mention, r: Reader) -> bool:
    """What light is shaped with: it stands outside the frame."""
    if m.head.lemma not in GEAR or r.sentence is None:
        return False
    dep, verb = listed(m.top)
    shades = verb.kid("dobj") if verb.verb else None
    if dep == "nsubj" and verb.lemma in ("fill", "bounce", "lift", "open", "kill", "block") and shades is not None and noun(shades.lemma, "shadow"):
        return True
    lit = dep == "pobj" and verb.norm == "by" and verb.head.lemma in ("light", "illuminate")
    near = {w.lemma for w in m.head.subtree()} | {w.lemma for w in r.sentence.words if abs(w.i - m.head.i) < 9}
    return (lit or m.head.lemma in ("flag", "card", "board", "panel")) and bool(near & LIT_BY or "beauty" in near and "dish" in near)


def _compared(m: Mention, r: Reader) -> bool:
    """ "No taller than an umbrella holds …", whatever the parser hangs it on."""
    if r.sentence is None:
        return False
    first = min([m.head.i, *(k.i for k in m.head.kids if k.dep in ("det", "amod", "compound", "nummod") and k.i < m.head.i)])
    before = next((w for w in r.sentence.words if w.i == first - 1), None)
    return before is not None and before.norm == "than" and m.determiner != "the"


FRAMES = frozenset(("frame", "picture", "shot", "image", "photograph", "photo", "view"))


def _outside(m: Mention, r: Reader) -> bool:
    for prep in m.top.those("prep", "advmod"):
        inner = prep.kid("pobj") or next((k.kid("pobj") for k in prep.those("prep") if k.norm == "of"), None)
        if prep.norm in ("outside", "beyond", "out") and inner is not None and inner.lemma in FRAMES:
            return True
    return False


def _not_shown(m: Mention, r: Reader) -> bool:
    if r.sentence is None:
        return False
    told = (w for w in r.sentence.words if w.tag == "VBN" and w.lemma in ("show", "picture", "include") and not w.root)
    return any(w.i < m.head.i and (w.kid("neg") or any(x.i == w.i - 1 and x.norm == "not" for x in r.sentence.words)) for w in told)


def _whose(m: Mention, r: Reader) -> bool:
    return m.top.dep == "attr" and any(k.dep == "case" and k.tag == "POS" for k in m.head.kids)


def _no_soul(m: Mention, r: Reader) -> bool:
    return any(k.norm == "not" and k.dep in ("neg", "advmod", "preconj") and k.i < m.head.i for k in m.head.kids)


LEFT = frozenset(("build", "leave", "make", "draw", "write", "carve", "park", "lay", "collect"))


def _been(m: Mention, r: Reader) -> bool:
    """ "Children have built a snowman": who has left something behind is not said to be there still."""
    dep, verb = listed(m.top)
    perfect = verb.tag in ("VBN", "VBD") and any(k.dep == "aux" and k.norm in ("have", "had") for k in verb.kids)
    return m.kind == "person" and dep == "nsubj" and perfect and verb.lemma in LEFT and m.determiner is None and m.plural and m.number is None


LAIRS = frozenset(("nest", "egg", "web", "track", "footprint", "burrow", "den", "skull", "bone", "horn", "feather", "tooth"))


def _lair(m: Mention, r: Reader) -> bool:
    return m.top.dep == "poss" and m.kind == "animal" and m.top.head.lemma in LAIRS and m.determiner in ("a", None)


TRACED = FIGURES | {"figure", "blur", "heap"}
"""Figures that a way or several things have."""
DRAWN_UP = frozenset((
    "lie", "lay", "spread", "stand", "arrange", "set", "place", "roll", "run", "walk", "dance", "move", "glide", "fly", "swim", "skate", "drive", "turn", "ride", "go",
))  # fmt: skip


def _traced(m: Mention, r: Reader) -> bool:
    """ "Rolls in a slow circle", "lie in a fan": how, and nothing that is there."""
    dep, prep = listed(m.top)
    if dep != "pobj" or prep.norm not in ("in", "into") or m.head.lemma not in TRACED or m.determiner not in ("a", None) or of_object(m.head) is not None:
        return False
    return prep.head.lemma in DRAWN_UP and m.kind in ("thing", "unlisted")


def _like_in(m: Mention, r: Reader) -> bool:
    dep, prep = listed(m.top)
    return dep == "pobj" and prep.dep == "prep" and prep.head.norm in ("like", "as") and prep.head.tag == "IN"


def _light_in(m: Mention, r: Reader) -> bool:
    dep, prep = listed(m.top)
    if dep != "pobj" or prep.norm not in ("in", "into") or m.determiner is not None and m.determiner != "a" or not prep.head.verb:
        return False
    who = prep.head.kid("nsubj")
    falls = prep.head.lemma in ("fall", "come", "pour", "stream", "land", "filter", "spill", "break")
    return who is not None and falls and who.lemma in ("light", "sunlight", "moonlight", "daylight", "lamplight")


def _something_of(m: Mention, r: Reader) -> bool:
    dep, prep = listed(m.top)
    return dep == "pobj" and prep.norm == "of" and prep.head.norm == "something" and m.determiner in ("a", "the")


WAYS = frozenset(("road", "path", "trail", "track", "lane", "footpath", "river", "stream", "way"))


def _of_a_way(m: Mention, r: Reader) -> bool:
    """ "A signpost at a fork in a trail": where a way parts."""
    inner = [p.kid("pobj") for p in m.head.those("prep") if p.norm in ("in", "of")]
    return m.head.lemma == "fork" and any(w is not None and w.lemma in WAYS for w in inner)


def _whole_of_a_room(m: Mention, r: Reader) -> bool:
    """ "The kitchen of a town house": one is in it."""
    dep, prep = listed(m.top)
    room = prep.head.atom.sense("setting") if dep == "pobj" and prep.norm == "of" and prep.head.noun and prep.head.atom is not None else None
    thing = m.atom.sense("thing")
    return room is not None and room.key in INDOORS and thing is not None and thing.data["category"] == "building"


def _smeared(m: Mention, r: Reader) -> bool:
    """ "Flour on his apron", "chocolate on her face": stuff that clings to somebody, and no jar or bar of it beside them."""
    bare = m.determiner is None and not m.plural and m.number is None and not m.measures and m.head.tag == "NN"
    if not bare or r.sentence is None or classes.share(m.head.lemma, "food", "substance") < 0.5:
        return False
    on = [r.sentence.mention(p.kid("pobj")) for p in m.head.those("prep") if p.norm in ("on", "over", "in", "across")]
    return any(x is not None and x.owner is not None and x.head.i < m.head.i + 6 and _of_a_body(x) for x in on)


def _of_a_body(m: Mention) -> bool:
    lemma = m.head.lemma
    return m.kind in ("garment", "body") or noun(lemma, "body") or classes.is_a(lemma, "clothing") or lemma in ("glasses", "apron", "boot", "shoe", "hat")


ROWS = (
    Row("smeared", "smear", _smeared, "A baker with [flour] on his apron stands in a kitchen.", "A baker with [flour] on his table stands in a kitchen."),
    Row("whole of a room", "whole", _whole_of_a_room, "A cat sleeps in the kitchen of a town [house].", "A cat sleeps in the garden of a town [house]."),
    Row("of a way", "scenery", _of_a_way, "A signpost stands at a [fork] in a woodland trail.", "A [fork] lies beside a plate on a path."),
    Row("traced", "manner", _traced, "Four forks lie in a [fan] on a table.", "A hand lies on a [fan] on a table."),
    Row("like in", "likened", _like_in, "A cat sits by the window, like in a Dutch [painting].", "A cat sits by the window in a Dutch [painting]."),
    Row("shape of light", "likened", _light_in, "Light falls in [coins] on a marble floor.", "A woman falls among [coins] on a marble floor."),
    Row("something of", "likened", _something_of, "There is something of a [schoolboy] about the man.", "There is a photograph of a [schoolboy] about the man."),
    Row("compared", "likened", _compared, "A dwarf no taller than an [umbrella] holds a lantern.", "A dwarf with an [umbrella] holds a lantern."),
    Row("outside the frame", "denied", _outside, "A woman smiles at a [man] outside the frame.", "A woman smiles at a [man] outside the house."),
    Row(
        "not shown",
        "denied",
        _not_shown,
        "A tent stands in a field. Inside, not shown, there is a [bed].",
        "A tent stands in a field. Inside, there is a [bed].",
    ),
    Row("whose", "abstract", _whose, "A cat sleeps on the rug and the cat is the [neighbour]'s.", "A cat sleeps on the rug beside the [neighbour]."),
    Row("not one", "denied", _no_soul, "A manor stands on a lawn and not a [man] is in sight.", "A manor stands on a lawn and a [man] is in sight."),
    Row("has been there", "abstract", _been, "[Children] have built a snowman on a hill.", "[Children] build a snowman on a hill."),
    Row("lair", "likened", _lair, "A [swallow]'s nest clings to the top edge of the wall.", "A [swallow] clings to the top edge of the wall."),
    Row("vantage", "viewer", _vantage, "A village on a bay, seen from a [drone].", "A man with a drone waves from a [boat]."),
    Row("maker", "abstract", _maker, "A chair stands in a room and was loaned by a [nephew].", "A chair stands in a room beside a [nephew]."),
    Row("gone", "denied", _gone, "A hook is on the wall and the [towels] have been taken down.", "A hook is on the wall and the [towels] are blue."),
    Row("left out", "denied", _told_out, "A red house stands on a hill. Please ignore the [caravan].", "A red house stands on a hill beside the [caravan]."),
    Row("instruction", "imagined", _instructed, "A white piano stands in a hall, so bring [blankets].", "A white piano stands in a hall with [blankets]."),
    Row("another time", "imagined", _other_time, "A gull sits on a stone before the [boat] comes.", "A gull sits on a stone and the [boat] comes."),
    Row(
        "photographer's",
        "viewer",
        _photographer,
        "The cat sleeps on a bed, and I stood on a [desk] for this.",
        "The cat sleeps on a bed and stands on a [desk].",
    ),
    Row("speaker", "abstract", _speaker, "The ship is not for sale, the [keeper] says.", "The [keeper] sits beside the ship."),
    Row("of all", "abstract", _of_all, "A cat, of all [animals], sits on the throne.", "A [cat] sits on the throne of all kings."),
    Row("idiom", "abstract", _idiom, "Two armoured bears stand [guard] beside a gate.", "Two armoured bears stand beside a [guard] at the gate."),
    Row("gear", "light", _gear, "A bag stands on a plinth and a white [card] fills the shadows.", "A bag stands on a plinth beside a white [card]."),
)
