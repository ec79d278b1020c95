"""What a noun phrase is about: the first row that fits tells. Each row has an example in which it tells of the noun in brackets, and a counter-example
in which it does not; they are its tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.frames.kinds import beings, bodies, grammar, hues, parts, pictures, sites, things
from diorama.language.frames.kinds.base import Row
from diorama.language.frames.phrase import LIVING, first, governor, lemma
from diorama.language.frames.things import marks
from diorama.language.senses import TOLD
from diorama.language.syntax.sentence import Mention

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

__all__ = ["LIVING", "ROWS", "first", "governor", "kind", "lemma"]


def kind(mention: Mention, reader: Reader) -> tuple[str, str]:
    """The kind and the name of the row that told."""
    if len(mention.head.norm) == 1 and mention.head.noun:
        return "abstract", "a letter"
    if (told := mention.atom.senses[0].data.get(TOLD)) is not None:
        return told, "its company"
    for row in ROWS:
        if row.fits(mention, reader):
            return row.kind, row.name
    return "abstract", "nothing else"


ROWS = (
    Row("pronoun", "pronoun", grammar.pronoun, "A mug stands on the table and [it] is red.", "A red [mug] stands on the table."),
    Row("number", "number", grammar.number, "The clock shows [ten] and its hands are black.", "The ten [clocks] are black and stand in a row."),
    Row("quoted", "text", grammar.quoted, 'A sign that reads "fresh [bread]" hangs on the wall.', "A sign hangs above fresh [bread] on the wall."),
    Row(
        "measured",
        "measured",
        grammar.measured,
        "A mug on a table seen at 85 [mm] and f/2 from the side.",
        "A [mug] on a table seen at 85mm and f/2 from the side.",
    ),
    Row("unit", "measured", grammar.unit, "A lamp hangs a [metre] above the table in the room.", "A [lamp] hangs a metre above the table in the room."),
    Row(
        "someone", "abstract", grammar.someone, "The calm of [someone] who has nothing left to prove is in her eyes.", "The calm of the [woman] is in her eyes."
    ),
    Row("water one is in", "ground", sites.water, "A man stands in shallow [water].", "A [man] stands in shallow water."),
    Row("mark", "mark", marks.mark, "A red car with patches of [rust] stands on a road.", "A gate painted the colour of [rust] stands at a road."),
    Row("hue", "look", hues.hue, "Roses in [shades] of pink spill over the wall.", "[Roses] in shades of pink spill over the wall."),
    Row("viewer", "viewer", pictures.viewer, "The woman looks directly into the [camera] and smiles.", "A vintage [camera] stands on the table."),
    Row("medium", "medium", pictures.medium, "An oil [painting] of a cat that sleeps on a chair.", "A cat sleeps on a chair below an oil [painting]."),
    Row("side", "side", pictures.side, "A tree stands in the [background] of the picture.", "A [tree] stands in the background of the picture."),
    Row("made of", "look", hues.stuff, "A tablet made of grey [stone] stands in a field.", "A grey [stone] lies in a field."),
    Row("somebody", "person", beings.somebody, "In the hall [Gary] wears a red coat and smiles.", "The clouds over [Gary] are grey and a woman smiles."),
    Row(
        "name by its capital",
        "abstract",
        grammar.proper,
        "The cat sleeps on the desk and her name is [Biscuit].",
        "The cat sleeps on the [desk] and her name is Biscuit.",
    ),
    Row("what it is taken with", "viewer", pictures.tool, "My uncle stands at the car and lifts the [camera].", "A vintage [camera] stands on the table."),
    Row("metaphor", "abstract", things.metaphor, "The mug is a [ship] on the table.", "A [ship] is on the table."),
    Row("colour after a hue", "look", hues.look_of_hue, "Hues of [orange] fill the sky above the hills.", "An [orange] lies on the table beside the mug."),
    Row("form of stuff", "manner", hues.trail, "A glossy [ribbon] of syrup lies on a plate.", "A red [ribbon] lies on a plate."),
    Row("hue of a fruit's name", "look", hues.hued, "The tents of the camp glow [orange] at night.", "The salamander of the camp sleeps on an [orange]."),
    Row("part of what is worn", "part", parts.collar, "A man with his [collar] turned up walks past.", "A dog with a red [collar] walks past."),
    Row("component", "part", parts.component, "A leather bag with a red [lining] stands on a plinth.", "A [bag] with a red lining stands on a plinth."),
    Row("body", "body", bodies.body, "The woman's [hands] rest on the table.", "The [woman] rests on the table."),
    Row("garment", "garment", bodies.garment, "The man wears a red [scarf] and smiles.", "The [man] wears a red scarf and smiles."),
    Row("text", "text", pictures.text, "The [words] on the wall are white.", "The [wall] is covered with white words."),
    Row("camera", "camera", pictures.camera, "The shallow [depth of field] blurs the trees.", "The [trees] are blurred by the shallow depth of field."),
    Row("shadow", "shadow", pictures.shadow, "Long [shadows] fall on the red table.", "A red [table] stands in long shadows."),
    Row("light", "light", sites.light, "The soft [light] of the morning falls on a mug.", "A [mug] stands in the soft light of the morning."),
    Row("time", "time", sites.time, "The soft light of the [morning] falls on a mug.", "The soft [light] of the morning falls on a mug."),
    Row("weather", "weather", sites.weather, "The hills are hidden by thick [fog] in the valley.", "The [hills] are hidden by thick fog."),
    Row("part of a thing", "part", parts.part, "The truck's [wipers] are white and its paint is faded.", "A white [door] stands beside the truck."),
    Row("ground", "ground", sites.ground, "A mug lies broken on the wet [asphalt] of the road.", "A [mug] lies broken on the wet asphalt."),
    Row(
        "stuff under things",
        "ground",
        sites.stuff_under_things,
        "A mug stands on wet black [stone] in the studio.",
        "A mug stands on a wet black [stone] in the studio.",
    ),
    Row("stuff that one stands on", "ground", sites.underfoot, "Three penguins stand on [ice].", "A woman with a [sand] bucket."),
    Row("picture", "picture", pictures.picture, "The [image] shows a cat on a chair.", "The image shows a [cat] on a chair."),
    Row("surface", "surface", parts.surface, "The mug's [surface] gleams in the light.", "The [mug] gleams in the light on the table."),
    Row("part of a place", "where", parts.place_part, "A mug stands at the [edge] of the table.", "A mug stands on a [table] at the window."),
    Row("look", "look", hues.look, "The chair is upholstered in [velvet] and stands alone.", "The [chair] is upholstered in velvet."),
    Row("manner", "manner", things.manner, "The cat is in a playful [manner] on the chair.", "The cat sleeps on the [chair] in a playful manner."),
    Row("name", "abstract", grammar.named, "The photographs by Gordon [Parks] hang on the wall.", "The photographs hang on the [wall] by the door."),
    Row("bare", "abstract", grammar.bare, "The woman sits [bolt] upright on a chair.", "The woman sits upright on a [chair]."),
    Row(
        "number of the known",
        "quantity",
        grammar.quantity,
        "Two mugs and a jug stand on a table and the [assortment] is blue.",
        "A [collection] of mugs stands on the table.",
    ),
    Row("stuff", "look", hues.wood, "Boards of [spruce] lie on the floor of the room.", "A [spruce] stands behind the boards of the house."),
    Row("bare after in", "abstract", grammar.manner_of, "The tree is in thick [leaf] on the hill.", "A thick [leaf] lies on the hill."),
    Row("place", "place", sites.place, "A mug stands on a table in a sunlit [kitchen].", "A [mug] stands on a table in a sunlit kitchen."),
    Row("person", "person", beings.person, "An elderly [fisherman] mends a net on the beach.", "An elderly fisherman mends a [net] on the beach."),
    Row("animal", "animal", beings.animal, "A black [cat] sleeps on the chair.", "A black cat sleeps on the [chair]."),
    Row("thing", "thing", things.thing, "A stoneware [mug] stands on the table.", "The beauty of the stoneware mug is a [joy] to see."),
    Row("unlisted thing", "unlisted", things.unlisted, "A woman holds an old [astrolabe] in a room.", "A brass mug lies on the table with great [dignity]."),
    Row("scenery", "scenery", sites.scenery, "The boat lies in a quiet [estuary] at dawn.", "The boat lies there with great [dignity] at dawn."),
)
