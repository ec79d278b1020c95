# SPDX-License-Identifier: GPL-3.0-or-later
"""Things of bathrooms and of cleaning."""
