"""Repairs of a parse: what the model gets wrong often, and in ways that can be told from the words alone.

clothes   what somebody is in, taken for who does it
tags      words that the tagger takes for another part of speech
nouns     nouns that are seldom, or of two kinds
verbs     verbs that are taken for nouns
deeds     who does what
doers     who of two does what
governed  deeds that hang on deeds
listed    phrases of a brief taken for sentences
lists     what is listed with what
turned    the place first, the subject after its verb
attached  what a preposition or a participle hangs on
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from diorama.language.syntax.fragments import name, rehang
from diorama.language.syntax.lit import from_its_side, from_side
from diorama.language.syntax.mends import attached, clothes, deeds, doers, governed, listed, lists, nouns, tags, tools, turned, verbs

if TYPE_CHECKING:
    from diorama.language.syntax.word import Word

Repair = Callable[["Word", "list[Word]"], None]
"""Looks at one word of a sentence, and hangs it anew where it is one of those it mends."""

PASSES: tuple[tuple[Repair, ...], ...] = (
    (
        tags.lower_case, nouns.taken_for_verb, nouns.counted, nouns.no_copula, nouns.one_with_an_s, nouns.of_its_noun, nouns.pair_does, nouns.mother_bear,
        nouns.its_cub, nouns.of_the_vehicle,
        tags.a_third, tags.no_lie, clothes.busy_in, clothes.hair_in_a_shirt, clothes.with_it_in_a_suit, clothes.in_shining,
        clothes.in_a_dress, clothes.in_an_apron, clothes.coat_and_hat, clothes.as_it_sits,
        tags.listed_thing, clothes.girl_with_a_dress, tags.set_for, tags.side_by_side, tags.plants, tags.on_the_left,
        tags.one_of_them, tags.hued, tags.lay, tags.no_doing, tags.reading_glasses, tags.aged, tags.half_hidden, tags.outsize, nouns.glows, nouns.sticks_out,
        nouns.a_can, nouns.a_well, nouns.cut_up, nouns.framed_of, nouns.in_a_figure, tags.unseen, tags.of_hair,
        tags.in_years, tags.adjectival, tags.geese, tags.verbless, tags.face_down,
        verbs.round_, verbs.is_doing, verbs.stays_doing, verbs.somebody_there_does, verbs.of_its_verb, verbs.of_its_subject, verbs.doing,
        verbs.its_doer, verbs.begins_with_its_doer,
        verbs.busy_at, verbs.has_braided, verbs.as_somebody, doers.meanwhile, doers.no_auxiliary,
        doers.busy_between_commas, doers.the_former, doers.hangs_there,
        verbs.busy_after_which, tags.place_outside, tags.opposite,
        governed.before_what_is_stuck, governed.asks_and_does, deeds.beard_playing,
        governed.taught_to, governed.in_its_colour, governed.busy_doing, governed.made_figure,
    ),
    (tools.with_a_tool, listed.leaves_falling, tags.compound_verb, attached.a_table, deeds.furnished, deeds.performing, deeds.done_to, deeds.no_verb,
        deeds.does_a_noun, deeds.holding_it, deeds.glowing_iron, lists.enumerated,
        lists.both_do, lists.beard_and_suit, lists.listed_things, lists.each_its_noun, lists.another_person),
    (
        deeds.in_a_colour, tags.article_noun, tags.nominal, lists.listed, verbs.streams, deeds.dressed, deeds.with_limbs, deeds.seated, deeds.at_leisure, deeds.sat,
        deeds.at_it, deeds.tending, deeds.put_on, deeds.takes_pictures, deeds.laces_up,
        deeds.handling, deeds.doing_on, deeds.over_a_thing, deeds.of_whom_a_list_begins_with,
    ),
    (
        tags.no_pronoun, tags.one_is, turned.of_the_preposition, deeds.inside_with, lists.two_subjects, deeds.in_hand, deeds.beside_which,
        deeds.seat_of, deeds.on_the_back,
        deeds.sitter_with,
        turned.the_size_of, turned.as_big_as,
        turned.place_first, turned.fronted, turned.turn,
        turned.named_by_both, turned.is_there,
        lists.gapped, turned.are_folded,
        lists.absolute, lists.there_besides, lists.one_and_the_other, turned.in_front_of_which, lists.begins_anew, turned.takes_back, lists.share, lists.levels,
    ),
    (
        attached.no_apposition, attached.bent_over_on, attached.of_the_part, attached.where_the_part_is, attached.along_a_way,
        attached.past_a_comma, attached.with_at_a_side, lists.goes_its_own_way, lists.first_of_two,
        attached.in_the_whole, attached.where_who_stands_is, attached.sat_with, lists.after_without, lists.after_a_side, attached.moved, attached.without_it,
        attached.with_it_in_hand, attached.of_its_own, attached.of_what_it_shows, attached.done_by_the_last, attached.beside_who_wears,
        attached.next_to_who_wears,
        attached.held_over, attached.busy_there, attached.of_the_whole, attached.held_with, attached.in_hands,
        attached.worn_on, attached.named_twice, clothes.in_ones_own,
    ),
    (attached.with_a_place_of_its_own, attached.held_in_hand),
)  # fmt: skip
"""Each goes through the sentence once, with all its repairs at each word: tags first, then verbs, then who hangs on whom."""


def mend(words: list[Word]) -> None:
    """All repairs of a sentence, in order."""
    from_side(words)
    from_its_side(words)
    for word, after in zip(words, words[1:], strict=False):
        word.comma = after.text in (",", ";", ":", "—", "–", ".")
        word.joined = after.text == "-" and after.start == word.end
    for repairs in PASSES:
        for word in words:
            for repair in repairs:
                repair(word, words)
    name(words)
    if words and not any(w.tag in ("VBZ", "VBP", "VBD", "MD") for w in words):
        verbs.find_verb(words)
        rehang(words)
