"""Rows for looks told as nouns: colours, stuff, the forms that stuff takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.fillings import LIQUIDS
from diorama.language.frames import phrase
from diorama.language.frames.vocabulary import noun, verb
from diorama.language.lexicon import classes
from diorama.language.surfaces import FLAT, VESSELS
from diorama.language.syntax.phrases import measures, of_object
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


def look(m: Mention, r: Reader) -> bool:
    dep, prep = phrase.governor(m.top)
    if not m.atom.can("colour", "material", "pattern") or not phrase.entry(m):
        return False
    if not m.head.noun or _said_to_be(m):
        return True
    if m.atom.can("thing", "material") and dep == "dobj" and prep.lemma in ("eat", "chew", "munch", "nibble", "gnaw") and not m.atom.can("colour"):
        return False  # "eating bamboo"
    if m.atom.can("thing") and dep == "pobj" and prep.norm == "of" and m.atom.norm in LIQUIDS and prep.head.atom is not None and prep.head.atom.can("thing"):
        return False  # "a glass of water"
    if _tree(m, dep, prep):
        return False  # "under an oak", "the trunk of an oak"
    if m.determiner == "the" and m.head.tag == "NN" and m.atom.can("colour", "material") and _of_it(m):
        return True  # "the deep blue of the cups", "the dark wood of the desk"
    bare = m.determiner in (None, "a") and m.head.tag == "NN" and m.owner is None
    if m.determiner is None and bare and m.number is None and m.atom.can("material") and not m.atom.can("setting", "feature"):
        return True
    return bare and not m.atom.can("thing", "setting") and m.atom.can("colour", "material", "pattern") and not m.atom.can("feature")


def _of_it(m: Mention) -> bool:
    """True of a colour or stuff with what is of it; stone and glass are stuff of what is built."""
    whole = of_object(m.head)
    thing = whole.atom.sense("thing") if whole is not None and whole.atom is not None else None
    built = thing is not None and thing.data["category"] in ("building", "furniture", "vehicle") and m.atom.can("material")
    return whole is not None and (built or not m.atom.can("thing")) and not m.atom.can("setting", "feature", "weather")


TREES = frozenset(("oak", "pine", "birch", "maple", "beech", "cedar", "walnut", "willow", "cherry", "ash", "elm", "chestnut", "spruce", "cypress", "olive"))


def _tree(m: Mention, dep: str, above: Word) -> bool:
    """True for one tree, told by its wood's name with an article: a stuff has none."""
    one = phrase.lemma(m) in TREES and m.determiner in ("a", "the", "another") and not m.plural and m.atom.norm == m.head.norm
    return one and not (dep == "pobj" and above.norm in ("in", "with"))


DYED = frozenset(("paint", "dye", "tint", "colour", "color", "stain", "turn", "glow"))
"""Verbs whose object is a colour."""


def hued(m: Mention, r: Reader) -> bool:
    """ "A salamander, bright orange, sleeps", "a gradient from orange to blue", "the tents glow orange"."""
    if (
        not (phrase.entry(m) and m.atom.can("colour") and m.atom.can("thing"))
        or m.determiner is not None
        or m.plural
        or m.number is not None
        or m.owner is not None
    ):
        return False
    dep, above = phrase.governor(m.top)
    shaded = bool(m.modifiers) and all(w.norm in ("bright", "pale", "dark", "deep", "vivid", "burnt") for w in m.modifiers)
    fading = dep == "pobj" and above.norm in ("from", "to", "into") and above.head.lemma in ("gradient", "fade", "shift", "change", "turn", "range", "run")
    return shaded and dep in ("appos", "conj", "dep", "attr") or fading or dep in ("dobj", "attr", "oprd", "acomp") and above.lemma in DYED


def _said_to_be(m: Mention) -> bool:
    """ "The water is the green of old bottles", "painted the red of a post box", "is a metallic green"."""
    dep, above = phrase.governor(m.top)
    said = dep in ("attr", "oprd") and above.lemma == "be" or dep == "dobj" and above.lemma in DYED
    if not said or not m.atom.can("colour") or m.plural or m.owner is not None:
        return False
    return not m.atom.can("thing") or m.determiner == "the" and of_object(m.head) is not None or bool(phrase.looks(m))


def hue(m: Mention, r: Reader) -> bool:
    return noun(phrase.lemma(m), "look") and not (phrase.lemma(m) == "shade" and of_object(m.head) is None and _lampshade(m, r))


def _lampshade(m: Mention, r: Reader) -> bool:
    dep, above = phrase.governor(m.top)
    lamp = dep == "pobj" and above.norm == "with" and above.head.lemma in ("lamp", "light", "chandelier", "lantern", "bulb", "sconce", "pendant")
    return m.determiner == "a" and m.atom.can("thing") or lamp or m.head.kid("compound") is not None


def stuff(m: Mention, r: Reader) -> bool:
    """ "made of glass", "upholstered in velvet", "covered in snow"."""
    dep, prep = phrase.governor(m.top)
    made = prep.head
    return (
        dep == "pobj"
        and made.verb
        and (verb(made.lemma, "make") and prep.norm in ("of", "from", "in", "out") or made.lemma in COVERED and prep.norm in ("in", "with", "of"))
        and (m.atom.can("material") or made_of_parts(m))
        and m.determiner in (None, "a")
    )


PIECES = frozenset(("part", "piece", "component", "scrap", "gear", "cog", "fragment", "offcut"))


def made_of_parts(m: Mention) -> bool:
    """ "Made of old brass clock parts", "built from car parts": what is there is of that stuff, and no clock and no car is."""
    dep, prep = phrase.governor(m.top)
    made = dep == "pobj" and prep.norm in ("of", "from", "out") and verb(prep.head.lemma, "make")
    return made and phrase.lemma(m) in PIECES and m.plural and m.determiner is None and of_object(m.head) is None


COVERED = frozenset(("cover", "clad", "wrap", "upholster", "coat", "line", "dress", "trim", "finish", "paint", "plate", "bind", "encase", "sheathe", "drape"))


def look_of_hue(m: Mention, r: Reader) -> bool:
    """ "hues of pink and orange": after a word for colour, colours."""
    dep, prep = phrase.governor(m.top)
    if not (m.atom.can("colour") and phrase.entry(m)):
        return False
    if m.head.tag in ("NN", "JJ", "NNP") and m.determiner is None and m.top.dep == "conj":
        first = r.sentence.mention(phrase.first(m.top)) if r.sentence else None
        if first is not None and first.kind == "look":
            return True
    if dep != "pobj" or m.determiner == "the" or m.head.tag == "NNS":
        return False
    of = prep.head
    served = of.lemma in ("swirl", "dollop", "drizzle", "dash", "splash") and of.dep == "pobj" and of.head.norm == "with"
    if served and classes.share(phrase.lemma(m), "food") > 0.3:
        return False  # "soup with a swirl of cream"
    if of.verb and of.lemma in phrase.OVERGROWN and m.atom.can("thing"):
        return False  # "covered in coral"
    return prep.norm in ("in", "of", "with") and (
        noun(of.lemma, "look")
        or of.lemma in ("pop", "splash", "touch", "accent", "hint", "swirl", "mix", "blend", "burst", "combination", "patchwork", "gradient", "dash", "shade")
        or prep.norm == "in"
        and m.determiner is None
    )


TRAILS = frozenset((
    "ribbon", "blanket", "carpet", "sea", "river", "veil", "mantle", "wall", "ring", "band", "circle", "blaze", "cloak", "shower", "halo", "web", "skein",
    "curtain", "necklace", "crown", "belt", "crack", "hole", "string", "thread", "comb", "barrel", "tongue", "finger", "island", "pillar", "cloud",
))  # fmt: skip


STREAMS = ("substance", "phenomenon", "food", "state", "attribute", "group", "quantity", "shape", "feeling")


def trail_of(m: Mention) -> bool:
    """ "A glossy ribbon of syrup", "fractured ribbons of crimson and gold", "a crack in the roof": the form that stuff or light takes."""
    if phrase.lemma(m) in ("crack", "hole") and m.head.kid("prep") is not None and m.head.kid("prep").norm in ("in", "between"):
        return True
    inner = of_object(m.head)
    if inner is None or phrase.lemma(m) not in TRAILS or inner.atom is None:
        return False
    stuff = inner.atom.can("material") and not inner.atom.can("colour")
    return not stuff and (inner.atom.can("colour", "light_head") or inner.lemma in ("wave", "needle", *LIQUIDS) or classes.share(inner.lemma, *STREAMS) > 0.6)


def trail(m: Mention, r: Reader) -> bool:
    return trail_of(m)


def _solid(m: Mention, r: Reader, above: Word) -> bool:
    """True for what a thing is made of, not for what it holds: "a desk of black oak", no "bowl of walnut"."""
    whole = r.sentence.mention(above) if r.sentence is not None else None
    thing = whole.atom.sense("thing") if whole is not None and whole.head is above else None
    return thing is not None and thing.data["category"] in ("furniture", "tableware", "tool", "building") and (thing.key in FLAT or thing.key not in VESSELS)


def wood(m: Mention, r: Reader) -> bool:
    """ "boards of maple and spruce", "made from undyed alpaca": stuff, though its plant or animal has the same name."""
    dep, prep = phrase.governor(m.top)
    if dep != "pobj" or prep.norm not in ("of", "from", "in") or m.determiner is not None or m.head.tag != "NN" or m.number is not None or m.measures:
        return False
    made = prep.head.verb and verb(prep.head.lemma, "make")
    if prep.norm == "of" and m.atom.can("material") and prep.head.noun and _solid(m, r, prep.head):
        return True  # "a tray of dark walnut"
    timber = (
        prep.norm == "of"
        and prep.head.noun
        and any("wood" in step for line in classes.lines(phrase.lemma(m), "plant") for step in line[1:3])
        and not noun(prep.head.lemma, "picture")
    )
    return made and prep.norm != "in" and phrase.category(m) in ("animal", "plant") or timber and prep.head.lemma not in measures()["part"]
