#!/bin/sh
# A stream that outlives its client: half of it is read, the client leaves, and another one reads the rest.
set -eu
url="${UNDERSTUDY_URL:-http://localhost:8080}"
heads=$(mktemp)
trap 'rm -f "$heads"' EXIT

echo '--- the first five events'
# awk leaves at the event with the id 5, which hangs curl up; curl says that it could not write, as it should be.
curl -sSN -D "$heads" "$url/v1/chat/completions" \
  -H 'Content-Type: application/json' \
  -H 'x-understudy-on-disconnect: continue' \
  -d '{
    "model": "gpt-4o-mini",
    "messages": [{"role": "user", "content": "How do tides work?"}],
    "stream": true
  }' 2>/dev/null | awk '/^id: 5$/ { exit } { print }'

# The header names the stream; its line ends with a carriage return.
stream=$(sed -n 's/^x-understudy-stream-id: \(.*\)\r$/\1/p' "$heads")

echo '--- the rest'
curl -sSN "$url/v1/streams/$stream" -H 'Last-Event-ID: 4'
