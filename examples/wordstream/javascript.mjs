// Reads words until there are enough and hangs up: the server hears it and stops. Run with: npx node examples/wordstream/javascript.mjs
const url = process.env.UNDERSTUDY_URL ?? 'http://localhost:8000';
const enough = Number(process.argv[2] ?? 6);

const response = await fetch(`${url}/v1/chat/completions`, { method: 'POST' });

let words = 0;
let rest = '';
for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
  // An event may come in two reads: what follows the last line break waits for the next one.
  const lines = (rest + text).split('\n');
  rest = lines.pop();
  for (const line of lines) {
    if (!line.startsWith('data: ') || words >= enough) continue;
    process.stdout.write(JSON.parse(line.slice('data: '.length)).choices[0].delta.content);
    words += 1;
  }
  // There is no `data: [DONE]` here: the stream ends when the connection does.
  if (words >= enough) break;
}
console.log();
