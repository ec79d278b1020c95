"""Nouns of what fills a vessel."""

from __future__ import annotations

LIQUIDS = frozenset((
    "coffee", "tea", "water", "wine", "red wine", "white wine", "rosé", "rosé wine", "milk", "juice", "orange juice", "beer", "espresso", "latte", "cappuccino",
    "hot chocolate", "cocoa", "soup", "broth", "lemonade", "iced tea", "whisky", "whiskey", "champagne", "honey", "jam", "sauce", "olive oil",
    "cognac", "brandy", "bourbon", "vodka", "gin", "sake", "tequila", "sugar", "salt", "flour", "rice", "couscous", "soda", "cola", "rum", "green tea", "mint tea", "matcha", "cereal", "oatmeal", "porridge", "ketchup", "popcorn", "salad",
    "ramen", "noodles", "noodle", "pasta", "spaghetti", "smoothie", "milkshake", "cider", "lager", "iced coffee", "curry", "stew", "flat white",
    "ice cream", "candy", "spice", "mustard", "soy sauce",
    "yogurt", "yoghurt", "granola", "muesli",
    "ale", "stout", "scotch", "prosecco", "sangria", "sherry", "tonic", "tonic water", "gin and tonic", "sparkling water", "root beer", "ginger ale", "mocha",
    "macchiato",
    "americano", "cortado", "chai", "chai latte", "black tea", "herbal tea", "black coffee", "kombucha", "buttermilk", "mulled wine",
    "syrup", "maple syrup", "chocolate sauce", "ice", "crushed ice",
))  # fmt: skip
"""Nouns that fill a vessel rather than lie in it."""
