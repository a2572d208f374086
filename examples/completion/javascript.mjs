// GPT-2 goes on with a text, token by token. Run with: npx node examples/completion/javascript.mjs ["Once upon a time"]
//
// In a page, `new EventSource(address)` does what readEvents does here, and comes back by itself where it was cut off:
// close it at the event `done`, or it comes back for more.
const url = process.env.UNDERSTUDY_URL ?? 'http://localhost:8080';
const question = process.argv[2] ?? 'Once upon a time';

// A question is part of the path: its blanks, slashes and question marks have to be encoded.
const response = await fetch(`${url}/completion/${encodeURIComponent(question)}?max_new_tokens=30`);
if (!response.ok) throw new Error(await response.text());

process.stdout.write(question);
for await (const { event, data } of readEvents(response.body)) {
  if (event === 'error') throw new Error(data);
  if (event === 'done') break;
  process.stdout.write(data);
}
console.log();

// Server-sent events by the book: a blank line ends one; several `data` lines are one text with line breaks between.
async function* readEvents(body) {
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const fields = block.split('\n').map((line) => /^(?<name>\w*):? ?(?<value>.*)$/s.exec(line).groups);
      const values = (name) => fields.filter((field) => field.name === name).map((field) => field.value);
      yield { event: values('event')[0] ?? 'message', data: values('data').join('\n') };
    }
  }
}
