#!/bin/sh
# sd-prompt-reader 1.3.5: a JPEG or WebP of A1111's form cannot be read where its text holds one of the 8 letters U+00D8 to U+00DF (Ø Ù Ú Û Ü Ý Þ ß): "Straße", "Über".
# It first decodes the EXIF UserComment, which is big-endian as piexif writes it, as UTF-16 of the machine's order to look for SwarmUI's key; such a letter is then half a
# surrogate pair, the decoder raises, and the whole file counts as damaged.
# Seen: READ_SUCCESS for "a mug" and "é", FORMAT_ERROR and no words for "Straße" and "Über".
set -eu
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check --no-deps sd-prompt-reader==1.3.5 piexif==1.1.3 pillow==13.0.0
cat > "$folder/read.py" <<'PY'
import sys

import piexif
import piexif.helper
from PIL import Image
from sd_prompt_reader.image_data_reader import ImageDataReader

told = {}
for words in ("a mug", "é", "Straße", "Über"):
    comment = piexif.helper.UserComment.dump(f"{words}\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: 1, Size: 8x8, Model: x", encoding="unicode")
    Image.new("RGB", (8, 8)).save("x.jpg", exif=piexif.dump({"Exif": {piexif.ExifIFD.UserComment: comment}}))
    told[words] = ImageDataReader("x.jpg").status.name
print(told)
sys.exit(0 if told == {"a mug": "READ_SUCCESS", "é": "READ_SUCCESS", "Straße": "FORMAT_ERROR", "Über": "FORMAT_ERROR"} else 1)
PY
cd "$folder" && "$folder/python/bin/python" read.py 2>/dev/null
