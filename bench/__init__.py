"""Programs that measure: speed, quality, fidelity, development, reading. Figures come from here."""
