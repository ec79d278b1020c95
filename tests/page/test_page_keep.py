"""What is kept: the gallery, stars, search, boards, the trash, notes, lineage, comparing, downloads, the recipe inside a picture."""

from __future__ import annotations

from playwright.sync_api import expect

from studio_steps import make, pictures, tell


def tiles(page):
    return page.get_by_role("listbox", name="Pictures", exact=True).get_by_role("option")


def test_delete_undo_and_restore(page):
    make(page, "A red apple on a table")
    make(page, "A yellow lemon on a table")
    page.get_by_role("button", name="Move to the trash").click()
    expect(pictures(page)).to_have_count(1)
    tell(page).get_by_role("button", name="Undo").click()
    expect(pictures(page)).to_have_count(2)
    pictures(page).first.click()
    pictures(page).first.press("Delete")
    expect(pictures(page)).to_have_count(1)
    page.get_by_role("link", name="Gallery").click()
    expect(tiles(page)).to_have_count(1)
    page.get_by_role("button", name="Trash", exact=True).click()
    expect(tiles(page)).to_have_count(1)
    tiles(page).first.hover()
    page.locator(".tile .check").first.click()
    page.get_by_role("button", name="Restore").click()
    expect(page.get_by_text("The trash is empty")).to_be_visible()
    page.get_by_role("button", name="All pictures").click()
    expect(tiles(page)).to_have_count(2)


def test_stars_and_search(page):
    make(page, "A red apple on a table")
    make(page, "A yellow lemon on a table")
    page.keyboard.press("Escape")
    pictures(page).first.click()
    page.keyboard.press(".")
    expect(page.get_by_role("button", name="Remove the star")).to_be_visible()
    page.get_by_role("link", name="Gallery").click()
    page.get_by_role("button", name="Starred").click()
    expect(tiles(page)).to_have_count(1)
    expect(tiles(page).first).to_have_attribute("aria-label", "A yellow lemon on a table, starred")
    page.get_by_role("button", name="All pictures").click()
    page.get_by_label("Search prompts").fill("apple")
    expect(tiles(page)).to_have_count(1)
    page.get_by_label("Search prompts").fill("zebra")
    expect(page.get_by_text("Nothing speaks of")).to_be_visible()


def test_facets_narrow_and_tell_how_many(page):
    make(page, "A red apple on a table")
    page.locator(".settings label", has_text="1:1").click()
    make(page, "A yellow lemon on a table", 2)
    page.get_by_role("link", name="Gallery").click()
    expect(page.get_by_role("status", name="How many")).to_have_text("3 pictures")
    sizes = page.get_by_label("Only one size")
    expect(sizes.locator("option")).to_contain_text(["Any size", "1024 × 1024 (2)"])
    sizes.select_option("1024x1024")
    expect(tiles(page)).to_have_count(2)
    expect(page.get_by_role("status", name="How many")).to_have_text("2 pictures")
    page.get_by_label("Search prompts").fill("apple")
    expect(page.get_by_role("status", name="How many")).to_have_text("0 pictures")
    page.get_by_role("button", name="All kinds").click()
    expect(tiles(page)).to_have_count(1)


def test_boards(page):
    make(page)
    page.get_by_role("link", name="Gallery").click()
    page.get_by_role("button", name="New board").click()
    page.get_by_label("Name of the new board").fill("Spring")
    page.get_by_label("Name of the new board").press("Enter")
    expect(page.get_by_role("button", name="Spring", exact=True)).to_be_visible()
    tiles(page).first.hover()
    page.locator(".tile .check").first.click()
    page.get_by_label("Add to a board").select_option(label="Spring")
    page.get_by_role("button", name="Spring", exact=True).click()
    expect(tiles(page)).to_have_count(1)
    page.reload()
    expect(tiles(page)).to_have_count(1)


def test_compare_with_a_line_that_is_moved(page):
    make(page, "A red apple on a table")
    make(page, "A yellow lemon on a table")
    pictures(page).first.click()
    page.keyboard.press("m")
    expect(page.get_by_role("heading", name="Compare two pictures")).to_be_attached()
    top = page.locator(".frame img.top")
    expect(top).to_have_attribute("style", "clip-path: inset(0px 50% 0px 0px);")
    page.get_by_label("Where A ends").focus()
    page.keyboard.press("ArrowRight")
    expect(top).to_have_attribute("style", "clip-path: inset(0px 48% 0px 0px);")
    box = page.locator(".frame").bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.25, box["y"] + 20)
    expect(top).to_have_attribute("style", "clip-path: inset(0px 75% 0px 0px);")
    expect(page.get_by_role("region", name="Differences")).to_contain_text("Seed")
    page.reload()
    expect(page.get_by_role("heading", name="Compare two pictures")).to_be_attached()
    page.get_by_role("button", name="Back").click()
    expect(pictures(page)).to_have_count(2)


def test_downloads_carry_the_recipe_and_it_is_read_again(page, tmp_path):
    make(page, "A red apple on a table")
    for name, suffix in (("PNG", ".png"), ("JPEG", ".jpg"), ("WebP", ".webp")):
        page.get_by_role("button", name="Download").click()
        with page.expect_download() as download:
            page.get_by_role("dialog", name="Download").get_by_role("link", name=name).click()
        path = tmp_path / f"picture{suffix}"
        download.value.save_as(path)
        assert download.value.suggested_filename.startswith("a-red-apple-on-a-table") and download.value.suggested_filename.endswith(suffix)
        page.get_by_role("link", name="Gallery").click()
        page.get_by_role("button", name="Read a picture").click()
        page.get_by_label("Choose a picture").set_input_files(path)
        expect(page.get_by_role("dialog", name="Read a picture")).to_contain_text("A red apple on a table")
        page.keyboard.press("Escape")
        page.get_by_role("link", name="Studio", exact=True).click()


def test_a_note_stays(page):
    make(page)
    page.get_by_role("button", name="Notes", exact=True).click()
    note = page.get_by_label("Note", exact=True)
    note.fill("for the catalogue")
    with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        note.blur()
    page.reload()
    expect(page.get_by_label("Note", exact=True)).to_have_value("for the catalogue")
