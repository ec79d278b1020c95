#!/bin/sh
# Exiv2 0.28 (pyexiv2 2.16.0): an EXIF UserComment in UNICODE that holds a character outside the Basic Multilingual Plane makes the whole of the EXIF block unreadable.
# Exif's "UNICODE" is read as UCS-2, which has no surrogate pairs; programs that write prompts (AUTOMATIC1111 and its like) write UTF-16. The command exiv2 prints raw bytes.
# Seen: "a mug 茶" is read; "a mug 🦊", which piexif 1.1.3 wrote and reads, raises RuntimeError: Cannot convert text encoding from 'UCS-2BE' to 'UTF-8'.
set -eu
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check pyexiv2==2.16.0 piexif==1.1.3 pillow==13.0.0
cat > "$folder/read.py" <<'PY'
import io
import sys

import piexif
import piexif.helper
import pyexiv2
from PIL import Image


def told(text: str) -> str:
    out = io.BytesIO()
    exif = piexif.dump({"Exif": {piexif.ExifIFD.UserComment: piexif.helper.UserComment.dump(text, "unicode")}})
    Image.new("RGB", (8, 8)).save(out, "JPEG", exif=exif)
    assert piexif.helper.UserComment.load(piexif.load(out.getvalue())["Exif"][piexif.ExifIFD.UserComment]) == text
    with pyexiv2.ImageData(out.getvalue()) as image:
        try:
            return image.read_exif()["Exif.Photo.UserComment"]
        except RuntimeError as wrong:
            return f"RuntimeError: {wrong}"


plain, emoji = told("a mug \u8336"), told("a mug \U0001f98a")
print(f"exiv2 {pyexiv2.__exiv2_version__}: {plain!r}; {emoji!r}")
sys.exit(0 if plain.endswith("a mug \u8336") and emoji.startswith("RuntimeError") else 1)
PY
"$folder/python/bin/python" "$folder/read.py"
