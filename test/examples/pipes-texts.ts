/** What a document of a server of pipes and threads tells people to type, to the letter. */
export const pipesCurls = {
  stream: `curl -X POST http://localhost:8000/v1/pipes/run \\
  -H "Content-Type: application/json" \\
  -d '{
    "messages": [
      {
        "role": "user",
        "content": "Hello!"
      }
    ],
    "stream": true
  }'`,
  whole: `curl -X POST http://localhost:8000/v1/pipes/run \\
  -H "Content-Type: application/json" \\
  -d '{
    "messages": [
      {
        "role": "user",
        "content": "Hello!"
      }
    ],
    "stream": false
  }'`,
  create: `curl -X POST http://localhost:8000/v1/threads \\
  -H "Content-Type: application/json" \\
  -d '{
    "metadata": {
      "userId": "user123",
      "topic": "support"
    },
    "messages": [
      {
        "role": "user",
        "content": "Hello, I need help!"
      }
    ]
  }'`,
  createCustom: `curl -X POST http://localhost:8000/v1/threads \\
  -H "Content-Type: application/json" \\
  -d '{
    "threadId": "custom-thread-123",
    "metadata": {
      "department": "billing"
    }
  }'`,
  append: `curl -X POST http://localhost:8000/v1/threads/custom-thread-123/messages \\
  -H "Content-Type: application/json" \\
  -d '{
    "messages": [
      {
        "role": "user",
        "content": "Can you help me with billing?"
      },
      {
        "role": "assistant",
        "content": "Sure! I can help with billing questions."
      }
    ]
  }'`,
  list: `curl -X GET http://localhost:8000/v1/threads/custom-thread-123/messages`,
};

/** A page's client as the same document shows it, to the letter. */
export const pipesPage = `const response = await fetch('http://localhost:8000/v1/pipes/run', {
  method: 'POST',
  headers: {
    'Content-Type': 'application/json',
  },
  body: JSON.stringify({
    messages: [
      {
        role: 'user',
        content: 'Hello!'
      }
    ],
    stream: true
  })
});

const reader = response.body.getReader();
const decoder = new TextDecoder();

while (true) {
  const { done, value } = await reader.read();
  if (done) break;

  const chunk = decoder.decode(value);
  const lines = chunk.split('\\n');

  for (const line of lines) {
    if (line.startsWith('data: ')) {
      const data = line.slice(6);
      if (data === '[DONE]') {
        console.log('Stream finished');
        break;
      }
      try {
        const parsed = JSON.parse(data);
        console.log('Chunk:', parsed);
      } catch (e) {
        // Skip invalid JSON
      }
    }
  }
}
`;

/** The chunks that the document shows for a text: one with each piece of it, and one that ends it. */
export const pipesChunks = {
  piece:
    /^data: \{"id":"chatcmpl-\w+","object":"chat\.completion\.chunk","created":\d{10},"model":"gpt-4o-mini","system_fingerprint":"fp_\w+","choices":\[\{"index":0,"delta":\{"content":"(?:[^"\\]|\\.)+"\},"logprobs":null,"finish_reason":null\}\]\}$/,
  end: /^data: \{"id":"chatcmpl-\w+","object":"chat\.completion\.chunk","created":\d{10},"model":"gpt-4o-mini","system_fingerprint":"fp_\w+","choices":\[\{"index":0,"delta":\{\},"logprobs":null,"finish_reason":"stop"\}\],"usage":\{"prompt_tokens":\d+,"completion_tokens":\d+,"total_tokens":\d+\}\}$/,
};
