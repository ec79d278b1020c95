"""How a page is to look, by the words that speak of it and of none of its texts: its colours, and what is drawn on it.

"a big orange sun over dark blue waves" → a sun and waves with their colours; "mint and coral", "a teal and burnt orange palette" → paper and accent
"""

from __future__ import annotations

import re

from diorama.language.drawings import BORDER, DRAWING, DRAWN_AFTER, DRAWN_OF, FLORAL, LINES, border_of, kinds, named, repeated, singular
from diorama.language.lettering import colour_spans, is_text, told_place
from diorama.language.lettering_words import TABLE as WORDS
from diorama.typeset import TEMPLATES, Motif, Page
from diorama.typeset.art import KINDS, TABLE_OF_ICONS
from diorama.typeset.palette import contrast, luminance, mixed, on_paper

MOST = 5
"""Drawings on one page."""
OWN = re.compile(r"(?:[\w-]+\s+){0,3}$")
TONES = re.compile(
    r"\b(?:lines?|accents?|stripes?|borders?|rules?|bars?|bands?|strips?|ribbons?|headers?|palette|tones?|colou?rs?|scheme|shades?"
    r"|background|ground|theme)\b", re.I,
)  # fmt: skip
BOUND = re.compile(
    r"\s+(?!(?:and|with|on|lines?|accents?|stripes?|borders?|rules?|bars?|bands?|strips?|ribbons?|headers?|palette|tones?|colou?rs?|scheme|shades?|background|ground|theme|for"
    r"|throughout)\b)[a-z]", re.I,
)  # fmt: skip
"""After a colour that is a thing's and not the page's: "a red fox"."""
LETTERS = re.compile(r"\s+(?:[\w-]+\s+){0,2}?(?:letters?|lettering|capitals|type|script|text|chalk|ink|neon(?!\s+[a-z]))\b", re.I)
LARGE = re.compile(r"\b(?:big|huge|giant|large|enormous|full|round)\b", re.I)
SHADES = re.compile(r"\b(?:(?P<dark>dark|deep|midnight|inky)|(?P<light>light|pale|pastel|soft))[ -]$", re.I)
CONTRAST = 1.25
"""Of an accent with its paper."""
DARK = 0.17
"""Luminance of a single tone that is told and is the page's ground, not its accent."""
INKED = frozenset(
    (
        "magazine_cover", "poster", "book_cover", "record_cover", "box", "label", "billboard", "invitation", "infographic", "menu", "slide",
        "shop_screen", "chat", "dashboard",
        "feed", "ticket", "recipe_card", "calendar", "business_card", "magazine", "banner", "certificate",
    )
)  # fmt: skip
"""Templates whose words on colours are the page's."""
SCREENS = frozenset(("chat", "feed", "shop_screen", "dashboard", "settings", "slide"))
NIGHTLY = re.compile(r"\b(?:dark|night)[ -](?:mode|theme)\b", re.I)
CHILDISH = re.compile(r"\b(?:child(?:ren)?['’]?s?|kids?['’]?|boy['’]s|girl['’]s|toddler['’]?s?)\b[^.;]*\b(?:birthday|party)\b", re.I)
PLACES = r"(?:table|shelf|counter|bench|desk|floor|wall|windowsill|window sill|pavement|sidewalk|ground|street|door|post)"
BESIDE = re.compile(
    rf"(?:^|(?<=[.;]))\s*(?:an?|the|two|three|some)\s[^.;]*?\b(?:leans?|leaning|stands?|standing|lies|lying|sits?|sitting|rests?|resting|parked|propped)\s"
    rf"[^.;]*?\b(?:{PLACES}|beside it|next to it|in front of it|to (?:the|its) (?:left|right))\b[^.;]*"
    rf"|\bon (?:an?|the) (?:[\w-]+ )?{PLACES}\b[^.;]*", re.I,
)  # fmt: skip
"""What is told of where the page is, and of what is there beside it."""
SIGNS = frozenset(("road_sign", "shop_sign"))
DRAWN = frozenset(("comic",))
"""Templates whose drawings are told of, and whose colours are not the page's."""


POINTING = frozenset(("road_sign", "shop_sign"))
ARROWS = re.compile(r"\b(?:each |both |all )?(?:with )?(?:an? |its |their )?(?:own )?arrows?\b(?: (?:pointing|to the) \w+)?", re.I)
ON_GROUND = re.compile(
    r"\b(?P<ink>(?:[\w-]+ ){1,2})(?:letters|lettering|text|type|writing|capitals|script) on (?:an? |the )?(?P<ground>(?:[\w-]+ ){0,2}[\w-]+)", re.I,
)  # fmt: skip
"""Letters and what they stand on: "white letters on dark green"."""


GROUND_WITH = re.compile(
    r"(?:^|[,:;]\s*|\bin )(?:an? |all )?(?P<ground>(?:[\w-]+ ){0,2}[\w-]+) (?:with|and) (?:(?P<ink>(?:[\w-]+ ){1,3})"
    r"(?:letters|lettering|text|type|writing|capitals|script|ink)\b|(?:an? |the )?[\w-]+)", re.I,
)  # fmt: skip
"""The colour of a page told after its noun, and that of its letters: ", black with gold text", ", yellow with a black border"."""
ALL_INK = re.compile(
    r"\b(?:with|in) (?:all (?:the )?)?(?P<ink>(?:[\w-]+ ){1,3})(?:letters|lettering|text|type|writing|ink|print)\b(?=\s*(?:[.,]|$))(?!\s*,?\s*$)", re.I,
)  # fmt: skip
"""The colour of all letters: "on cream paper with dark green lettering"."""
OF_COLOUR = frozenset(("dark", "deep", "midnight", "inky", "light", "pale", "pastel", "soft", "bright", "matte", "all", "solid", "plain", "vivid", "warm"))


def designed(page: Page, words: str) -> Page:
    """The page as `words` (its texts left out) have it look; what they leave open is its template's. What they ask for stays with it, so that what the page
    lacks of it is said."""
    page = _inked(page, words)
    made = _designed(page, words)
    made = made.model_copy(update={"accent": made.ink}) if made.ink and made.accent is None else made
    return made.model_copy(update={"undrawn": undrawn(words, made), "tones": asked_tones(words)})


def _inked(page: Page, words: str) -> Page:
    """The page with the tones of its ground and of all its letters, where the words give them together."""
    if page.paper is None and (lettered := ON_GROUND.search(words)):
        ink, ground = told_tones(lettered["ink"]), told_tones(lettered["ground"])
        if ink and ground:
            page = page.model_copy(update={"paper": ground[-1], "ink": page.ink or ink[-1]})
    opening = words.split(" ; ")[0]
    for told in GROUND_WITH.finditer(opening):
        tone = _only_tone(told["ground"])
        if tone and page.paper is None:
            inks = told_tones(told["ink"] or "")
            page = page.model_copy(update={"paper": tone, "ink": page.ink or (inks[-1] if inks else None)})
    if page.ink is None and (told := ALL_INK.search(opening)) and (inks := told_tones(told["ink"])):
        page = page.model_copy(update={"ink": inks[-1]})
    return page


def _only_tone(what: str) -> str | None:
    """The colour that words name and nothing else."""
    rest = " ".join(_without_colours(what)).lower().split()
    tones = told_tones(what)
    return tones[0] if len(tones) == 1 and all(word in OF_COLOUR for word in rest) else None


def asked_tones(words: str) -> tuple[tuple[str, str], ...]:
    """Every colour that words ask of a page, each with what is of it: "yellow header"; not those of what is there beside it."""
    about = [m.span() for m in BESIDE.finditer(words)]
    found: dict[str, str] = {}
    for start, end, colour in colour_spans(words):
        if any(a <= start < b for a, b in about):
            continue
        shade = SHADES.search(words[:start])
        of = OF_IT.match(words, end)
        what = words[shade.start() if shade else start : end] + (of.group() if of else "")
        found.setdefault(what.strip(), _shade(words[:start], on_paper(colour.name, colour.hex)))
    return tuple(found.items())[:24]


OF_IT = re.compile(r"(?: (?!with\b|and\b|on\b|in\b|at\b|of\b|or\b|the\b|to\b|for\b|from\b|over\b|behind\b|across\b|along\b)[a-z][\w-]*)", re.I)


def _designed(page: Page, words: str) -> Page:
    if page.template not in INKED:
        art = page.art or motifs(words, loose=page.template in DRAWN, drawn=page.template not in DRAWN | SIGNS, had=page.template in SIGNS)
        if not art and page.template in POINTING and ARROWS.search(words):
            art = tuple(one for one in motifs(words) if one.kind.startswith("arrow"))
        return page.model_copy(update={"art": art})
    paper, accent = page.paper, page.accent
    if paper is None and page.template in SCREENS and NIGHTLY.search(words):
        paper = "#101418"
    border, bordered = edging(words)
    taken = [block.colour for block in page.blocks if block.colour]  # a single word for it, which is of its letters
    tones = [t for t in _tones(words) if t != paper and t not in bordered and not (t in taken and told_tones(words).count(t) == 1)]
    if tones and paper is None and page.template != "chat" and (len(tones) > 1 or luminance(tones[0]) < DARK or luminance(tones[0]) > 0.33):
        paper, tones = tones[0], tones[1:]
    if tones and accent is None and contrast(tones[0], paper or "#ffffff") >= CONTRAST:
        accent = tones[0]
    accent = accent or next(iter(bordered), None)
    art = page.art or motifs(words)
    if not art and TEMPLATES[page.template].layout == "cover" and not any(block.role == "picture" for block in page.blocks):
        named = motifs(" ; ".join(block.text for block in page.blocks if block.role == "title"))
        art = tuple(one for one in named if KINDS[one.kind]["layer"] in ("stands", "far"))  # a book on lighthouses has one on its cover
    blocks = page.blocks
    if page.template == "invitation" and CHILDISH.search(words):
        blocks = tuple(block.model_copy(update={"hand": block.hand or "rounded"}) if block.role == "title" else block for block in blocks)
    told = {"border": border, "pattern": ground_pattern(words)}
    return page.model_copy(update={"paper": paper, "accent": accent, "art": art, "blocks": blocks, **told})


PHOTO = re.compile(
    r"(?P<lead>(?:\b(?:with|has|showing|shows|above|below|over|under|beside|and)|[,;])\s+)(?:an? |the |one )?(?:[\w-]+ ){0,3}?"
    r"(?:photo|photograph|photographic image) of "
    r"(?P<what>[^,.;:]{3,120}?)(?=\s*(?:[,.;:]|$|\b(?:and|with|above|below|under|over|beside) (?:the |a |an |its )?(?:[\w-]+ )?"
    r"(?:title|headline|heading|words?|text|caption|subtitle|name|date|price|slogan|;)))", re.I,
)  # fmt: skip
PHOTOGRAPHED = frozenset(
    (
        "poster", "book_cover", "magazine_cover", "record_cover", "box", "billboard", "magazine", "newspaper", "slide", "calendar", "invitation",
        "feed", "shop_screen",
        "recipe_card", "infographic",
    )
)  # fmt: skip
"""Templates that have room for a photograph."""


def photographed(words: str, template: str) -> tuple[str, str]:
    """What a photograph on the page is of, as written ("a lighthouse at dusk"), and the words without it; empty where none is told of."""
    told = next((m for m in PHOTO.finditer(words) if not _bears(m["what"])), None) if template in PHOTOGRAPHED else None
    if told is None or not words[: told.start()].strip(" ;"):
        return "", words
    return told["what"].strip(), words[: told.start("lead")] + " ; " + words[told.end("what") :]


def _bears(what: str) -> bool:
    """Whether what is photographed is the page itself."""
    return any(re.search(rf"\b{re.escape(noun)}\b", what, re.I) for made in TEMPLATES.values() for noun in made.nouns if made.name in PHOTOGRAPHED)


SHEET = re.compile(r"\b(?P<series>A[0-6]|(?:US )?letter(?:[ -]size| paper| format))\b", re.I)
MEASURED = re.compile(r"\b(?P<w>\d+(?:\.\d+)?)\s?(?:mm|cm|inch(?:es)?|in)?\s?(?:x|×|by)\s?(?P<h>\d+(?:\.\d+)?)\s?-?(?P<unit>mm|cm|inch(?:es)?|in)\b", re.I)
TURNED = re.compile(
    r"\b(?:(?P<broad>landscape|horizontal)|(?P<high>portrait|vertical|upright))(?:[ -](?:format|orientation|layout|oriented)|,"
    r"| (?:page|poster|flyer|slide|sheet|banner|card|menu|sign))|\bin (?:(?P<b>landscape)|(?P<h>portrait))\b", re.I,
)  # fmt: skip
NOUNS = "|".join(sorted({noun for made in TEMPLATES.values() for noun in made.nouns}, key=len, reverse=True))
SQUARE = re.compile(rf"\bsquare (?:format |shaped )?(?:[\w-]+ )?(?:{NOUNS})\b|\bsquare format\b", re.I)
MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4}


def paper_size(words: str, template: str) -> tuple[float, float] | None:
    """The size that words give a page, millimetres: "A3", "10 × 15 cm", "square", "landscape"; None where they tell none."""
    usual = TEMPLATES[template].size
    size = None
    if told := MEASURED.search(words):
        unit = MILLIMETRES[told["unit"].lower()[:2]]
        size = float(told["w"]) * unit, float(told["h"]) * unit
    elif sheet := SHEET.search(words):
        size = _sheet(sheet["series"])
        size = size[::-1] if usual[0] > usual[1] else size
    elif SQUARE.search(words):
        size = (min(usual),) * 2
    if turned := TURNED.search(words):
        low, high = sorted(size or usual)
        size = (high, low) if turned["broad"] or turned["b"] else (low, high)
    return size if size is None or LEAST_SIDE <= min(size) and max(size) <= MOST_SIDE and size != usual else None


LEAST_SIDE, MOST_SIDE = 15.0, 20_000.0
"""Millimetres: no page is smaller or larger than that."""


def _sheet(series: str) -> tuple[float, float]:
    """ISO 216: A0 is 841 × 1189 mm, each next one half of it; else US letter."""
    if series[0] not in "aA" or not series[1].isdigit():
        return 215.9, 279.4
    low, high = 841, 1189
    for _ in range(int(series[1])):
        low, high = high // 2, low
    return float(low), float(high)


WITH = re.compile(
    r"(?:(?:\b(?:with|featuring|showing|shows|depicting|of|and|or|like|below|beneath|above|under|over)|[,;:.]|^)\s+)"
    r"(?:(?P<one>an?|the|one|its|this|two|three|four|five|six|some|several|many|little|tiny|small|big|large)\s+(?:[\w-]+\s+){0,3})?$", re.I,
)  # fmt: skip
ENDS = re.compile(
    rf"(?:'s)?(?:\s*(?:$|[,.;:)–—])|[-\s](?:and|or|in|on|at|with|behind|above|below|over|under|beneath|beside|between"
    rf"|to|next|near|as|along|across|around|from|inside|is|are|that|drawn|top|shaped|themed"
    rf"|into|through|[a-z]+ing)\b|[-\s](?:{DRAWING}|border|frame|pattern|wreath|print|garland)\b)", re.I,
)  # fmt: skip
"""After the name of what is drawn: no further noun of which it is but a part ("a lemon bar")."""
ONLY_DRAWN = frozenset(TABLE_OF_ICONS["only_drawn"]["words"])
"""Icons of what may as well stand about a page: drawn where a word for a drawing says so."""
SCALES = ((re.compile(r"\b(?:tiny|very small|minimal)\b", re.I), 0.55), (re.compile(r"\b(?:small|little|delicate)\b", re.I), 0.75), (LARGE, 1.4))
INKED_IN = re.compile(rf"(?:\s+{DRAWING})?\s+in\s+(?P<tone>(?:[\w-]+\s+){{0,2}}[\w-]+)", re.I)


def motifs(words: str, loose: bool = False, drawn: bool = False, had: bool = False) -> tuple[Motif, ...]:
    """What is drawn on a page, in the order of the words. `loose`: a line icon too is taken wherever it is named; `drawn`: nothing but what is said to be a
    drawing; `had`: nothing but that and what the page is said to have."""
    found: dict[str, Motif] = {}
    about = [m.span() for m in BESIDE.finditer(words)]
    edges = [m.span() for m in BORDER.finditer(words)]
    for hit in named().finditer(words):
        kind = kinds()[singular(hit.group().lower())]
        icon, said = "glyph" in KINDS[kind], _drawn(words, hit)
        other = kind in EATEN and not said and not ENDS.match(words, hit.end())  # "a coffee bag"
        other = other or _a_colour(words, hit) or SEALED.match(words, hit.end()) is not None
        other = other or hit.group().lower() in OF_OTHERS and not ENDS.match(words, hit.end())  # "a water drop"
        other = other or HOUSES.search(words[max(0, hit.start() - 16) : hit.end()]) or BORDERED.match(words[hit.end() :])
        other = other or any(a <= hit.start() < b for a, b in edges)
        other = other or not said and any(a <= hit.start() < b for a, b in about)
        if other or drawn and not said or (icon or had) and not (loose or said or _with(words, hit)):
            continue
        before = OWN.search(words[: hit.start()])
        own = re.split(r"[,.;:]|\b(?:over|on|in|and|with|of|at|behind|above|under)\b", before.group() if before else "")[-1]
        clause = re.split(r"[,.;:]", words[: hit.start()])[-1]
        kind = KINDS[kind].get("large", kind) if LARGE.search(own) else kind
        after = INKED_IN.match(words, hit.end())
        named_so = told_tones(hit.group()) if " " in hit.group() else []  # "a gold seal"
        colours = told_tones(own) or named_so or (told_tones(after["tone"])[:1] if after else [])
        if kind not in found or colours and found[kind].colour is None:
            scale = next((times for told, times in SCALES if told.search(clause[-60:])), 1.0)
            found[kind] = Motif(kind=kind, colour=colours[-1] if colours else None, at=_stands(words, hit), scale=scale)
    return tuple(found.values())[:MOST]


def _a_colour(words: str, hit: re.Match[str]) -> bool:
    """Whether the name of a drawing is the colour of another thing: "an orange cat"."""
    coloured = any(start == hit.start() and end == hit.end() for start, end, _ in colour_spans(words))
    return coloured and ENDS.match(words, hit.end()) is None and re.match(r"\s[a-z]", words[hit.end() :], re.I) is not None


def _drawn(words: str, hit: re.Match[str]) -> bool:
    """Whether a word says that it is a drawing: "an icon of a bee", "a bee illustration"."""
    return DRAWN_AFTER.match(words, hit.end()) is not None or DRAWN_OF.search(words[max(0, hit.start() - 80) : hit.start()]) is not None


def _with(words: str, hit: re.Match[str]) -> bool:
    """Whether the page is said to have it: "with a saxophone", "a palm tree and a surfboard"; no word of a colour or of another noun."""
    told = WITH.search(words[: hit.start()])
    several = hit.group().lower() not in kinds()
    return told is not None and (several or told["one"] is not None) and hit.group().lower() not in ONLY_DRAWN and ENDS.match(words, hit.end()) is not None


def _stands(words: str, hit: re.Match[str]) -> str | None:
    """Where its clause puts it: "in the top right corner"."""
    after = re.split(r"[,.;:]|\band\b", words[hit.end() :])[0]
    before = re.split(r"[.;:]|\band\b", words[: hit.start()])[-1]
    return told_place(after) or told_place(before)


OF_OTHERS = frozenset(("water", "sea", "ocean", "river", "lake", "beach"))
SEALED = re.compile(r"[-\s](?:badge|seal|sticker|stamp)s?\b", re.I)
"""After the shape of what a text stands on: "a star badge"."""
EATEN = frozenset(("cup", "bowl", "bread", "fruit"))
HOUSES = re.compile(
    r"\b(?:tea|coffee|opera|auction|publishing|steak|guest|green|open|full|beach|town|art|fashion|deep|smoke) houses?$"
    r"|\b(?:text|input|message|search|reply|form|entry|typing) fields?$", re.I,
)  # fmt: skip
"""Houses of another kind."""
BORDERED = re.compile(r"[-\s](?:[\w-]+ )?(?:border|frame|edging|pattern|wallpaper)s?\b", re.I)
PATTERN = re.compile(
    r"\b(?P<what>(?:(?!with\b|a\b|an\b|and\b|the\b)[\w-]+ ){1,3})(?:pattern|patterned|background|wallpaper)\b|\bpattern of (?P<of>(?:[\w-]+ ?){1,4})", re.I,
)  # fmt: skip
GROUNDS = {
    "hexagons": r"\bhexagon|\bhoneycomb", "dots": r"\b(?:polka[ -])?dots?\b|\bdotted\b|\bspotted\b", "stripes": r"\bstriped?s?\b|\bpinstripes?\b",
    "checks": r"\bchecke?r?e?d?s?\b|\bgingham\b|\bplaid\b|\btartan\b", "zigzag": r"\bzig-?zags?\b|\bchevrons?\b", "triangles": r"\btriangles?\b|\bgeometric\b",
    "grid": r"\bgrid\b|\bsquared\b|\bgraph paper\b", "confetti": r"\bconfetti\b|\bterrazzo\b", "swells": r"\bwaves?\b|\bwavy\b|\bseigaiha\b",
}  # fmt: skip
def edging(words: str) -> tuple[str | None, list[str]]:
    """What runs along the edges of a page, and the colours that are told of it."""
    kind, what = border_of(words)
    return kind, told_tones(what)


def ground_pattern(words: str) -> str | None:
    """What the ground of a page is patterned with."""
    for told in PATTERN.finditer(words):
        what = " ".join(filter(None, told.groups()))
        lined = next((kind for kind, word in GROUNDS.items() if re.search(word, what, re.I)), None)
        if lined or "pattern" in told.group().lower() and (lined := repeated(what)):
            return lined
    return None


ASKED = re.compile(
    rf"\b(?:{DRAWING}|photos?|photographs?) of (?P<of>[^,.;:]{{2,60}}?)"
    r"(?=\s*(?:[,.;:]|$)|\s(?:at|in|on|with|and|above|below|beneath|under|over|beside|behind|that|is)\b)"
    rf"|(?P<what>(?:\b(?!a\b|an\b|the\b|with\b|and\b|of\b|in\b|at\b|on\b|or\b|has\b|small\b|large\b|big\b|little\b|tiny\b|simple\b|line\b)[\w'-]+ ){{1,3}})"
    r"(?:illustration|drawing|icon|silhouette|motif|emblem|doodle|sketch|logo|pattern|border)s?\b", re.I,
)  # fmt: skip
PLAIN = re.compile(
    r"^(?:(?:an?|the|their|our|its|company|brand|own|app|club|thin|thick|fine|narrow|wide|simple|plain|elegant|modern|minimalist|clean|flat|vintage|retro|bold"
    r"|hand-drawn|decorative|ornate|ornamental|double|dashed|dotted|geometric|floral|subtle|faint|central|main|round|first|second|third)\s*)*$", re.I,
)  # fmt: skip


HAS = re.compile(
    r"(?:\b(?:with|featuring|showing|depicting|hanging from|hangs from|between|in front of|behind|holding|beside|and|sits? on"
    r"|sitting on|stands? on|standing on)|,)"
    r"\s+(?:an?|two|three|four|five|some|several|many) (?P<has>(?:(?!with\b|and\b|of\b|in\b|at\b|on\b|or\b|for\b|to\b)[\w'’-]+ ){0,3}?[\w'’-]+)"
    r"(?=\s*(?:[,.;:]|$)|\s(?:at|in|on|with|and|above|below|beneath|under|over|beside|behind|around|along|across|that|is|are|hanging|standing"
    r"|sitting|sits?|next|of)\b)", re.I,
)  # fmt: skip
"""What a page is said to have, or what is drawn on it to stand on."""
SHAPED = re.compile(
    r"\b(?:in an arch|small (?:capitals|caps)"
    r"|arched|curved|jagged|watercolou?r|glitter(?:y|ing)?|foil|embossed|gradient|drop shadow|three-dimensional|3-?d|distressed|halftone|glowing"
    r"|perforated|torn edges?|curling)\b", re.I,
)  # fmt: skip
"""How letters, edges and drawings may be asked to be, and none is; but see `SHAPES_OF`."""
FIGURED = re.compile(r"[£$€]\s?\d[\d.,]*\d|\b\d{1,2}[:.]\d\d\b(?!\s*(?:mm|cm|m|x|×))")
"""Times and prices that stand in no text of the page."""
SHAPES_OF = {"ticket": ("perforated",)}
OF_PAGES = frozenset(WORDS["of_pages"]["nouns"])
"""Nouns of what pages have and of how they look: no drawings."""


def undrawn(words: str, page: Page) -> tuple[str, ...]:
    """What the words ask to be drawn and no drawing here shows, and the shapes of letters that none has, as written."""
    have = {one.kind for one in page.art} | set(filter(None, (page.border, page.pattern)))
    missing = []
    for told in ASKED.finditer(words):
        what = (told["of"] or told["what"]).strip()
        bare = "".join(rest for rest in _without_colours(what))
        lined = any(re.search(word, what, re.I) for word in (*LINES.values(), *GROUNDS.values())) or FLORAL.search(what)
        if not (lined or _shown(what, have) or PLAIN.match(bare.strip())):
            missing.append(what)
    drawn = [hit.span() for hit in named().finditer(words) if _shown(hit.group(), have)]
    for told in HAS.finditer(words):
        noun = told["has"].split()[-1].lower()
        bears = re.match(r"[^,.;:]{0,24}? ;", words[told.end() :]) is not None
        bears = bears or any(a < told.end() and told.start("has") < b for a, b in drawn)
        if not (bears or _of_pages(noun) or _shown(told["has"], have) or any(told["has"] in other or other in told["has"] for other in missing)):
            missing.append(told["has"])
    made = SHAPES_OF.get(page.template, ())
    missing += [told.group() for told in FIGURED.finditer(words)]
    missing += [told.group() for told in SHAPED.finditer(words) if told.group().lower() not in made]
    return tuple(dict.fromkeys(missing))[:6]


def _of_pages(noun: str) -> bool:
    """Whether a noun is of what any page has: a text, a page, a look."""
    return noun in OF_PAGES or noun in PAGES or noun.removesuffix("s") in PAGES or is_text(noun) or bool(colour_spans(noun))


THINGS = ("mug_print", "shirt_print", "box")
PAGES = frozenset(noun for made in TEMPLATES.values() if made.name not in THINGS for noun in made.nouns)


def _shown(what: str, have: set[str]) -> bool:
    """Whether a drawing of it is among those that the page has."""
    hits = [kinds()[singular(hit.group().lower())] for hit in named().finditer(what)]
    return any(kind in have or KINDS[kind].get("large") in have for kind in hits)


def _without_colours(what: str) -> list[str]:
    """The pieces of a text between its words for colours."""
    pieces, kept = [], 0
    for start, end, _ in colour_spans(what):
        pieces.append(what[kept:start])
        kept = end
    return [*pieces, what[kept:]]


def _tones(words: str) -> list[str]:
    """Colours that are told of no thing."""
    out: list[str] = []
    for start, end, colour in colour_spans(words):
        after = words[end:]
        if (TONES.search(after[:24]) or not BOUND.match(after)) and not LETTERS.match(after):
            out.append(_shade(words[:start], on_paper(colour.name, colour.hex)))
    return list(dict.fromkeys(out))


def told_tones(words: str) -> list[str]:
    """Every colour that words name, each as the word before it has it: "dark green"."""
    return [_shade(words[:start], on_paper(colour.name, colour.hex)) for start, _, colour in colour_spans(words)]


def _shade(before: str, colour: str) -> str:
    """A colour as the word before it has it: "dark green", "pastel blue"."""
    told = SHADES.search(before)
    return colour if told is None else mixed(colour, "#ffffff", 0.5) if told["light"] else mixed(colour, "#0c0c0e", 0.6)


