"""What can be said of a thing or a setting in one word, each with what it means. One list for all who read the catalogue."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Meant(StrEnum):
    """Members that say what they mean (`Tag.VESSEL.meaning`)."""

    def __new__(cls, value: str, meaning: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member

    meaning: str


class SettingTag(Meant):
    """What can be said of a setting."""

    INDOORS = "indoors", "under a roof: light comes by windows and lamps"
    ROOM = "room", "somebody lives or works there, among furniture"
    HALL = "hall", "a large room that is told by what is far off in it"
    HUNG = "hung", "has a wall that things hang on"
    TABLES = "tables", "small things stand on a table there"
    WORKED_IN = "worked_in", "a table stands there for what is done by hand"
    EATEN_AT = "eaten_at", "who eats and drinks there sits at a table, told or not"
    COOKED_IN = "cooked_in", "cooks work there at a worktop, told or not"
    CHAIRS = "chairs", "who sits there sits on a chair, though none is told of"


class Tag(Meant):
    """What can be said of a thing."""

    # what it bears and holds
    VESSEL = "vessel", "things are put or poured into it"
    FLAT = "flat", "what is put with it goes onto it, not into it"
    DISH = "dish", "food is served on it"
    SERVED = "served", "a drinking or eating vessel whose topping floats on what is in it"
    DRUNK_FROM = "drunk_from", "a cup or a glass: a drink that is named without one stands in it"
    TABLE_TOP = "table_top", "a table that small things are set on"
    BEARS_MODELS = "bears_models", "what is too large to stand on it stands there as a model of itself"
    HOLDS_MODELS = "holds_models", "what is far too large to be in it is in it as small as it needs: ships in bottles, houses in jars"
    RACK = "rack", "furniture of which one looks at what stands in it"
    BRIMMING = "brimming", "many things in it lie heaped at its rim, as a seller fills it"
    PADDED = "padded", "an open vessel that is padded out below what lies in it"
    BEARS_TO_ITS_EDGE = "bears_to_its_edge", "bears things as far as its top reaches, beyond its even middle"
    AS_LONG_AS_ITS_LOAD = "as_long_as_its_load", "comes as long as what is on it needs"
    AS_LARGE_AS_ITS_GUEST = "as_large_as_its_guest", "made as large as the animal that is kept in it needs"
    SEAT = "seat", "made to be sat on"
    DRAWN_UP = "drawn_up", "a seat that stands round a table"
    DINED_AT = "dined_at", "seats stand round it"
    SAT_ON = "sat_on", "people sit on it, made for that or not"

    # how it stands, lies, hangs
    UPRIGHT = "upright", "its usual largest length is its height"
    LIES_FLAT = "lies_flat", "its text faces the sky: it is read from above"
    FACE_UP = "face_up", "a flat thing that is told by its upper face"
    STOOD_ON = "stood_on", "who rides it stands on it, across its length"
    RIDDEN_ALONG = "ridden_along", "who rides it faces along its length, and it points to the lens: skis, a sled"
    LAID = "laid", "lies where it has nothing to lean on, and is seen from above"
    NO_FOOT = "no_foot", "has no foot of its own to stand on"
    LIES_ITSELF = "lies_itself", "its prop knows how it lies"
    LUGGAGE = "luggage", "a stack of it lies flat, one on the other"
    AFLOAT = "afloat", "is in the water where nothing says that it is ashore"
    SPANS = "spans", "stands on both banks of what it is over"
    ON_RAILS = "on_rails", "stands and runs on rails"
    ON_FRONTS = "on_fronts", "hangs on a house front where there is one"
    OVER_SHOPS = "over_shops", "hangs over a shop where it is told to stand nowhere else"
    BACKED = "backed", "furniture that stands with its back to a wall of its room"
    UPHOLSTERED = "upholstered", "a seat that stands near a wall of its room, and not in the middle of it"
    LEANS = "leans", "made straight to lean, and different on its own"
    SPREAD_OUT = "spread_out", "lies spread out: small things that nothing is said of lie on it"
    THIN = "thin", "so thin that a stack is of many"
    CORDED = "corded", "long and round: a pile of them lies in rows, each in the hollow between two below"
    BLOWN = "blown", "drifts from the mouth of who blows it"
    BUOYANT = "buoyant", "lighter than air: tied to a thing it stands over it"
    ROLLS = "rolls", "round: it rolls, and no two lie alike"
    CUT_FLOWER = "cut_flower", "lies on its side, but stands in a vessel and where it grows"
    GROWS = "grows", "long and thin: stands in a vessel rather than lies in it"
    DANGLES = "dangles", "hangs by a cord of its own from a ceiling, and lies or stands elsewhere"
    SLUNG = "slung", "hangs from the two that it is told to be between: they stand at its ends"
    COOKED_OVER = "cooked_over", "burns on open ground: what is told to hang over it hangs in its flames, from a tripod"
    FROM_CEILING = "from_ceiling", "hangs from the ceiling, told or not"
    ON_WALLS = "on_walls", "hangs on a wall of its room, told or not"
    HELD_UPRIGHT = "held_upright", "a hand holds it by its lower end"
    HUNG_FROM_HAND = "hung_from_hand", "hangs from the hand by a handle at its top"
    HELD_ITS_OWN_WAY = "held_its_own_way", "one hand holds it, or both in a way of its own, however wide it is"
    PHONED_WITH = "phoned_with", "who speaks into it holds it to the ear"
    READ_OPEN = "read_open", "open while somebody reads it"
    PLAYED_SITTING = "played_sitting", "an instrument that is played on a seat where one is told of"
    PLAYED_AT = "played_at", "an instrument with keys or bars, that one sits before"
    PLAYED_WITHIN = "played_within", "an instrument with a seat of its own, that one sits behind"
    WORKED_BEFORE = "worked_before", "broad: who paints or repairs it stands before it, not at its end"
    WRITTEN_ON = "written_on", "stands upright where it is written or painted on"
    PAINTED_ON = "painted_on", "what a painter paints on where the words say nothing of it"
    WORKED_AT = "worked_at", "a table that people sit or stand at"
    RIDDEN_ASTRIDE = "ridden_astride", "a vehicle that is ridden astride"
    SWUNG_ON = "swung_on", "has seats between two chains or ropes each, which who sits there holds"
    FLOWN = "flown", "flies on a line that somebody on the ground holds"
    SAT_APART = "sat_apart", "who is told to sit on it is at no table"
    POURS = "pours", "drinks are poured from it, over the side where its spout is (-x)"
    PUSHED = "pushed", "runs on wheels and is pushed by the handle at its right"
    PLAYED_ACROSS = "played_across", "a game that two play opposite each other, at a table"
    HAS_HANDS = "has_hands", "a figure that can hold things"
    ON_FLOORS = "on_floors", "small, but as much at home on the floor as on a table"

    # how it is turned to the lens
    FACED = "faced", "has a face or a front, though its footprint is round"
    HANDLED = "handled", "round with a handle, which is turned to the side"
    FRONTED = "fronted", "round with a front that looks at the lens"
    DRIVEN = "driven", "stands along a road where there is one"
    SHOE = "shoe", "its toe points towards the lens"

    # what it is
    PAIRED = "paired", "a plural without a number means two"
    ONE_PAIR = "one_pair", "counted in pairs though each pair is one"
    UNLIKE = "unlike", "seldom twice the same"
    WORN = "worn", "is worn on the body"
    METALLIC = "metallic", "a colour that is a metal's too means the metal"
    HUMAN = "human", "a figure of a person"
    HOMESTEAD = "homestead", "a house that may stand in the country, with ground of its own about it"
    CELESTIAL = "celestial", "a heavenly body"
    VEHICLE = "vehicle", "has lamps that burn at dusk and by night"
    LIT_BY_NIGHT = "lit_by_night", "its windows are lit at dusk and by night"
    STEAMS = "steams", "steam can be seen to rise from it when it is hot"
    BUTTERED = "buttered", "food that butter melts on: a pat, no block"
    SYRUPED = "syruped", "food that syrup is poured over, and that is stacked on a plate"
    CELEBRATED = "celebrated", "the candles on it are thin ones, stuck in and burning"
    SWEET = "sweet", "many-coloured ones come in a confectioner's colours"
    NAMED_BY_CONTENTS = "named_by_contents", "named by what is in it: serum, lotion, cream"
    POTTED = "potted", "a plant that is built with its pot"
    EATEN_IN_HAND = "eaten_in_hand", "who eats it holds it, at no table"
    FOR_STUDY = "for_study", "belongs on a desk: a stylist sets it before books"
    FOR_DRINKS = "for_drinks", "a stylist sets it before a bar"

    # what its prop can show besides states, styles and shapes
    BEARS_TEXT = "bears_text", "text can be read on it"
    PAGE = "page", "is nothing but what is set on it: as large as its words need"
    FILLABLE = "fillable", "what it is filled with can be seen"
    HEAPED = "heaped", "loose stuff that it is full of is heaped in it: hay, sand, soil"
    DEPICTS = "depicts", "what it shows or is made up of changes it"
