/** Asks for one answer, reads every byte of it, checks its text and gives the number of its pieces. */
export async function askOnce(url: string, body: string, expected?: string): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer sk-bench' },
    body,
  });
  const answer = await response.text();
  if (response.status !== 200) throw new Error(`status ${response.status}: ${answer}`);
  const streamed = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  const pieces = streamed ? readStream(answer) : [JSON.parse(answer).choices[0].message.content];
  const said = pieces.join('');
  if (expected !== undefined && said !== expected) throw new Error(`another text than expected: ${said}`);
  return pieces.length;
}

function readStream(answer: string): string[] {
  const lines = answer.split('\n\n').filter((line) => line.startsWith('data: '));
  if (lines.pop() !== 'data: [DONE]') throw new Error('a stream without [DONE]');
  const texts: unknown[] = lines.map((line) => JSON.parse(line.slice(6)).choices[0]?.delta.content);
  return texts.filter((text): text is string => typeof text === 'string' && text !== '');
}
