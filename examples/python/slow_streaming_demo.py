"""A stream slow enough to watch. Run with: python examples/python/slow_streaming_demo.py (needs: pip install openai)

The server sets the pace: this asks it for 4 tokens a second, by a header that holds for one request.
A client that slept after each token would show the same and prove nothing, since all tokens might have come at once.
"""

import os
import sys
import time

import openai

url = os.environ.get("UNDERSTUDY_URL", "http://localhost:8080")
tokens_per_second = sys.argv[1] if len(sys.argv) > 1 else "4"
client = openai.OpenAI(api_key="mock-api-key", base_url=f"{url}/v1")

print("=== Slow Streaming Demo ===")
print("Prompt: Tell me a joke!")
print("Response: ", end="", flush=True)

started = time.perf_counter()
moments = []
stream = client.chat.completions.create(
    model="gpt-3.5-turbo",
    messages=[{"role": "user", "content": "Tell me a joke!"}],
    max_tokens=40,
    stream=True,
    extra_headers={"x-understudy-ttft": "500", "x-understudy-tokens-per-second": tokens_per_second},
)
for chunk in stream:
    content = chunk.choices[0].delta.content
    if content:
        moments.append(time.perf_counter() - started)
        print(content, end="", flush=True)

print("\n\n=== Streaming Demo Complete ===")
print(f"{len(moments)} tokens: the first after {moments[0]:.1f} s, the last after {moments[-1]:.1f} s")
