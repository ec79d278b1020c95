# SPDX-License-Identifier: GPL-3.0-or-later
"""Which features of an environment each setting can show. Data: the reading can tell people of the rest that it is not to be seen.

Words of the place ("Parisian", "Big Sur", "pine forest") work as well as features where a builder asks for them.
"""

from __future__ import annotations

_SKY = frozenset(("sky", "clouds", "stars", "moon", "sun", "horizon"))
"""What the world (the light) shows wherever the sky is seen."""
_SEEN = frozenset(("waves", "lake", "mountains", "hills", "buildings", "trees"))
"""What a window can look out on."""
_ROOM = _SEEN | {"window", "windows", "wall", "walls", "floor", "plants", "lamp", "curtains", "city", "garden"}

HONOURED: dict[str, frozenset[str]] = {
    "studio": frozenset(("backdrop", "floor")),
    "tabletop": _SEEN | {"window", "plants", "lamp", "curtains", "tablecloth", "picture", "wall"},
    "kitchen": _ROOM | {"shelves", "cupboards", "sink", "tiles", "counter"},
    "cafe": _ROOM | {"tables", "chairs", "counter", "bar", "bottles", "shelves", "street"},
    "living_room": _ROOM | {"sofa", "books", "bookshelf", "shelves", "rug", "picture", "fireplace"},
    "bedroom": _ROOM | {"bed", "pillows", "picture"},
    "bathroom": _ROOM | {"mirror", "tiles", "bathtub", "sink", "towel"},
    "office": _ROOM | {"desk", "chair", "screen", "shelves", "books", "papers"},
    "library": _ROOM | {"books", "shelves", "bookshelf", "ladder", "armchair"},
    "workshop": _ROOM | {"tools", "bench", "shelves", "planks"},
    "windowsill": _SKY | _SEEN | {"window", "rain_on_window", "raindrops", "curtains", "garden", "flowers", "city", "street", "rooftops"},
    "plain_room": _SEEN | {"window", "wall", "floor"},
    "brick_wall": _SKY | {"brick", "wall", "pavement", "puddles"},
    "street": _SKY | {"snow", "buildings", "shops", "shop_windows", "cars", "traffic", "trees", "street_lamps", "lamps", "string_lights", "puddles", "pavement", "cobblestones", "cobbles", "neon"},
    "shop_front": _SKY | {"window", "shops", "buildings", "pavement", "puddles", "plants"},
    "railway_platform": _SKY | {"rails", "tracks", "train", "trains", "clock", "canopy", "bench", "buildings", "lamps", "puddles", "trees"},
    "garden": _SKY | {"snow", "trees", "flowers", "grass", "hedge", "wall", "shrubs", "lawn"},
    "park": _SKY | {"snow", "trees", "grass", "bench", "path", "lamps", "lawn"},
    "meadow": _SKY | {"grass", "flowers", "hills", "trees", "fields", "mountains", "road"},
    "forest": _SKY | {"snow", "trees", "ferns", "leaves", "moss", "rocks", "pine", "pines", "road"},
    "beach": _SKY | {"waves", "sand", "sea", "ocean", "foam", "palms", "hills", "open"},
    "sea": _SKY | {"waves", "ocean", "calm"},
    "cliff": _SKY | {"sea", "ocean", "waves", "coast", "rocks", "grass", "flowers", "hills"},
    "lake": _SKY | {"water", "mountains", "hills", "trees", "forest", "rocks", "reflections", "reflection", "stones"},
    "desert": _SKY | {"dunes", "sand", "mesas", "rocks", "road", "mountains", "hills"},
    "mountains": _SKY | {"hills", "mountains", "snow", "rocks", "grass", "trees", "forest", "valley", "road"},
    "snow_field": _SKY | {"snow", "trees", "pines", "forest", "mountains", "hills", "road"},
    "city_skyline": _SKY | {"buildings", "skyscrapers", "river", "water", "bridge", "lights", "reflections"},
    "rooftop": _SKY | {"buildings", "skyscrapers", "city", "string_lights", "wall"},
    "sky": _SKY | {"clouds"},
}
