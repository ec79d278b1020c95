"""Words that are to be read, set by a typesetter: a document of pages and blocks comes in; PNG, SVG or PDF goes out, exact to the character.

model       documents, pages, blocks, charts: frozen data
templates   what each kind of page looks like                         templates.toml
faces       hands (serif, script, chalk …) → font files of packages   faces.toml
art         what is drawn on a page: sun, waves, a cup …              art.toml, art.typ
palette     legible colours: contrast by WCAG 2.2
labels      what a thing bears → one page
lowering    document → pages with nothing left open; blocks, ornaments
press       pages → files, by Typst (typesetter)                  press.typ
"""

from diorama.typeset.labels import is_page, page_of, page_on, rewritten, template_of
from diorama.typeset.lowering import settled
from diorama.typeset.model import Block, Chart, Document, Entry, Motif, Page, Table, turn_of
from diorama.typeset.press import FORMATS, Sheet, Spot, press, sheets, spots
from diorama.typeset.templates import TEMPLATES, Template, template

__all__ = [
    "FORMATS", "TEMPLATES", "Block", "Chart", "Document", "Entry", "Motif", "Page", "Sheet", "Spot", "Table", "Template", "is_page", "page_of", "page_on",
    "press", "rewritten", "settled", "sheets", "spots", "template", "template_of", "turn_of",
]  # fmt: skip
