#!/bin/sh
# Words from a text streaming server: any body will do, or none. It streams for an hour, so this reads for a few seconds.
set -eu
url="${UNDERSTUDY_URL:-http://localhost:8000}"

# 28 is curl's way to say that its time was over.
curl -sSN --max-time "${READ_SECONDS:-3}" -X POST "$url/v1/chat/completions" 2>/dev/null || [ $? -eq 28 ]
