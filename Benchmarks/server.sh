#!/usr/bin/env bash
# Drives `zona serve`, built for release, with wrk: requests a second, latency, memory, start, page size.
#   Benchmarks/server.sh [FORM.xlsx]    also uploads this workbook, beside the sample and a workbook of our own
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${SECONDS_EACH:-10}

command -v wrk >/dev/null || {
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends wrk >/dev/null
}
zona=${ZONA:-}
if [ -z "$zona" ]; then
    swift build -c release --product zona --quiet
    zona="$(swift build -c release --show-bin-path)/zona"
fi

work="$(mktemp -d)"
server=
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
"$zona" sheet convert Sources/Service/Assets/contoh-lke.csv --output "$work/zona.xlsx" >/dev/null

now() { date +%s%N; }
start() {
    local before line
    before=$(now)
    : >"$work/out"
    "$zona" serve --port 0 >"$work/out" 2>"$work/err" &
    server=$!
    until line=$(grep -om1 'http://127\.0\.0\.1:[0-9]*' "$work/out"); do sleep 0.002; done
    address=$line
    curl -fsS -o /dev/null "$address/health"
    started=$((($(now) - before) / 1000000))
}
stop() {
    kill "$server"
    wait "$server" || true
    server=
}
memory() { awk -v what="$1" '$1 == what":" { printf "%.0f", $2 / 1024 }' "/proc/$server/status"; }

echo "### Server"
echo
times=()
for _ in 1 2 3 4 5; do
    start
    times+=("$started")
    stop
done
mapfile -t times < <(printf '%s\n' "${times[@]}" | sort -n)
echo "Start to first answer (/health, one curl included): ${times[2]} ms median, ${times[4]} ms worst of 5."

start
for path in /periksa /periksa/contoh; do
    plain=$(curl -fsS -o /dev/null -w '%{size_download}' "$address$path")
    wire=$(curl -fsS -H 'Accept-Encoding: gzip' -o /dev/null -w '%{size_download} %{size_header}' "$address$path")
    echo "GET $path: $plain bytes plain, ${wire% *} with gzip, ${wire#* } of headers."
done
style=$(curl -fsS "$address/periksa" | grep -om1 '/aset/zona-[^"]*\.css')
echo "GET $style: $(curl -fsS -H 'Accept-Encoding: gzip' -o /dev/null -w '%{size_download}' "$address$style") bytes with gzip."

# A request body as a browser writes it.
upload() { # FILE
    printf -- '--zona\r\nContent-Disposition: form-data; name="tuju"\r\n\r\nwbk\r\n' >"$work/body"
    printf -- '--zona\r\nContent-Disposition: form-data; name="berkas"; filename="%s"\r\n' "$(basename "$1")" >>"$work/body"
    printf -- 'Content-Type: application/octet-stream\r\n\r\n' >>"$work/body"
    cat "$1" >>"$work/body"
    printf -- '\r\n--zona--\r\n' >>"$work/body"
    cat >"$work/post.lua" <<LUA
local file = io.open("$work/body", "rb")
wrk.method = "POST"
wrk.body = file:read("*a")
wrk.headers["Content-Type"] = "multipart/form-data; boundary=zona"
wrk.headers["Accept-Encoding"] = "gzip"
wrk.headers["Origin"] = "$address"
wrk.headers["Sec-Fetch-Site"] = "same-origin"
LUA
}
one() { # seconds of single uploads, the median in ms
    for _ in $(seq 1 21); do
        curl -fsS -o /dev/null -w '%{time_total}\n' -H 'Content-Type: multipart/form-data; boundary=zona' \
            -H "Origin: $address" -H 'Accept-Encoding: gzip' --data-binary "@$work/body" "$address/periksa"
    done | sort -n | awk 'NR == 11 { printf "%.1f", $1 * 1000 }'
}
drive() { # NAME CONNECTIONS wrk-arguments…
    local name=$1 connections=$2 before report
    shift 2
    before=$(memory VmRSS)
    report=$(wrk -t1 -c"$connections" -d"${seconds}s" --latency "$@")
    local rate median tail bad
    rate=$(awk '/Requests\/sec/ { print $2 }' <<<"$report")
    median=$(awk '$1 == "50%" { print $2 }' <<<"$report")
    tail=$(awk '$1 == "99%" { print $2 }' <<<"$report")
    bad=$(grep -o 'Non-2xx or 3xx responses: .*' <<<"$report" || true)
    echo "| $name | $rate | $median | $tail | $before MB | $(memory VmRSS) MB | $bad |"
}

echo
echo "| what | requests/s | median | p99 | memory before | after | |"
echo "|---|--:|--:|--:|--:|--:|---|"
drive "baseline: GET /health, 16 connections" 16 "$address/health"
drive "GET /periksa with gzip, 16 connections" 16 -H 'Accept-Encoding: gzip' "$address/periksa"
singles=()
for file in Sources/Service/Assets/contoh-lke.csv "$work/zona.xlsx" "$@"; do
    upload "$file"
    singles+=("$(basename "$file") ($(stat -c %s "$file") bytes): $(one) ms")
    drive "POST /periksa, $(basename "$file"), 2 connections" 2 -s "$work/post.lua" "$address/periksa"
    drive "POST /periksa, $(basename "$file"), 16 connections" 16 -s "$work/post.lua" "$address/periksa"
    drive "the same once more" 16 -s "$work/post.lua" "$address/periksa"
done
echo
printf 'One upload at a time, median of 21: %s\n' "${singles[@]}"
echo "Peak memory of the server: $(memory VmHWM) MB."
