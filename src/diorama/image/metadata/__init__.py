"""What a picture file says of its making, in the words that galleries, other studios and newsrooms read.

| in | PNG | JPEG, WebP |
|---|---|---|
| the A1111 text (prompt, steps, seed, size, model) | iTXt `parameters` | EXIF UserComment |
| the recipe, canonical JSON | iTXt `diorama` | XMP `diorama:recipe`, deflated and in base64 |
| kind of source (IPTC), tool, prompt | XMP | XMP |

model   what is written
data    JSON of others as sound data
exif    EXIF: a block with a UserComment; every text in one that is read
xmp     XMP: a packet; its properties, in whatever form they are written; packets longer than a JPEG's segment
write   the blocks for each format, and what does not fit into one
texts   everything that an opened file says in words
importers  one for each program whose pictures are understood
read    all of it as data
"""

from diorama.image.metadata.model import SOURCE_TYPES, Metadata, SourceType
from diorama.image.metadata.read import parse
from diorama.image.metadata.write import cut, jpeg_blocks, parameters, png_chunks, webp_blocks

__all__ = ["SOURCE_TYPES", "Metadata", "SourceType", "cut", "jpeg_blocks", "parameters", "parse", "png_chunks", "webp_blocks"]
