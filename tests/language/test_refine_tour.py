"""A tour of refinements: words about a picture and exactly what changes by them. What is not in the list stays as it was."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.language.refine import refine

BRIEFS = {
    "still": "a white stoneware mug on a walnut table beside an open book, three green apples, soft window light from the left, 85mm f/1.8",
    "bottles": "four glass bottles, green, amber, blue and clear, on a windowsill, backlit by morning sun",
    "room": "a green velvet armchair and a brass floor lamp in a living room at blue hour, warm tungsten light, 28mm",
    "perfume": 'a frosted glass perfume bottle with the label "LUMEN" on white marble, softbox overhead, white seamless background, 100mm macro f/4',
    "bicycle": "a vintage red bicycle leaning against a weathered brick wall, late afternoon sun from the right, long shadows, 50mm f/2.8",
    "neon": 'a neon sign reading "OPEN 24 HOURS" above a rain-wet street at night',
    "lake": "fog-softened early morning light over a mountain lake with slight haze on the background hills, 35mm",
    "lemons": "seven lemons in a blue ceramic bowl on a linen tablecloth, hard noon light, 50mm",
}  # fmt: skip

TOUR = [
    # ── a white stoneware mug on a walnut table beside an open book, three green apples, soft window light from the left, 85mm f/1.8
    ("still", "make the light warmer, move the mug to the right, add a spoon", [
        "added: spoon", "mug at the right", "all light: colour temperature as usual → 3790 K",
    ]),
    ("still", "add a red candle behind the mug", ["added: red candle", "candle behind the mug (new)"]),
    ("still", "add a small wooden box to the left of the book", ["added: wood box (70 % of usual size)", "box left of the book (new)"]),
    ("still", "put a vase with three tulips next to the mug", [
        "added: vase", "added: 3 × tulip", "tulip in the vase (new)", "vase beside the mug (new)",
    ]),
    ("still", "place a fork and a knife in front of the book", [
        "added: fork", "added: knife", "fork in front of the book (new)", "knife in front of the book (new)",
    ]),
    ("still", "remove the book", ["removed: open book", "no longer: mug beside the book"]),
    ("still", "without the apples", ["removed: 3 × green apple"]),
    ("still", "remove two apples", ["apple: count 3 → 1"]),
    ("still", "one more apple", ["apple: count 3 → 4"]),
    ("still", "five apples", ["apple: count 3 → 5"]),
    ("still", "another mug", ["mug: count 1 → 2"]),
    ("still", "add two more apples", ["apple: count 3 → 5"]),
    ("still", "duplicate the mug", ["mug: count 1 → 2"]),
    ("still", "replace the mug with a glass vase", ["mug: becomes glass vase"]),
    ("still", "replace the apples with pears", ["apple: becomes 3 × pear"]),
    ("still", "change the book to a laptop", ["book: becomes laptop"]),
    ("still", "replace the mug with a blue one", ["mug: colours white → blue"]),
    ("still", "swap the mug and the book", [
        "no longer: mug on the ground", "no longer: mug beside the book", "book on the ground", "book beside the mug",
    ]),
    ("still", "make the mug red", ["mug: colours white → red"]),
    ("still", "make the mug dark green", ["mug: colours white → dark green"]),
    ("still", "make the mug glass", ["mug: material stoneware → glass"]),
    ("still", "make the mug bigger and the book smaller", ["mug: size 100 % → 125 % of usual", "book: size 100 % → 80 % of usual"]),
    ("still", "make the mug a bit bigger", ["mug: size 100 % → 112 % of usual"]),
    ("still", "make the mug 20% smaller", ["mug: size 100 % → 80 % of usual"]),
    ("still", "make the mug twice as big", ["mug: size 100 % → 200 % of usual"]),
    ("still", "make the mug striped", ["mug: pattern as usual → stripes"]),
    ("still", "close the book", ["book: states open → closed"]),
    ("still", "make one of the apples red", ["apple: count 3 → 2", "added: red apple"]),
    ("still", "make all the apples glossy", ["apple: finish as usual → glossy"]),
    ("still", "the mug red", ["mug: colours white → red"]),
    ("still", "red mug", ["mug: colours white → red"]),
    ("still", "give the mug a gold handle", ["mug: handle gold"]),
    ("still", "make the mug's handle blue", ["mug: handle blue"]),
    ("still", "move the mug behind the book", ["no longer: mug beside the book", "mug behind the book"]),
    ("still", "move the book further back", ["book at the background"]),
    ("still", "put it on the book", ["no longer: mug on the ground", "no longer: mug beside the book", "mug on the book"]),
    ("still", "push the apples closer to the mug", ["apple beside the mug"]),
    ("still", "make the light a bit cooler", ["all light: colour temperature as usual → 5740 K"]),
    ("still", "make the light softer", ["window (key light): quality soft → diffused"]),
    ("still", "harder light", ["window (key light): quality soft → medium"]),
    ("still", "make the light brighter", ["window (key light): strength 1 → 1.5"]),
    ("still", "darker", ["film: exposure 0 stops → -0.5 stops"]),
    ("still", "light from the right", ["window (key light): direction -75° → 75°"]),
    ("still", "make the light come from above", ["window (key light): direction -75° → 0°", "window (key light): elevation 25° → 85°"]),
    ("still", "add a rim light", ["added: medium softbox as rim light, from the right"]),
    ("still", "turn off the light", ["removed: soft window as key light, from the left"]),
    ("still", "make the shadows longer", ["shadow natural → long"]),
    ("still", "golden hour", ["time morning → golden hour", "hour 9:00 → 17:54"]),
    ("still", "at 7pm", ["time morning → dusk", "hour 9:00 → 19:00"]),
    ("still", "make it rain", ["weather clear → rain", "wetness 0 → 1"]),
    ("still", "fog", ["weather clear → fog", "haze 0 → 0.6"]),
    ("still", "overcast", ["weather clear → overcast"]),
    ("still", "put it in a kitchen on white marble", [
        "setting tabletop → kitchen", "words for the place as usual → kitchen on white marble", "ground: material walnut → marble",
    ]),
    ("still", "put it on a beach", [
        "setting tabletop → beach", "words for the place as usual → beach", "ground: material walnut → as usual", "kind of ground table → floor",
    ]),
    ("still", "white background", [
        "setting tabletop → studio", "words for the place as usual → white background", "backdrop: colours as usual → white",
    ]),
    ("still", "make the background dark", ["backdrop: colours as usual → dark"]),
    ("still", "make the table oak", ["ground: material walnut → oak"]),
    ("still", "closer", ["framing medium → medium close"]),
    ("still", "zoom out a little", ["framing medium → full"]),
    ("still", "wider lens", ["lens 85 mm → 70 mm"]),
    ("still", "from above", ["angle slightly high → high"]),
    ("still", "lower angle", ["angle slightly high → eye level"]),
    ("still", "shoot it from the left", ["direction 0° → -45°"]),
    ("still", "35mm f/8", ["lens 85 mm → 35 mm", "aperture f/1.8 → f/8"]),
    ("still", "blur the background", ["aperture f/1.8 → f/0.95"]),
    ("still", "focus on the book", ["focus as usual → book"]),
    ("still", "square", ["aspect 3:2 → 1:1"]),
    ("still", "16:9", ["aspect 3:2 → 16:9"]),
    ("still", "dutch angle", ["roll 0° → 12°"]),
    ("still", "muted color grading", ["film: saturation 1 → 0.72", "film: contrast 1 → 0.92"]),
    ("still", "Kodak Portra 400", ["film: stock digital → portra 400"]),
    ("still", "more grain", ["film: grain 0 → 0.2"]),
    ("still", "black and white", ["film: black and white no → yes"]),
    ("still", "less contrast", ["film: contrast 1 → 0.88"]),
    ("still", 'write "GOOD MORNING" on the mug in script', ["mug: labels as usual → “GOOD MORNING” (script)"]),
    ("still", "fill the mug with coffee", ["mug: states as usual → full", "mug: contents as usual → coffee"]),
    ("still", "add a lit candle, then make it brighter", [
        "added: lit candle", "added: soft candle as practical light, from the front, 1900 K, 1.5 × as strong as usual",
    ]),
    ("still", "make the light softer and from the right, then add a lit candle; golden hour", [
        "added: lit candle", "time morning → golden hour", "hour 9:00 → 17:54", "window (key light): direction -75° → 75°",
        "window (key light): quality soft → diffused", "added: soft candle as practical light, from the front, 1900 K",
    ]),
    # ── four glass bottles, green, amber, blue and clear, on a windowsill, backlit by morning sun
    ("bottles", "make the green bottle red", ["green bottle (s1): colours green → red"]),
    ("bottles", "remove the amber one", ["removed: amber glass bottle", "gone with it: amber bottle (s2) on the windowsill"]),
    ("bottles", "make the second bottle purple", ["amber bottle (s2): colours amber → purple"]),
    ("bottles", "the blue one bigger", ["blue bottle (s3): size 100 % → 125 % of usual"]),
    ("bottles", "put them on a beach", [
        "no longer: green bottle (s1) on the windowsill", "no longer: amber bottle (s2) on the windowsill",
        "no longer: blue bottle (s3) on the windowsill", "no longer: clear bottle (s4) on the windowsill", "green bottle (s1) on the ground",
        "amber bottle (s2) on the ground", "blue bottle (s3) on the ground", "clear bottle (s4) on the ground", "setting windowsill → beach",
        "words for the place windowsill → beach",
    ]),
    ("bottles", "make the sun lower", ["sun (back): elevation 25° → 5°"]),
    ("bottles", "make it foggy", ["weather clear → fog", "haze 0 → 0.6", "sun (back): quality hard → soft"]),
    ("bottles", "replace the bottles with vases", [
        "green bottle (s1): becomes vase", "amber bottle (s2): becomes vase", "blue bottle (s3): becomes vase", "clear bottle (s4): becomes vase",
    ]),
    ("bottles", "make all the bottles frosted and the light warmer", [
        "green bottle (s1): finish as usual → frosted", "amber bottle (s2): finish as usual → frosted",
        "blue bottle (s3): finish as usual → frosted", "clear bottle (s4): finish as usual → frosted",
        "all light: colour temperature as usual → 3790 K",
    ]),
    # ── a green velvet armchair and a brass floor lamp in a living room at blue hour, warm tungsten light, 28mm
    ("room", "turn the lamp off", ["floor lamp: states lit → unlit", "removed: medium lamp as key light, from the left, 2900 K"]),
    ("room", "make the lamp warmer", ["lamp (key light): colour temperature 2900 K → 2470 K"]),
    ("room", "make the armchair red leather", ["armchair: colours green → red", "armchair: material velvet → leather"]),
    ("room", "make the velvet darker", ["armchair: colours green → dark green"]),
    ("room", "make the walls blue", ["backdrop: colours as usual → blue"]),
    ("room", "wooden floor", ["ground: material as usual → wood"]),
    ("room", "make it daytime", ["time blue hour → noon", "hour 19:12 → 12:00"]),
    ("room", "move the lamp to the left of the armchair", ["floor lamp left of the armchair"]),
    # ── a frosted glass perfume bottle with the label "LUMEN" on white marble, softbox overhead, white seamless background, 100mm macro f/4
    ("perfume", 'change the label to "NOVA"', ["perfume bottle: labels “LUMEN” → “NOVA”"]),
    ("perfume", 'replace "LUMEN" with "LUNA"', ["perfume bottle: labels “LUMEN” → “LUNA”"]),
    ("perfume", "make the text serif", ["perfume bottle: labels “LUMEN” → “LUMEN” (serif)"]),
    ("perfume", "make the lid gold", ["perfume bottle: lid gold"]),
    ("perfume", "black background", ["backdrop: colours white → black"]),
    ("perfume", "put it on concrete", ["ground: material marble → concrete"]),
    ("perfume", "make the bottle amber glass", ["perfume bottle: colours as usual → amber", "perfume bottle: material frosted glass → glass"]),
    ("perfume", "add water droplets", ["perfume bottle: finish as usual → wet"]),
    ("perfume", "change the light to a softbox from the left", ["softbox (key light): direction 0° → -75°"]),
    # ── a vintage red bicycle leaning against a weathered brick wall, late afternoon sun from the right, long shadows, 50mm f/2.8
    ("bicycle", "lean a ladder against the wall", ["added: ladder", "ladder leaning on the wall (new)"]),
    ("bicycle", "add a basket to the bicycle", ["added: basket", "basket beside the bicycle (new)"]),
    ("bicycle", "crop it square and go closer", ["framing full → medium", "aspect 3:2 → 1:1"]),
    ("bicycle", "make the colours more vivid", ["film: saturation 1 → 1.15"]),
    ("bicycle", "remove the shadows", ["shadow long → none"]),
    # ── a neon sign reading "OPEN 24 HOURS" above a rain-wet street at night
    ("neon", 'make the sign say "CLOSED"', ["neon sign: labels “OPEN 24 HOURS” → “CLOSED”"]),
    ("neon", 'change the text to "BAR" and make it pink', ["neon sign: colours as usual → pink", "neon sign: labels “OPEN 24 HOURS” → “BAR”"]),
    ("neon", "dry the street", ["wetness 1 → 0.65"]),
    ("neon", "make it day", ["time night → noon", "hour 23:00 → 12:00"]),
    # ── fog-softened early morning light over a mountain lake with slight haze on the background hills, 35mm
    ("lake", "more fog", ["haze 0.3 → 0.5"]),
    ("lake", "clear weather", ["weather fog → clear", "haze 0.3 → 0"]),
    ("lake", "sunset instead", ["time early morning → sunset", "hour 7:00 → 18:24", "sun (key light): elevation 10.5° → 4°"]),
    ("lake", "add a small red boat in the foreground", ["added: red boat (70 % of usual size)", "boat at the foreground (new)"]),
    ("lake", "replace the lake with a desert", [
        "setting lake → desert", "words for the place mountain lake, background hills → desert", "features hills → as usual",
    ]),
    # ── seven lemons in a blue ceramic bowl on a linen tablecloth, hard noon light, 50mm
    ("lemons", "make two of the lemons green", [
        "lemon: count 7 → 5", "added: green lemon", "added: green lemon", "green lemon (s3) in the bowl (new)",
        "green lemon (s4) in the bowl (new)",
    ]),
    ("lemons", "cut the lemons in half", ["lemon: states as usual → halved"]),
    ("lemons", "two fewer lemons", ["lemon: count 7 → 5"]),
    ("lemons", "replace the lemons with oranges", ["lemon: becomes 7 × orange"]),
    ("lemons", "add three limes to the bowl", ["added: 3 × lime", "lime in the bowl (new)"]),
    ("lemons", "make the linen blue", ["ground: colours as usual → blue"]),
    ("lemons", "put the bowl on a wooden table", ["ground: material linen → wood", "features tablecloth → as usual"]),
    ("lemons", "make it snow", ["weather clear → snow", "haze 0 → 0.2", "sun (key light): quality hard → soft"]),
]  # fmt: skip


@pytest.mark.parametrize(("brief", "words", "lines"), TOUR, ids=[f"{b}: {w}"[:70] for b, w, _ in TOUR])
def test_what_changes(brief, words, lines):
    scene = read(BRIEFS[brief]).scene
    made = refine(scene, words)
    assert [line.text for line in made.diff] == lines
    assert not [p.text for p in made.phrases if p.status == "not_understood"]
    assert not made.of("error") and not made.of("warning")


def test_the_tour_is_long():
    assert len(TOUR) >= 80


PERSON = [
    ("make him older", ["man: age as it came → 58"]),
    ("give him a beard", ["man: facial hair as it came → full beard"]),
    ("a red coat instead", ["man: wears blue coat → red coat"]),
    ("let him smile", ["man: expression as it came → smile"]),
    ("he should look at the camera", ["man: gaze as it came → lens"]),
    ("give him glasses", ["man: wears blue coat → blue coat, glasses"]),
    ("give him short curly hair", ["man: hair as it came → short, curly"]),
    ("make it snow", ["weather clear → snow", "haze 0 → 0.2"]),
]


@pytest.mark.parametrize(("words", "lines"), PERSON, ids=[w for w, _ in PERSON])
def test_somebody_changes_as_told_and_in_nothing_else(words, lines):
    made = refine(read("A man in a blue coat in a park").scene, words)
    assert [line.text for line in made.diff] == lines
    assert not [p.text for p in made.phrases if p.status == "not_understood"]
    assert not made.of("error") and not made.of("warning")


def test_who_is_grown_is_never_made_a_child():
    scene = read("A 25-year-old woman").scene
    for _ in range(4):
        scene = refine(scene, "make her much younger").scene
    assert scene.subjects[0].age == 18
