#!/bin/sh
# An answer to one prompt, then two requests that are refused with an error event.
set -eu
url="${UNDERSTUDY_URL:-http://localhost:8080}"

curl -sSN -X POST "$url/v1/chat/completions" \
  -H "Content-Type: application/json" \
  -d '{"prompt": "Explain streaming APIs", "stream": true}'

for body in '{"prompt": "  ", "stream": true}' '{"prompt": "Explain streaming APIs", "stream": false}'; do
  curl -sS -X POST "$url/v1/chat/completions" -H "Content-Type: application/json" -d "$body"
done
