"""Twelve briefs, read as a photographer reads them. Each test is one prompt and all that its words must set."""

from __future__ import annotations

from diorama.language import Reading, read
from diorama.scene import Object


def looks(subject: Object) -> tuple[str, int, str | None, list[str]]:
    """Thing, count, material and colours by name."""
    return subject.thing, subject.count, subject.surface.material, [c.name for c in subject.surface.colours]


def tied(reading: Reading) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(r.subject, r.kind, r.objects) for r in reading.scene.relations]


def test_mug_on_a_table_beside_a_book():
    r = read("A stoneware mug on a walnut table beside an open book, soft window light from the left, 85mm f/1.8, shallow depth of field")
    mug, book = r.scene.subjects
    assert looks(mug) == ("mug", 1, "stoneware", []) and looks(book) == ("book", 1, None, [])
    assert book.states == ("open",)
    assert tied(r) == [("s1", "on", ("ground",)), ("s1", "beside", ("s2",))]
    environment = r.scene.environment
    assert (environment.setting, environment.ground_shape, environment.ground.material) == ("tabletop", "table", "walnut")
    (light,) = r.scene.lighting.lights
    assert (light.source, light.role, light.quality, light.azimuth, light.elevation) == ("window", "key", "soft", -75, 25)
    assert (r.scene.camera.focal_length, r.scene.camera.f_number) == (85, 1.8)
    assert r.genre == "still_life" and r.layers == ("subject", "environment", "lighting", "camera")
    assert r.of("error") == r.of("warning") == r.of("help") == ()


def test_labelled_perfume_on_marble():
    r = read(
        'A frosted glass perfume bottle with the label "LUMEN" on white marble, softbox overhead, '
        "white seamless background, natural shadow, 100mm macro f/4"
    )
    (bottle,) = r.scene.subjects
    assert looks(bottle) == ("perfume_bottle", 1, "frosted_glass", [])
    assert [label.text for label in bottle.labels] == ["LUMEN"]
    environment = r.scene.environment
    assert (environment.setting, environment.ground_shape, environment.ground.material) == ("studio", "seamless", "marble")
    assert [c.name for c in environment.backdrop.colours] == ["white"]
    (light,) = r.scene.lighting.lights
    assert (light.source, light.quality, light.elevation) == ("softbox", "soft", 85)
    assert r.scene.lighting.shadow == "natural"
    assert (r.scene.camera.focal_length, r.scene.camera.f_number, r.scene.camera.framing) == (100, 4, "macro")
    assert tied(r) == [("s1", "on", ("ground",))] and r.genre == "product"
    assert r.of("error") == r.of("warning") == ()


def test_sunset_from_a_cliff():
    r = read("Warm orange and pink sunset seen from a cliff edge in Big Sur, California, 6pm light, shot with 24mm wide-angle f/8")
    assert r.scene.subjects == ()
    environment, lighting = r.scene.environment, r.scene.lighting
    assert environment.setting == "cliff" and environment.words == "cliff edge in Big Sur, California"
    assert [c.name for c in environment.backdrop.colours] == ["orange", "pink"]  # the sky's colours
    assert (lighting.time, lighting.hour, lighting.kelvin) == ("sunset", 18.0, 3200)
    (sun,) = lighting.lights
    assert (sun.source, sun.role) == ("sun", "back") and sun.elevation < 10
    assert (r.scene.camera.focal_length, r.scene.camera.f_number) == (24, 8) and r.genre == "landscape"


def test_fog_over_a_mountain_lake():
    r = read("Fog-softened early morning light over a mountain lake with slight haze on the background hills, 35mm, muted color grading")
    environment = r.scene.environment
    assert r.scene.subjects == ()
    assert (environment.setting, environment.weather, environment.haze, environment.features) == ("lake", "fog", 0.3, ("hills",))
    assert r.scene.lighting.time == "early_morning" and r.scene.lighting.lights[0].quality == "soft"
    assert r.scene.camera.focal_length == 35
    assert r.scene.film.saturation < 0.8 and r.scene.film.contrast < 1
    assert r.of("error") == r.of("warning") == r.of("help") == ()


def test_flat_lay():
    r = read("Overhead flat lay on white marble: printed photographs, a sketchbook, a stylus, an espresso cup and a laptop, diffused daylight")
    assert [looks(s) for s in r.scene.subjects] == [
        ("photograph", 3, None, []),
        ("notebook", 1, None, []),
        ("pen", 1, None, []),
        ("cup", 1, None, []),
        ("laptop", 1, None, []),
    ]
    assert r.scene.subjects[0].styles == ("printed",)
    assert tied(r) == [(f"s{k}", "on", ("ground",)) for k in range(1, 6)]
    assert r.scene.environment.ground.material == "marble" and r.scene.camera.angle == "overhead"
    assert r.scene.lighting.lights[0].quality == "diffused" and r.scene.lighting.lights[0].source == "window"


def test_bicycle_against_a_wall():
    r = read(
        "A vintage red bicycle leaning against a weathered brick wall, "
        "late afternoon sun from the right, long shadows, 50mm f/2.8, Kodak Portra 400 film grain"
    )
    (bicycle,) = r.scene.subjects
    assert looks(bicycle) == ("bicycle", 1, None, ["red"]) and bicycle.styles == ("vintage",)
    assert tied(r) == [("s1", "leaning_on", ("wall",))]
    wall = r.scene.environment
    assert (wall.setting, wall.backdrop.material, wall.backdrop.finish) == ("brick_wall", "brick", ("weathered",))
    (sun,) = r.scene.lighting.lights
    assert (sun.source, sun.azimuth, sun.quality) == ("sun", 75, "hard") and 10 < sun.elevation < 30
    assert (r.scene.lighting.time, r.scene.lighting.shadow) == ("late_afternoon", "long")
    assert (r.scene.camera.focal_length, r.scene.camera.f_number) == (50, 2.8)
    assert (r.scene.film.stock, r.scene.film.grain) == ("portra_400", 0.35)
    assert r.of("error") == r.of("warning") == r.of("help") == ()


def test_lemons_in_a_bowl():
    r = read("Seven lemons in a blue ceramic bowl on a linen tablecloth, hard noon light, 50mm")
    lemons, bowl = r.scene.subjects
    assert looks(lemons) == ("lemon", 7, None, []) and looks(bowl) == ("bowl", 1, "ceramic", ["blue"])
    assert ("s1", "in", ("s2",)) in tied(r)
    assert r.scene.environment.ground.material == "linen" and "tablecloth" in r.scene.environment.features
    (light,) = r.scene.lighting.lights
    assert (light.source, light.quality, r.scene.lighting.time) == ("sun", "hard", "noon") and light.elevation > 45
    assert r.of("error") == r.of("warning") == ()


def test_armchair_and_lamp_at_blue_hour():
    r = read("A green velvet armchair and a brass floor lamp in a living room at blue hour, warm tungsten light, 28mm")
    chair, lamp = r.scene.subjects
    assert looks(chair) == ("armchair", 1, "velvet", ["green"]) and looks(lamp) == ("floor_lamp", 1, "brass", [])
    assert lamp.states == ("lit",)
    (light,) = r.scene.lighting.lights
    assert (light.source, light.subject, light.kelvin) == ("lamp", "s2", 2900)
    assert (r.scene.environment.setting, r.scene.lighting.time, r.scene.camera.focal_length) == ("living_room", "blue_hour", 28)
    assert r.genre == "interior" and r.of("warning") == ()


def test_neon_above_a_wet_street():
    r = read('A neon sign reading "OPEN 24 HOURS" above a rain-wet street at night, CineStill 800T')
    (sign,) = r.scene.subjects
    assert sign.thing == "neon_sign" and sign.labels[0].text == "OPEN 24 HOURS"
    assert tied(r) == [("s1", "above", ("ground",))]
    assert (r.scene.environment.setting, r.scene.environment.wetness) == ("street", 1)
    assert (r.scene.lighting.time, r.scene.film.stock) == ("night", "cinestill_800t")
    assert [(x.source, x.subject) for x in r.scene.lighting.lights] == [("neon", "s1")]


def test_luggage_on_a_railway_bench():
    r = read("Two black leather suitcases and a yellow umbrella on a railway bench, overcast light, 35mm f/5.6")
    assert [looks(s) for s in r.scene.subjects] == [("suitcase", 2, "leather", ["black"]), ("umbrella", 1, None, ["yellow"]), ("bench", 1, None, [])]
    assert tied(r) == [("s1", "on", ("s3",)), ("s2", "on", ("s3",))]
    assert (r.scene.environment.setting, r.scene.environment.weather) == ("railway_platform", "overcast")


def test_camera_with_a_rim():
    r = read("A matte black camera on concrete, hard rim light from behind, dark background, 90mm")
    (camera,) = r.scene.subjects
    assert looks(camera) == ("camera", 1, None, ["black"]) and camera.surface.finish == ("matte",)
    assert r.scene.environment.ground.material == "concrete" and [c.name for c in r.scene.environment.backdrop.colours] == ["dark"]
    (rim,) = r.scene.lighting.lights
    assert (rim.role, rim.quality, rim.azimuth) == ("rim", "hard", 180)
    assert r.scene.camera.focal_length == 90


def test_four_bottles_of_four_colours():
    r = read("Four glass bottles, green, amber, blue and clear, on a windowsill, backlit by morning sun")
    assert [looks(s) for s in r.scene.subjects] == [("bottle", 1, "glass", [c]) for c in ("green", "amber", "blue", "clear")]
    assert [s.id for s in r.scene.subjects] == ["s1", "s2", "s3", "s4"]
    assert tied(r) == [(f"s{k}", "on", ("windowsill",)) for k in range(1, 5)]
    (sun,) = r.scene.lighting.lights
    assert (sun.source, sun.role, sun.azimuth) == ("sun", "back", 180)
    assert (r.scene.environment.setting, r.scene.lighting.time) == ("windowsill", "morning")
