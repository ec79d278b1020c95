"""Things of one's own on the page: dropped beside the prompt, listed with what each is, taken away, in the picture."""

from __future__ import annotations

import base64

import numpy as np
from playwright.sync_api import Page, expect

from diorama.image import encode
from studio_steps import pictures, tell, write

MESH = b"mtllib cup.mtl\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n"
DROP = """([panel, files]) => {
  const held = new DataTransfer();
  for (const [name, data] of files) held.items.add(new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], name));
  for (const kind of ['dragenter', 'dragover', 'drop']) panel.dispatchEvent(new DragEvent(kind, { dataTransfer: held, bubbles: true, cancelable: true }));
}"""


def drop(page: Page, **files: bytes) -> None:
    """Drop files on the field of the prompt, as a hand would; `a_obj` is a.obj."""
    given = [[name.replace("_", "."), base64.b64encode(data).decode()] for name, data in files.items()]
    page.evaluate(DROP, [page.get_by_label("Prompt: describe").element_handle(), given])


def cut_out() -> bytes:
    picture = np.zeros((60, 40, 4), np.uint8)
    picture[10:50, 8:32] = (200, 120, 30, 255)
    return encode(picture)


def test_files_are_dropped_named_taken_away_and_are_in_the_picture(page):
    mine = page.get_by_role("region", name="Things of your own")
    write(page, "my bottle beside a cup on a table")
    drop(page, bottle_png=cut_out())
    expect(mine.get_by_label("What bottle.png is")).to_have_value("bottle")
    drop(page, cup_obj=MESH, cup_mtl=b"newmtl a\nmap_Kd handle.png\n")
    expect(mine.get_by_label("What cup.obj is")).to_have_value("cup")
    expect(mine).to_contain_text("without handle.png")
    drop(page, photo_png=encode(np.full((8, 8, 3), 90, np.uint8)))
    expect(page.get_by_role("dialog")).to_contain_text("Read a picture")
    page.keyboard.press("Escape")

    page.get_by_label("Files of things").set_input_files({"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff\xe0"})
    expect(tell(page)).to_contain_text("photo.jpg: a JPEG has no transparency")
    page.get_by_label("Files of things").set_input_files({"name": "x.obj", "mimeType": "model/obj", "buffer": MESH})
    expect(mine.get_by_label("What x.obj is")).to_have_value("")
    page.get_by_role("button", name="Generate").click()
    expect(tell(page)).to_contain_text("Which thing of the picture is x.obj?")
    mine.get_by_role("button", name="Take x.obj away").click()
    expect(mine.get_by_role("combobox")).to_have_count(2)

    with page.expect_request(lambda sent: sent.url.endswith("/api/jobs") and sent.method == "POST") as asked:
        page.get_by_role("button", name="Generate").click()
    assert set(asked.value.post_data_json["objects"]) == {"bottle", "cup"}
    expect(pictures(page)).to_have_count(1)
