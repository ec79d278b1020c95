"""Pages are changed in words: what is named changes, every other character stays."""

import pytest

from diorama.errors import PromptError
from diorama.studio import typeset

SLIDE = """A slide with the title "Today and tomorrow" with two columns. The first column is headed "Today" and lists "Coal" and "Oil".
The second column is headed "Tomorrow" and lists "Wind". A footer in small letters: "Source: survey"
"""
BEFORE = ("Today and tomorrow", "Today", "Coal", "Oil", "Tomorrow", "Wind", "Source: survey")
EDITS = {
    'make the title shorter: "Now and then"': ("Now and then", *BEFORE[1:]),
    "make the title shorter: Now and then": ("Now and then", *BEFORE[1:]),
    "remove the footer": BEFORE[:-1],
    'add a third column "Later" with "Sun" and "Tides"': (*BEFORE, "Later", "Sun", "Tides"),
    'replace "Oil" with "Gas"': (*BEFORE[:3], "Gas", *BEFORE[4:]),
    'change the second bullet to "Gas"': (*BEFORE[:3], "Gas", *BEFORE[4:]),
    'remove "Coal"': (*BEFORE[:2], *BEFORE[3:]),
    'add a subtitle "A survey"; remove the footer': (*BEFORE[:-1], "A survey"),
}


@pytest.mark.parametrize("words", EDITS)
def test_what_is_named_changes(words):
    assert typeset.edited(typeset.pages(SLIDE), words).pages[0].strings() == EDITS[words]


def test_looks_change_and_words_stay():
    (page,) = typeset.edited(typeset.pages(SLIDE), "make the title red and larger; make the background navy; set the footer in typewriter letters").pages
    title, footer = page.blocks[0], page.blocks[-1]
    assert page.strings() == BEFORE and page.paper and title.colour and title.scale == 1.3 and footer.hand == "typewriter"


VAIN = ("make the price shorter", "add a third column", "make the title nicer", 'replace "Gas" with "Oil"', "remove the ninth bullet", "remove it on page 4")


@pytest.mark.parametrize("words", VAIN)
def test_what_cannot_be_done_is_said(words):
    with pytest.raises(PromptError) as wrong:
        typeset.edited(typeset.pages(SLIDE), words)
    assert wrong.value.hint
