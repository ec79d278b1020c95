"""What a noun phrase is about: the first row that fits tells. Each row has an example in which it tells of the noun in brackets, and a counter-example
in which it does not; they are its tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from diorama.language.frames import animal, members
from diorama.language.frames.vocabulary import component, imagined, noun, verb
from diorama.language.lexicon import classes
from diorama.language.surfaces import LIQUIDS
from diorama.language.syntax.parse import Word
from diorama.language.syntax.phrases import PRONOUNS, measures, of_object
from diorama.language.syntax.sentence import MEASURED, Mention

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


class Row(NamedTuple):
    name: str
    kind: str
    fits: Callable[[Mention, Reader], bool]
    example: str
    counter: str


YOUNG = frozenset(("cub", "pup", "whelp", "hatchling"))
LIVING = ("person", "animal")
PLACES = ("setting", "feature", "place", "backdrop")
LENSWARD = frozenset(("at", "to", "into", "toward", "towards", "for", "from", "facing"))


def kind(mention: Mention, reader: Reader) -> tuple[str, str]:
    """The kind and the name of the row that told."""
    if len(mention.head.norm) == 1 and mention.head.noun:
        return "abstract", "a letter"
    for row in ROWS:
        if row.fits(mention, reader):
            return row.kind, row.name
    return "abstract", "nothing else"


# ── tests ──


def lemma(mention: Mention) -> str:
    """The head in the singular."""
    return mention.head.lemma if mention.head.noun else mention.head.norm


def senses(mention: Mention) -> set[str]:
    return {s.kind for s in mention.atom.senses}


def entry(mention: Mention) -> bool:
    """True where the lexicon's entry ends with the head, so that it is about it."""
    return 0 <= mention.atom.end - mention.head.end <= 2  # "woman's" is an entry of the lexicon with its ending


def governor(word: Word) -> tuple[str, Word]:
    """The arc and the governor of a phrase, those of the first of a list."""
    while word.dep in ("conj",) and not word.root:
        word = word.head
    return word.dep, word.head


def _category(mention: Mention) -> str | None:
    thing = mention.atom.sense("thing")
    return thing.data["category"] if thing is not None and entry(mention) else None


def _pronoun(m: Mention, r: Reader) -> bool:
    if members.partitive(m.head) or members.single(m.head):
        return True
    return m.head.tag in ("PRP", "WP", "WDT", "PRP$", "WP$") or m.head.norm in PRONOUNS and not m.head.noun and not m.head.kid("amod")


def _number(m: Mention, r: Reader) -> bool:
    return m.head.tag == "CD"


def _measured(m: Mention, r: Reader) -> bool:
    return m.atom.kind in MEASURED and m.atom.kind != "number" and m.atom.kind != "quote"


def _someone(m: Mention, r: Reader) -> bool:
    return (
        noun(m.head.norm, "someone")
        and m.head.norm not in ("people", "one")
        and not (m.head.kid("acl", "prep") is not None and m.head.norm in ("someone", "somebody"))
    )


def _underfoot(m: Mention, r: Reader) -> bool:
    """ "three penguins on ice", "a woman walking on wet sand": stuff that the living stand on."""
    dep, prep = governor(m.top)
    stuff = m.atom.sense("material") if entry(m) and m.owner is None else None
    if stuff is None or stuff.key not in UNDERFOOT or m.atom.can("setting") or dep != "pobj" or prep.norm not in ("on", "across", "over"):
        return False
    above = r.sentence.mention(prep.head) if r.sentence is not None else None
    return prep.head.verb or above is not None and above.subject is not None and above.subject.category in ("person", "animal")  # not "whisky on ice"


UNDERFOOT = frozenset(("asphalt", "sand", "soil", "ice", "cobblestone", "gravel"))


def _ground(m: Mention, r: Reader) -> bool:
    return noun(m.head.norm, "ground") and not m.atom.can("setting", "thing") and m.owner is None and not (m.head.norm == "earth" and m.head.text[0] == "E")


def _quoted(m: Mention, r: Reader) -> bool:
    return r.quoted(m.head)


def _viewer(m: Mention, r: Reader) -> bool:
    if noun(lemma(m), "viewer") and m.determiner != "a":
        return True
    dep, prep = governor(m.top)
    return lemma(m) in ("camera", "lens") and m.determiner != "a" and not m.modifiers and m.owner is None and dep == "pobj" and prep.norm in LENSWARD


def _medium(m: Mention, r: Reader) -> bool:
    return (noun(lemma(m), "medium") or lemma(m) == "art" or m.atom.can("style")) and _leads(m, r)


def _leads(m: Mention, r: Reader) -> bool:
    """True for what the whole text is said to be."""
    dep, governor_ = governor(m.top)
    first = not r.mentions and not r.draft.subjects
    named = noun(lemma(m), "medium") and m.determiner == "the" and not r.named_before(m) and m.owner is None and dep in ("nsubj", "nsubjpass")
    return (
        named
        or first
        and (dep in ("ROOT", "nsubj", "nsubjpass") or dep == "pobj" and governor_.norm == "in")
        or m.determiner == "the"
        and r.medium is not None
        and lemma(m) in ("artwork", "piece", "painting", "illustration", "drawing", "image", "composition", "canvas", "sketch", "art", "work")
    )


ORDERS = frozenset(("create", "make", "generate", "produce", "render", "show", "give", "want", "need", "take", "draw", "imagine", "design", "like", "see"))


def _ordered(verb_: Word) -> bool:
    """ "Create an image of …", "I want a picture of …": what is asked of the maker of pictures."""
    actor = verb_.kid("nsubj")
    return verb_.root and verb_.lemma in ORDERS and (actor is None or actor.norm in ("i", "we", "you"))


def _picture(m: Mention, r: Reader) -> bool:
    if not noun(lemma(m), "picture"):
        return False
    dep, prep = governor(m.top)
    if dep == "dobj" and (actor := r.actor(prep)) is not None and actor is not m and actor.kind in ("picture", "medium"):
        return True
    seen = (
        m.determiner == "a"
        and (
            dep == "pobj"
            and prep.norm in ("on", "with", "of")
            or dep == "dobj"
            and not _ordered(prep)
            or dep in ("nsubj", "nsubjpass")
            and prep.lemma in ("tape", "hang", "pin", "stick", "prop", "lie", "tack", "glue", "rest", "frame")
        )
        and lemma(m) in ("photo", "photograph", "picture", "frame", "portrait", "image")
    )
    return (
        not seen
        and not (lemma(m) == "frame" and m.owner is not None)
        and not (
            lemma(m) in ("backdrop", "landscape", "setting", "environment", "space", "foreground")
            and m.atom.can(*PLACES)
            and lemma(m) not in ("space", "setting", "environment")
        )
    )


def _look(m: Mention, r: Reader) -> bool:
    dep, prep = governor(m.top)
    if not m.atom.can("colour", "material", "pattern") or not entry(m):
        return False
    if not m.head.noun or _said_to_be(m):
        return True
    if m.atom.can("thing") and dep == "pobj" and prep.norm == "of" and m.atom.norm in LIQUIDS and prep.head.atom is not None and prep.head.atom.can("thing"):
        return False  # "a glass of water"
    bare = m.determiner in (None, "a") and m.head.tag == "NN" and m.owner is None
    if m.determiner is None and bare and m.number is None and m.atom.can("material") and not m.atom.can("setting", "feature"):
        return True
    return bare and not m.atom.can("thing", "setting") and m.atom.can("colour", "material", "pattern") and not m.atom.can("feature")


DYED = frozenset(("paint", "dye", "tint", "colour", "color", "stain", "turn", "glow"))
"""Verbs whose object is a colour."""


def _hued(m: Mention, r: Reader) -> bool:
    """ "A salamander, bright orange, sleeps", "a gradient from orange to blue", "the tents glow orange"."""
    if not (entry(m) and m.atom.can("colour") and m.atom.can("thing")) or m.determiner is not None or m.plural or m.number is not None or m.owner is not None:
        return False
    dep, above = governor(m.top)
    shaded = bool(m.modifiers) and all(w.norm in ("bright", "pale", "dark", "deep", "vivid", "burnt") for w in m.modifiers)
    fading = dep == "pobj" and above.norm in ("from", "to", "into") and above.head.lemma in ("gradient", "fade", "shift", "change", "turn", "range", "run")
    return shaded and dep in ("appos", "conj", "dep", "attr") or fading or dep in ("dobj", "attr", "oprd", "acomp") and above.lemma in DYED


def _said_to_be(m: Mention) -> bool:
    """ "The water is the green of old bottles", "painted the red of a post box", "is a metallic green"."""
    dep, above = governor(m.top)
    said = dep in ("attr", "oprd") and above.lemma == "be" or dep == "dobj" and above.lemma in DYED
    if not said or not m.atom.can("colour") or m.plural or m.owner is not None:
        return False
    return not m.atom.can("thing") or m.determiner == "the" and of_object(m.head) is not None or bool(_looks(m))


def _hue(m: Mention, r: Reader) -> bool:
    return noun(lemma(m), "look") and not (lemma(m) == "shade" and of_object(m.head) is None and _lampshade(m, r))


def _lampshade(m: Mention, r: Reader) -> bool:
    dep, above = governor(m.top)
    lamp = dep == "pobj" and above.norm == "with" and above.head.lemma in ("lamp", "light", "chandelier", "lantern", "bulb", "sconce", "pendant")
    return m.determiner == "a" and m.atom.can("thing") or lamp or m.head.kid("compound") is not None


def _stuff(m: Mention, r: Reader) -> bool:
    """ "made of glass", "upholstered in velvet", "covered in snow"."""
    dep, prep = governor(m.top)
    made = prep.head
    return (
        dep == "pobj"
        and made.verb
        and (verb(made.lemma, "make") and prep.norm in ("of", "from", "in", "out") or made.lemma in COVERED and prep.norm in ("in", "with", "of"))
        and m.atom.can("material")
        and m.determiner in (None, "a")
    )


COVERED = frozenset(("cover", "clad", "wrap", "upholster", "coat", "line", "dress", "trim", "finish", "paint", "plate", "bind", "encase", "sheathe", "drape"))


def _look_of_hue(m: Mention, r: Reader) -> bool:
    """ "hues of pink and orange": after a word for colour, colours."""
    dep, prep = governor(m.top)
    if not (m.atom.can("colour") and entry(m)):
        return False
    if m.head.tag in ("NN", "JJ", "NNP") and m.determiner is None and m.top.dep == "conj":
        first = r.sentence.mention(_first(m.top)) if r.sentence else None
        if first is not None and first.kind == "look":
            return True
    if dep != "pobj" or m.determiner == "the" or m.head.tag == "NNS":
        return False
    of = prep.head
    return prep.norm in ("in", "of", "with") and (
        noun(of.lemma, "look")
        or of.lemma in ("pop", "splash", "touch", "accent", "hint", "swirl", "mix", "blend", "burst", "combination", "patchwork", "gradient", "dash", "shade")
        or prep.norm == "in"
        and m.determiner is None
    )


def _first(word: Word) -> Word:
    while word.dep == "conj" and not word.root:
        word = word.head
    return word


def _body(m: Mention, r: Reader) -> bool:
    inner = of_object(m.head)
    if (
        inner is not None
        and noun(inner.lemma, "body")
        and inner.noun
        and not m.plural
        and m.determiner == "the"
        and (found := r.sentence.mention(inner)) is not None
        and found.owner is not None
    ):
        return True  # "the bridge of his nose"
    if not noun(lemma(m), "body") and classes.share(lemma(m), "body") < 0.45:
        return False
    if _category(m) == "wear" and m.owner is None and not _of_a_coat(m, r) and (not noun(lemma(m), "body") or _put_on(m)):
        return False
    owner = r.owner(m)
    if owner is not None:
        return _bodily(m, r, owner)
    return _ownerless(m, r)


def _bodily(m: Mention, r: Reader, owner: Mention) -> bool:
    """True if the owner is a living being, or a part of one."""
    return owner.kind in (*LIVING, "body", "pronoun") or owner.subject is not None and getattr(owner.subject, "category", None) in LIVING


def _ownerless(m: Mention, r: Reader) -> bool:
    """A part of a body of which nobody is told whose it is."""
    if _of_a_coat(m, r):
        return True
    if noun(lemma(m), "body") and (
        r.bodily_head(m)
        or m.determiner in ("the", "its", None)
        and r.people_about(m)
        and lemma(m) in ("chest", "back", "trunk", "head", "shell", "palm", "nail", "bill", "horn", "lap", "foot", "leg", "neck", "arm")
    ):
        return True
    if noun(lemma(m), "body") and not (m.atom.can("thing", "setting", "feature") and _category(m) not in (None, "person", "animal")):
        return r.people_about(m) or _category(m) in LIVING and lemma(m) not in ("figure", "body", "fish") or not m.atom.can("thing", "part")
    return r.living_head(m)


def _put_on(m: Mention) -> bool:
    """A coat that one is in or wears is no fur."""
    dep, above = governor(m.top)
    return dep == "pobj" and above.norm == "in" or dep == "dobj" and verb(above.lemma, "wear")


CARRIED = frozenset(("backpack", "rucksack", "handbag", "satchel", "purse", "watch", "wristwatch", "bracelet"))
"""What is worn where the words say so, and stands or lies as a thing of its own elsewhere."""


def _garment(m: Mention, r: Reader) -> bool:
    if m.head.norm == "glasses":
        return r.people_about(m)
    if m.atom.can("colour") and not m.atom.can("thing") or _of_a_coat(m, r) or _trail_of(m):
        return False
    dep, prep = governor(m.top)
    holder = r.sentence.mention(prep.head) if dep == "pobj" and prep.norm == "with" and prep.head.noun and r.sentence else None
    if (
        lemma(m) in ("cap", "band", "ring", "collar", "chain", "strap", "bow", "hood", "cuff")
        and holder is not None
        and holder is not m
        and _category(holder) in ("tableware", "vehicle", "furniture", "building", "electronics", "tool", "cosmetics")
    ):
        return False  # "bottles with chrome caps"
    inner = of_object(m.head)
    if (
        inner is not None
        and inner.atom is not None
        and inner.atom.sense("thing") is not None
        and inner.atom.sense("thing").data["category"] in ("vehicle", "tableware", "furniture", "building")
    ):
        return False  # "the bonnet of the car"
    if lemma(m) in CARRIED:
        return dep == "dobj" and verb(prep.lemma, "wear") or holder is not None and _category(holder) == "person"
    if _category(m) == "wear":
        return m.atom.sense("thing").key not in ("suitcase", "backpack", "handbag")
    return not m.atom.can("thing", "setting") and (
        classes.is_a(lemma(m), "clothing")
        or classes.is_a(lemma(m), "footwear")
        or classes.is_a(lemma(m), "jewelry")
        or lemma(m) in ("attire", "outfit", "garb", "clothes", "clothing", "apparel", "costume")
    )


def _of_a_coat(m: Mention, r: Reader) -> bool:
    """ "The coat is pale grey" where only an animal can have one."""
    if not noun(lemma(m), "coat") or m.determiner not in ("the", "its", None) or m.plural and m.owner is None:
        return False
    owner = r.owner(m)
    if owner is not None:
        return owner.kind == "animal" or getattr(owner.subject, "category", None) == "animal"
    known = {s.category for s in r.draft.subjects} & set(LIVING)
    return known == {"animal"} and not _put_on(m)


TRAILS = frozenset((
    "ribbon", "blanket", "carpet", "sea", "river", "veil", "mantle", "wall", "ring", "band", "circle", "blaze", "cloak", "shower", "halo", "web", "skein",
    "curtain", "necklace", "crown", "belt", "crack", "hole", "string", "thread", "comb", "barrel", "tongue", "finger", "island", "pillar", "cloud",
))  # fmt: skip
STREAMS = ("substance", "phenomenon", "food", "state", "attribute", "group", "quantity", "shape", "feeling")


def _trail_of(m: Mention) -> bool:
    """ "A glossy ribbon of syrup", "fractured ribbons of crimson and gold", "a crack in the roof": the form that stuff or light takes."""
    if lemma(m) in ("crack", "hole") and m.head.kid("prep") is not None and m.head.kid("prep").norm in ("in", "between"):
        return True
    inner = of_object(m.head)
    if inner is None or lemma(m) not in TRAILS or inner.atom is None:
        return False
    stuff = inner.atom.can("material") and not inner.atom.can("colour")
    return not stuff and (inner.atom.can("colour", "light_head") or inner.lemma in ("wave", "needle", *LIQUIDS) or classes.share(inner.lemma, *STREAMS) > 0.6)


def _trail(m: Mention, r: Reader) -> bool:
    return _trail_of(m)


def _time(m: Mention, r: Reader) -> bool:
    return entry(m) and m.atom.can("time", "season") and not m.atom.can("thing", "setting")


def _weather(m: Mention, r: Reader) -> bool:
    return entry(m) and m.atom.can("weather") and not m.atom.can("thing", "setting", "light_head")


def _light(m: Mention, r: Reader) -> bool:
    if lemma(m) == "lighter":
        return False
    if m.owner is not None and r.owner(m) is not None and (r.owner(m).kind in ("thing", "person", "animal", "garment", "body")):
        return False
    return (
        noun(lemma(m), "glow")
        and not m.plural
        or entry(m)
        and m.atom.can("light_head", "light_source")
        and not m.atom.can("thing", "setting", "time", "feature", "part", "backdrop")
    )


def _shadow(m: Mention, r: Reader) -> bool:
    return noun(lemma(m), "shadow") or lemma(m) in ("light", "highlight", "ray", "beam") and m.plural and not m.atom.can("feature")


def _camera(m: Mention, r: Reader) -> bool:
    return (
        entry(m)
        and m.atom.can("camera_words", "film_words", "framing", "angle", "composition", "aspect_words", "mood")
        and not m.atom.can("thing", "setting", "material")
    )


def _text(m: Mention, r: Reader) -> bool:
    return (
        noun(lemma(m), "text")
        and not (
            m.atom.can("thing") and lemma(m) in ("letter", "message", "script", "title") and m.determiner == "a" and m.number in (None, 1) and not r.writes(m)
        )
        and not (lemma(m) in ("label", "logo") and not r.writes(m))
    )


def _side(m: Mention, r: Reader) -> bool:
    return m.atom.can("side") and not m.atom.can("thing")


def _part(m: Mention, r: Reader) -> bool:
    owner = r.owner(m)
    if (
        owner is not None
        and _category(owner) == "vehicle"
        and lemma(m) in ("bonnet", "hood", "boot", "trunk", "roof", "tailgate", "bumper", "bow", "stern", "deck", "cockpit", "cab", "wing")
    ):
        return True
    if m.owner is None and owner is not None and m.determiner == "the" and owner.kind == "thing" and owner is not m and _of_the_whole(m, owner):
        return True
    if owner is None or owner.kind not in ("thing", "garment", "animal", "person", "part", "pronoun", "body"):
        return False
    thing = m.atom.sense("thing")
    dep, prep = governor(m.top)
    if m.owner is not None and dep == "pobj" and prep.norm in ("on", "in", "inside", "under", "against") and m.atom.can("thing") and not m.atom.can("part"):
        placed = r.sentence.mention(prep.head) if prep.head.noun and r.sentence else r.actor(prep.head)
        if placed is not None and placed.subject is not None and placed.subject is owner.subject:
            return False  # "the loaf is on its rack": what it is on is no part of it
    if m.owner is not None and thing is not None and owner.subject is not None and not m.atom.can("part") and thing.data["size"] > 1.2 * owner.subject.length:
        return False  # "the loaf on its rack"
    return owner.kind in ("thing", "garment", "pronoun", "part") and (
        m.atom.can("part") and entry(m) or m.owner is not None and not r.carried(m) and m.atom.can("thing", "part", "unknown") and owner.kind != "pronoun"
    )


def _component(m: Mention, r: Reader) -> bool:
    """ "A bag with a red lining", "its stopper", "the rim of the tray", and "the handles are of leather" after a bag was named."""
    if not component(lemma(m)) or m.head.norm in ("glasses",):
        return False
    owner = r.owner(m)
    if owner is None and m.determiner == "the" and not r.named_before(m):
        owner = _bridged(m, r)
    if owner is None or owner is m or owner.subject is None or owner.subject.becomes is not None or not component(lemma(m), owner.subject.category):
        return False
    thing = m.atom.sense("thing")
    if thing is not None and thing.data["size"] > owner.subject.length or m.number is not None and m.number > 12:
        return False
    return m.owner is not None or bool(_looks(m)) or owner is r.owner(m)


def _looks(m: Mention) -> list[Word]:
    return [w for w in m.modifiers if w.atom is not None and w.atom.can("colour", "material", "pattern", "finish")]


def _bridged(m: Mention, r: Reader) -> Mention | None:
    """The thing named last that can have such a part, where the part is told of with an article alone: "A bag … The handles are …"."""
    if governor(m.top)[0] not in ("nsubj", "nsubjpass") or of_object(m.head) is not None:
        return None
    told = [x for x in r.mentions[-12:] if x.subject is not None and x.subject in r.draft.subjects and x.subject.category not in LIVING]
    fitting = [x for x in told if component(lemma(m), x.subject.category) and x.subject.becomes is None]
    found = fitting[-1] if fitting and len({id(x.subject) for x in fitting}) == 1 else None
    if found is not None:
        m.owner = found
    return found


def _of_the_whole(m: Mention, owner: Mention) -> bool:
    """ "the keys of the keyboard": things that a larger one is made up of."""
    inner, thing, whole = of_object(m.head), m.atom.sense("thing"), owner.atom.sense("thing")
    if inner is None or owner.head is not inner or thing is None or whole is None or owner.plural or owner.determiner not in ("the", "its", "a"):
        return False
    machines = ("electronics", "vehicle", "instrument", "furniture", "building", "tool")
    return (
        whole.data["category"] in machines
        and thing.data["category"] not in ("person", "animal", "food", "plant")
        and thing.data["size"] < whole.data["size"]
        and m.plural
    )


def _surface(m: Mention, r: Reader) -> bool:
    return noun(lemma(m), "surface") and (r.owner(m) is not None or not m.atom.can("thing", "setting", "backdrop", "part"))


def _place_part(m: Mention, r: Reader) -> bool:
    inner = of_object(m.head)
    return (
        lemma(m) in measures()["part"]
        and (inner is not None or m.determiner == "the" and not m.atom.can("setting", "thing", "backdrop"))
        and not (m.atom.can("setting") and inner is None)
    )


def _quantity(m: Mention, r: Reader) -> bool:
    return lemma(m) in measures()["count"] and m.determiner == "the" and not m.atom.can("setting", "thing") and r.draft.subjects != []


def name(m: Mention) -> bool:
    """True for a name of someone or something: "Gordon Parks"."""
    return (
        m.head.text[:1].isupper()
        and not m.head.text.isupper()
        and m.head.tag.startswith("NNP")
        and any(k.dep == "compound" and k.tag.startswith("NNP") and k.text[:1].isupper() and not (m.atom.start <= k.start < m.atom.end) for k in m.head.kids)
        and not any(k.atom is not None and k.atom.can("thing", "place") for k in m.head.kids if k.dep == "compound")
    )


def _named(m: Mention, r: Reader) -> bool:
    return name(m) and not (m.atom.can("thing", *PLACES) and " " in m.atom.norm)


def _place(m: Mention, r: Reader) -> bool:
    if not (entry(m) and m.atom.can(*PLACES)) or m.head.tag.startswith("VB"):
        return False
    if not m.atom.can("thing"):
        return True
    dep, prep = governor(m.top)
    where = dep == "pobj" and prep.norm in ("in", "inside", "at", "through", "along", "across", "within", "on", "throughout", "outside", "down", "over")
    return where and mention_is_place(m)


def mention_is_place(m: Mention) -> bool:
    """Of words that are a place or a thing ("library", "shelf"), those that one is in."""
    setting = m.atom.sense("setting")
    return setting is not None and m.atom.sense("thing").data["category"] in ("building", "shape") and m.owner is None


def _person(m: Mention, r: Reader) -> bool:
    if m.determiner in ("most", "any") or any(w.norm == "most" for w in m.modifiers):
        return False
    if m.determiner is None and m.plural and (m.number is None or m.count is not None and m.count.norm in ("many", "few", "several")) and r.spoken(m):
        return False  # "a bird that people hear", "which many visitors miss"
    if (any(w.norm == "many" for w in m.modifiers) or m.count is not None and m.count.norm in ("many", "few")) and r.aside(m):
        return False
    if (
        any(x.noun and x.dep == "compound" and classes.share(x.lemma, "artifact") > 0.6 for x in m.modifiers)
        and _category(m) != "person"
        and classes.share(lemma(m), "artifact") > 0.1
    ):
        return False  # "a vent hood"
    if _category(m) == "person":
        return (
            not (noun(lemma(m), "body") and lemma(m) not in ("figure", "body"))
            and not (lemma(m) == "model" and any(x.noun for x in m.modifiers))
            and not (lemma(m) == "character" and r.writes(m))
        )
    return (
        lemma(m) not in YOUNG
        and not m.atom.can("thing", "colour", "material", *PLACES)
        and classes.share(lemma(m), "person") >= 0.6
        and m.head.noun
        and not noun(lemma(m), "manner")
    )


def _animal(m: Mention, r: Reader) -> bool:
    if _category(m) == "animal":
        return not noun(lemma(m), "body")
    if animal.breed(lemma(m)) and not m.atom.can("thing", "colour", *PLACES):
        return True
    return lemma(m) in YOUNG or not m.atom.can("thing", "colour", *PLACES) and classes.share(lemma(m), "animal") >= 0.34 and not noun(lemma(m), "manner")


def _manner(m: Mention, r: Reader) -> bool:
    """Words of many meanings are no things unless they are told of as one: with a look, a number or a place of their own."""
    if " " in m.atom.norm and m.atom.can("thing") and entry(m):
        return False
    if noun(lemma(m), "manner"):
        return not (m.atom.can("thing") and entry(m) and r.thinglike(m))
    return noun(lemma(m), "either") and m.head.noun and not r.told_as_thing(m)


def _wood(m: Mention, r: Reader) -> bool:
    """ "boards of maple and spruce", "made from undyed alpaca": stuff, though its plant or animal has the same name."""
    dep, prep = governor(m.top)
    if dep != "pobj" or prep.norm not in ("of", "from", "in") or m.determiner is not None or m.head.tag != "NN" or m.number is not None or m.measures:
        return False
    made = prep.head.verb and verb(prep.head.lemma, "make")
    timber = (
        prep.norm == "of"
        and prep.head.noun
        and any("wood" in step for line in classes.lines(lemma(m), "plant") for step in line[1:3])
        and not noun(prep.head.lemma, "picture")
    )
    return made and prep.norm != "in" and _category(m) in ("animal", "plant") or timber and prep.head.lemma not in measures()["part"]


def _manner_of(m: Mention, r: Reader) -> bool:
    """ "in full bloom", "is all glass": a bare singular that says how something is."""
    dep, prep = governor(m.top)
    bare = (
        m.determiner is None
        and m.head.tag == "NN"
        and m.number is None
        and not m.measures
        and m.owner is None
        and (m.atom.can("thing") or any(w.norm == "full" for w in m.modifiers))
        and " " not in m.atom.norm
    )
    if not bare or _category(m) in LIVING or m.top.dep == "conj":
        return False
    return dep == "pobj" and prep.norm == "in" or dep == "attr" and prep.kid("expl") is None and prep.lemma == "be"


def _thing(m: Mention, r: Reader) -> bool:
    body = noun(lemma(m), "body") and _category(m) in LIVING and lemma(m) not in ("body", "figure")
    return entry(m) and m.atom.can("thing") and m.head.noun and not body and _category(m) != "person"


MASS = frozenset(("food", "plant"))


def _bare(m: Mention, r: Reader) -> bool:
    """ "sits bolt upright", "is at home", "goes to school": a countable noun by itself tells of no thing."""
    dep, governor_ = governor(m.top)
    if (
        not m.head.noun
        or m.plural
        or m.determiner is not None
        or m.number is not None
        or m.modifiers
        or m.measures
        or m.owner is not None
        or " " in m.atom.norm
    ):
        return False
    if (
        m.top.dep in ("conj", "appos", "ROOT", "dep", "nmod", "nsubj", "nsubjpass", "poss")
        or _category(m) in (*MASS, "person", "animal", None)
        or r.fragmentary()
    ):
        return False
    return m.atom.can("thing") and not any(s.noun == m.atom.norm for s in r.draft.subjects) and not (dep == "pobj" and governor_.norm in ("of", "with"))


ANIMATE = frozenset(
    (
        "wear",
        "smile",
        "laugh",
        "hold",
        "carry",
        "walk",
        "kneel",
        "gaze",
        "glance",
        "limp",
        "grin",
        "wave",
        "read",
        "sip",
        "stir",
        "eat",
        "drink",
        "hug",
        "kiss",
        "hunch",
        "crouch",
        "shout",
        "weep",
        "frown",
        "stare",
        "smoke",
        "sing",
        "dance",
    )
)
"""What nobody but a person does, told of a name."""
TITLES = frozenset(("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "lady", "uncle", "aunt"))


def _somebody(m: Mention, r: Reader) -> bool:
    """A name of somebody: of whom is told what only people do, how old they are, or by a title."""
    word = m.head
    named = word.text[:1].isupper() and word.tag.startswith("NNP") and m.determiner is None and m.number is None and not m.atom.can("thing", *PLACES, "time")
    if not named or classes.noun(word.lemma) and not word.text.isupper():
        return False
    age = next((k for k in word.kids if k.dep == "appos" and k.tag == "CD" and k.norm.isdigit() and 3 < int(k.norm) < 100), None)
    titled = any(k.norm in TITLES for k in word.kids if k.dep == "compound")
    dep, above = governor(m.top)
    whose = m.top.dep == "poss" and (noun(m.top.head.lemma, "hair") or noun(m.top.head.lemma, "body"))
    return (
        age is not None
        or titled
        or whose
        or dep == "nsubj"
        and above.lemma in ANIMATE
        or any(x.rule == "somebody" and x.head.norm == word.norm for x in r.mentions)
    )


def _proper(m: Mention, r: Reader) -> bool:
    """A capital inside a sentence makes a bare noun a name: "her name is Biscuit"."""
    word = m.head
    return (
        word.text[:1].isupper()
        and word.i > (r.sentence.words[0].i if r.sentence else 0)
        and m.determiner is None
        and m.number is None
        and not m.modifiers
        and not m.plural
        and not r.capitals()
        and " " not in m.atom.norm
        and not m.atom.can("place", "time", "season")
        and word.dep != "poss"
    )


def _tool(m: Mention, r: Reader) -> bool:
    """What the picture is taken with or printed on."""
    word = lemma(m)
    if word in ("camera", "tripod", "lens", "flashgun", "lightmeter"):
        told = m.determiner == "the" and not r.named_before(m) or m.plural and not m.modifiers and m.determiner is None
        return told or r.tells_of_taking()
    return word in ("print", "negative", "exposure", "frame") and (m.top.root or m.plural) and (word != "frame" or m.number is not None)


def _metaphor(m: Mention, r: Reader) -> bool:
    """ "the northern lights are a faint scarf": what a thing is said to be, and cannot be, is no second thing."""
    if m.top.dep != "attr" or m.top.head.lemma != "be" or any(k.dep == "expl" for k in m.top.head.kids):
        return False
    actor = r.actor(m.top.head)
    if actor is None or actor is m:
        return False
    if (
        actor.subject is None
        and actor.kind in ("abstract", "manner", "scenery", "weather", "light")
        and m.determiner in ("a", None)
        and actor.head.lemma not in ("thing", "focus", "subject", "one", "part", "feature", "centerpiece", "highlight", "star")
        and not noun(actor.head.lemma, "picture")
    ):
        return m.atom.can("thing")
    one = m.determiner == "a" or m.number == 1
    if actor.subject is not None:
        return m.atom.can("thing") and _category(m) != actor.subject.category and one
    return (actor.place is not None or actor.kind in ("place", "light", "weather", "shadow", "time", "ground")) and one and m.atom.can("thing")


def _unlisted(m: Mention, r: Reader) -> bool:
    word = lemma(m)
    if (
        not m.head.noun
        or m.atom.can("boilerplate", "filler", "genre", "lettering", "style", "part", "attribute")
        or m.head.tag.startswith("NNP")
        and m.head.text[:1].isupper()
        and not classes.noun(word)
    ):
        return False
    if r.encloses(m) or name(m):
        return False
    if word in TERRAIN:
        return False
    share = classes.share(word, "artifact", "food", "plant", "object")
    dep, above = governor(m.top)
    mass = m.determiner is None and m.number is None and not m.plural and not m.measures and m.owner is None
    if mass and dep == "pobj" and above.norm in ("of", "in", "with", "over", "out") and classes.share(word, "food", "plant") < 0.5:
        return False  # "eats out of foil", "a façade of faience"
    handled = (
        dep == "dobj"
        and m.determiner in ("a", "its", "another")
        and (verb(above.lemma, "hold") or classes.verb(above.lemma) == "contact" or above.lemma == "stir")
    )
    return (share >= 0.6 or share >= 0.15 and (r.placed(m) or handled)) and m.head.lemma not in measures()["part"] and not _tract(word)


TERRAIN = frozenset((
    "track", "path", "trail", "circuit", "course", "lane", "rink", "court", "pitch", "field", "terrain", "ridge", "slope", "bank", "shoreline",
    "coastline", "horizon", "skyline", "pavement", "kerb", "curb",
))  # fmt: skip
"""Words for ground that is walked or played on."""
TRACTS = frozenset((
    "facility", "way", "geographical area", "region", "location", "part", "material", "substance", "land", "water", "body of water",
    "geological formation", "weather", "structure",
))  # fmt: skip


def _tract(word: str) -> bool:
    """True for what is a stretch of land, water or stuff rather than a thing."""
    lines = classes.lines(word, "artifact", "food", "plant", "object")
    return all(TRACTS & {x for step in line[1:4] for x in step} for line in lines[:2])


def _scenery(m: Mention, r: Reader) -> bool:
    return classes.share(lemma(m), "location", "object", "artifact", "substance", "plant", "phenomenon") >= 0.5


UNITS = frozenset((
    "metre", "meter", "centimetre", "centimeter", "kilometre", "kilometer", "millimetre", "millimeter", "mile", "yard", "inch", "cm", "mm", "km", "minute", "hour", "second", "degree", "litre", "liter", "gram", "kilo", "kilogram",
))  # fmt: skip


def _unit(m: Mention, r: Reader) -> bool:
    """ "half a metre above the stream", "thirty metres of bank": a measure is no thing; the golden hour is no measure."""
    return (
        lemma(m) in UNITS
        and not _time(m, r)
        and m.owner is None
        and (m.number is not None or m.determiner == "a" or bool(m.modifiers))
        and not (lemma(m) == "yard" and m.number is None)
    )


ROWS = (
    Row("pronoun", "pronoun", _pronoun, "A mug stands on the table and [it] is red.", "A red [mug] stands on the table."),
    Row("number", "number", _number, "The clock shows [ten] and its hands are black.", "The ten [clocks] are black and stand in a row."),
    Row("quoted", "text", _quoted, 'A sign that reads "fresh [bread]" hangs on the wall.', "A sign hangs above fresh [bread] on the wall."),
    Row("measured", "measured", _measured, "A mug on a table seen at 85 [mm] and f/2 from the side.", "A [mug] on a table seen at 85mm and f/2 from the side."),
    Row("unit", "measured", _unit, "A lamp hangs a [metre] above the table in the room.", "A [lamp] hangs a metre above the table in the room."),
    Row("someone", "abstract", _someone, "The calm of [someone] who has nothing left to prove is in her eyes.", "The calm of the [woman] is in her eyes."),
    Row("hue", "look", _hue, "Roses in [shades] of pink spill over the wall.", "[Roses] in shades of pink spill over the wall."),
    Row("viewer", "viewer", _viewer, "The woman looks directly into the [camera] and smiles.", "A vintage [camera] stands on the table."),
    Row("medium", "medium", _medium, "An oil [painting] of a cat that sleeps on a chair.", "A cat sleeps on a chair below an oil [painting]."),
    Row("side", "side", _side, "A tree stands in the [background] of the picture.", "A [tree] stands in the background of the picture."),
    Row("made of", "look", _stuff, "A tablet made of grey [stone] stands in a field.", "A grey [stone] lies in a field."),
    Row("somebody", "person", _somebody, "In the hall [Gary] wears a red coat and smiles.", "The clouds over [Gary] are grey and a woman smiles."),
    Row(
        "name by its capital",
        "abstract",
        _proper,
        "The cat sleeps on the desk and her name is [Biscuit].",
        "The cat sleeps on the [desk] and her name is Biscuit.",
    ),
    Row("what it is taken with", "viewer", _tool, "My uncle stands at the car and lifts the [camera].", "A vintage [camera] stands on the table."),
    Row("metaphor", "abstract", _metaphor, "The mug is a [ship] on the table.", "A [ship] is on the table."),
    Row("colour after a hue", "look", _look_of_hue, "Hues of [orange] fill the sky above the hills.", "An [orange] lies on the table beside the mug."),
    Row("form of stuff", "manner", _trail, "A glossy [ribbon] of syrup lies on a plate.", "A red [ribbon] lies on a plate."),
    Row("hue of a fruit's name", "look", _hued, "The tents of the camp glow [orange] at night.", "The salamander of the camp sleeps on an [orange]."),
    Row("component", "part", _component, "A leather bag with a red [lining] stands on a plinth.", "A [bag] with a red lining stands on a plinth."),
    Row("body", "body", _body, "The woman's [hands] rest on the table.", "The [woman] rests on the table."),
    Row("garment", "garment", _garment, "The man wears a red [scarf] and smiles.", "The [man] wears a red scarf and smiles."),
    Row("text", "text", _text, "The [words] on the wall are white.", "The [wall] is covered with white words."),
    Row("camera", "camera", _camera, "The shallow [depth of field] blurs the trees.", "The [trees] are blurred by the shallow depth of field."),
    Row("shadow", "shadow", _shadow, "Long [shadows] fall on the red table.", "A red [table] stands in long shadows."),
    Row("light", "light", _light, "The soft [light] of the morning falls on a mug.", "A [mug] stands in the soft light of the morning."),
    Row("time", "time", _time, "The soft light of the [morning] falls on a mug.", "The soft [light] of the morning falls on a mug."),
    Row("weather", "weather", _weather, "The hills are hidden by thick [fog] in the valley.", "The [hills] are hidden by thick fog."),
    Row("part of a thing", "part", _part, "The truck's [wipers] are white and its paint is faded.", "A white [door] stands beside the truck."),
    Row("ground", "ground", _ground, "A mug lies broken on the wet [asphalt] of the road.", "A [mug] lies broken on the wet asphalt."),
    Row("stuff that one stands on", "ground", _underfoot, "Three penguins stand on [ice].", "A woman with a [sand] bucket."),
    Row("picture", "picture", _picture, "The [image] shows a cat on a chair.", "The image shows a [cat] on a chair."),
    Row("surface", "surface", _surface, "The mug's [surface] gleams in the light.", "The [mug] gleams in the light on the table."),
    Row("part of a place", "where", _place_part, "A mug stands at the [edge] of the table.", "A mug stands on a [table] at the window."),
    Row("look", "look", _look, "The chair is upholstered in [velvet] and stands alone.", "The [chair] is upholstered in velvet."),
    Row("manner", "manner", _manner, "The cat is in a playful [manner] on the chair.", "The cat sleeps on the [chair] in a playful manner."),
    Row("name", "abstract", _named, "The photographs by Gordon [Parks] hang on the wall.", "The photographs hang on the [wall] by the door."),
    Row("bare", "abstract", _bare, "The woman sits [bolt] upright on a chair.", "The woman sits upright on a [chair]."),
    Row(
        "number of the known",
        "quantity",
        _quantity,
        "Two mugs and a jug stand on a table and the [assortment] is blue.",
        "A [collection] of mugs stands on the table.",
    ),
    Row("stuff", "look", _wood, "Boards of [spruce] lie on the floor of the room.", "A [spruce] stands behind the boards of the house."),
    Row("bare after in", "abstract", _manner_of, "The tree is in thick [leaf] on the hill.", "A thick [leaf] lies on the hill."),
    Row("place", "place", _place, "A mug stands on a table in a sunlit [kitchen].", "A [mug] stands on a table in a sunlit kitchen."),
    Row("person", "person", _person, "An elderly [fisherman] mends a net on the beach.", "An elderly fisherman mends a [net] on the beach."),
    Row("animal", "animal", _animal, "A black [cat] sleeps on the chair.", "A black cat sleeps on the [chair]."),
    Row("thing", "thing", _thing, "A stoneware [mug] stands on the table.", "The beauty of the stoneware mug is a [joy] to see."),
    Row("unlisted thing", "unlisted", _unlisted, "A woman holds an old [astrolabe] in a room.", "A brass mug lies on the table with great [dignity]."),
    Row("scenery", "scenery", _scenery, "The boat lies in a quiet [estuary] at dawn.", "The boat lies there with great [dignity] at dawn."),
)
_ = verb, imagined
