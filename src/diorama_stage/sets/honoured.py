# SPDX-License-Identifier: GPL-3.0-or-later
"""Which features of an environment each setting can show. Data: the reading tells people of the rest that it is not to be seen."""

from __future__ import annotations

HONOURED: dict[str, frozenset[str]] = {
    "studio": frozenset(("window",)),
    "tabletop": frozenset(("window", "plants", "shelves", "lamp", "tablecloth", "curtains", "string_lights", "books")),
}
