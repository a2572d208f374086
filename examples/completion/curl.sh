#!/bin/sh
# A small GPT-2 goes on with the text of the path: as events, as plain text, and as lines of JSON. -N shows each token as it comes.
set -eu
url="${UNDERSTUDY_URL:-http://localhost:8080}"

echo '--- events'
curl -sSN "$url/completion/Once%20upon%20a%20time"

# --get puts what --data-urlencode holds behind the ? of the address.
echo '--- text'
curl -sSN --get "$url/completion/The%20dog" --data-urlencode 'format=raw' --data-urlencode 'max_new_tokens=40'

echo
echo '--- lines of JSON'
curl -sSN "$url/completion/In%20the%20morning?format=ndjson&max_new_tokens=5&temperature=0"
