"""The catalogue: what is known of every thing and every setting, as data that both the reading and the stage use.

A thing is one record in `things/*.toml`; its prop is one function of the stage. A setting's features are in `settings.toml`, what places have of
their own in `fittings.toml`, what people of a role have with them in `roles.toml`, what is done with a tool in `deeds.toml`, the colours
of what is poured in `liquids.toml`, what is heaped in `loose.toml`, what things are coated with in `coatings.toml`.
What is declared here and what the stage's props ask for are held together by a test that builds every kind.
"""

from diorama_catalogue.derived import derived, forget
from diorama_catalogue.loading import (
    FOLDERS,
    Clutter,
    Coating,
    Fitting,
    Liquid,
    Loose,
    Role,
    Setting,
    Shared,
    clutter,
    coatings,
    coats,
    finish_of,
    fittings,
    food_tools,
    liquids,
    loose,
    places,
    role,
    roles,
    settings,
    shared,
    stand_ins,
    thing,
    things,
    tools,
)  # fmt: skip
from diorama_catalogue.record import StandIn, Support, Thing
from diorama_catalogue.tags import SettingTag, Tag
from diorama_catalogue.words import said

__all__ = [
    "Clutter", "Coating", "FOLDERS", "Fitting", "Liquid", "Loose", "Role", "Setting", "SettingTag", "Shared", "StandIn", "Support", "Tag", "Thing",
    "bears_text", "clutter", "coatings", "coats", "derived", "finish_of", "fittings", "forget",
    "liquids", "loose", "places", "role", "roles", "said", "settings", "shared", "stand_ins", "tagged", "thing", "things", "tools",
    "food_tools",
]  # fmt: skip


@derived
def tagged(*tags: Tag) -> frozenset[str]:
    """The keys of all things that have any of the tags."""
    return frozenset(key for key, record in things().items() if not record.tags.isdisjoint(tags))


def bears_text(record: Thing) -> bool:
    """Whether words can stand on it: on a surface that it has for them, or on its skin. What is shaped like an animal has neither."""
    return Tag.BEARS_TEXT in record.tags or record.category != "figure"
