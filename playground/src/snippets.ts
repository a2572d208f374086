import type { WireCall } from './calls.ts';
import type { Json } from './json.ts';

/** Where copied code runs: the server's address, and whether it asks for a key. */
export interface Place {
  readonly url: string;
  readonly keyed: boolean;
}

/** The variable of the environment that copied code takes the key from, so that no key is ever copied. */
export const keyVariable = 'OPENAI_API_KEY';

/** The call as a command for a shell. */
export function writeCurl({ path, headers, body }: WireCall, { url, keyed }: Place): string {
  const lines = [
    `curl -N ${quoteShell(url + path)}`,
    ...(keyed ? [`-H "authorization: Bearer $${keyVariable}"`] : []),
    ...Object.entries(headers).map(([name, value]) => `-H ${quoteShell(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`-d ${quoteShell(JSON.stringify(body))}`]),
  ];
  return lines.join(' \\\n  ');
}

function quoteShell(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The call as a program for Python 3 that needs nothing beside it. */
export function writePython({ method, path, headers, body }: WireCall, { url, keyed }: Place): string {
  const named = Object.entries(headers).map(
    ([name, value]) => `        ${literal(name)}: ${literal(value)},`,
  );
  const key = keyed ? [`        "authorization": "Bearer " + os.environ["${keyVariable}"],`] : [];
  const imports = [...(body === undefined ? [] : ['json']), ...(keyed ? ['os'] : []), 'urllib.request'];
  return [
    ...imports.map((name) => `import ${name}`),
    '',
    'request = urllib.request.Request(',
    `    ${literal(url + path)},`,
    `    method=${literal(method)},`,
    '    headers={',
    ...key,
    ...named,
    '    },',
    ...(body === undefined ? [] : [`    data=json.dumps(${python(body, '    ')}).encode(),`]),
    ')',
    'with urllib.request.urlopen(request) as response:',
    '    for line in response:',
    '        print(line.decode(), end="", flush=True)',
    '',
  ].join('\n');
}

function python(value: Json | undefined, indent: string): string {
  const inner = `${indent}    `;
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value !== 'object') return literal(value);
  if (isList(value))
    return `[${value.map((each) => `\n${inner}${python(each, inner)},`).join('')}\n${indent}]`;
  const members = Object.entries(value).map(
    ([name, each]) => `\n${inner}${literal(name)}: ${python(each, inner)},`,
  );
  return `{${members.join('')}\n${indent}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

// A text of JSON is one of Python and of JavaScript too.
function literal(value: string | number): string {
  return JSON.stringify(value);
}

/** The call as a module for Node, which prints what comes as it comes. */
export function writeJavaScript({ method, path, headers, body }: WireCall, { url, keyed }: Place): string {
  const named = Object.entries(headers).map(([name, value]) => `    ${literal(name)}: ${literal(value)},`);
  const key = keyed ? [`    authorization: \`Bearer \${process.env.${keyVariable}}\`,`] : [];
  const sent =
    body === undefined ? [] : [`  body: JSON.stringify(${indented(JSON.stringify(body, undefined, 2))}),`];
  return [
    `const response = await fetch(${literal(url + path)}, {`,
    `  method: ${literal(method)},`,
    '  headers: {',
    ...key,
    ...named,
    '  },',
    ...sent,
    '});',
    'for await (const text of response.body.pipeThrough(new TextDecoderStream())) {',
    '  process.stdout.write(text);',
    '}',
    '',
  ].join('\n');
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n  ');
}
