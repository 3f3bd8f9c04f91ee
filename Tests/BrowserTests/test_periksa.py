#!/usr/bin/env python3
"""Checks the pages of "Periksa LKE" in a real browser.

Usage: test_periksa.py http://127.0.0.1:8080

The server must be running. Needs Debian's chromium and, from PyPI, playwright and axe-playwright-python.
Exits non-zero when a check fails; the last line tells how many passed and failed.
"""

import pathlib
import re
import sys
import traceback

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = (ROOT / "Sources/Service/Assets/contoh-lke.csv").read_text(encoding="utf-8")
AXE = Axe()
CHECKS = []


def check(function):
    """Registers a check; its docstring is what is printed."""
    CHECKS.append(function)
    return function


class Site:
    """The server under test and the browser that visits it."""

    def __init__(self, browser, address):
        self.browser = browser
        self.address = address.rstrip("/")

    def page(self, width=1280, height=900, **options):
        context = self.browser.new_context(viewport={"width": width, "height": height}, locale="id-ID", **options)
        page = context.new_page()
        page.problems = []
        page.on("console", lambda message: page.problems.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.on(
            "request",
            lambda request: None if request.url.startswith(self.address) else page.problems.append("other host: " + request.url),
        )
        return page

    def open(self, page, path):
        response = page.goto(self.address + path)
        assert response is not None and response.status < 500, f"{path}: {response and response.status}"
        return response

    def upload(self, page, text, designation="wbk", name="lembar.csv"):
        self.open(page, "/periksa")
        page.set_input_files("#berkas", {"name": name, "mimeType": "text/csv", "buffer": text.encode()})
        page.check(f"input[name=tuju][value={designation}]")
        page.click("button[type=submit]")
        page.wait_for_load_state()


def spoiled():
    """The sample with three mistakes."""
    lines = SAMPLE.strip().split("\n")
    lines[1] = lines[1].split(",")[0] + ",Mungkin"
    lines[2] = lines[2].split(",")[0] + ",Z"
    lines.append("X.1.1," + "panjang" * 40)
    return "\n".join(lines) + "\n"


def thinned():
    """The sample with a third of its letters left out."""
    lines = SAMPLE.strip().split("\n")
    return "\n".join(line for at, line in enumerate(lines) if at == 0 or "/" in line or at % 3) + "\n"


# Every state of the pages, by name: how to get there.
STATES = {
    "form": lambda site, page: site.open(page, "/periksa"),
    "sample": lambda site, page: site.open(page, "/periksa/contoh"),
    "sample for wbbm": lambda site, page: site.open(page, "/periksa/contoh?tuju=wbbm"),
    "verdict": lambda site, page: site.upload(page, thinned(), "wbbm", "Nama berkas yang " + "panjang-" * 12 + ".csv"),
    "refused": lambda site, page: site.upload(page, spoiled()),
    "not found": lambda site, page: site.open(page, "/tidak-ada"),
}


def press_until(page, selector, key="Tab", limit=60):
    """Moves the focus with the keyboard until it stands on the selector."""
    for _ in range(limit):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached by {key}")


@check
def loads(site):
    """The first page loads with its style, without errors and from this host only"""
    page = site.page()
    response = site.open(page, "/")
    assert response.status == 200 and page.url.endswith("/periksa")
    assert page.title() == "Periksa LKE · Zona"
    assert page.evaluate("getComputedStyle(document.querySelector('.btn')).minHeight") == "44px"
    assert not page.problems, page.problems


@check
def states_have_one_heading_and_no_errors(site):
    """Every page has one h1, one main, a title, unique ids, and links that lead somewhere"""
    for name, reach in STATES.items():
        page = site.page()
        reach(site, page)
        assert page.locator("h1").count() == 1 and page.locator("main").count() == 1, name
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
        assert len(ids) == len(set(ids)), name
        dead = page.evaluate(
            "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1)).filter(id => !document.getElementById(decodeURIComponent(id)))"
        )
        assert not dead, (name, dead)
        # A page with status 404 or 422 is itself reported by the browser as a failed load; nothing else may be.
        others = [text for text in page.problems if not re.search(r"status of (404|422)", text)]
        assert not others, (name, others)


@check
def upload_by_keyboard(site):
    """A sheet is uploaded, judged and switched to the other designation by keyboard only"""
    page = site.page()
    site.open(page, "/periksa")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    # The jump is made at the next frame; keys pressed before it would be undone by it.
    page.wait_for_function("location.hash === '#isi' && document.activeElement.id === 'isi'")
    press_until(page, "#berkas")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files({"name": "lembar.csv", "mimeType": "text/csv", "buffer": SAMPLE.encode()})
    press_until(page, "#instrumen")
    press_until(page, "input[name=tuju]")
    press_until(page, "button[type=submit]")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert re.fullmatch(r"(Belum memenuhi|Memenuhi) syarat WBK", page.locator("h1").inner_text())
    headings = page.locator("h2").all_inner_texts()
    for wanted in ["Nilai", "Syarat WBK satu per satu", "Area perubahan", "Syarat pengajuan WBK", "Telusuri hitungan"]:
        assert wanted in headings, (wanted, headings)
    press_until(page, "button[value=wbbm]")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("h1").inner_text().endswith("syarat WBBM")


@check
def refused_by_keyboard(site):
    """A refused sheet names each mistake, and the keyboard leads from the summary to the row"""
    page = site.page()
    site.upload(page, spoiled())
    assert "ada 3 masalah" in page.locator(".errors h2").inner_text()
    assert page.locator("main > .errors:first-child").count() == 1
    press_until(page, ".errors a")
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#m1' && document.activeElement.id === 'm1'")
    assert page.locator("#berkas").count() == 1 and page.locator("tr[id^=m]").count() == 3


@check
def trace_opens(site):
    """A step of the advice leads into the trace and opens it down to the question"""
    page = site.page()
    site.open(page, "/periksa/contoh?tuju=wbbm")
    link = page.locator(".path a").first
    target = link.get_attribute("href")
    link.click()
    page.wait_for_timeout(200)
    assert page.locator(f"[id='{target[1:]}']").is_visible(), target


@check
def accessible(site):
    """axe finds nothing on any page, light and dark, trace opened"""
    for name, reach in STATES.items():
        for scheme in ["light", "dark"]:
            page = site.page(color_scheme=scheme)
            reach(site, page)
            page.evaluate("document.querySelectorAll('details').forEach((d, i) => { if (i < 12) d.open = true })")
            results = AXE.run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
            found = [(v["id"], v["nodes"][0]["html"][:160], len(v["nodes"])) for v in results.response["violations"]]
            assert not found, (name, scheme, found)


@check
def reflows(site):
    """No page scrolls sideways at 320 pixels, everything opened"""
    for name, reach in STATES.items():
        for width in [320, 360, 768]:
            page = site.page(width=width)
            reach(site, page)
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            wide = page.evaluate(
                "[...document.querySelectorAll('main *')].filter(e => !e.closest('svg, .vh') && e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(e => e.outerHTML.slice(0, 120))"
            )
            assert over <= 0, (name, width, over, wide)


@check
def targets_are_large_enough(site):
    """Buttons and fields are at least 24 pixels high and wide"""
    for name, reach in STATES.items():
        page = site.page(width=360)
        reach(site, page)
        small = page.evaluate(
            "[...document.querySelectorAll('button, select, input:not([type=hidden]), .btn, nav a')].filter(e => { const r = e.getBoundingClientRect(); return r.width && (r.height < 24 || r.width < 22) }).map(e => e.outerHTML.slice(0, 80))"
        )
        assert not small, (name, small)


@check
def works_without_script(site):
    """Uploading and switching work with JavaScript off"""
    page = site.page(java_script_enabled=False)
    site.upload(page, SAMPLE)
    assert page.locator("h1").inner_text().endswith("syarat WBK")
    page.click("button[value=wbbm]")
    page.wait_for_load_state()
    assert page.locator("h1").inner_text().endswith("syarat WBBM")
    with page.expect_download() as download:
        page.click("button[formaction]")
    assert download.value.suggested_filename.endswith(".xlsx")


@check
def prints(site):
    """The verdict prints as a PDF of several A4 pages, always light"""
    page = site.page(color_scheme="dark")
    site.open(page, "/periksa/contoh")
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF-") and len(pdf) > 20_000
    boxes = set(re.findall(rb"/MediaBox\s*\[([^\]]*)\]", pdf))
    assert len(boxes) == 1 and all(abs(float(v) - w) < 2 for v, w in zip(next(iter(boxes)).split()[2:], (595.3, 841.9))), boxes
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.locator("nav.nav").is_visible()


@check
def light_enough(site):
    """A page with its style costs at most 50 KB over the wire"""
    for name in ["form", "sample", "sample for wbbm"]:
        page = site.page()
        sizes = []
        page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
        STATES[name](site, page)
        page.wait_for_load_state("networkidle")
        assert 0 < sum(sizes) <= 50_000, (name, sizes)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    failed = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for function in CHECKS:
            site = Site(browser, sys.argv[1])
            try:
                function(site)
                print("ok   " + function.__doc__)
            except Exception:
                failed += 1
                print("FAIL " + function.__doc__)
                traceback.print_exc(limit=3)
            finally:
                for context in browser.contexts:
                    context.close()
        browser.close()
    print(f"{len(CHECKS) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
