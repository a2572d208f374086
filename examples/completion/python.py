"""GPT-2 goes on with a text, token by token. Nothing but Python's own library. Run with: python examples/completion/python.py"""

import os
import sys
import urllib.error
import urllib.parse
import urllib.request

url = os.environ.get("UNDERSTUDY_URL", "http://localhost:8080")
question = sys.argv[1] if len(sys.argv) > 1 else "Once upon a time"

# A question is part of the path: safe="" has its slashes encoded, too.
path = urllib.parse.quote(question, safe="")
query = urllib.parse.urlencode({"max_new_tokens": 30})


def read_events(response):
    """Gives the name and the data of each server-sent event; several data lines are one text with line breaks between."""
    name, data = "message", []
    for line in response:
        field, _, value = line.decode().rstrip("\n").partition(": ")
        if field == "event":
            name = value
        elif field in ("data", "data:"):
            data.append(value)
        elif field == "":
            yield name, "\n".join(data)
            name, data = "message", []


print(question, end="", flush=True)
try:
    with urllib.request.urlopen(f"{url}/completion/{path}?{query}", timeout=60) as response:
        for name, data in read_events(response):
            if name == "error":
                sys.exit(data)
            if name == "done":
                break
            print(data, end="", flush=True)
except urllib.error.HTTPError as error:
    sys.exit(error.read().decode())
print()
