"""Where the picture is taken, in what weather: another setting brings its own ground and walls, a table that things stand on comes along."""

from __future__ import annotations

from diorama.language.draft import Draft, SurfaceDraft
from diorama.language.lexicon import lexicon
from diorama.language.refine.desk import Desk
from diorama.language.refine.looks import surfaced
from diorama.scene import INDOORS, Colour, Environment, Part, Surface

CLEAR_OF = frozenset(("fog", "mist", "haze", "dust", "snow", "storm"))
"""Weather that veils; when it goes, the veil goes."""
WET = frozenset(("rain", "storm"))
SOFT_SUN = frozenset(("overcast", "rain", "storm", "snow", "fog", "mist"))
CLOTH = frozenset(("linen", "cotton", "silk", "velvet", "wool", "denim", "canvas", "felt"))
RAISED = frozenset(("table", "shelf"))


def put(desk: Desk, draft: Draft) -> None:
    """What a clause said of the place."""
    said = {k: v for k, v in draft.environment.items() if k not in ("hint", "way", "world")}
    setting = said.pop("setting", draft.environment.get("world"))
    if setting is not None and _only_part(desk, draft, setting):
        for note in draft.notes.values():
            note.effects = [e for e in note.effects if not (e.path == "environment.setting" and e.value == setting)]
        setting = None
    if setting == "studio" and said.get("ground_shape") == "seamless" and _keeps_table(desk, draft):
        _behind_table(desk, draft)
        said.pop("ground_shape")
    elif setting is not None and setting != desk.scene.environment.setting:
        _move_to(desk, draft, setting, "ground_shape" in said)
    elif setting is None and draft.backdrop.colours and _needs_studio(desk, draft):
        _move_to(desk, draft, "studio", False)
        desk.say("note", "assumed-setting", "a plain background out of doors is that of a studio", (), "or change the weather: 'an overcast sky'")
    elif draft.place_spans and any(e.path == "environment.words" for n in draft.notes.values() for e in n.effects):
        _add_words(desk, draft)
    _surfaces(desk, draft)
    features = tuple(f for f in draft.features if f not in desk.scene.environment.features)
    if features:
        desk.set("environment.features", (*desk.scene.environment.features, *features))
    for name, told in draft.fittings.items():
        if not told.build().is_plain:
            fit(desk, name, told)
    put_weather(desk, said)
    for name, value in said.items():
        desk.set(f"environment.{name}", value)
    if setting is not None or features or said:
        desk.topic = "environment"


def fit(desk: Desk, name: str, said: SurfaceDraft) -> None:
    """What the place has of its own looks as was said of it; said nothing, it has a surface to be told of."""
    have = {one.name: one.surface for one in desk.scene.environment.fittings}
    have[name] = surfaced(have.get(name, Surface()), said)
    desk.set("environment.fittings", tuple(Part(name=key, surface=surface) for key, surface in have.items()))


def _move_to(desk: Desk, draft: Draft, setting: str, shaped: bool) -> None:
    """Another setting. The table stays where things stand in or at the new place; on it ("on the beach") they stand on its own ground."""
    old = desk.scene.environment
    on_it = draft.ground.build().is_plain and any(r.kind == "on" and r.objects in (["ground"], ["windowsill"], ["water"]) for r in draft.relations)
    stays = old.ground_shape in RAISED and not on_it and setting != "windowsill" or setting == "tabletop"
    kept = {name: getattr(old, name) for name in ("weather", "haze", "wetness", "season")}
    if stays and not shaped:
        kept |= {"ground": old.ground, "ground_shape": "table" if setting == "tabletop" else old.ground_shape}
    desk.set("environment", Environment(setting=setting, words=_said_words(draft), **kept))
    if on_it or old.setting != setting:
        _unsupported(desk)


def _only_part(desk: Desk, draft: Draft, setting: str) -> bool:
    """ "wooden floor", "the counter": a part of any room, not another one."""
    inside = desk.scene.environment.setting in INDOORS and desk.scene.environment.setting != "windowsill"
    words = _said_words(draft).lower()
    return setting == "plain_room" and ("floor" in words or "wall" in words) or inside and setting == "tabletop" and "kitchen" not in words


def _keeps_table(desk: Desk, draft: Draft) -> bool:
    """ "white background" says nothing of the table that things stand on; "white seamless" does."""
    return desk.scene.environment.ground_shape in RAISED and "seamless" not in _said_words(draft) and draft.ground.build().is_plain


def _behind_table(desk: Desk, draft: Draft) -> None:
    """A plain background behind the table: a studio's, in the colour that was said."""
    old = desk.scene.environment
    known = lexicon().colours
    named = next((w for w in _said_words(draft).lower().split() if w in known), "white")
    colours = tuple(draft.backdrop.colours[:4]) or (Colour(name=named, hex=known[named]),)
    kept = {name: getattr(old, name) for name in ("weather", "haze", "wetness", "season", "ground", "ground_shape")}
    desk.set("environment", Environment(setting="studio", words=_said_words(draft), backdrop=Surface(colours=colours), **kept))
    _unsupported(desk)


def _unsupported(desk: Desk) -> None:
    """Relations to places that the new setting does not have ("on the windowsill") go."""
    setting = desk.scene.environment.setting
    gone = {"windowsill": setting != "windowsill", "wall": False, "window": False, "water": setting not in ("sea", "lake", "river", "beach")}
    kept = tuple(r for r in desk.scene.relations if not any(gone.get(o, False) for o in r.objects))
    desk.set("relations", kept)


def _needs_studio(desk: Desk, draft: Draft) -> bool:
    return draft.environment.get("hint") == "studio" and desk.scene.environment.setting not in INDOORS


def _said_words(draft: Draft) -> str:
    return ", ".join(dict.fromkeys(" ".join(draft.prompt[a:b].split()) for a, b in draft.place_spans))


def _add_words(desk: Desk, draft: Draft) -> None:
    words = ", ".join(w for w in (desk.scene.environment.words, _said_words(draft)) if w)
    desk.set("environment.words", words)


def _surfaces(desk: Desk, draft: Draft) -> None:
    """Ground and backdrop: another stuff is another surface; a colour alone is put onto the one there is."""
    for name, said in (("ground", draft.ground), ("backdrop", draft.backdrop)):
        have: Surface = desk.get(f"environment.{name}")
        made = said.build() if said.material is not None else surfaced(have, said)
        if made != have and not said.build().is_plain:
            desk.set(f"environment.{name}", made)
        if name == "ground" and said.material is not None and said.material not in CLOTH and "tablecloth" not in draft.features:
            desk.set("environment.features", tuple(f for f in desk.scene.environment.features if f != "tablecloth"))


# ── weather ──


def put_weather(desk: Desk, said: dict) -> None:
    """The weather takes along what the one before brought: fog its veil, rain its wetness; a clouded sun is soft."""
    weather, old = said.get("weather"), desk.scene.environment.weather
    if weather is None or weather == old:
        return
    if old in CLEAR_OF and "haze" not in said:
        said["haze"] = 0.0
    if old in WET and "wetness" not in said:
        said["wetness"] = 0.0
    if weather in SOFT_SUN:
        for light in desk.scene.lighting.lights:
            if light.source == "sun" and light.quality == "hard":
                desk.set(f"lighting.lights.{light.id}.quality", "soft")
                desk.say("note", "follows", f"under {weather} the sun is soft", (), "for hard shadows ask for clear weather")


def end_weather(desk: Desk) -> None:
    """The weather clears."""
    said = {"weather": "clear"}
    put_weather(desk, said)
    said.setdefault("haze", 0.0)
    for name, value in said.items():
        desk.set(f"environment.{name}", value)
