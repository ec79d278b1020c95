"""The catalogue: one record a thing, checked as it is read; words are its own; adding a thing is a record and a function."""

from __future__ import annotations

import pytest

import diorama_catalogue as catalogue
from diorama.language.lexicon import lexicon
from diorama_catalogue import SettingTag, Tag, places, role, roles, settings, stand_ins, tagged, thing, things
from diorama_catalogue.loading import CatalogueError, record


def test_every_tag_says_what_it_means_and_is_used():
    for tag in Tag:
        assert len(tag.meaning) > 8, tag
        assert tagged(tag), f"{tag} is nobody's"
    for tag in SettingTag:
        assert len(tag.meaning) > 8, tag
        assert places(tag), f"{tag} is no place's"


def test_a_record_is_typed():
    mug = thing("mug")
    assert (mug.category, mug.size) == ("tableware", 0.11)
    assert {Tag.VESSEL, Tag.HANDLED, Tag.FILLABLE} <= mug.tags and "handle" in mug.parts
    assert thing("plate").support.across == 0.17 and thing("chair").turned == (16, 34)


def test_what_people_of_a_role_have_with_them_is_data():
    assert role("violinist").plays == "violin" and role("waiter").serves and role("chef").cooks
    assert role("baker").home == "bakery" and role(None).home is None
    assert role(None) == role("acrobat") and not (role(None).plays or role(None).serves or role(None).cooks)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ('plays = "vioiln"', "'vioiln', which is no thing"),
        ("playz = 1", "roles.toml: fiddler: .*playz"),
        ('home = "bakrey"', "'bakrey', which is no setting"),
    ],
)
def test_a_wrong_role_is_named(row, says, tmp_path, monkeypatch):
    for name in ("settings.toml", "fittings.toml"):
        (tmp_path / name).write_text((catalogue.FOLDERS[0] / name).read_text())
    (tmp_path / "roles.toml").write_text(f"[fiddler]\n{row}\n")
    monkeypatch.setattr(catalogue.loading, "FOLDERS", [tmp_path, *catalogue.FOLDERS])
    catalogue.forget()
    try:
        with pytest.raises(CatalogueError, match=says):
            roles()
    finally:
        monkeypatch.undo()
        catalogue.forget()


def test_a_wrong_tag_of_a_setting_is_named(tmp_path, monkeypatch):
    (tmp_path / "settings.toml").write_text('[everywhere.place]\n[attic]\ntags = ["indors"]\nshows = []\n')
    (tmp_path / "fittings.toml").write_text("")
    monkeypatch.setattr(catalogue.loading, "FOLDERS", [tmp_path])
    catalogue.forget()
    try:
        with pytest.raises(CatalogueError, match="settings.toml: attic: 'indors'"):
            settings()
    finally:
        monkeypatch.undo()
        catalogue.forget()


def test_what_has_no_record_is_nothing():
    assert thing("unicorn").size == 0 and not thing("unicorn").tags


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"size": 1.0, "nuons": ["x"]}, "tool.toml: thing has no field 'nuons'"),
        ({"size": 1.0, "tags": ["upwrite"]}, "'upwrite' is not a valid Tag"),
        ({"nouns": ["x"]}, "says no size"),
    ],
)
def test_a_wrong_record_is_named(data, says):
    with pytest.raises(CatalogueError, match=says):
        record("thing", "tool", data)


def test_nouns_are_told_apart():
    """A word is one thing's, or one thing's first and then what it stands in for."""
    seen: dict[str, str] = {}
    for key, found in things().items():
        for word in (key.replace("_", " "), *found.nouns):
            assert seen.setdefault(word, key) == key, f"{word!r} is both {seen[word]} and {key}"


def test_a_stand_in_is_a_thing_of_the_catalogue():
    assert {s.thing for s in stand_ins().values()} <= set(things())


@pytest.mark.parametrize(("key", "noun", "variants"), [
    ("potted_plant", "fern", ("fern",)), ("bouquet", "bouquet of tulips", ("tulip",)), ("car", "police car", ("police",)),
    ("tree", "apple tree", ("fruit", "apple")), ("mug", "mug", ()),
    ("flower", "lilies", ("lily",)),
])  # fmt: skip
def test_a_noun_names_variants(key, noun, variants):
    assert thing(key).named(noun) == variants


def test_every_variant_is_named_by_some_word_of_its_own():
    for key, found in things().items():
        for variant, words in found.variants.items():
            assert words and all(variant in found.named(word) for word in words), (key, variant)


def test_a_place_names_what_its_setting_knows():
    assert settings()["street"].named("a cobbled Paris street") == ("paris", "cobbles")
    assert settings()["meadow"].named("a dirt road through a wheat field") == ("road", "unpaved", "wheat")


@pytest.mark.parametrize("last", [True, False])
def test_a_folder_of_records_is_added_beside_the_catalogues_own(tmp_path, monkeypatch, last):
    """Whichever folder is read first, a thing of its own is what its noun means, not a figure that stood in for it."""
    (tmp_path / "things").mkdir()
    (tmp_path / "things" / "garden.toml").write_text('[milestone]\nsize = 0.9\nnouns = ["street milestone"]\ntags = ["upright"]\n')
    for table in catalogue.FOLDERS[0].glob("*.toml"):
        (tmp_path / table.name).write_bytes(table.read_bytes())
    monkeypatch.setattr(catalogue.loading, "FOLDERS", [*catalogue.FOLDERS, tmp_path] if last else [tmp_path, *catalogue.FOLDERS])
    catalogue.forget()
    try:
        assert thing("milestone").category == "garden" and Tag.UPRIGHT in thing("milestone").tags
        assert next(senses for entry, senses in lexicon().words["milestone"] if entry == ("milestone",))[0].key == "milestone"
    finally:
        monkeypatch.undo()
        catalogue.forget()
