#!/usr/bin/env python3
"""Drives a server with accounts, built for release, with wrk: signed-in pages, signing in beside them, memory.

Usage: Benchmarks/people.py PROGRAM [--database postgres://…] [--seconds 10] [--minutes 10]

It makes an installation in a folder that is thrown away, signs its first administrator in with a second factor, and
measures from then on. Baselines of the same run: a plain answer (/health) and the bare page (/periksa).
Needs wrk.
"""

import argparse
import base64
import hashlib
import hmac
import http.client
import pathlib
import re
import statistics
import struct
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

PASSWORD = "gunung teduh pagi 42"
AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"


class Browser:
    """Keeps cookies and the key of the last page."""

    def __init__(self, port):
        self.port, self.cookies, self.key, self.text = port, {}, "", ""
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def send(self, method, path, fields=None):
        headers = {"User-Agent": AGENT, "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode({**fields, "kunci": self.key})
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.line.request(method, path, body, headers)
        answer = self.line.getresponse()
        self.text = answer.read().decode()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        found = re.search(r'name="kunci" value="([0-9a-f]+)"', self.text)
        if found:
            self.key = found[1]
        self.location = answer.headers.get("Location")
        return answer.status

    def get(self, path):
        return self.send("GET", path)

    def post(self, path, fields):
        return self.send("POST", path, fields)

    def sign_in(self, name):
        self.get("/masuk")
        return self.post("/masuk", {"nama": name, "sandi": PASSWORD})


def code(key, at):
    mac = hmac.new(base64.b32decode(key), struct.pack(">Q", int(at) // 30), hashlib.sha1).digest()
    place = mac[-1] & 15
    return f"{(struct.unpack('>I', mac[place:place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


class Server:
    def __init__(self, program, folder, database):
        self.started = time.perf_counter()
        command = [program, "serve", "--port", "0", "--data", folder] + (["--database", database] if database else [])
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.link = None
        for line in self.process.stdout:
            found = re.search(r"http://127\.0\.0\.1:(\d+)(/tautan/\S+)?", line)
            if found and found[2]:
                self.link = found[2]
            elif found:
                self.port = int(found[1])
                break
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    def memory(self, what="VmRSS"):
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"^{what}:\s+(\d+)", text, re.M)[1]) / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()


def wrk(port, path, seconds, connections=64, headers=()):
    """Requests a second, median and p99 in milliseconds, what went wrong."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency"]
    for header in headers:
        command += ["-H", header]
    report = subprocess.run(command + [f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True, check=True).stdout

    def time_of(percent):
        number, unit = re.search(rf"{percent}%\s+([\d.]+)(us|ms|s)", report).groups()
        return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]

    bad = re.search(r"Non-2xx or 3xx responses: .*", report)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", report)[1]), time_of(50), time_of(99), bad[0] if bad else ""


class SignIns:
    """Signs in so many times a second, on connections of their own, until it is told to stop."""

    def __init__(self, port, name, rate):
        self.over, self.times, self.failed, self.lock = False, [], 0, threading.Lock()
        self.lanes = [threading.Thread(target=self.lane, args=(port, name, rate, number)) for number in range(16)]
        for lane in self.lanes:
            lane.start()

    def lane(self, port, name, rate, number):
        wait = len(self.lanes if hasattr(self, "lanes") else range(16)) / rate
        due = time.perf_counter() + number / rate
        while not self.over:
            time.sleep(max(0, due - time.perf_counter()))
            due = max(due + wait, time.perf_counter() - wait)
            browser = Browser(port)
            browser.get("/masuk")
            before = time.perf_counter()
            status = browser.post("/masuk", {"nama": name, "sandi": PASSWORD})
            with self.lock:
                self.times.append((time.perf_counter() - before) * 1000)
                self.failed += status != 303

    def stop(self):
        self.over = True
        for lane in self.lanes:
            lane.join()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--database")
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--minutes", type=float, default=10)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server = Server(given.program, folder, given.database)
        try:
            measure(server, given)
        finally:
            server.stop()


def measure(server, given):
    name = "siti@contoh.go.id"
    person = Browser(server.port)
    person.get(server.link)
    status = person.post(
        server.link, {"nama": "Siti Rahma", "nip": "", "surel": name, "sandi-baru": PASSWORD, "sandi-ulang": PASSWORD})
    assert status in (200, 303), person.text
    assert person.sign_in(name) == 303, person.text
    person.get(person.location)
    key = re.search(r"((?:[A-Z2-7]{4} ){3,}[A-Z2-7]{4})", person.text)[1].replace(" ", "")
    offer = re.search(r'name="tawaran" value="([^"]+)"', person.text)[1]
    assert person.post("/masuk/pasang-faktor-kedua", {"tawaran": offer, "kode": code(key, time.time())}) in (200, 303)
    assert person.get("/beranda") == 200, person.text
    cookie = "Cookie: " + "; ".join(f"{k}={v}" for k, v in person.cookies.items())
    zipped = "Accept-Encoding: gzip"
    time.sleep(2)
    print(f"Memory idle: {server.memory():.0f} MB.\n")
    print("| what | requests/s | median ms | p99 ms | |\n|---|--:|--:|--:|---|")

    def row(what, path, connections, *headers):
        rate, median, tail, bad = wrk(server.port, path, given.seconds, connections, headers)
        print(f"| {what}, {connections} connections | {rate:,.0f} | {median:.2f} | {tail:.2f} | {bad} |", flush=True)
        return rate, tail

    row("baseline: GET /health", "/health", 64)
    bare, _ = row("baseline: the bare page, GET /periksa with gzip", "/periksa", 64, zipped)
    page, tail = row("signed in: GET /beranda with gzip", "/beranda", 64, zipped, cookie)
    print(f"\nA signed-in page: {page / bare:.2f} of the bare page.")
    times = []
    for _ in range(21):
        before = time.perf_counter()
        Browser(server.port).sign_in(name)
        times.append((time.perf_counter() - before) * 1000)
    print(f"One sign-in at a time, the form included: {statistics.median(times):.1f} ms median of 21.\n")
    print("| what | requests/s | median ms | p99 ms | |\n|---|--:|--:|--:|---|")
    row("signed in, alone", "/beranda", 8, zipped, cookie)
    load = SignIns(server.port, name, 50)
    time.sleep(1)
    counted, began = len(load.times), time.perf_counter()
    row("signed in, beside 50 sign-ins a second", "/beranda", 8, zipped, cookie)
    rate = (len(load.times) - counted) / (time.perf_counter() - began)
    load.stop()
    print(f"\nSign-ins meanwhile: {rate:.0f} a second, median {statistics.median(load.times):.0f} ms, {load.failed} refused.")
    print(f"\nMemory under full load of signed-in pages, 64 connections, {given.minutes:g} minutes:")
    before, seen = server.memory(), []
    end = time.time() + given.minutes * 60
    while time.time() < end:
        wrk(server.port, "/beranda", max(1, min(60, int(end - time.time()))), 64, (zipped, cookie))
        seen.append(f"{server.memory():.0f}")
    print(f"{before:.0f} MB before; by the minute {' '.join(seen)} MB; peak {server.memory('VmHWM'):.0f} MB.")


if __name__ == "__main__":
    sys.exit(main())
