// A thread from its beginning to its end, with fetch. Run with: npx node examples/threads/javascript.mjs
const url = process.env.UNDERSTUDY_URL ?? 'http://localhost:8080';

const thread = await call('POST', '/v1/threads', { metadata: { topic: 'billing' } });
console.log(`made: ${thread.metadata.topic}`);

// Messages are kept in the order in which they come, all of one call or none.
await call('POST', `/v1/threads/${thread.id}/messages`, [
  { role: 'user', content: 'My name is Ada Lovelace.' },
  { role: 'assistant', content: 'Good to know.' },
]);

// A run that names the thread hears what was said before, and its turn is kept there.
const { completion } = await call('POST', '/v1/pipes/run', {
  threadId: thread.id,
  messages: [{ role: 'user', content: 'What is my name?' }],
  stream: false,
});
console.log(`answered: ${completion}`);

for (const { role } of await call('GET', `/v1/threads/${thread.id}/messages`)) console.log(`kept: ${role}`);

const { success } = await call('DELETE', `/v1/threads/${thread.id}`);
console.log(`deleted: ${success}`);

async function call(method, path, body) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error.message);
  return answer;
}
