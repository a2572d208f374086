#!/bin/sh
# A stream, a whole answer and one of the models, by curl. -N shows each event as it comes.
set -eu
url="${UNDERSTUDY_URL:-http://localhost:8080}"

echo '--- a stream'
curl -sSN -X POST "$url/v1/chat/completions" \
  -H "Content-Type: application/json" \
  -d '{
    "model": "gpt-3.5-turbo",
    "messages": [{"role": "user", "content": "Hello!"}],
    "stream": true
  }'

echo '--- a whole answer'
curl -sS -X POST "$url/v1/chat/completions" \
  -H "Content-Type: application/json" \
  -d '{"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "Hello!"}]}'

echo
echo '--- a model'
curl -sS "$url/v1/models/gpt-4o-mini"
echo
