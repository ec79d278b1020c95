"""The reading is held to a floor: what was read well stays so. The measure itself: `python -m bench.facts`."""

from __future__ import annotations

import pytest

from bench.facts import briefs, captions, guard, report, senses
from bench.facts.captions import SETS, load
from bench.facts.score import score
from diorama.language import read
from diorama.language.check import untold
from diorama.scene.animal import Coat
from diorama.scene.look import Colour, Surface
from diorama.scene.person import Action, Garment, Hair
from diorama.scene.subject import Animal, Person

PRECISION = {"subjects": 0.89, "attributes": 0.82, "clothes": 0.90, "relations": 0.76, "place": 0.74, "light": 0.79, "camera": 0.90}
RECALL = {"subjects": 0.81, "attributes": 0.54, "clothes": 0.83, "relations": 0.40, "place": 0.53, "light": 0.50, "camera": 0.80}
TRUE_IF_APPLIED = 0.835
PASTED = {
    "G1": {"subjects": (0.90, 0.90), "attributes": (0.82, 0.73), "relations": (0.73, 0.54), "light": (0.96, 0.86), "all": (0.89, 0.77), "applied": 0.865},
    "G2": {"subjects": (0.93, 0.86), "attributes": (0.86, 0.75), "relations": (0.59, 0.42), "light": (0.70, 0.50), "all": (0.865, 0.745), "applied": 0.835},
}
"""Of what people paste: floors of precision and recall by sort of fact, and of P(true | applied)."""


@pytest.fixture(scope="module")
def scored():
    scored, failed = report.scores(load())
    assert failed == []
    return scored


def test_short_prompts_read_as_before_or_as_was_reviewed():
    found, _, total = briefs.differences()
    assert total > 1500
    assert len(found) <= 0.005 * total, "\n\n".join(briefs.told(d) for d in found[:20])


@pytest.mark.parametrize("sort", PRECISION)
def test_what_is_read_in_captions_is_true(scored, sort):
    assert report.figures(scored)[sort].precision >= PRECISION[sort]


@pytest.mark.parametrize("sort", RECALL)
def test_what_captions_say_is_read(scored, sort):
    assert report.figures(scored)[sort].recall >= RECALL[sort]


def test_applied_means_true(scored):
    judged, true = report.applied(scored)
    assert true / judged >= TRUE_IF_APPLIED


def test_no_word_is_dropped_without_being_named(scored):
    silent = [p.text for s in scored for p in untold(s.reading.phrases, s.reading.diagnostics)]
    assert silent == []
    assert sum(p.status == "no_effect" for s in scored for p in s.reading.phrases) > 1000
    assert sum(len(untold(s.reading.phrases, [])) for s in scored) > 1000, "nothing said, all of them are silent"


@pytest.mark.parametrize("title", PASTED)
def test_what_people_paste_is_read_as_well_as_it_was(title):
    scored, failed = report.scores(load(SETS[title]))
    assert failed == []
    figures = report.figures(scored)
    below = {
        sort: (figures[sort].precision, figures[sort].recall)
        for sort, floor in PASTED[title].items()
        if isinstance(floor, tuple) and (figures[sort].precision < floor[0] or figures[sort].recall < floor[1])
    }
    assert below == {}
    judged, true = report.applied(scored)
    assert true / judged >= PASTED[title]["applied"]


def test_what_is_only_spoken_of_is_not_built():
    """Misreadings met once: a bun of hair that was bread, shades of lilac that were sunglasses."""
    scored, _ = report.scores(load(SETS["quoted"]))
    built = [name for s in scored for name in s.built]
    assert len(built) <= 3, built


def test_an_animal_may_be_told_its_age_in_years():
    read(next(c.text for c in load(SETS["quoted"]) if c.id == "aged"))


# ── the measure measures ──


def caption(text: str, **facts) -> captions.Caption:
    return captions._caption({"id": "x", "voice": "test", "text": text, **facts})


def test_a_true_reading_has_no_false_claims_and_misses_nothing():
    told = caption("A red mug on a wooden table", subjects=["mug: red", "table: wooden"], relations=["mug on table"])
    scored = score(told, read(told.text))
    assert all(c.true for c in scored.claims)
    assert all(n.met for n in scored.needs)


@pytest.mark.parametrize(
    ("facts", "sort", "text"),
    [
        (dict(subjects=["table: wooden"]), "subjects", "mug"),
        (dict(subjects=["mug x2: red", "table: wooden"], relations=["mug on table"]), "counts", "1 mug"),
        (dict(subjects=["mug: blue", "table: wooden"], relations=["mug on table"]), "attributes", "mug colour=red"),
        (dict(subjects=["mug: red", "table: wooden"], relations=["mug under table"]), "relations", "mug on ground"),
    ],
)
def test_what_the_facts_do_not_say_is_false(facts, sort, text):
    told = caption("A red mug on a wooden table", **facts)
    false = [c for c in score(told, read(told.text)).claims if c.true is False]
    assert (sort, text) in [(c.sort, c.text) for c in false]


def test_persons_and_animals_are_measured_by_their_traits():
    told = caption(
        "x",
        subjects=["woman: old, hair silver, hair bun; wears coat: red, wool; does sit, look lens, hold cane", "cane", "cat x2: ginger; does sleep"],
        relations=["woman on cane?"],
    )
    red, silver, ginger = (Colour(name=name, hex="#888888") for name in ("red", "silver", "orange"))
    coat = Garment(garment="coat", surface=Surface(colours=(red,), material="wool"))
    woman = Person(
        id="s1", noun="woman", age=72, hair=Hair(styles=("bun",), colour=silver), wears=(coat,), posture="sitting", gaze="lens",
        actions=(Action(deed="holding", objects=("s2",)),),
    )  # fmt: skip
    cats = Animal(id="s3", noun="cat", count=2, species="cat", coat=Coat(colours=(ginger,)), posture="sleeping")
    reading = read("a cane")
    cane = reading.scene.subjects[0].model_copy(update={"id": "s2"})
    scored = score(told, reading.model_copy(update={"scene": reading.scene.model_copy(update={"subjects": (woman, cane, cats)})}))
    assert [c for c in scored.claims if c.true is False] == []
    assert [n for n in scored.needs if not n.met] == []


@pytest.mark.parametrize(("time", "met"), [("night", True), ("23:00", True), ("noon", False), ("11:00", False)])
def test_an_hour_is_a_part_of_the_day(time, met):
    told = caption("a red mug, 11 pm", subjects=["mug: red"], time=[time])
    scored = score(told, read(told.text))
    assert [n.met for n in scored.needs if n.sort == "time"] == [met]
    assert all(c.true is met for c in scored.claims if c.sort == "time")


@pytest.mark.parametrize(("text", "met"), [("a red mug, low sun", True), ("a red mug, soft light from the left", False)])
def test_a_light_a_few_degrees_up_is_low(text, met):
    told = caption(text, subjects=["mug: red"], light=["low"])
    assert [n.met for n in score(told, read(text)).needs if n.sort == "light"] == [met]


@pytest.mark.parametrize(("facts", "true"), [("curtain x+?: orange", True), ("curtain x+?: green", False)])
def test_a_look_of_what_a_room_has_is_judged_by_the_caption(facts, true):
    reading = read("a red mug in a bedroom, orange curtains")
    told = caption("x", subjects=["mug: red", facts])
    judged = [c.true for c in score(told, reading).claims if c.text.startswith("environment.fittings.") and c.text.endswith("=orange")]
    assert judged == [true]


def test_absent_things_are_found_out():
    told = caption("A red mug, a spoon", subjects=["mug: red"], absent=["spoon"])
    assert score(told, read(told.text)).built == ["spoon"]


def test_there_are_captions_enough_in_both_halves():
    assert all(len(load(SETS[half])) >= 75 and all(55 <= len(c.text.split()) <= 205 for c in load(SETS[half])) for half in ("A", "B"))
    assert all(len(load(SETS[half])) >= 40 and all(4 < len(c.text.split()) <= 45 for c in load(SETS[half])) for half in ("G1", "G2"))


@pytest.mark.parametrize("line", ["", "Mug: red", "mug x2 red"])
def test_a_slip_in_the_facts_is_told(line):
    with pytest.raises(ValueError, match="x: no subject in"):
        caption("A mug", subjects=[line])


def test_a_relation_names_what_there_is():
    with pytest.raises(ValueError, match="speaks of plate"):
        caption("A mug", subjects=["mug"], relations=["mug on plate"])


def test_sentences_by_construction_are_read_as_they_tell():
    wanted = guard.load()
    right = sum(not guard.wrong(w) for w in wanted)
    assert right >= 0.86 * len(wanted), f"{right} of {len(wanted)}: `python -m bench.facts guard` tells which"


HOMONYMS = 0.87
"""Of homonyms in sentences: the part that is read in the right sense; what is read in a wrong one is less than `WRONG_SENSE`."""
WRONG_SENSE = 0.04
EVERY = 4
"""One sentence in so many is read."""


def test_homonyms_mean_what_their_sentences_tell():
    found = senses.verdicts(senses.load()[::EVERY])
    assert senses.rate(found) >= HOMONYMS
    assert sum(v.outcome == "false" for v in found) <= WRONG_SENSE * len(found), "\n".join(v.case.text for v in found if v.outcome == "false")
