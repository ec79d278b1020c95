"""Runs among the readers' packages: `python python_side.py READER FILE` prints what the reader finds as {prompt, seed}; or writes the file anew."""

import json
import sys


def piexif(path):
    import piexif as library
    import piexif.helper

    text = piexif.helper.UserComment.load(library.load(path)["Exif"][library.ExifIFD.UserComment])
    return {"prompt": text.split("\nSteps:")[0], "seed": text.partition("Seed: ")[2].partition(",")[0]}


def sd_prompt_reader(path):
    from sd_prompt_reader.image_data_reader import ImageDataReader

    found = ImageDataReader(path)
    return {"prompt": found.positive, "seed": found.parameter.get("seed") if found.parameter else ""}


def sd_parsers(path):
    from sd_parsers import ParserManager

    found = ParserManager().parse(path)
    return {"prompt": found.full_prompt, "seed": str(found.samplers[0].parameters["seed"])} if found else {"prompt": "", "seed": ""}


def insert(path):
    import piexif as library

    exif = library.load(path)
    exif["0th"][library.ImageIFD.Artist] = b"Ann"
    library.insert(library.dump(exif), path)


def saved(path):
    from PIL import Image

    with Image.open(path) as image:
        Image.frombytes("RGB", image.size, image.convert("RGB").tobytes()).save(path, "PNG")


SIDES = {"piexif": piexif, "sd-prompt-reader": sd_prompt_reader, "sd-parsers": sd_parsers, "piexif.insert": insert, "saved": saved}
print(json.dumps(SIDES[sys.argv[1]](sys.argv[2])))
