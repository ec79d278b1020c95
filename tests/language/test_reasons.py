"""Why a word has no effect is true of the word: a few hundred words whose class is known, each with the reasons that would be true of it."""

from __future__ import annotations

from diorama.language import read
from diorama.language.frames.claim import WHY
from diorama.language.frames.reasons import CLAUSE, TABLE, reason
from diorama.language.syntax.word import Word

SEEN = """
NN unbuilt: astrolabe trombone hedgehog walrus cardiologist plumber lasagna samosa begonia boulder gravel accordion bulldozer catapult chandelier clarinet
  corkscrew crowbar dagger dishwasher drawbridge excavator ferry gargoyle hammock harpoon jetty kimono lighthouse mandolin mattress monocle obelisk pavilion
  periscope propeller sextant sled stethoscope tambourine tractor turbine typewriter umbrella wheelbarrow xylophone yacht badger ferret gazelle heron ibis
  jackal lynx mongoose osprey pelican quail raccoon stork tapir vulture weasel zebra baker cobbler dentist juggler milkmaid nurse sailor tailor waiter
  burrito croissant dumpling omelette pancake pretzel sausage waffle azalea daffodil fern orchid thistle tulip glacier meteorite pebble stalactite
NN abstract: joy ambition courage elegance nostalgia sophistication resilience mystery democracy curiosity determination devotion dignity enthusiasm
  gratitude happiness honesty innocence jealousy kindness laughter loneliness luxury melancholy modernity optimism patience perfection pride prosperity
  sadness serenity sincerity solitude spontaneity strength tenderness tranquility vitality warmth wisdom creativity imagination inspiration narrative
  philosophy theory knowledge belief concept membership|sum leadership friendship conversation discussion competition celebration negotiation technique
NN body|part: elbow ankle wrist eyebrow nostril forehead knuckle thigh shoulder chin
NN when: century decade weekend fortnight
NN where: vicinity region outskirts
NN sum: dozens multitude assortment trio
VB felt: admire adore believe dream fear hope love regret remember wonder yearn dread despise cherish ponder
VB meaning: announce argue claim emphasize explain hint imply indicate mention proclaim suggest symbolize advise promise
VB shown: see depict showcase portray
VB outcome: create enhance complement belong resemble|meaning own symbolise|meaning constitute comprise possess
VB deed: amble chew crawl gallop juggle knead limp paddle sprint stroll swim wrestle yawn climb dig hop march pedal scamper skid squat stumble waddle
VB lights: glow gleam glisten shimmer twinkle shine
JJ quality: beautiful whimsical luxurious impressive exquisite delightful majestic serene nostalgic iconic charming elaborate thoughtful authentic brave
  clever dramatic efficient famous gracious humble innovative joyful loyal memorable noble optimistic playful quaint remarkable sacred timeless unique
  versatile wholesome zealous legendary sophisticated
JJ where: nearby adjacent surrounding distant overhead
JJ shown: visible evident noticeable
RB manner: gracefully meticulously elegantly carefully proudly boldly cheerfully delicately eagerly fiercely gently happily majestically neatly quietly
  rapidly sharply tenderly vividly whimsically
RB where: nearby overhead outside upwards beneath ahead indoors
RB degree: slightly barely nearly entirely partially almost
RB when: currently recently usually
CD loose: seventeen 1974
"""
"""A tag with the reason that is true; behind a bar after a word another that is as true of it."""
GIVEN = ("abstract", "quality", "body", "part", "picture", "known", "scenery", "look", "text", "manner", "deed", "light")
"""What frames give for a whole phrase."""


def _table():
    tag, told = "", frozenset()
    for line in SEEN.strip().split("\n"):
        if ":" in line:
            head, line = line.split(":")
            tag, named = head.split()
            told = frozenset(named.split("|"))
        for entry in line.split():
            word, _, other = entry.partition("|")
            yield tag, word, told | ({other} if other else frozenset())


def _word(text: str, tag: str) -> Word:
    word = Word(0, 0, len(text), text, text, text, tag, "ROOT")
    word.head = word
    return word


def test_why_a_word_has_no_effect_is_true_of_its_class():
    rows = list(_table())
    told = [(word, given, reason(_word(word, tag), given), true | {given} & _kept(tag)) for tag, word, true in rows for given in GIVEN]
    wrong = [(word, given, found) for word, given, found, allowed in told if found not in allowed]
    assert not wrong, wrong[:20]
    assert len(rows) > 280


def _kept(tag: str) -> frozenset[str]:
    """What a frame says is kept where the word's class allows it: scenery of what stands somewhere, and what is known already."""
    return frozenset(("known", "scenery", "body", "part") if tag == "NN" else ())


def test_reasons_of_a_clause_hold_for_all_its_words():
    assert all(reason(_word("umbrella", tag), why) == why for why in CLAUSE for tag in ("NN", "JJ", "VB"))


def test_every_reason_has_a_sentence():
    named = {why for part, rows in TABLE.items() if part not in ("why", "clause") for why in rows}
    assert named | CLAUSE <= set(WHY)


TOLD = (
    ("A woman in a coat suggests patience while she sits on a bench near a lake in the evening.", "suggests", "meaning"),
    ("A woman in a coat sits on a bench near a lake in a poised stance in the evening.", "poised", "quality"),
    ("A glossy vase stands nearby, adding a touch of elegance to a quiet room with a large window.", "elegance", "imagined"),
    ("The dog with elegant fur sits in a wide field of grass and looks at a house in the evening.", "elegant", "quality"),
    ("The image captures a cup on a table, and a tall lamp stands behind it in the quiet evening.", "captures", "shown"),
)


def test_the_reason_told_is_the_words_own():
    for prompt, word, why in TOLD:
        told = [d.message for d in read(prompt).diagnostics if d.code == "no-effect" and repr(word) in d.message]
        assert told and told[0].endswith(WHY[why]), (prompt, told)
