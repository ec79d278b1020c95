"""Prompts in Chinese: what is to be read is kept to the letter, the words round it tell its surface, its role and its place."""

from __future__ import annotations

import pytest

from diorama.errors import PromptError
from diorama.language import must_show, read
from diorama.language.pages.documents import document
from diorama.language.syntax.glossed import gloss

PAGES = {
    "一张咖啡馆的海报，标题写着“慢下来”，下面用小字写着“每周三晚上有现场音乐”，最底部是地址“梧桐路18号”。": [
        ("poster", ["慢下来", "每周三晚上有现场音乐", "梧桐路18号"])
    ],
    "一块木制招牌挂在书店门口，上面刻着“半日闲书屋”，旁边的小黑板上写着“今日新书八折”。": [("shop_sign", ["半日闲书屋"]), ("chalkboard", ["今日新书八折"])],
    "幻灯片，标题是「为什么要睡够八小时」，正文写着：「每天固定时间上床。」": [("slide", ["为什么要睡够八小时", "每天固定时间上床。"])],
    "左边的路牌写着“南京路”，右边的路牌写着“北京路”。": [("road_sign", ["南京路"]), ("road_sign", ["北京路"])],
    "漫画，左边的女孩说：“你带伞了吗？”右边的男孩回答：“带了。”": [("comic", ["你带伞了吗？", "带了。"])],
}


def test_surfaces_of_chinese_prompts_are_the_ones_that_are_told():
    wrong = {}
    for prompt, wanted in PAGES.items():
        made = document(prompt)
        found = [(page.template, [t for t in page.strings() if t]) for page in made.pages] if made else []
        if found != wanted:
            wrong[prompt] = found
    assert not wrong


def test_a_chinese_prompt_is_shown_and_its_phrases_are_of_its_own_words():
    prompt = "古朴的茶叶盒，正面竖排写着“明前龙井”，右下角印着“净含量50克”，旁边蹲着一只貔貅。"
    reading = read(prompt)
    must_show(reading)
    (box,) = [s for s in reading.scene.subjects if s.labels]
    assert [(label.text, label.at) for label in box.labels] == [("明前龙井", None), ("净含量50克", "bottom_right")]
    assert all(phrase.text == prompt[phrase.start : phrase.end] for phrase in reading.phrases)
    (said,) = [d for d in reading.diagnostics if d.code == "word-by-word"]
    assert "貔貅" in said.message and any(p.text.endswith("貔貅") and p.status == "not_understood" for p in reading.phrases)


def test_what_has_nothing_to_be_read_or_is_in_another_language_is_as_before():
    assert gloss('A poster that says “慢下来”') is None
    assert gloss("Плакат с надписью “慢下来”") is None
    with pytest.raises(PromptError):
        must_show(read("一只红色的杯子放在木桌上"))
