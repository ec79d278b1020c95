"""People: who, with what face and hair, in what clothes, doing what. What is None or empty is left to the engine, settled by the seed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from diorama.scene.base import Model, unit
from diorama.scene.look import Colour, Label, Surface

Sex = Literal["female", "male"]
Build = Literal["very_thin", "slim", "average", "athletic", "muscular", "stocky", "heavy"]
SkinTone = Literal["very_light", "light", "medium_light", "medium", "olive", "medium_dark", "dark", "very_dark"]
Ancestry = Literal["african", "asian", "european", "latin_american", "middle_eastern", "south_asian", "indigenous"]

SkinDetail = Literal["freckles", "wrinkles", "moles", "tanned", "sunburnt", "blush", "pale", "weathered", "scar", "tattoo", "acne", "sweat", "wet", "dirt", "face_paint"]
MakeUp = Literal["natural", "lipstick", "eyeliner", "smoky_eyes", "eyeshadow", "blush", "dramatic", "nail_polish"]

HairLength = Literal["bald", "shaved", "buzz", "short", "chin", "shoulder", "long", "very_long"]
HairTexture = Literal["straight", "wavy", "curly", "coily"]
HairStyle = Literal[
    "loose", "afro", "bob", "bun", "topknot", "updo", "ponytail", "pigtails", "braid", "braids", "cornrows", "dreadlocks", "fringe", "undercut", "mohawk", "quiff",
    "slicked_back", "side_parted", "middle_parted", "receding", "balding", "messy", "tousled", "windblown", "wet", "dyed",
]  # fmt: skip
Beard = Literal["none", "stubble", "goatee", "short", "full", "long"]

Expression = Literal[
    "neutral", "smile", "open_smile", "laugh", "thoughtful", "serious", "surprised", "sad", "angry", "afraid", "disgusted", "serene", "tired", "concentrated", "shouting", "singing",
]  # fmt: skip
Eyes = Literal["open", "closed", "wide", "narrowed", "winking"]

Posture = Literal["standing", "sitting", "kneeling", "crouching", "lying", "leaning", "walking", "running", "jumping", "dancing", "climbing", "swimming", "floating", "bending", "riding", "crawling", "meditating"]
Gesture = Literal[
    "arms_crossed", "arms_raised", "hands_on_hips", "hands_in_pockets", "hands_clasped", "hands_behind_back", "waving", "pointing", "thumbs_up", "praying", "chin_on_hand",
    "saluting", "clapping", "peace_sign", "hand_on_face", "stretching", "shrugging",
    "arms_outstretched", "reaching", "shading_eyes", "covering_face", "covering_ears", "covering_mouth", "hand_on_head", "hand_on_chest",
]  # fmt: skip
Deed = Literal[
    "holding", "carrying", "reading", "writing", "typing", "drinking", "eating", "cooking", "pouring", "cutting", "painting", "playing", "photographing", "phoning", "pushing",
    "pulling", "throwing", "catching", "kicking", "hitting", "riding", "driving", "hugging", "kissing", "holding_hands", "shaking_hands", "feeding", "petting", "watering", "sweeping",
    "working", "serving", "fishing", "singing", "speaking", "listening", "looking",
    "knitting", "smoking", "blowing", "digging", "brushing_teeth", "brushing_hair", "shaving", "making_up", "boxing", "chopping",
    "tying_shoes", "taking_selfie", "giving", "tending",
]  # fmt: skip

Gaze = Literal["lens", "away", "down", "up", "left", "right"]


class Hair(Model):
    length: HairLength | None = None
    texture: HairTexture | None = None
    styles: tuple[HairStyle, ...] = ()
    colour: Colour | None = None
    """The colour asked for; natural ones (auburn, ginger, blond, grey) as well as dyes."""
    streaks: Colour | None = None
    grey: float | None = Field(default=None, ge=0, le=1, json_schema_extra=unit("1"))
    """Share of grey strands; None goes by age."""


class FacialHair(Model):
    beard: Beard = "none"
    moustache: bool = False
    colour: Colour | None = None
    """None is the hair's."""


class Skin(Model):
    tone: SkinTone | None = None
    details: tuple[SkinDetail, ...] = ()
    make_up: tuple[MakeUp, ...] = ()
    lips: Colour | None = None
    """The lipstick's colour."""


class Garment(Model):
    """One thing that is worn: clothing, shoes, hat, glasses, jewellery. The order in `Person.wears` is from the inside out."""

    garment: str
    """What is worn: a key of the catalogue of garments (t_shirt, jeans, coat, trainers, straw_hat, glasses, necklace …)."""
    noun: str = ""
    """The word of the prompt ("parka"); empty where no word names it."""
    surface: Surface = Surface()
    styles: tuple[str, ...] = ()
    """long_sleeved, sleeveless, short, long, oversized, fitted, open, buttoned, hooded, high_collar, v_neck, ripped, rolled_up, layered …"""
    labels: tuple[Label, ...] = ()
    """Words printed on it."""


class Action(Model):
    """Something done, to or with something: `deed` with the subjects named in `objects` (their ids), by one hand or both."""

    deed: Deed
    objects: tuple[str, ...] = Field(default=(), max_length=4)
    """Ids of subjects: what is held, read, played, ridden; whom one hugs."""
    hand: Literal["left", "right", "both"] | None = None


class PersonTraits(Model):
    """What makes this person this one. All may be left open: whom the words leave open the seed decides."""

    age: float | None = Field(default=None, ge=0, le=110, json_schema_extra=unit("years"))
    """Years."""
    sex: Sex | None = None
    build: Build | None = None
    height: float | None = Field(default=None, ge=0.4, le=2.3, json_schema_extra=unit("metres"))
    """Metres, standing."""
    ancestry: Ancestry | None = None
    skin: Skin = Skin()
    hair: Hair = Hair()
    facial_hair: FacialHair | None = None
    """None where the words say nothing: the engine gives none."""
    eye_colour: Colour | None = None
    expression: Expression | None = None
    eyes: Eyes | None = None
    gaze: Gaze | str | None = None
    """Where the eyes look: at the lens, away, down … or the id of a subject."""
    role: str | None = None
    """Occupation or part played: chef, nurse, astronaut, bride … dresses and equips where `wears` does not."""
    wears: tuple[Garment, ...] = Field(default=(), max_length=16)
    posture: Posture | None = None
    gestures: tuple[Gesture, ...] = Field(default=(), max_length=4)
    actions: tuple[Action, ...] = Field(default=(), max_length=4)
    turned: float | None = Field(default=None, ge=-180, le=180, json_schema_extra=unit("degrees"))
    """Degrees that the body is turned from the lens: 0 faces it, 90 shows its left side (profile), 180 its back; None is the photographer's choice."""
