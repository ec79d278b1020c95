"""What things are coated with: "pancakes drizzled with honey", "maple syrup pouring over waffles", "a mud-splattered truck", "tiramisu dusted with cocoa".

prompt → the words of coatings set aside, with how each lies and on which side of them its thing is told; draft + coatings → the thing has them. What is told of
somebody, of an animal or of a place is left to the passes that read those.
"""

from __future__ import annotations

import re
from functools import cache

from diorama.language.draft import Coated, Draft, Effect, SubjectDraft
from diorama.language.dress import colour_of
from diorama.language.lexicon import Sense
from diorama.language.match import Atom, match
from diorama.language.tokens import scan
from diorama.scene import Coating, Colour
from diorama_catalogue import Tag, coatings, coats, tagged, thing

MANNERS = {
    "drizzled": "drizzled", "drizzling": "drizzled", "drizzles": "drizzled",
    "dusted": "dusted", "sprinkled": "dusted", "dusting": "dusted", "sprinkling": "dusted",
    "splattered": "splashed", "spattered": "splashed", "splashed": "splashed", "caked": "splashed", "smeared": "splashed",
}  # fmt: skip
"""By the verb; any other pours, or lies as its stuff does by itself."""
HOW = r"(?:(?:lightly|generously|heavily|thickly|fully|completely|all|freshly|liberally|slowly|gently|thinly|finely) )?"
WITH = (
    r"(?P<verb>drizzled|glazed|sprinkled|dusted|coated|covered|smothered|slathered|smeared|brushed|drenched|soaked|dripping|dipped|splattered|spattered"
    r"|splashed|caked|plastered|swimming|topped|finished|iced|frosted|dotted|beaded|speckled|misted|glistening|sparkling)(?: all over)? (?:with|in|by) "
)
AMOUNT = (
    r"(?:an? )?(?:(?:thick|thin|fine|light|heavy|generous|little|bit of|rich) ){0,3}"
    r"(?:(?:layer|dusting|drizzle|sprinkle|sprinkling|coating|coat|swirl|pool|stream|trickle|dash|splash)s? of )?"
)
LIKE = (
    r"(?:(?:warm|hot|melted|thick|thin|glossy|sticky|runny|golden|rich|creamy|fresh|freshly|raw|homemade|silky|smooth|molten|sweet|fine|finely|extra|some|more"
    r"|wet|plenty of|lots of|a little|a bit of|the) ){0,4}"
)
FLOWS = (
    r"(?:(?:is|are|was|being|slowly|gently) ){0,3}"
    r"(?P<verb>drizzled|poured|sprinkled|dusted|dripping|pouring|running|drips|pours|runs|spread|flowing|cascading|oozing|trickling|drizzling"
    r"|sprinkling|smeared|spilling)"
)
OWN = (
    r"(?: (?:all |down )?(?:over|onto|on|down|across|off|from)(?: (?:it|them|top|(?:the|its|their|each) (?:sides?|tops?|edges?|rims?|stack|one)))?"
    r"(?=\s*(?:$|[,.;]| and | on | in | with )))?"
)
DONE = "covered|kissed|glazed|dusted|coated|dipped|drizzled|splattered|spattered|caked|drenched|smeared"
OVER = r" (?:all |down )?(?:over|onto|on|across|from(?![^,.;]* into ))(?= (?:an?|the|some|two|three|four|five|fresh|warm|\w+) )"
TOOLS = frozenset(("spoon", "honey_dipper", "whisk", "spatula", "knife", "paintbrush", "ladle"))
"""What something is said to drip from and that is coated with it."""
LIVING = ("person", "animal")
VESSELS = tagged(Tag.FILLABLE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    colours = r"(?:(?P<colour>[a-z]+) )??"
    named = "|".join(sorted(map(re.escape, coats()), key=len, reverse=True))
    stuff = rf"(?P<stuff>{named})\b(?! (?:chips?|beans?|bars?|cakes?|brown|cubes?|bowls?|jars?)\b)"
    drops = "|".join(sorted((re.escape(word) for word, key in coats().items() if coatings()[key].manner == "beaded"), key=len, reverse=True))
    lead = r"(?P<lead>,? ?\b(?:and |with |while |as |that (?:is|are) |which (?:is|are) ){0,3})"
    return (
        re.compile(rf"{lead}\b{HOW}{WITH}{AMOUNT}{LIKE}{colours}{stuff}(?: (?:on top|all over))?", re.IGNORECASE),
        re.compile(rf"{lead}\b{AMOUNT}{LIKE}{colours}{stuff} {FLOWS}{OWN}(?=\s*(?:$|[,.;]| and | on | in | with ))", re.IGNORECASE),
        re.compile(rf"(?P<lead>) with {AMOUNT}{LIKE}{colours}{stuff}(?P<verb>) (?:all )?(?:on top(?: of it)?|over (?:it|them|the top))\b", re.IGNORECASE),
        re.compile(rf"(?P<lead>) with (?:\w+ )??(?P<stuff>{drops})\b(?P<verb>)(?P<colour>)(?: on (?:it|them|(?:its|the) \w+))?", re.IGNORECASE),
        re.compile(rf"{lead}\b{AMOUNT}{LIKE}{colours}{stuff} {FLOWS}{OVER}", re.IGNORECASE),
        re.compile(rf"(?P<lead>)\b{stuff}-(?P<verb>{DONE})\b", re.IGNORECASE),
    )


WORDS = re.compile(r"[a-z]+")


@cache
def _last_words() -> frozenset[str]:
    """The last words of what anything is coated with: without one of them nothing is."""
    return frozenset(name.split()[-1] for name in coats())


BEFORE = (True, True, True, True, False, False)
"""Which of the patterns has its thing before it."""
MORE = re.compile(rf"(?:,| and|, and|,? &)(?: with)? {AMOUNT}{LIKE}", re.IGNORECASE)


def set_aside(draft: Draft, text: str) -> str:
    """The text with the words of coatings blank, of the same length; the draft keeps them. Those of somebody, of a place or of what has such a part stay."""
    if _last_words().isdisjoint(WORDS.findall(text.lower())):
        return text
    for pattern, before in zip(_patterns(), BEFORE, strict=True):
        for m in pattern.finditer(text):
            one = _coated(text, m, before=before)
            if one is not None:
                draft.coated.append(one)
                text = text[: one.atom.start] + " " * (one.atom.end - one.atom.start) + text[one.atom.end :]
    draft.coated.sort(key=lambda one: one.atom.start)
    return text


def _coated(text: str, m: re.Match[str], *, before: bool) -> Coated | None:
    """What one place tells; None where nothing that can be coated is named on its side."""
    start = m.start() + len(m.group("lead")) if not before else m.start()
    word = m.groupdict().get("colour")
    colour = _colour(word) if word else None
    if word and colour is None:
        return None  # "covered with apple sauce": another stuff
    side = re.split(r"[.;!?\n]", text[: m.start()])[-1] if before else re.split(r"[.;,!?\n]", text[m.end() :])[0]
    there = [a for a in match(side, scan(side)) if a.can("thing", "setting", "ground", "part", "animal", "person", "garment", "backdrop")]
    host = there[-1 if before else 0] if there else None
    sense = host.sense("thing") if host is not None else None
    key = coats()[m.group("stuff").lower()]
    if sense is None or not _takes(sense, key, m.group("verb").lower()) or not before and sense.data.get("category") == "furniture":
        return None  # "flour dusted over the table": what all stands on
    verb = m.group("verb").lower()
    manner = MANNERS.get(verb, coatings()[key].manner) if coatings()[key].manner != "beaded" else "beaded"
    if coatings()[key].manner == "dusted" and manner == "drizzled" or verb in ("dripping", "drips"):
        manner = coatings()[key].manner
    atom = Atom(start, m.end(), text[start : m.end()], text[start : m.end()].lower(), ())
    falling = manner in ("poured", "drizzled") and re.search(r"\b(?:being|pouring|pours|drizzling|drizzles)\b", atom.norm) is not None
    return Coated(atom, Coating(of=key, manner=manner, colour=colour), before, falling, text[: m.start()].rstrip()[-1:] == "," or m.group().startswith(","))


def _colour(word: str) -> Colour | None:
    found = match(word, scan(word))
    return colour_of(found[0]) if len(found) == 1 else None


def _takes(sense: Sense, key: str, verb: str) -> bool:
    """True of what is no place, nobody, and has no part of that name."""
    made = thing(sense.key)
    if sense.data.get("category") in LIVING or made.category in LIVING or {"iced", "frosted"} & {verb} and "icing" in made.parts:
        return False
    return made.category != "food" or key not in made.parts and not (key == "icing" and {"icing", "cream", "frosting"} & set(made.parts))


def give(draft: Draft) -> None:
    """Each coating to the thing it was told of: the one before its words (after a comma, the one that carries the others), or the one after them."""
    for one in draft.coated:
        subject = _host(draft, one)
        if subject is None:
            draft.note(one.atom, "none", status="no_effect")
            continue
        if one.falling and thing(subject.thing).category == "food":
            subject.states.append("poured_onto")
            draft.note(one.atom, "subject", Effect("states", "poured_onto", subject))
        if Tag.SYRUPED in thing(subject.thing).tags and subject.thing in VESSELS and one.coating.manner != "dusted":
            subject.attributes.append(f"contents:{one.coating.of}")
            draft.note(one.atom, "subject", Effect("attributes", f"contents:{one.coating.of}", subject))
            continue
        subject.surface.coatings.append(one.coating)
        draft.note(one.atom, "subject", Effect("surface.coatings", one.coating.of, subject))


def _host(draft: Draft, one: Coated) -> SubjectDraft | None:
    there = [s for s in draft.subjects if not s.implied and s.becomes is None and s.worn_by is None and s.traits is None]
    if not one.before:
        return next((s for s in sorted(there, key=lambda s: s.at[0]) if s.at[0] >= one.atom.end), None)
    told = sorted((s for s in there if s.at[0] < one.atom.start), key=lambda s: s.at[0])
    if not told:
        return None
    under = {id(s): r.objects[0] for r in draft.relations if r.kind in ("on", "in") for s in r.subjects if r.objects and isinstance(r.objects[0], SubjectDraft)}
    host = told[-1]
    while one.apart and (below := under.get(id(host))) is not None and below in told and below.category == "food":
        host = below
    return host
