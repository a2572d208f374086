import type { Call, Dialect, PlainAnswer, PlainEndpoint } from '../core/dialect.ts';
import { unknownUrl } from '../core/refusals.ts';
import { type BuiltFile, type BuiltFiles, readBuiltFiles } from './built-files.ts';

/** What the playground is served from. */
export interface PlaygroundOptions {
  /** The folder that holds the page as it was built. */
  readonly folder: string;
  readonly error: Dialect['error'];
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const safety = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** `/playground` and its files: a page to try the server with. Anybody who reaches the server may read it, since it tells nothing of it. */
export function createPlayground({ folder, error }: PlaygroundOptions): Dialect {
  let files: BuiltFiles = new Map();
  const find = (name: string): BuiltFile | undefined => {
    // Looked for again as long as there is nothing, so that a page that is built later needs no new start.
    if (files.size === 0) files = readBuiltFiles(folder);
    return files.get(name);
  };
  const showPage = (call: Call): PlainAnswer => {
    const page = find('index.html');
    return page === undefined ? notBuilt : answerFile(call, page, 'no-cache');
  };
  return {
    name: 'playground',
    error,
    endpoints: [
      get('/playground', showPage),
      get('/playground/*', (call) => {
        const name = call.parameters['*'] ?? '';
        if (name === '') return showPage(call);
        const file = find(name);
        if (file === undefined) throw unknownUrl(call.method, call.path);
        return answerFile(call, file, name.startsWith('assets/') ? forever : 'no-cache');
      }),
    ],
  };
}

// Names in this folder hold a hash of what they name.
const forever = 'public, max-age=31536000, immutable';

function get(path: string, answer: PlainEndpoint['answer']): PlainEndpoint {
  const description = { summary: 'A page to try the server with.', tag: 'Service' };
  return { kind: 'plain', method: 'GET', path, keyless: true, description, answer };
}

function answerFile({ headers }: Call, { type, text, etag }: BuiltFile, caching: string): PlainAnswer {
  const sent = { ...safety, 'content-type': type, 'cache-control': caching, etag };
  const isKnown = String(headers['if-none-match'] ?? '')
    .split(',')
    .some((each) => each.trim().replace(/^W\//, '') === etag);
  return isKnown ? { status: 304, headers: sent, body: '' } : { status: 200, headers: sent, body: text };
}

const notBuilt: PlainAnswer = {
  status: 503,
  headers: { ...safety, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Understudy playground: not built</title>
  </head>
  <body>
    <h1>The playground has not been built</h1>
    <p>In the folder of the server, run:</p>
    <pre>npm ci &amp;&amp; npm run build:playground</pre>
    <p>Then load this page again: the server need not be started anew. Everything else works without it; <a href="/docs">/docs</a> tells how.</p>
  </body>
</html>
`,
};
