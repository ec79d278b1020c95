# SPDX-License-Identifier: GPL-3.0-or-later
"""The scene as the worker gets it: its form as types. Written by scripts/scene_view.py from the scene's schema; not by hand.

Angles are degrees, lengths metres, unless a field of `diorama.scene` says otherwise.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict


class Action(TypedDict):
    deed: Literal[
        "holding", "carrying", "reading", "writing", "typing", "drinking", "eating", "cooking", "pouring", "cutting", "painting", "playing",
        "photographing", "phoning", "pushing", "pulling", "throwing", "catching", "kicking", "hitting", "riding", "driving", "hugging", "kissing",
        "holding_hands", "shaking_hands", "feeding", "petting", "watering", "sweeping", "working", "serving", "fishing", "singing", "speaking",
        "listening", "looking", "knitting", "smoking", "blowing", "digging", "brushing_teeth", "brushing_hair", "shaving", "making_up", "boxing",
        "chopping", "tying_shoes", "taking_selfie", "giving", "tending"
    ]  # fmt: skip
    objects: list[str]
    hand: Literal["left", "right", "both"] | None


class Behaviour(TypedDict):
    deed: Literal[
        "grazing", "drinking", "eating", "hunting", "chasing", "fighting", "playing", "nuzzling", "grooming", "carrying", "holding", "roaring",
        "barking", "howling", "singing", "yawning", "digging", "feeding", "pulling", "riding", "watching", "following"
    ]  # fmt: skip
    objects: list[str]


class Colour(TypedDict):
    name: str
    hex: str


class Coat(TypedDict):
    colours: list[Colour]
    mane: Colour | None
    marking: Literal[
        "plain", "tabby", "calico", "tortoiseshell", "tuxedo", "pointed", "bicolour", "spotted", "striped", "rosettes", "patches", "brindle",
        "merle", "saddle", "mask", "dappled", "piebald"
    ] | None  # fmt: skip
    length: Literal["hairless", "short", "medium", "long"] | None
    texture: Literal["smooth", "fluffy", "curly", "wiry", "shaggy", "wet", "matted"] | None


class Motif(TypedDict):
    kind: str
    colour: str | None
    at: Literal["top_left", "top", "top_right", "left", "centre", "right", "bottom_left", "bottom", "bottom_right"] | Literal["sides"] | None
    under: int | None
    count: int
    scale: float


class PageLook(TypedDict):
    paper: str | None
    ink: str | None
    accent: str | None
    art: list[Motif]
    border: str | None
    pattern: str | None


class Label(TypedDict):
    text: str
    picture: str | None
    style: Literal[
        "sans", "serif", "slab", "condensed", "bold", "italic", "script", "handwritten", "brush", "chalk", "typewriter", "mono", "stencil",
        "display", "art_deco", "blackletter", "comic", "pixel", "led", "neon", "engraved", "rounded"
    ]  # fmt: skip
    colour: Colour | None
    role: Literal[
        "kicker", "title", "subtitle", "heading", "body", "list", "steps", "menu", "quote", "author", "price", "old_price", "date", "time", "place",
        "number", "caption", "contact", "button", "table", "cell", "chart", "bar_chart", "line_chart", "pie_chart", "timeline", "flow_chart",
        "picture", "message", "reply", "balloon", "note", "badge", "field", "fine_print", "footer"
    ] | None  # fmt: skip
    at: Literal["top_left", "top", "top_right", "left", "centre", "right", "bottom_left", "bottom", "bottom_right"] | None
    scale: float
    forms: list[Literal[
        "small_caps", "spaced", "arched", "underlined", "bar", "box", "circle", "oval", "hexagon", "burst", "ribbon", "cloud", "shield", "triangle",
        "brackets", "abreast"
    ]]  # fmt: skip
    ground: Colour | None
    turn: int | None
    look: PageLook | None
    template: str | None


class Coating(TypedDict):
    of: str
    manner: Literal["poured", "drizzled", "dusted", "splashed", "beaded"]
    colour: Colour | None


class Surface(TypedDict):
    colours: list[Colour]
    material: str | None
    pattern: Literal[
        "stripes", "vertical_stripes", "dots", "checks", "plaid", "floral", "stars", "hearts", "zigzag", "leopard", "zebra", "camouflage",
        "herringbone", "houndstooth", "paisley", "marbled", "gradient", "rainbow", "tie_dye", "swirls", "patchwork", "diamonds", "terrazzo", "map",
        "hieroglyphs"
    ] | None  # fmt: skip
    finish: list[str]
    coatings: list[Coating]


class Garment(TypedDict):
    garment: str
    noun: str
    surface: Surface
    styles: list[str]
    labels: list[Label]


class Size(TypedDict):
    scale: float
    height: float
    width: float
    depth: float


class Animal(TypedDict):
    species: str
    breed: str | None
    age: Literal["newborn", "young", "adult", "old"]
    sex: Literal["female", "male"] | None
    build: Literal["thin", "average", "fat"]
    coat: Coat
    eye_colour: Colour | None
    eyes: Literal["open", "closed", "wide", "narrowed", "winking"] | None
    mouth: Literal["closed", "open", "tongue_out"] | None
    ears: Literal["upright", "forward", "back", "floppy"] | None
    gaze: Literal["lens", "away", "down", "up", "left", "right"] | str | None
    wears: list[Garment]
    posture: Literal[
        "standing", "walking", "trotting", "running", "leaping", "sitting", "lying", "sleeping", "curled_up", "stretching", "crouching", "rearing",
        "swimming", "diving", "flying", "gliding", "perching", "hanging", "climbing", "begging", "on_its_back", "floating_on_its_back"
    ] | None  # fmt: skip
    deeds: list[Behaviour]
    formation: Literal["row"] | None
    turned: float | None
    id: str
    noun: str
    count: int
    size: Size
    within: list[float] | None
    implied: bool
    kind: Literal["animal"]


class Camera(TypedDict):
    focal_length: float
    f_number: float
    framing: Literal["macro", "close_up", "medium_close", "medium", "full", "wide", "establishing"]
    angle: Literal["eye_level", "low", "worms_eye", "slightly_high", "high", "overhead", "aerial"]
    azimuth: float
    roll: float
    focus: str | None
    deep_focus: bool
    aspect: list[int]
    composition: Literal["rule_of_thirds", "centred", "left", "right", "symmetrical", "negative_space", "balanced"]
    space: Literal["left", "right", "top", "bottom", "top_left", "top_right", "bottom_left", "bottom_right"] | None
    within: list[float] | None
    fisheye: bool
    tilt_shift: bool
    motion_blur: bool


class Part(TypedDict):
    name: str
    surface: Surface


class Environment(TypedDict):
    setting: Literal[
        "studio", "tabletop", "kitchen", "cafe", "living_room", "bedroom", "bathroom", "office", "library", "workshop", "windowsill", "plain_room",
        "brick_wall", "street", "shop_front", "railway_platform", "garden", "park", "meadow", "forest", "beach", "sea", "cliff", "lake", "desert",
        "mountains", "snow_field", "city_skyline", "rooftop", "sky", "river", "cave", "space", "underwater", "playground", "airfield", "savannah",
        "classroom", "laboratory", "hospital_room", "theatre", "church_interior", "supermarket", "bakery", "gym", "sports_hall", "museum",
        "factory", "warehouse", "garage", "subway", "greenhouse", "canal", "city_river", "harbour", "jungle", "moon_surface", "planet_surface",
        "sports_field", "parking_lot", "pool", "courtyard", "ruins", "lecture_hall", "airport_hall", "temple_interior", "porch", "driveway",
        "village", "carriage", "ballroom", "great_hall", "hotel_lobby", "laundromat", "nightclub", "barn_interior", "cellar"
    ]  # fmt: skip
    place: list[str]
    ground: Surface
    ground_shape: Literal["table", "floor", "seamless", "terrain", "shelf", "sill"] | Literal["water"]
    backdrop: Surface
    features: list[str]
    fittings: list[Part]
    weather: Literal["clear", "partly_cloudy", "overcast", "rain", "storm", "snow", "fog", "mist", "haze", "dust"]
    haze: float
    wetness: float
    season: Literal["spring", "summer", "autumn", "winter"] | None


class FacialHair(TypedDict):
    beard: Literal["none", "stubble", "goatee", "short", "full", "long"]
    moustache: bool
    colour: Colour | None


class Film(TypedDict):
    stock: str
    grain: float
    monochrome: bool
    sepia: bool
    saturation: float
    contrast: float
    warmth: float
    exposure: float
    halation: float
    vignette: float
    fade: float


class Hair(TypedDict):
    length: Literal["bald", "shaved", "buzz", "short", "chin", "shoulder", "long", "very_long"] | None
    texture: Literal["straight", "wavy", "curly", "coily"] | None
    styles: list[Literal[
        "loose", "afro", "bob", "bun", "topknot", "updo", "ponytail", "pigtails", "braid", "braids", "cornrows", "dreadlocks", "fringe", "undercut",
        "mohawk", "quiff", "slicked_back", "side_parted", "middle_parted", "receding", "balding", "messy", "tousled", "windblown", "wet", "dyed"
    ]]  # fmt: skip
    colour: Colour | None
    streaks: Colour | None
    grey: float | None


class Place(TypedDict):
    x: float
    y: float
    z: float
    yaw: float
    tilt_x: float
    tilt_y: float
    host: str | None
    moved: list[float] | None


class Spread(TypedDict):
    radius: float
    reach: float
    wall: float | None
    centre: list[float]
    lit: float


class Viewpoint(TypedDict):
    eye: list[float]
    target: list[float]
    shift_x: float
    shift_y: float
    focal_length: float | None
    f_number: float | None
    focus_distance: float | None
    fov: list[float] | None


class Layout(TypedDict):
    places: dict[str, Place]
    viewpoint: Viewpoint | None
    spread: Spread | None
    room: str | None
    exposure: float | None
    white_balance: float | None
    black: float | None
    contrast: float | None


class Light(TypedDict):
    id: str
    source: Literal[
        "sun", "skylight", "window", "softbox", "umbrella", "ring_light", "spotlight", "lamp", "candle", "neon", "fire", "moon", "screen",
        "street_lamp", "string_lights", "ambient", "flash", "led_panel"
    ]  # fmt: skip
    role: Literal["key", "fill", "rim", "back", "background", "practical"]
    azimuth: float
    elevation: float
    quality: Literal["hard", "medium", "soft", "diffused", "dappled"]
    kelvin: float | None
    colour: Colour | None
    strength: float
    subject: str | None


class Lighting(TypedDict):
    time: str
    hour: float
    lights: list[Light]
    mood: Literal["natural", "high_key", "low_key", "dramatic", "moody"]
    shadow: Literal["natural", "soft", "long", "hard", "none"]
    gobo: Literal["none", "leaves", "palm", "blinds", "panes"]
    levels: dict[str, float]
    kelvin: float | None


class Object(TypedDict):
    id: str
    noun: str
    count: int
    size: Size
    within: list[float] | None
    implied: bool
    kind: Literal["object"] | Literal["person", "animal"]
    thing: str
    asset: str | None
    variants: list[str]
    surface: Surface
    parts: list[Part]
    shape: str | None
    states: list[str]
    styles: list[str]
    contents: str | None
    depicts: list[str]
    labels: list[Label]


class Skin(TypedDict):
    tone: Literal["very_light", "light", "medium_light", "medium", "olive", "medium_dark", "dark", "very_dark"] | None
    details: list[Literal[
        "freckles", "wrinkles", "moles", "tanned", "sunburnt", "blush", "pale", "weathered", "scar", "tattoo", "acne", "sweat", "wet", "dirt",
        "face_paint"
    ]]  # fmt: skip
    make_up: list[Literal["natural", "lipstick", "eyeliner", "smoky_eyes", "eyeshadow", "blush", "dramatic", "nail_polish"]]
    lips: Colour | None


class Person(TypedDict):
    age: float | None
    sex: Literal["female", "male"] | None
    build: Literal["very_thin", "slim", "average", "athletic", "muscular", "stocky", "heavy"] | None
    height: float | None
    ancestry: Literal["african", "asian", "european", "latin_american", "middle_eastern", "south_asian", "indigenous"] | None
    skin: Skin
    hair: Hair
    facial_hair: FacialHair | None
    eye_colour: Colour | None
    expression: Literal[
        "neutral", "smile", "open_smile", "laugh", "thoughtful", "serious", "surprised", "sad", "angry", "afraid", "disgusted", "serene", "tired",
        "concentrated", "shouting", "singing"
    ] | None  # fmt: skip
    eyes: Literal["open", "closed", "wide", "narrowed", "winking"] | None
    gaze: Literal["lens", "away", "down", "up", "left", "right"] | str | None
    role: str | None
    wears: list[Garment]
    posture: Literal[
        "standing", "sitting", "kneeling", "crouching", "lying", "leaning", "walking", "running", "jumping", "dancing", "climbing", "swimming",
        "floating", "bending", "riding", "crawling", "meditating"
    ] | None  # fmt: skip
    gestures: list[Literal[
        "arms_crossed", "arms_raised", "hands_on_hips", "hands_in_pockets", "hands_clasped", "hands_behind_back", "waving", "pointing", "thumbs_up",
        "praying", "chin_on_hand", "saluting", "clapping", "peace_sign", "hand_on_face", "stretching", "shrugging", "arms_outstretched", "reaching",
        "shading_eyes", "covering_face", "covering_ears", "covering_mouth", "hand_on_head", "hand_on_chest"
    ]]  # fmt: skip
    actions: list[Action]
    turned: float | None
    id: str
    noun: str
    count: int
    size: Size
    within: list[float] | None
    implied: bool
    kind: Literal["person"]


class Relation(TypedDict):
    subject: str
    kind: Literal[
        "on", "in", "under", "above", "beside", "left_of", "right_of", "behind", "in_front_of", "between", "around", "against", "leaning_on",
        "hanging_from", "stacked_on", "filled_with", "facing", "near", "with", "holding", "wearing", "riding", "covering"
    ]  # fmt: skip
    objects: list[str]
    part: Literal[
        "head", "shoulder", "back", "chest", "under_arm", "arm", "neck", "lap", "hip", "mouth", "ear", "hands", "left_hand", "right_hand"
    ] | None  # fmt: skip


class Staged(Object):
    """A subject as the stage sets it up: persons and animals have the fields of things, too, and what follows from the others."""

    wears: NotRequired[list[Garment]]
    posture: NotRequired[str | None]
    at: NotRequired[tuple[str, str]]
    """Which thing somebody is at, and how: seat, table …"""
    on_hands: NotRequired[tuple[str, str]]
    """Whom or what somebody has their hands on, and how (`people.hands_on`)."""
    living: NotRequired[Any]
    """The animal that lives in the figure's place."""
    names: NotRequired[Any]
    """What its noun names, as keys of the catalogue (`diorama_catalogue.named`)."""
    deeds: NotRequired[list[Behaviour]]
    touches: NotRequired[str]
    """Whom of the others an animal touches (its own id: two of a kind each other)."""
    sips: NotRequired[str]
    """The flower that who hovers at it drinks from."""
    grasps: NotRequired[str]
    """What an animal has between its arms."""


class Scene(TypedDict):
    subjects: list[Staged]
    relations: list[Relation]
    environment: Environment
    lighting: Lighting
    camera: Camera
    film: Film
    layout: Layout | None
