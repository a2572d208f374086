#!/bin/sh
# A thread from its beginning to its end: made, added to, looked at, changed, answered in and deleted.
set -eu
url="${UNDERSTUDY_URL:-http://localhost:8080}"

post() {
  curl -sS -X POST "$url$1" -H 'Content-Type: application/json' -d "$2"
  echo
}

echo '--- made'
thread=$(post /v1/threads '{"metadata": {"topic": "billing"}}')
echo "$thread"
id=$(echo "$thread" | sed 's/.*"id":"\([^"]*\)".*/\1/')

echo '--- added to'
post "/v1/threads/$id/messages" '[
  {"role": "user", "content": "My name is Ada Lovelace."},
  {"role": "assistant", "content": "Good to know."}
]'

echo '--- answered in'
post /v1/pipes/run '{"threadId": "'"$id"'", "stream": false, "messages": [{"role": "user", "content": "What is my name?"}]}'

echo '--- changed'
post "/v1/threads/$id" '{"metadata": {"topic": "billing", "state": "closed"}}'

echo '--- its messages'
curl -sS "$url/v1/threads/$id/messages"

echo
echo '--- deleted'
curl -sS -X DELETE "$url/v1/threads/$id"
echo
