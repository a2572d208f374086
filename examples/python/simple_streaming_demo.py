"""The smallest streaming demonstration. Run with: python examples/python/simple_streaming_demo.py (needs: pip install openai)"""

import os

import openai

url = os.environ.get("UNDERSTUDY_URL", "http://localhost:8080")
client = openai.OpenAI(api_key="mock-api-key", base_url=f"{url}/v1")

print("=== Streaming Demo ===")
print("Prompt: Tell me a joke!")
print("Response: ", end="", flush=True)

stream = client.chat.completions.create(
    model="gpt-3.5-turbo",
    messages=[{"role": "user", "content": "Tell me a joke!"}],
    stream=True,
)
for chunk in stream:
    print(chunk.choices[0].delta.content or "", end="", flush=True)

print("\n\n=== Streaming Demo Complete ===")
