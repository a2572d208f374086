import fc from 'fast-check';
import { lexer } from 'marked';
import { describe, expect, it } from 'vitest';
import { type Blocks, noBlocks, readBlocks } from '../../playground/src/markdown-blocks.ts';
import { decodeEntities, readLink } from '../../playground/src/markdown-text.ts';

const piece = fc.constantFrom(
  'word ',
  'two words',
  '\n',
  '\n\n',
  '- item\n',
  '1. first\n',
  '> quote\n',
  '```\n',
  '    code\n',
  '# title\n',
  '| a | b |\n|---|---|\n',
  '***',
  '[link](https://a.example)',
  '<b>',
  '===\n',
  '\r\n',
  '\t',
);

function grow(pieces: readonly string[]): Blocks {
  let text = '';
  let blocks = noBlocks;
  for (const each of pieces) blocks = readBlocks(blocks, (text += each));
  return blocks;
}

function listRaw({ parts, tail }: Blocks): readonly string[] {
  return [...parts.flat(), ...tail].map(({ type, raw }) => `${type} ${raw}`);
}

describe('blocks', () => {
  it('are the same whether the text came at once or piece by piece', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 400, size: 'max' }), (pieces) => {
        const whole = lexer(pieces.join('')).map(({ type, raw }) => `${type} ${raw}`);
        expect(listRaw(grow(pieces))).toEqual(whole);
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  it('stay the same objects once they have settled', () => {
    const paragraph = 'Some words.\n\n';
    const before = grow(Array.from({ length: 100 }, () => paragraph));
    const after = readBlocks(before, paragraph.repeat(101));
    expect(before.parts.length).toBeGreaterThan(1);
    expect(after.parts[0]).toBe(before.parts[0]);
  });

  it('begin anew with another text', () => {
    const before = grow(Array.from({ length: 100 }, () => 'Some words.\n\n'));
    expect(listRaw(readBlocks(before, 'Other.'))).toEqual(['paragraph Other.']);
  });

  it('know a definition that comes after the link that uses it', () => {
    const [first] = readBlocks(noBlocks, `[a][b]\n\n[b]: https://a.example`).tail;
    expect(JSON.stringify(first)).toContain('"type":"link"');
  });
});

describe('text', () => {
  it('has its character references resolved, once', () => {
    expect(decodeEntities('&lt;b&gt; &amp;amp; &#65;&#x42; &nbsp;|&quot;&apos;')).toBe('<b> &amp; AB  |"\'');
    expect(decodeEntities('&unknown; &#0; &#x110000; & &constructor;')).toBe(
      '&unknown; &#0; &#x110000; & &constructor;',
    );
  });

  it.each(['https://a.example/b', 'http://a.example/', 'mailto:a@b.example'])('may lead to %s', (href) => {
    expect(readLink(href)).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a.example/x',
    '//elsewhere.example',
    '/v1/streams',
    '#part',
    '',
  ])('may not lead to %s', (href) => {
    expect(readLink(href)).toBeUndefined();
  });
});
