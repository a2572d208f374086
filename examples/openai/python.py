"""OpenAI's client for Python, streaming. Run with: python examples/openai/python.py (needs: pip install openai)"""

import os

import openai

url = os.environ.get("UNDERSTUDY_URL", "http://localhost:8080")
client = openai.OpenAI(api_key="mock-api-key", base_url=f"{url}/v1")

# Enable streaming with stream=True
stream = client.chat.completions.create(
    model="gpt-3.5-turbo",
    messages=[{"role": "user", "content": "Hello!"}],
    stream=True,
)

print("Response: ", end="", flush=True)
for chunk in stream:
    if chunk.choices[0].delta.content:
        print(chunk.choices[0].delta.content, end="", flush=True)
print()
