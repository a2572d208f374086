#!/bin/sh
# A thread, a run of a pipe that goes on with it in a stream, and what the thread holds then, by curl.
set -eu
url="${UNDERSTUDY_URL:-http://localhost:8080}"

post() {
  curl -sSN -X POST "$url$1" -H "Content-Type: application/json" -d "$2"
}

echo '--- a thread'
thread=$(post /v1/threads '{
  "metadata": {"topic": "support"},
  "messages": [{"role": "user", "content": "My name is Ada Lovelace."}]
}')
echo "$thread"
id=$(echo "$thread" | sed 's/.*"id":"\([^"]*\)".*/\1/')

echo '--- a stream'
post /v1/pipes/run '{
  "threadId": "'"$id"'",
  "messages": [{"role": "user", "content": "What is my name?"}],
  "stream": true
}'

echo '--- the messages of the thread'
curl -sS "$url/v1/threads/$id/messages"
echo
