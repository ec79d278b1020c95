"""Plurals and singulars of nouns, of those inside others too."""

import pytest

from diorama_catalogue.plurals import plural, singular


@pytest.mark.parametrize(
    ("one", "many"),
    [("cameraman", "cameramen"), ("grandchild", "grandchildren"), ("wine glass", "wine glasses"), ("dormouse", "dormice"), ("leaf", "leaves")],
)
def test_there_and_back(one, many):
    assert plural(one) == many and singular(many) == one


@pytest.mark.parametrize(("one", "many"), [("human", "humans"), ("german", "germans"), ("ottoman", "ottomans"), ("specimen", "specimens")])
def test_what_only_ends_so_is_regular(one, many):
    assert plural(one) == many and singular(many) == one
