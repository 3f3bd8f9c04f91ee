#!/usr/bin/env python3
"""Checks the signed-in pages in a real browser: the whole way from the set-up link to signing out.

Usage: test_akun.py ADDRESS BINARY [FOLDER]

ADDRESS is not visited: the test starts a server of its own from BINARY, on a free port and with a data folder that
is thrown away. With FOLDER, pictures of every page are left there. People act without JavaScript; what a page looks
like is then measured in a second browser context that shows the same bytes.
Needs Debian's chromium and, from PyPI, playwright and axe-playwright-python.
Exits non-zero when a check fails; the last line tells how many passed and failed.
"""

import base64
import functools
import hashlib
import hmac
import json
import pathlib
import queue
import re
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
import traceback

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

AXE = Axe()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LONG_NAME = "Balai Besar Pengujian Standar Instrumen Sumber Daya Lahan Pertanian dan Perikanan Nusantara Timur"
STEPS, MEASURES = [], []


def step(function):
    """Registers a step of the story; each needs the ones before it. Its docstring is what is printed."""
    STEPS.append(function)
    return function


def measure(function):
    """Registers a check of all pages the story has shown."""
    MEASURES.append(function)
    return function


class Server:
    """A server with data of its own, which can be started again on the same data."""

    def __init__(self, binary, folder):
        self.binary, self.folder, self.process = binary, folder, None
        # A port known beforehand, as links to hand over name it and the second start takes it again.
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"

    def start(self):
        """Starts and waits until requests are accepted; the path of the set-up link, when one was shown."""
        command = [self.binary, "serve", "--data", str(self.folder), "--port", str(self.port)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        lines = queue.Queue()

        def read(stream):
            for line in stream:
                lines.put(line)
            lines.put(None)

        threading.Thread(target=read, args=(self.process.stdout,), daemon=True).start()
        link = None
        while True:
            line = lines.get(timeout=60)
            assert line is not None, "the server did not start"
            if found := re.match(re.escape(self.address) + r"(/tautan/\S+)$", line.strip()):
                link = found[1]
            if f"Zona siap di {self.address} " in line:
                return link

    def stop(self):
        """Asks it to stop; the exit code."""
        if self.process is None:
            return 0
        self.process.terminate()
        code, self.process = self.process.wait(timeout=30), None
        return code


class Authenticator:
    """An app that shows codes of six digits (RFC 6238); no code is shown twice, as each is good once."""

    def __init__(self, typed):
        self.key = base64.b32decode(typed.replace(" ", ""))
        self.last = 0

    def code(self):
        now, passed = divmod(int(time.time()), 30)
        # The server forgives one step either way, so codes can follow each other at once. Late in a step the one
        # before is left out: it would be too old by the time it arrives.
        wanted = max(self.last + 1, now - 1 if passed < 15 else now)
        while wanted > int(time.time()) // 30 + 1:
            time.sleep(0.5)
        self.last = wanted
        return self.at(wanted)

    def at(self, count):
        digest = hmac.new(self.key, struct.pack(">Q", count), hashlib.sha1).digest()
        start = digest[19] & 15
        return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"

    def wrong(self):
        """A code that is not right now and will not be for a while."""
        now = int(time.time()) // 30
        good = {self.at(now + away) for away in range(-3, 6)}
        return next(text for text in ("000000", "111111", "222222", "333333", "444444", "555555", "666666", "777777", "888888", "999999") if text not in good)


class Person:
    """Somebody at a browser without JavaScript."""

    def __init__(self, site):
        self.site = site
        self.context = site.browser.new_context(java_script_enabled=False, locale="id-ID", viewport={"width": 1280, "height": 900}, accept_downloads=True)
        self.context.set_default_timeout(10_000)
        self.page = self.context.new_page()
        self.page.on("console", lambda message: site.problems.append(message.text) if message.type == "error" else None)
        self.page.on("request", lambda request: None if request.url.startswith(site.server.address) else site.problems.append("other host: " + request.url))
        self.answer = None

    def open(self, path, name=None, status=200):
        self.answer = self.page.goto(self.site.server.address + path)
        self._arrived(name, status)

    def press(self, words, name=None, status=200):
        """Presses the button or follows the link in the content that begins with these words."""
        found = self.page.locator("main button, main a").filter(has_text=re.compile("^" + re.escape(words))).first
        with self.page.expect_navigation() as navigation:
            found.click()
        self.answer = navigation.value
        self._arrived(name, status)

    def type(self, **fields):
        """Fills in fields by their ids, an underscore standing for a hyphen."""
        for field, text in fields.items():
            place = self.page.locator(f"main [id='{field.replace('_', '-')}']")
            if place.evaluate("place => place.tagName") == "SELECT":
                place.select_option(label=text)
            else:
                place.fill(text)

    def _arrived(self, name, status):
        assert self.answer.status == status, (self.page.url, self.answer.status, self.h1())
        if name:
            headers = {key: value for key, value in self.answer.headers.items() if key in ("content-type", "content-security-policy")}
            self.site.seen[name] = (self.page.url, self.page.content(), headers)

    def h1(self):
        return self.page.locator("h1").first.inner_text()

    def path(self):
        return self.page.url.removeprefix(self.site.server.address).split("?")[0]

    def text(self):
        return self.page.locator("main").inner_text()

    def errors(self):
        """What the summary says; each problem that names a field has to lead to it."""
        box = self.page.locator("main .errors")
        assert box.count() == 1, self.text()
        for link in box.locator("a").all():
            assert self.page.locator(f"[id='{link.get_attribute('href')[1:]}']").count() == 1, link.get_attribute("href")
        return box.inner_text()

    def notice(self):
        return self.page.locator("main [role=status]").inner_text()

    def download(self, words):
        with self.page.expect_download() as download:
            self.page.locator("main button, main a").filter(has_text=re.compile("^" + re.escape(words))).first.click()
        target = self.site.folder / download.value.suggested_filename
        download.value.save_as(target)
        return target

    # Ways that several people go.

    def choose_password(self, link, password, name=None):
        self.open(link, name)
        self.type(sandi_baru=password, sandi_ulang=password)
        self.press("Simpan kata sandi")
        assert self.path() == "/masuk", self.path()

    def sign_in(self, sign_in_name, password, status=200, name=None):
        if self.path() != "/masuk":
            self.open("/masuk")
        self.type(nama=sign_in_name, sandi=password)
        self.press("Masuk", name, status)

    def enrol(self, name=None, password=None):
        """Puts a second factor in place on the page that offers one; in a session that is whole, with the password once more."""
        app = Authenticator(self.page.locator("#kunci-tertulis").inner_text())
        self.type(kode=app.code())
        if password:
            self.type(sandi_lama=password)
        self.press("Pasang", name)
        codes = self.page.locator("ol.recovery li").all_inner_texts()
        assert len(codes) == 10 and len(set(codes)) == 10, codes
        self.press("Sudah saya simpan")
        return app, codes

    def sign_out(self, name=None):
        with self.page.expect_navigation() as navigation:
            self.page.locator("header button").click()
        self.answer = navigation.value
        self._arrived(name, 200)


class Site:
    """The server, the browser, and what the story has come by so far."""

    def __init__(self, browser, binary, folder):
        self.browser, self.binary, self.folder = browser, binary, folder
        (folder / "data").mkdir()
        self.server = Server(binary, folder / "data")
        self.seen, self.problems = {}, []

    def run(self, *arguments):
        return subprocess.run([self.binary, *map(str, arguments)], capture_output=True, text=True, timeout=60)

    @staticmethod
    def _answer(html, headers, route):
        route.fulfill(status=200, headers=headers, body=html)

    def read(self, scheme="light", width=1280):
        """Pages as they were seen, one after the other, with their names."""
        context = self.browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}, locale="id-ID")
        page = context.new_page()
        for name, (url, html, headers) in self.seen.items():
            # Without the status: the browser would report a refused page as a failed load.
            page.route(url, functools.partial(self._answer, html, headers))
            page.goto(url)
            yield name, page
            page.unroute(url)
        context.close()


# The story

ROOT_PASSWORD = "kelapa-jendela-42-hujan"
ADMIN_PASSWORD = "perahu biru di kebun teh"
HEAD_PASSWORD = "sungai, lampu, dan tiga kursi"
NEW_PASSWORD = "meja kayu menghadap timur"


@step
def sets_up(site):
    """The set-up link makes the first administrator, once"""
    link = site.server.start()
    assert link, "no set-up link was shown"
    site.root = Person(site)
    site.root.open("/masuk", "sign in")
    site.root.open(link, "set up")
    site.root.type(nama="Sri Hartati, S.E.", surel="sri.hartati@nasional.go.id", sandi_baru="pendek", sandi_ulang="lain lagi")
    site.root.press("Buat akun", "set up, refused", 422)
    assert "12 karakter" in site.root.errors() and "tidak sama" in site.root.errors()
    assert site.root.page.locator("#nama").input_value() == "Sri Hartati, S.E."
    assert site.root.page.locator("#sandi-baru").input_value() == "", "a password was shown again"
    site.root.type(sandi_baru=ROOT_PASSWORD, sandi_ulang=ROOT_PASSWORD)
    site.root.press("Buat akun", "sign in after set up")
    assert site.root.path() == "/masuk" and "Kata sandi sudah dibuat" in site.root.notice()
    stranger = Person(site)
    stranger.open(link, "link, used", 410)
    assert stranger.h1() == "Tautan tidak berlaku"


@step
def signs_in_first(site):
    """The administrator signs in, is made to put a second factor in place, and gets recovery codes"""
    root = site.root
    root.sign_in("sri.hartati@nasional.go.id", "bukan kata sandinya", 422, "sign in, refused")
    assert "tidak" in root.errors().lower()
    root.sign_in("sri.hartati@nasional.go.id", ROOT_PASSWORD, name="enrolment")
    assert root.path() == "/masuk/pasang-faktor-kedua"
    assert root.page.locator("svg.qr").count() == 1
    shown = root.page.locator("#kunci-tertulis").inner_text()
    root.open("/instansi")
    assert root.path() == "/masuk/pasang-faktor-kedua", "a half session saw a page"
    shown = root.page.locator("#kunci-tertulis").inner_text()
    root.type(kode=Authenticator(shown).wrong())
    root.press("Pasang", "enrolment, refused", 422)
    root.errors()
    assert root.page.locator("#kunci-tertulis").inner_text() == shown, "the key changed after a wrong code"
    site.root_app, site.root_codes = root.enrol("recovery codes")
    assert root.path() == "/beranda" or root.path() == "/instansi", root.path()
    root.open("/beranda", "desk of the national administrator")


@step
def registers_an_agency(site):
    """The national administrator registers an agency"""
    root = site.root
    root.open("/instansi", "agencies, empty")
    root.type(kode_instansi="!!", nama_instansi="Kementerian Percontohan")
    root.press("Daftarkan", "agencies, refused", 422)
    root.errors()
    assert root.page.locator("#nama-instansi").input_value() == "Kementerian Percontohan"
    root.type(kode_instansi="KEMENCONTOH", zona_waktu="WITA")
    root.press("Daftarkan", "agency for the national administrator")
    site.agency = root.path()
    assert root.h1() == "Kementerian Percontohan" and re.fullmatch(r"/instansi/[^/]+", site.agency)
    root.open("/instansi", "agencies")
    root.press("Tingkat nasional", "the nation")
    root.press("Orang dan perannya", "people of the nation")


def invite(person, agency, name, status_name, **fields):
    """Invites and gives back the link and the person's page."""
    person.open(agency + "/akun")
    person.type(nama=name, **fields)
    person.press("Buat undangan", status_name)
    shown = person.page.locator("main .eq").inner_text()
    assert person.answer.headers.get("cache-control", "").startswith("no-store"), "the link may be kept by a cache"
    link = re.search(r"/tautan/\S+", shown)[0]
    assert shown == person.site.server.address + link, shown
    person.press("Buka halaman")
    return link, person.path()


@step
def invites_the_agency_administrator(site):
    """The national administrator invites the agency's administrator, who chooses a password, and gives the role"""
    root = site.root
    root.open(site.agency + "/akun", "people, empty")
    root.type(nama="Ratna Wulandari", nip="123")
    root.press("Buat undangan", "people, refused", 422)
    root.errors()
    link, site.ratna_page = invite(root, site.agency, "Ratna Wulandari", "invitation to hand over", nip="198503122010012004")
    root.open(site.ratna_page, "person, invited")
    site.ratna = Person(site)
    site.ratna.choose_password(link, ADMIN_PASSWORD, "invitation, opened")
    root.open(site.ratna_page)
    root.type(peran="Admin instansi")
    root.press("Beri peran", "person, role given")
    assert root.notice() == "Peran sudah diberikan."


@step
def administers_units(site):
    """The agency's administrator signs in with a second factor and adds two units"""
    ratna = site.ratna
    ratna.sign_in("198503122010012004", ADMIN_PASSWORD)
    assert ratna.path() == "/masuk/pasang-faktor-kedua"
    site.ratna_app, site.ratna_codes = ratna.enrol()
    ratna.open("/beranda", "desk of the agency's administrator")
    ratna.open("/instansi", "agencies of the agency's administrator")
    ratna.open(site.agency, "agency for its administrator")
    ratna.press("Unit kerja", "units, empty")
    ratna.type(kode_unit="BBP-NT", nama_unit=LONG_NAME)
    ratna.press("Tambah unit", "unit")
    site.unit = ratna.path()
    ratna.open(site.agency + "/unit")
    ratna.type(kode_unit="BBP-NT", nama_unit="Loka Uji Tanah")
    ratna.press("Tambah unit", "units, refused", 422)
    ratna.errors()
    ratna.type(kode_unit="LOKA-1", induk="BBP-NT")
    ratna.press("Tambah unit", "unit under another")
    assert LONG_NAME in ratna.text()
    ratna.open(site.agency + "/unit", "units")
    assert ratna.page.locator("tbody tr").count() == 2
    ratna.open(site.unit)
    ratna.press("Tutup unit", "closing a unit")
    ratna.press("Batal")
    assert ratna.path() == site.unit


@step
def requires_a_second_factor(site):
    """The agency's administrator requires a second factor for a role"""
    ratna = site.ratna
    ratna.open(site.agency)
    ratna.page.get_by_label("Ketua TPI").check()
    ratna.press("Simpan aturan", "agency with a rule")
    assert ratna.page.get_by_label("Ketua TPI").is_checked()


@step
def invites_the_unit_head(site):
    """The agency's administrator invites the head of a unit and gives the role for that unit only"""
    ratna = site.ratna
    link, site.bambang_page = invite(ratna, site.agency, "Bambang Setiawan, S.P., M.Si.", None, surel="bambang.setiawan@contoh.go.id")
    ratna.type(peran="Pimpinan unit kerja")
    ratna.press("Beri peran", "person, role refused", 422)
    ratna.errors()
    ratna.type(unit=ratna.page.locator("#unit option", has_text="BBP-NT").inner_text())
    ratna.press("Beri peran", "unit head, role given")
    ratna.open(site.unit, "unit with a head")
    assert "Bambang Setiawan" in ratna.text()
    ratna.open(site.agency + "/akun", "people")
    assert ratna.page.locator("tbody tr").count() == 2
    ratna.type(cari="tidak ada orangnya")
    ratna.press("Cari", "people, none found")
    site.bambang = Person(site)
    site.bambang.choose_password(link, HEAD_PASSWORD)
    site.bambang.sign_in("bambang.setiawan@contoh.go.id", HEAD_PASSWORD, name="desk of the unit head")
    assert site.bambang.path() == "/beranda" and "Pasang faktor kedua" in site.bambang.text()
    site.bambang.open(site.agency, "agency for the unit head")
    site.bambang.open(site.unit, "unit for its head")


@step
def refuses(site):
    """Each role is refused what is not its own, and a guest is asked to sign in"""
    refused = {
        site.bambang: ["/instansi/nasional", site.agency + "/akun", site.agency + "/unit", site.agency + "/jurnal", site.agency + "/jurnal/1", site.agency + "/titik-periksa", site.ratna_page],
        site.ratna: ["/instansi/nasional", "/instansi/nasional/akun", "/instansi/nasional/jurnal"],
        site.root: [site.agency + "/jurnal", site.unit, site.agency + "/unit"],
    }
    for person, paths in refused.items():
        for path in paths:
            person.open(path, "refused for the role", 403)
            assert person.h1() == "Tidak ada hak akses", (path, person.h1())
    site.ratna.open(site.agency + "/akun/tidak-ada", "person, unknown", 404)
    guest = Person(site)
    for path in ["/beranda", "/akun", site.agency, site.agency + "/jurnal", site.unit, site.ratna_page]:
        guest.open(path)
        assert guest.path() == "/masuk", (path, guest.path())
    # And is led on to the page that was wanted.
    guest.sign_in("bambang.setiawan@contoh.go.id", HEAD_PASSWORD, 403)
    assert guest.path() == site.ratna_page


@step
def reads_the_journal(site):
    """The journal names who did what; an entry is proven once it is signed, also after a restart of the server"""
    ratna = site.ratna
    ratna.open(site.agency + "/jurnal", "journal, unsigned")
    entries = ratna.page.locator("ol.chain > li")
    assert entries.count() >= 8 and "Ratna Wulandari" in ratna.text() and "Tidak cocok" not in ratna.text()
    ratna.press("Periksa bukti", "entry, unsigned")
    assert "Belum ditandatangani" in ratna.text()
    assert site.server.stop() == 0
    assert site.server.start() is None, "a set-up link is shown again"
    ratna.open(site.agency + "/jurnal", "journal")
    ratna.type(jenis=ratna.page.locator("#jenis option").nth(1).inner_text())
    ratna.press("Terapkan", "journal, filtered")
    ratna.type(dari="2001-01-01", sampai="2001-01-02")
    ratna.press("Terapkan", "journal, nothing found")
    assert "Tidak ada catatan yang cocok" in ratna.text()
    ratna.open(site.agency + "/jurnal/2", "entry")
    assert ratna.page.locator(".note .st").inner_text().strip() == "Cocok", ratna.text()


@step
def verifies_the_journal(site):
    """The journal and the proof of an entry are downloaded and verified without the server; a changed byte is found"""
    key = re.search(r"--key ([0-9a-f]{64})", site.ratna.text())[1]
    proof = site.ratna.download("Unduh bukti")
    result = site.run("journal", "verify", proof, "--key", key)
    assert result.returncode == 0, result.stdout + result.stderr
    lines = proof.read_text(encoding="utf-8").splitlines()
    entry = next(line for line in lines if line.startswith('{"isi"'))
    # As the page says it can be done with ordinary tools.
    assert hashlib.sha256(b"\0" + entry.encode()).hexdigest() in site.ratna.text()
    site.ratna.open(site.agency + "/jurnal")
    for words in ["Unduh seluruh jurnal", "Unduh beserta data diri"]:
        whole = site.ratna.download(words)
        result = site.run("journal", "verify", whole, "--key", key)
        assert result.returncode == 0, result.stdout + result.stderr
        text = whole.read_text(encoding="utf-8")
        assert ("Bambang" in text) == ("data diri" in words), words
        assert "KEMENCONTOH" in text
        spoiled = whole.with_name("diubah.jsonl")
        spoiled.write_text(text.replace("KEMENCONTOH", "KEMENCONTOI", 1), encoding="utf-8")
        result = site.run("journal", "verify", spoiled, "--key", key)
        assert result.returncode == 65, (result.returncode, result.stdout + result.stderr)


@step
def keeps_a_checkpoint(site):
    """A checkpoint and the proof between two are downloaded and verified without the server; a changed byte is found"""
    ratna = site.ratna
    # What was downloaded above is in the journal, so another stop signs anew.
    assert site.server.stop() == 0
    assert site.server.start() is None
    ratna.open(site.agency + "/jurnal", "journal, taken")
    assert "Seluruh jurnal diunduh" in ratna.text() and "Beserta data diri" in ratna.text()
    newest = ratna.download("Unduh titik periksa terakhir")
    ratna.press("Semua titik periksa", "checkpoints")
    key = re.search(r"--key ([0-9a-f]{64})", ratna.text())[1]
    assert ratna.page.locator("tbody tr").count() >= 2, ratna.text()
    proof = ratna.download("Unduh bukti lanjutan")
    ratna.open(site.agency + "/jurnal")
    whole = ratna.download("Unduh seluruh jurnal")
    for file, more in [(newest, []), (proof, []), (whole, ["--kept", newest])]:
        result = site.run("journal", "verify", file, "--key", key, *more)
        assert result.returncode == 0, result.stdout + result.stderr
    for file in [newest, proof]:
        text = file.read_text(encoding="utf-8")
        place = text.rindex('"akar":"') + 8
        spoiled = file.with_name("diubah.jsonl")
        spoiled.write_text(text[:place] + ("1" if text[place] == "0" else "0") + text[place + 1 :], encoding="utf-8")
        result = site.run("journal", "verify", spoiled, "--key", key)
        assert result.returncode == 65, (result.returncode, result.stdout + result.stderr)
    ratna.open(site.agency + "/tidak-ada", "not found, signed in", 404)
    assert ratna.page.locator("header .who").inner_text().startswith("Ratna Wulandari")
    ratna.press("Kembali ke beranda")


@step
def asks_for_a_second_person(site):
    """A reset for the administrator waits for a second person; one for the unit head is made at once"""
    root, ratna = site.root, site.ratna
    root.open(site.ratna_page)
    root.press("Minta tautan", "person, waiting for a second")
    assert "dua orang" in root.notice()
    root.press("Batalkan")
    assert root.notice() == "Permintaan dibatalkan oleh pengaju. Tidak ada yang berubah."
    ratna.open(site.bambang_page, "unit head for the administrator")
    ratna.press("Cabut", "revoking a role")
    ratna.press("Batal")
    ratna.press("Tutup akun", "closing an account")
    ratna.press("Batal")
    ratna.press("Buat tautan", "reset to hand over")
    link = re.search(r"/tautan/\S+", ratna.page.locator("main .eq").inner_text())[0]
    other = Person(site)
    other.open(link, "reset, opened")
    ratna.press("Buka halaman", "person with a link")
    ratna.press("Tarik")
    assert "ditarik" in ratna.notice()
    other.open(link, status=410)


@step
def keeps_their_own_account(site):
    """The unit head ends other sessions, changes the password, corrects and exports the data"""
    bambang = site.bambang
    other = Person(site)
    other.sign_in("bambang.setiawan@contoh.go.id", HEAD_PASSWORD)
    bambang.open("/akun", "own account, several sessions")
    bambang.press("Akhiri semua sesi lain", "own account")
    assert bambang.notice() == "Sesi sudah diakhiri." and bambang.page.locator("text=Akhiri semua sesi lain").count() == 0
    other.open("/akun")
    assert other.path() == "/masuk", "an ended session still works"
    bambang.press("Ganti kata sandi", "change of password")
    bambang.type(sandi_lama="bukan yang ini", sandi_baru=NEW_PASSWORD, sandi_ulang=NEW_PASSWORD)
    bambang.press("Ganti kata sandi", "change of password, refused", 422)
    bambang.errors()
    bambang.type(sandi_lama=HEAD_PASSWORD, sandi_baru=NEW_PASSWORD, sandi_ulang=NEW_PASSWORD)
    bambang.press("Ganti kata sandi", "password changed")
    assert "Kata sandi sudah diganti" in bambang.notice()
    other.sign_in("bambang.setiawan@contoh.go.id", HEAD_PASSWORD, 422)
    other.sign_in("bambang.setiawan@contoh.go.id", NEW_PASSWORD)
    assert other.path() == "/akun", "not led on to the page that was wanted"
    bambang.press("Perbaiki data diri", "correction")
    # An address that browsers let through and the server does not.
    bambang.type(nama="Bambang Setiawan", surel="bambang@tanpatitik")
    bambang.press("Simpan", "correction, refused", 422)
    bambang.errors()
    bambang.type(surel="bambang.setiawan@contoh.go.id")
    bambang.press("Simpan")
    assert "Data diri sudah diperbarui" in bambang.notice()
    kept = json.loads(bambang.download("Unduh data pribadi").read_text(encoding="utf-8"))
    assert "Bambang Setiawan" in json.dumps(kept, ensure_ascii=False)
    bambang.press("Tutup akun ini", "closing one's own account")
    bambang.press("Batal")
    assert bambang.path() == "/akun"


@step
def uses_the_second_factor(site):
    """The unit head puts a second factor in place by choice, renews the recovery codes, and is asked for a code"""
    bambang = site.bambang
    bambang.open("/akun/faktor-kedua", "enrolment by choice")
    app, codes = bambang.enrol(password=NEW_PASSWORD)
    bambang.open("/akun", "own account with a second factor")
    bambang.press("Buat yang baru", "new recovery codes")
    bambang.type(sandi_lama=NEW_PASSWORD)
    bambang.press("Buat kode baru", "new recovery codes, shown")
    renewed = bambang.page.locator("ol.recovery li").all_inner_texts()
    assert not set(codes) & set(renewed)
    bambang.sign_out("signed out")
    assert bambang.path() == "/masuk" and bambang.notice() == "Anda sudah keluar."
    bambang.sign_in("bambang.setiawan@contoh.go.id", NEW_PASSWORD, name="second factor")
    assert bambang.path() == "/masuk/faktor-kedua"
    bambang.type(kode=codes[0])
    bambang.press("Lanjutkan", "second factor, refused", 422)
    bambang.errors()
    bambang.type(kode=renewed[0])
    bambang.press("Lanjutkan")
    assert bambang.path() == "/beranda"
    bambang.open("/akun")
    assert "Tersisa 9 dari 10" in bambang.text()
    bambang.press("Lepas", "removing the second factor")
    bambang.type(sandi_lama=NEW_PASSWORD)
    bambang.press("Lepas faktor kedua")
    assert "sudah dilepas" in bambang.notice()
    # An administrator's stays.
    site.ratna.open("/akun/faktor-kedua-lepas")
    site.ratna.type(sandi_lama=ADMIN_PASSWORD)
    site.ratna.press("Lepas faktor kedua", "removing the second factor, refused", 422)


@step
def signs_out(site):
    """Everybody signs out, comes back with a code of the app, and leaves nothing open behind"""
    for person, name, password, app in [
        (site.root, "sri.hartati@nasional.go.id", ROOT_PASSWORD, site.root_app),
        (site.ratna, "198503122010012004", ADMIN_PASSWORD, site.ratna_app),
    ]:
        person.open("/beranda")
        person.sign_out()
        person.sign_in(name, password)
        used = app.code()
        person.type(kode=used)
        person.press("Lanjutkan")
        assert person.path() == "/beranda"
        person.sign_out()
        person.sign_in(name, password)
        person.type(kode=used)
        person.press("Lanjutkan", status=422)
        person.errors()
        person.sign_out()
        person.open("/beranda")
        assert person.path() == "/masuk"


# All pages that were shown

@measure
def quiet(site):
    """No page had an error in the console or asked another host for anything"""
    # A page that is refused is itself reported by the browser as a failed load.
    others = [text for text in site.problems if not re.search(r"status of (403|404|410|422)", text)]
    assert not others, others


@measure
def well_formed(site):
    """Every page has one h1, one main, a title of its own, unique ids, no script, and links that lead somewhere"""
    wrong = []
    for name, page in site.read():
        counts = [page.locator(tag).count() for tag in ("h1", "main", "script", "[style]")]
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
        dead = page.evaluate("[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1)).filter(id => !document.getElementById(decodeURIComponent(id)))")
        if re.search(r"HTML\(|</?[a-z]+[ >]|Optional\(|\bnil\b", page.locator("body").inner_text()):
            wrong.append((name, "markup is shown as text"))
        refused = page.locator(".errors").count() == 1
        if counts != [1, 1, 0, 0] or len(ids) != len(set(ids)) or dead or not page.title().endswith(" · Zona"):
            wrong.append((name, counts, sorted({text for text in ids if ids.count(text) > 1}), dead, page.title()))
        if refused and page.locator("main .errors").evaluate("e => e.compareDocumentPosition(document.querySelector('h1')) & 4") != 4:
            wrong.append((name, "the summary of errors stands after the heading"))
    assert not wrong, wrong


@measure
def accessible(site):
    """axe finds nothing on any page, and nothing about colours in the dark either"""
    wrong = []
    for scheme, rules in [("light", {"type": "tag", "values": RULES}), ("dark", {"type": "rule", "values": ["color-contrast", "link-in-text-block"]})]:
        for name, page in site.read(scheme):
            results = AXE.run(page, options={"runOnly": rules})
            wrong += [(name, scheme, found["id"], found["nodes"][0]["html"][:160]) for found in results.response["violations"]]
    assert not wrong, wrong


@measure
def reflows(site):
    """No page scrolls sideways at 320, 360 and 768 pixels"""
    wrong = []
    for width in [320, 360, 768]:
        for name, page in site.read(width=width):
            over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            wide = page.evaluate(
                "[...document.querySelectorAll('body *')].filter(e => !e.closest('svg, .vh, thead, .skip') && e.getBoundingClientRect().right > innerWidth + 1).slice(0, 2).map(e => e.outerHTML.slice(0, 120))"
            )
            if over > 0 or wide:
                wrong.append((name, width, over, wide))
    assert not wrong, wrong


@measure
def targets_are_large_enough(site):
    """Buttons and fields are at least 24 pixels high and wide"""
    wrong = []
    for name, page in site.read(width=360):
        small = page.evaluate(
            "[...document.querySelectorAll('button, select, input:not([type=hidden]), .btn, nav a, .who a')].filter(e => { const r = e.getBoundingClientRect(); return r.width && (r.height < 24 || r.width < 22) }).map(e => e.outerHTML.slice(0, 80))"
        )
        if small:
            wrong.append((name, small))
    assert not wrong, wrong


@measure
def fields_are_labelled_in_words(site):
    """Passwords say which kind they are, and no page sends a password back"""
    for name, page in site.read():
        for field in page.locator("input[type=password]").all():
            assert field.get_attribute("autocomplete") in ("current-password", "new-password"), name
            assert not field.get_attribute("value"), name


def pictures(site, folder):
    """Leaves a picture of every page in three widths, light and dark."""
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in ["light", "dark"]:
        for width in [360, 768, 1280]:
            for name, page in site.read(scheme, width):
                page.screenshot(path=folder / f"{re.sub('[^a-z]+', '-', name)}-{width}-{scheme}.png", full_page=True)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    failed = 0
    folder = pathlib.Path(tempfile.mkdtemp(prefix="zona-akun-"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        site = Site(browser, sys.argv[2], folder)
        try:
            is_whole = True
            for function in STEPS + MEASURES:
                if not is_whole and function in STEPS:
                    failed += 1
                    print("FAIL " + function.__doc__ + " (not reached)")
                    continue
                try:
                    function(site)
                    print("ok   " + function.__doc__, flush=True)
                except Exception:
                    failed += 1
                    is_whole = is_whole and function in MEASURES
                    print("FAIL " + function.__doc__, flush=True)
                    traceback.print_exc(limit=4)
            print(f"     {len(site.seen)} pages were shown")
            if len(sys.argv) == 4:
                pictures(site, pathlib.Path(sys.argv[3]))
        finally:
            site.server.stop()
            browser.close()
            shutil.rmtree(folder, ignore_errors=True)
    print(f"{len(STEPS + MEASURES) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
