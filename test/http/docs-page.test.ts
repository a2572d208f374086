import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerDocs, renderDocs } from '../../src/http/docs-page.ts';
import { describeApi } from '../../src/http/openapi.ts';
import { createChatDialects, createPlain, mount } from './mount-dialects.ts';

const url = 'http://127.0.0.1:9999';
const page = renderDocs(describeApi(mount(...createChatDialects()), { version: '1.2.3', url }));

function renderPlain(...of: Parameters<typeof createPlain>): string {
  return renderDocs(describeApi(mount(createPlain(...of)), { version: '1' }));
}

function readText(markup: string): string {
  return markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

describe('docs page', () => {
  it('is allowed its own style and nothing else', () => {
    const answer = answerDocs(describeApi(mount(...createChatDialects()), { version: '1.2.3' }));
    const style = /<style>(?<style>[^]*?)<\/style>/.exec(String(answer.body))?.groups?.['style'] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(style).toContain('prefers-color-scheme: dark');
    expect(answer).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
        'x-content-type-options': 'nosniff',
      },
    });
  });

  it('has no script, no inline style and nothing from elsewhere', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\sstyle=|\son\w+=|javascript:|url\(|@import/i);
    expect(
      [...page.matchAll(/(?:href|src)="(?<target>[^"]*)"/g)].map(({ groups }) => groups?.['target']),
    ).toEqual(['#chat', '#completions', '#models', '/openapi.json']);
  });

  it('links only to sections that are there', () => {
    for (const [, anchor] of page.matchAll(/href="#([^"]*)"/g))
      expect(page).toContain(`<section id="${anchor}"`);
  });

  it('lists every endpoint with its method, path and summary', () => {
    const text = readText(page);
    expect(text).toContain('POST /v1/chat/completions Answers a conversation');
    expect(text).toContain('GET /v1/models/{model} ');
  });

  it('tells the bounds of parameters and members', () => {
    const text = readText(page);
    expect(text).toContain('x-understudy-ttft number 0 to 600000 ');
    expect(text).toContain('n integer or null 1 to 128 ');
    expect(text).toContain('messages required array of object 1 to 100000 items ');
    expect(text).toContain('messages[].role required &quot;system&quot; or ');
    expect(text).toContain('stream_options.include_usage boolean or null');
  });

  it('gives a command for each dialect that reads a body, at the address of the server', () => {
    const examples = [...page.matchAll(/<pre[^>]*><code>(?<code>[^<]*)/g)].map(
      ({ groups }) => groups?.['code'],
    );
    expect(examples.slice(0, 2)).toEqual([
      expect.stringMatching(
        /^curl -N http:\/\/127\.0\.0\.1:9999\/v1\/chat\/completions \\\n {2}-H .*\n {2}-d .*messages/,
      ),
      expect.stringContaining('{&quot;prompt&quot;:&quot;Tell me a joke!&quot;,&quot;stream&quot;:true}'),
    ]);
    expect(examples).toContain('curl http://127.0.0.1:9999/v1/models/MODEL');
  });

  it('escapes whatever a description says', () => {
    const attack = `</style><script>alert("1")</script><b title='x'>&amp;`;
    const body = z.object({ [attack]: z.literal(attack).describe(attack) });
    const markup = renderPlain('POST', '/x', { summary: attack, tag: attack, body });
    expect(markup).not.toMatch(/<script|<b /);
    expect(markup.match(/<\/style>/g)).toHaveLength(1);
    expect(markup).toContain(
      '&lt;/style&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&lt;b title=&#39;x&#39;&gt;&amp;amp;',
    );
  });

  it('makes an example of the schema where it has none, quoted for a shell', () => {
    const body = z.object({
      kind: z.literal("it's"),
      size: z.enum(['small', 'large']),
      count: z.int().min(3),
      on: z.boolean(),
      names: z.array(z.string()),
      inner: z.object({ level: z.number().default(7), left: z.string().optional() }).nullable(),
      maybe: z.string().optional(),
    });
    const [, example = ''] = /<code>(curl[^<]*)/.exec(renderPlain('PUT', '/x', { body })) ?? [];
    expect(example.replaceAll('&quot;', '"').replaceAll('&#39;', "'")).toBe(
      String.raw`curl -X PUT http://127.0.0.1:8080/x \
  -H 'content-type: application/json' \
  -d '{"kind":"it'\''s","size":"small","count":3,"on":true,"names":["text"],"inner":{}}'`,
    );
  });

  it('makes an example of a file, as the body or as a part of a form', () => {
    const example = (bodyType: string, body: z.ZodType): string | undefined =>
      /<code>(curl[^<]*)/.exec(renderPlain('POST', '/x', { bodyType, body }))?.[1]?.replaceAll('&#39;', "'");
    expect(example('application/octet-stream', z.unknown())).toBe(
      'curl http://127.0.0.1:8080/x \\\n  --data-binary @FILE',
    );
    const file = z.unknown().meta({ contentMediaType: 'application/pdf' });
    expect(example('multipart/form-data', z.object({ file, name: z.string() }))).toBe(
      "curl http://127.0.0.1:8080/x \\\n  -F 'file=@FILE' \\\n  -F 'name=text'",
    );
  });

  it('comes to an end with a schema that contains itself', () => {
    const tree = z.object({
      get children() {
        return z.array(tree);
      },
    });
    expect(readText(renderPlain('POST', '/trees', { body: tree }))).toContain(
      'children[].children required array of object',
    );
  });
});
