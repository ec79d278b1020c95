"""Words for texts in a scene: what they say of the things, each beside its opposite."""

from __future__ import annotations

from diorama.language import read

KINDS = {
    'A delivery van parked in a street, on its side the words "Swift & Sons"': ("van", "states", ("parked",)),
    'A bottle lying on its side, its label says "Rum"': ("bottle", "states", ("fallen",)),
    'A gravestone in the grass, engraved "Ada Finch" and "1871 – 1942"': ("gravestone", "finish", ()),
    'A carved wooden sign that says "Inn"': ("sign", "finish", ("carved",)),
}


def test_words_for_a_text_are_no_looks_of_what_bears_it():
    wrong = {}
    for prompt, (thing, what, wanted) in KINDS.items():
        subject = next(s for s in read(prompt).scene.subjects if s.thing == thing)
        found = subject.surface.finish if what == "finish" else subject.states
        if tuple(found) != wanted:
            wrong[prompt] = found
    assert not wrong


def things(prompt: str) -> dict[str, list[str]]:
    scene = read(prompt).scene
    nouns = {s.id: s.noun for s in scene.subjects}
    told = [f"{nouns.get(r.subject, r.subject)} {r.kind} {' '.join(nouns.get(o, o) for o in r.objects)}" for r in scene.relations]
    return {"things": [s.noun for s in scene.subjects], "relations": told, "setting": [scene.environment.setting]}


def test_screens_fronts_tags_and_places_of_texts_belong_to_what_they_are_of():
    phone = things('A hand holds a phone whose screen shows a message: "Are you home yet?"')
    assert phone["things"] == ["person", "phone"] and phone["relations"] == ["person holding phone"]
    plaque = things('A brass plaque on a stone wall beside a green door: "Dr. M. Okoro" and below it "Dentist"')
    assert "plaque beside door" in plaque["relations"] and not any(" under " in r for r in plaque["relations"])
    assert any(r.startswith("sign under shelf") for r in things('A shelf on a wall and below it a sign that says "Dentist"')["relations"])
    front = things('The front of a pub. The sign above the door reads "The Goose"')
    assert front["setting"] == ["shop_front"] and things('In a pub a sign on the wall reads "The Goose"')["setting"] == ["cafe"]
    jars = read('A wooden shelf with three jars whose labels read "Sugar", "Flour" and "Rice"').scene.subjects
    assert [(s.count, s.labels[0].text) for s in jars if s.noun == "jar"] == [(1, "Sugar"), (1, "Flour"), (1, "Rice")]
    tags = things('Apples and pears; the price tag on the apples says "Apples 2" and the tag on the pears says "Pears 3"')
    assert {"price tag on apple", "price tag on pear"} <= set(tags["relations"])
