#!/bin/sh
# Pillow 13.0.0: EXIF's UserComment given as bytes, as the standard has it (8 bytes that name the encoding, then the text), is written with type BYTE, not UNDEFINED.
# Pillow has no type for that tag and takes BYTE for any bytes; nothing in its interface for EXIF lets one say another. The block can be read back by Pillow, so nothing looks wrong.
# Seen: type 1 in the file; piexif 1.1.3 gets a tuple of numbers and raises ValueError. (exiv2 prints numbers; exiftool warns and reads it.)
set -eu
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0 piexif==1.1.3
cat > "$folder/write.py" <<'PY'
import io
import struct
import sys

import piexif
import piexif.helper
from PIL import Image

exif = Image.Exif()
exif.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + "a mug".encode("utf-16-be")
out = io.BytesIO()
Image.new("RGB", (8, 8)).save(out, "JPEG", exif=exif.tobytes())
data = out.getvalue()
kind = struct.unpack("<H", data[(at := data.index(b"\x86\x92") + 2) : at + 2])[0] if b"II*\0" in data[:40] else struct.unpack(">H", data[(at := data.index(b"\x92\x86") + 2) : at + 2])[0]
try:
    told = piexif.helper.UserComment.load(piexif.load(data)["Exif"][0x9286])
except ValueError as wrong:
    told = f"ValueError: {wrong}"
print(f"type {kind} (7 is UNDEFINED); piexif: {told}")
sys.exit(0 if kind == 1 and told.startswith("ValueError") else 1)
PY
"$folder/python/bin/python" "$folder/write.py"
