"""What a string is by itself: a price, a date, a time, an address, a row with its price, a figure."""

from __future__ import annotations

import re

from diorama.typeset.labels import AFTER, SIGNS

HOUR = re.compile(r",\s*\d{1,2}[.:]\d\d$")
"""An hour after a name: "Reserved for Ada, 10.30"."""
DESTINATION = re.compile(r".*\w\s+\d+(?:[.,]\d+)?(?:\s?(?:km|mi|miles|m|min|mins|minutes|h|hrs|Std\.?|Min\.?))?(?:\s\d+(?:\s?min)?)?$|[←→↑↓].*|.*[←→↑↓]$")
"""A place and how far it is, or which way."""
PRICED = frozenset(("menu", "chalkboard", "receipt", "shop_sign", "shop_screen"))
BARE_ROW = re.compile(r"(?!(?:since|est\.?|from)\s)[^\d]+\s[€£$]?\d{1,3}(?:[.,]\d{1,2})?\s?[€£$]?", re.I)
"""A name and a price without a currency, and no other number: no telephone's."""
MONEYED = re.compile(rf"[{SIGNS}]\s?\d|\d\s?[{SIGNS}]")
COUNTED = re.compile(r"^(?!(?:source:|since|est\.?|established|founded|anno|from|seit|depuis)\s)[^\d].*\S\s+\d{1,4}\s?(?:[.,]\d+)?\s?\D{0,2}$")
"""A dish with its price, as menus have it that name no currency."""
ROW = re.compile(rf"^[^\d£$€¥].*\S\s+[-–—.:]*\s*(?:[£$€¥]\s?\d[\d.,]*|\d+[.,]\d\d\s?[€£$]?|\d[\d.,]*\s?{AFTER})$")
CLOCK = r"^(?:doors\s|from\s|at\s)?\d{1,2}(?:[:.]\d\d\s?(?:am|pm|h|uhr)?|\s?(?:am|pm|h|uhr))"
CURRENCIES = r"kr|Kč|zł|Ft|lei|CHF|EUR|GBP|USD|Fr\."
MONEY = (
    r"^(?:from\s|(?:tickets|admission|entry|return|single|only|just)\s|\d+ for )?"
    rf"(?:(?:{CURRENCIES})\s?\d[\d.,]*|[{SIGNS}]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[{SIGNS}]|{CURRENCIES}|euros?|dollars?|pounds?|p|cents?))"
)
ON_TERMS = r"(?:,?\s(?:on|at|in|with|for|per|off|entry|admission|only|each)(?:\s\w+){0,3})?$"
SPAN_OF_HOURS = CLOCK + r"(?:\s?(?:[-–—]|to)\s?" + CLOCK.removeprefix("^") + r")?$|^\d{1,2}\s?(?:[-–—]|to)\s?\d{1,2}\s?(?:am|pm|h|uhr)$"
HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight"
SPELT_HOUR = rf"^(?:doors\s|from\s|at\s)?(?:(?:half|quarter|ten|five|twenty) (?:past|to) (?:{HOURS})|noon|midnight|\w+ o[’']clock)\b(?: in the \w+| sharp)?$"
DOMAIN = re.compile(r"^(?:[a-z0-9-]{2,}\.)+(?!(?:km|kg|am|pm|min)$)[a-z]{2,12}(?:/\S*)?$")
CONTENT = (
    ("price", re.compile(MONEY + r"(?:\s?(?:/|per|each|a)\s?\w*)?" + ON_TERMS + r"|^(?:free (?:entry|admission)|(?:entry|admission) free)$", re.I)),
    ("time", re.compile("|".join((SPAN_OF_HOURS, SPELT_HOUR)), re.I)),
    (
        "date",
        re.compile(
            r"(?:\b\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2}(?:st|nd|rd|th)?)?\s+)?\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\b\.?\s?\d{1,4}|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|^\d{1,2}\.?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\.?$|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$"
            r"|^\d{1,2}\.\s?(?:\d{1,2}\.)?\s?(?:\d{2,4})?\s?[-–—]\s?\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{2,4})?$",
            re.I,
        ),
    ),
    ("date", re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)days?,?\s+(?:at\s)?\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|h\b|uhr|[-–])", re.I)),
    ("number", re.compile(r"^(?:row|seat|gate|platform|table|coach|carriage|wagon|car|block|no\.|nr\.?|#)\s?(?:[A-Z]?\d{1,6}[A-Z]?|[A-Z])\b.{0,24}$", re.I)),
    ("contact", DOMAIN),
    ("contact", re.compile(r"^(?:https?://|www\.|@|#)\S+$|^\S+@\S+\.\w+$|^\S+\.(?:com|org|net|example|co\.uk|de|io|app)\b\S*$|^\+?[\d ()-]{7,}$", re.I)),
)
FIGURE_ONLY = re.compile(rf"[{SIGNS}+−-]?\d[\d.,]*\s?(?:%|[kKmM]|bn|°C?|[{SIGNS}]|min|km|g|kg|ml)?")
"""A figure right after a name: "“Orders” “1,204”"."""


YEAR = re.compile(r"(?:c\.|ca\.|circa|about)?\s?1\d{3}|20\d\d")
UNTIL = re.compile(r"\b(?:before|after|until|till|by|at|from|to|since|under|over|under|aged?) \d+$", re.I)
"""A number at the end that is no price: "No appointment needed before 10"."""
DATED = frozenset(("museum_caption", "label"))
"""Pages on which a year alone is a date."""
BOUGHT = re.compile(r"\d{1,3}\s?[x×]?\s+\D.*\s[£$€]?\d+[.,]\d\d\s?[€£$]?$")
"""What is bought, how many and for how much: "2 Brezel 3,60"."""


def by_content(text: str, template: str) -> str | None:
    """Prices, dates, times and addresses tell themselves; a dish with its price is a row of a menu."""
    if template == "receipt" and BOUGHT.match(text):
        return "menu"
    if template in PRICED and (ROW.match(text) or template == "menu" and COUNTED.match(text) and not UNTIL.search(text)):
        return "menu"
    if template in DATED and YEAR.fullmatch(text):
        return "date"
    return next((role for role, pattern in CONTENT if pattern.search(text)), None)


def figure(text: str) -> bool:
    return FIGURE_ONLY.fullmatch(text) is not None
