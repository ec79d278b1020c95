"""What is to be read in the picture: a prompt comes in; strings go out, each once and with every character, with its role, its look and what carries it.

strings     quotations; `syntax.unquoted` has put marks round those that stand without                   quotations
carriers    the nouns of templates: the nearest before a string bears it, else the first after it        bearers
cues        the words round a string: role, hand, colour, size, place on the page                        cues, inks, sides, speakers
content     where no word tells the role: prices, dates, times and addresses tell it themselves; the
            first string of a carrier is its title                                                       contents, headings, rows, turns
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from diorama.language.bearers import UNNAMED, bearers
from diorama.language.charts import chart_roles
from diorama.language.contact import laid
from diorama.language.kin import Bearer
from diorama.language.lettering_words import TABLE
from diorama.language.pages.drawings import DRAWING, drawn_spans
from diorama.language.tables import table_roles
from diorama.language.texts.backward import told_back
from diorama.language.texts.bars import barred, in_fields
from diorama.language.texts.columns import columned
from diorama.language.texts.contents import by_content
from diorama.language.texts.cues import NEXT_IN_ROW, REACH, last_sentence, leading, nearest
from diorama.language.texts.days import in_squares
from diorama.language.texts.forms import Field, bars, field, runs
from diorama.language.texts.headings import headed, paired, with_slogans
from diorama.language.texts.inks import FILLED, filled, ground_under, ink
from diorama.language.texts.lettering import Lettering
from diorama.language.texts.marks import marked
from diorama.language.texts.quotations import OF_IT, Span, quoted
from diorama.language.texts.rows import abreast, alike, bulleted, counted, dated, listed, ordered, priced, routed, shared
from diorama.language.texts.sides import placed
from diorama.language.texts.speakers import bubbled, role_by_side, speaker_of, speaker_role
from diorama.language.texts.turns import LED, settled
from diorama.scene import Label

RUNNING = frozenset(("field", "button", "heading", "list", "steps", "menu", "message", "note", "balloon", "caption"))
"""Roles that go on through a row of strings."""
REPEATED = frozenset(("button", "badge", "heading", "list", "note"))
UNBORNE = -1
"""The instance of what nothing bears: no sign that a later word names."""
STANDING = re.compile(r"\b(?:stand|sit|hang|lie|lean|line up|wait)s? in (?:an?|one|two|three|four) (?:[\w-]+ )?(?:row|column|line)s?\b", re.I)
OVER_IT = re.compile(
    r"\W*(?:and\s|then\s)?(?:(?:just|right|directly) )?(?:above|over) "
    r"(?:it|that|this|them|these|the first (?:message|bubble|reply|line)|the notes|the (?:title|name|names|headline|heading"
    r"|logo|author(?:['’]s name)?|main \w+))\b", re.I,
)  # fmt: skip
THEN_BELOW = re.compile(r",\s*(?:and )?(?:just |right )?(?:below|under|beneath|underneath)(?: it)?\b[^,]*$", re.I)
"""After what stands above a text, what stands below it: "above it a moon, below it “72 %”"."""
OVER_BARE = re.compile(r"\s*,?\s*(?:just |right |directly )?above\b(?! (?:the|an?|all|every)\b)", re.I)
"""Told right after a string: "“EST. 1921” above in small capitals"."""
OVER_LINE = re.compile(
    r"\W*(?:and\s)?(?:an?|the|one) (?:[\w-]+ ){0,2}(?:line|text|words?|lettering) (?:just |right )?(?:above|over)"
    r" (?:it|the (?:title|name|names|headline))\b", re.I,
)  # fmt: skip
ONE_MORE = re.compile(r"\b(?:an?|another|the other|the second|the next) (?:[\w-]+ ){0,2}(?:one|another)\W*(?:says|reads|saying|reading|with)?\W*$", re.I)
STORIES = frozenset(("newspaper", "magazine"))
"""Pages with a name of their own over their stories' headlines."""
HEADLINE = re.compile(r"\bhead(?:line|ing)s?\b", re.I)


@lru_cache(maxsize=32)
def letterings(prompt: str) -> tuple[Lettering, ...]:
    """Every string of a prompt that is to be read, in order."""
    spans = quoted(prompt)
    places = [(s.start, s.end) for s in spans]
    tabled = table_roles(prompt, places)
    charted = chart_roles(prompt, places) | tabled
    blank = _blank(prompt, places)
    across = bars(blank)
    borne = bearers(prompt, places, [len(s.after) for s in spans], [*drawn_spans(blank), *((bar.start, bar.end) for bar in across)])
    found: list[Lettering] = []
    for k, (span, bearer) in enumerate(zip(spans, borne, strict=True)):
        one = _read(span, bearer, found)
        if role := charted.get(k):
            one = replace(one, role=role, template=one.template if bearer else "page" if k in tabled else "slide")
        found.append(one)
    found = told_back(prompt, in_fields(prompt, shared(prompt, ordered(prompt, bulleted(prompt, counted(prompt, found))))))
    found = marked(prompt, bubbled(prompt, placed(prompt, barred(prompt, across, found))))
    found = in_squares(prompt, paired(prompt, headed(prompt, with_slogans(prompt, dated(prompt, abreast(prompt, alike(prompt, routed(prompt, found))))))))
    found = settled(found)
    return tuple(columned(prompt, priced(listed(found))))


def _blank(prompt: str, places: Sequence[tuple[int, int]]) -> str:
    """The prompt with its strings left blank."""
    text = prompt
    for start, end in places:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


class _Told:
    """What the words round one string tell, by the tables of cues; `cues` keeps where they told it."""

    def __init__(self, span: Span, bearer: Bearer | None):
        self.span, self.bearer = span, bearer
        self.near = _of_the_text(last_sentence(span.before), span, bearer)
        self.cues: list[tuple[int, int]] = []

    def __call__(self, table: str, reach: int = REACH, after_first: bool = False) -> str | None:
        """The key of a table."""
        span, near, after = self.span, self.near, self.span.after
        for silent in SILENT.get(table, ()):
            near, after = silent.sub(blanked, near), silent.sub(blanked, after)
        begin = span.start - len(near)
        if table == "roles" and not (self.bearer and self.bearer.root.template in SEATED):
            near, after = OF_A_SEAT.sub(blanked, near), OF_A_SEAT.sub(blanked, after)
        if table == "roles" and self.bearer:  # "a price tag", "a museum caption": its noun tells no role
            a, b = (max(0, at - begin) for at in (self.bearer.mention.start, self.bearer.mention.end))
            near = near[:a] + " " * len(near[a:b]) + near[b:]
            c, d = (max(0, at - span.end) for at in (self.bearer.mention.start, self.bearer.mention.end))
            after = after[:c] + " " * len(after[c:d]) + after[d:]
        if table == "places" and not leading("places", after, reach) and (bare := BARE_PLACE.search(near)):
            self.cues.append((begin + bare.start("at"), begin + bare.end("at")))
            return BARE_PLACES[bare["at"].lower()]
        if table == "places" and (bare := BARE_SIDE.fullmatch(after)):
            self.cues.append((span.end + bare.start("at"), span.end + bare.end("at")))
            return bare["at"].lower()
        places = ((after, span.end, leading), (near, begin, nearest))
        for text, at, find in places if after_first else places[::-1]:
            if hit := find(table, text, reach):
                self.cues.append((at + hit[1], at + hit[2]))
                return hit[0]
        return None


def _read(span: Span, bearer: Bearer | None, so_far: list[Lettering]) -> Lettering:
    template, noun = (bearer.root.template, bearer.root.noun) if bearer else (UNNAMED, "")
    told, stands, colour = _Told(span, bearer), _field_under(span, bearer), ink(span.after, span.before)
    if stands and stands.colour and colour and colour.name == stands.colour.name:
        colour = None  # it is the field's
    role = _role(span, bearer, so_far, told)
    if stands and stands.form in BADGES and role in (None, "title", "subtitle", "body", "menu", "price") and (so_far or stands.form == "burst"):
        role = "badge"
    if stands and stands.form == "box" and template in STORIES and role in (None, "title", "subtitle"):
        role = "body"
    small, run = 1.0, runs(span)
    if template in COVERS and UNDER_TITLE.search(span.after) and len(so_far) > 1 and role in (None, "number", "date", "body", "caption"):
        role, small = "subtitle", 0.6
    if role in FILLED and colour is None and not (stands and stands.colour):
        colour = filled(span)
    return Lettering(
        span.text, span.start, span.end, noun, template, bearer.instance if bearer else UNBORNE, role, bearer=bearer, hand=told("hands", 60, True),
        colour=colour, paper=ground_under(span.after), at=_at(span, told), scale=small * float(told("scales", 60, True) or 1),
        cues=(*told.cues, *run.values()), speaker=speaker_of(span) or "", forms=(*run, *((stands.form,) if stands else ())),
        ground=stands.colour if stands else None, over=bool(so_far) and role != "kicker" and _over(span),
        field=(stands.start, stands.end) if stands else None,
    )  # fmt: skip


ALIGNED = re.compile(
    r"\b(?P<side>left|right)[- ]aligned\b|\b(?:aligned|flush)(?: (?:on|to) the)? (?P<flush>left|right)\b"
    r"|\bon the (?P<hand>left|right) (?:at|along|in) the (?:very )?(?:top|bottom)\b", re.I,
)  # fmt: skip
"""A side that is told beside a height."""
CENTRED = re.compile(r"\bcent(?:red|ered)\b", re.I)


def _at(span: Span, told: _Told) -> str | None:
    """Where on its page the words put a string: with the side that they tell beside a height; "centred" only where they tell no other place."""
    at = told("places", REACH, True)
    if at == "centre" and CENTRED.search(told.near) and (hit := nearest("places", CENTRED.sub(blanked, told.near))) and hit[0] in ("top", "bottom"):
        return hit[0]
    aligned = ALIGNED.search(told.near) if at in ("top", "bottom") else None
    return f"{at}_{next(side for side in aligned.groups() if side).lower()}" if aligned else at


def _field_under(span: Span, bearer: Bearer | None) -> Field | None:
    """The field of its own that a string stands on; a box that says it is what bears it."""
    stands = field(span)
    if stands and bearer and bearer.root.template in ("comic", "chat"):
        return None if "speech" in span.before[-60:].lower() and stands.form == "oval" else stands
    if stands and stands.form == "box" and bearer and bearer.root.template == "box":
        return None  # what bears it
    borne = stands and bearer and any(m.start < stands.end and stands.start < m.end for m in (bearer.mention, bearer.root))
    return None if borne else stands


def _over(span: Span) -> bool:
    """Whether words say that it stands above the string before it."""
    clause = last_sentence(span.before)
    return any((OVER_BARE.match(span.after), OVER_IT.search(span.after), OVER_IT.match(clause) and not THEN_BELOW.search(clause)))


def _role(span: Span, bearer: Bearer | None, so_far: Sequence[Lettering], told: _Told) -> str | None:
    """The role that words tell, or the string itself; None where neither does."""
    template, clause = bearer.root.template if bearer else UNNAMED, last_sentence(span.before)
    last = so_far[-1] if so_far else None
    content = None if _goes_on(span, so_far, bearer) else by_content(span.text, template)
    role = _adjacent(span.before) or told("roles")
    role = None if role == "balloon" and template not in ("comic", "chat", UNNAMED) else role
    if role is None or role in ("list", "heading", "price") and content == "menu":
        role = content
    if role is None and last and (bearer is None or bearer == last.bearer):
        role = _after_last(span, last)
    if role == "title" and template in STORIES and HEADLINE.search(clause):
        role = "heading"
    if template in STORIES and role is None and UNDER_HEADLINE.search(clause) and len(span.text) < 90:
        role = "subtitle"
    if template == "chat":
        role = role_by_side(span) or speaker_role(span, so_far) or role
    if role == "title" and LOGO.search(clause) and (at := told("places", REACH, True)):
        return "footer" if at.startswith("bottom") else "caption" if so_far else "kicker"  # whose page it is, and not what it is called
    return "title" if template == "sticky_notes" and OVER_IT.match(clause) else role  # of the board that they are stuck on


DIGIT = re.compile(r"\d")
SEATED = frozenset(("ticket", "led_board"))
"""Pages that tell a seat, a gate or a platform."""
OF_A_SEAT = re.compile(r"\b(?:seat|gate|platform|(?<!in a )(?<!first )(?<!second )(?<!third )row(?! (?:one|two|three|four)\b))\b", re.I)
"""Words for where one sits or boards: elsewhere they are things, and a row is one of a list."""
ARROWED = re.compile(r"\barrows?\b (?:pointing |facing )?(?:to |towards )?(?:the )?(?:left|right|up|down)\b|\b(?:left|right)(?:-pointing)? arrows?\b", re.I)
BARE_PLACE = re.compile(r"(?:^|[,;.:])\s*(?P<at>top|bottom|left|right|left column|right column)(?: in [\w ]{3,24})?\s*[:,]?\s*$", re.I)
"""A place told right before a string by its word alone: "left “Monday”, right “Tuesday”"."""
BARE_SIDE = re.compile(r"\s*,?\s*(?P<at>left|right)\W*", re.I)
"""A side told right after a string by its word alone: "“250 g” left"."""
BARE_PLACES = {"top": "top", "bottom": "bottom", "left": "left", "right": "right", "left column": "left", "right column": "right"}
LOGO = re.compile(r"\b(?:logo|logo text|wordmark|brand(?: name)?|(?:the|our|its) [\w-]+['’]s name)\W*$", re.I)
UNDER_TITLE = re.compile(r"\b(?:below|beneath|under|underneath) the (?:masthead|title|name|headline|logo)\b", re.I)
UNDER_HEADLINE = re.compile(r"\b(?:below|beneath|under|underneath) (?:the|this|that) (?:\w+ )?(?:headline|heading)\b[^.;:]*:?\s*$", re.I)
COVERS = frozenset(("magazine_cover", "newspaper", "book_cover", "record_cover", "poster"))
"""Pages on which what stands under the title is small."""
SPOKEN = frozenset(("chat", "sticky_notes"))
"""Pages on which what is above something is above all that is said."""
SMALL_DRAWING = re.compile(rf"\b(?:small|tiny|little|large|big|huge)\s(?:[\w-]+\s){{0,3}}?{DRAWING}\b", re.I)
"""A size that is a drawing's: "a small scissors icon"."""
SMALL_CAPS = re.compile(r"\bsmall[ -]?cap(?:ital)?s\b", re.I)
BADGES = frozenset(("burst", "circle", "hexagon", "shield", "oval"))
"""Fields on which a text that nothing else tells the role of is a badge."""


SIDE_COLUMN = re.compile(r"\b(?:in|on|down) the (?:left|right|first|second|left-hand|right-hand) columns?\b|\b(?:left|right) columns?(?=\s*:)", re.I)
"""A place, and no heading of a column."""
DRAWN_IN_ROWS = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) (?:[\w-]+ ){1,3}in (?:a|two|three) rows?\b", re.I)
"""How drawings stand: "three black circles in a row"."""
DRAWN_AT = re.compile(
    r"\b(?:an?|two|three|one|single) (?:[\w-]+ ){1,4}(?:in the (?:middle|centre|center)|at the (?:top|bottom)|in the [\w ]{3,14} corner)"
    r"(?=,\s*(?:and )?(?!reading|saying|with\b|that\b|which\b|it\b|says)[a-z])"
    rf"|\b(?:{DRAWING}|mark)s? (?:in|at) the [\w ]{{3,20}}(?=,)", re.I,
)  # fmt: skip
"""Where a drawing is that is told before a text: "a magnifying glass in the middle, title above it “…”"."""
SILENT = {"places": (ARROWED, DRAWN_AT), "scales": (SMALL_CAPS, SMALL_DRAWING), "roles": (SIDE_COLUMN, OF_IT, DRAWN_IN_ROWS)}
"""What tells nothing of a string's place, size and role, though its words are in those tables."""


def blanked(hit: re.Match[str]) -> str:
    return " " * len(hit.group())


def _goes_on(span: Span, so_far: Sequence[Lettering], bearer: Bearer | None) -> bool:
    """Whether a string is one more of a row of points, whatever it tells by itself: "“No upkeep”, “€640 a month”"."""
    last = so_far[-1] if so_far else None
    if last is None or not (bearer is None or bearer == last.bearer):
        return False
    points = last.role in ("list", "steps") or last.role is None and len(so_far) > 1 and so_far[-2].role == "heading" and last.template in LED
    return points and NEXT_IN_ROW.fullmatch(span.before) is not None


def _of_the_text(near: str, span: Span, bearer: Bearer | None) -> str:
    """Words before a string, less those that tell how the things stand that bear it: "jars stand in a row, one with a label reading"."""
    begin = span.start - len(near)
    hit = STANDING.search(near, 0, max(0, bearer.mention.start - begin)) if bearer else None
    return near[: hit.start()] + " " * len(hit.group()) + near[hit.end() :] if hit else near


def _adjacent(before: str) -> str | None:
    """The role that the very last word tells: "by “Lena Abara”"."""
    near = before.rstrip(" ,:")
    return next((role for role, words in TABLE["adjacent"].items() if re.search(rf"(?<!followed)(?:^|\W)(?:{'|'.join(words)})$", near, re.I)), None)


def _after_last(span: Span, last: Lettering) -> str | None:
    """The role of the string before where the row goes on; a kicker over the last."""
    joined = span.before.strip(" ,;&\n").removeprefix("and").removeprefix("or").strip(" ,")
    priced = last.role == "menu" and DIGIT.search(last.text) and not DIGIT.search(span.text)
    if last.role in RUNNING and not joined and not priced or last.role in REPEATED and ONE_MORE.search(span.before):
        return last.role
    clause = last_sentence(span.before)
    over = OVER_IT.match(clause) and not THEN_BELOW.search(clause) and laid(clause, 0, len(clause)) or OVER_IT.match(span.after)
    over = over or OVER_LINE.match(clause) or OVER_BARE.match(span.after)
    return "kicker" if over and last.role in (None, "title", "heading", "date", "place", "author") else None


def labels(group: Sequence[Lettering]) -> tuple[Label, ...]:
    """Letterings as the labels of what bears them, in the order in which they stand on it; those of one field are one label of several lines."""
    made: list[Lettering] = []
    for one in in_order(group):
        if one.joined and made and made[-1].field == one.field:
            made[-1] = replace(made[-1], text=f"{made[-1].text}\n{one.text}")
        else:
            made.append(one)
    return tuple(
        Label(
            text=f"{one.label}: {one.text}" if one.label else one.text,
            style=one.hand or "sans", colour=one.colour, role=one.role, at=one.at, scale=one.scale, forms=one.forms, ground=one.ground,
        )
        for one in made
    )  # fmt: skip


def in_order(group: Sequence[Lettering]) -> list[Lettering]:
    """As they stand on their page: what is told to be above the one before comes first."""
    made: list[Lettering] = []
    for one in group:
        at = len(made)
        if one.role == "caption" and one.template == "comic" and (one.at or "").startswith("top"):
            made.insert(0, one)
            continue
        if one.role == "subtitle" and at > 1 and one.template == "magazine_cover" and made[-1].role != "title":
            made.insert(next((k + 1 for k, mate in enumerate(made) if mate.role == "title"), at), one)
            continue
        if one.below is not None:
            under = next((k for k, mate in enumerate(made) if mate.start == one.below), at)
            at = next((k for k in range(under + 1, len(made)) if made[k].below != one.below), at)
            made.insert(at, one)
            continue
        if one.role == "title" and made and one.at in (None, "top") and all(mate.role == "menu" for mate in made):
            made.insert(0, one)  # told after its rows
            continue
        if one.over or one.role == "kicker" and made and made[-1].role in ("title", "author", "date", "place"):
            first = next((k for k, mate in enumerate(made) if mate.role in ("message", "reply", "note")), at)
            at = first if one.template in SPOKEN and first < at else max(at - 1, 0)
        made.insert(at, one)
    return made
