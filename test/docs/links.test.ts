import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Page, readPage, readPages, root } from './pages.ts';

interface Link {
  readonly from: string;
  readonly target: string;
}

const pages = readPages();
const links = pages.flatMap(findLinks);

function findLinks({ path, prose }: Page): readonly Link[] {
  const text = prose.replace(/`[^`\n]*`/g, '``');
  const found = [
    ...text.matchAll(/\]\((?<target>[^)\s]+)(?: "[^"]*")?\)/g),
    ...text.matchAll(/^\[[^\]]+\]: +(?<target>\S+)/gm),
    ...text.matchAll(/<(?:img|a)\b[^>]*\b(?:src|href)="(?<target>[^"]+)"/g),
  ];
  return found.map(({ groups }) => ({ from: path, target: groups?.['target'] ?? '' }));
}

// As GitHub names a heading: small letters, no signs, blanks as hyphens; a second one of a name gets -1.
function listAnchors({ prose }: Page): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const { groups } of prose.matchAll(/^#{1,6} +(?<title>.+?) *#*$/gm)) {
    const title = (groups?.['title'] ?? '').replace(/\[(?<text>[^\]]*)\]\([^)]*\)/g, '$<text>');
    const name = title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    let unique = name;
    for (let count = 1; anchors.has(unique); count += 1) unique = `${name}-${count}`;
    anchors.add(unique);
  }
  return anchors;
}

/** What is wrong with a link; nothing where it leads somewhere. */
function complain({ from, target }: Link): string | undefined {
  if (/^[a-z][a-z+.-]*:/.test(target)) {
    return URL.canParse(target) ? undefined : `${from}: ${target} is no address`;
  }
  const [file = '', anchor] = target.split('#', 2);
  const path = file === '' ? from : normalize(join(dirname(from), decodeURIComponent(file)));
  if (path.startsWith('..') || !existsSync(join(root, path))) return `${from}: there is no ${path}`;
  if (anchor === undefined) return undefined;
  if (!path.endsWith('.md'))
    return statSync(join(root, path)).isDirectory() ? `${from}: ${target}` : undefined;
  return listAnchors(readPage(path)).has(anchor) ? undefined : `${from}: no heading of ${path} is #${anchor}`;
}

describe('the links of all pages', () => {
  it('are read by this test', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(links.filter(({ target }) => !target.includes(':')).length).toBeGreaterThan(60);
  });

  it('lead to a file and a heading that are there', () => {
    expect(links.flatMap((link) => complain(link) ?? [])).toEqual([]);
  });

  it.each([
    ['gone.md', 'docs/x.md: there is no docs/gone.md'],
    ['../README.md#no-such-heading', 'docs/x.md: no heading of README.md is #no-such-heading'],
    ['../../outside.md', 'docs/x.md: there is no ../outside.md'],
    ['http://[', 'docs/x.md: http://[ is no address'],
    ['../README.md#what-it-is-for', undefined],
    ['../examples/', undefined],
    ['https://example.com/x#y', undefined],
  ])('are judged: %s', (target, complaint) => {
    expect(complain({ from: 'docs/x.md', target })).toBe(complaint);
  });
});

describe('the pages of docs/', () => {
  const pathsOf = (from: string): readonly string[] =>
    links
      .filter((link) => link.from === from && !link.target.includes(':'))
      .map(({ target }) => normalize(join(dirname(from), target.split('#')[0] ?? '')));

  it('stand in their index', () => {
    const listed = pathsOf('docs/README.md');
    const all = pages.map(({ path }) => path).filter((path) => /^docs\/[^/]+\.md$/.test(path));
    expect(all.filter((path) => path !== 'docs/README.md' && !listed.includes(path))).toEqual([]);
  });

  it('show pictures that are well formed, need nothing else, and say what they show', () => {
    const pictures = [...new Set(links.filter(({ target }) => target.endsWith('.svg')).map((link) => link))];
    expect(pictures.length).toBeGreaterThan(1);
    for (const { from, target } of pictures) {
      const svg = readFileSync(join(root, dirname(from), target), 'utf8');
      expect(/^<svg [^>]*viewBox="[^"]+"[^>]*>/.test(svg)).toBe(true);
      expect(/<title\b[^>]*>[^<]+<\/title>|aria-label="[^"]+"/.test(svg)).toBe(true);
      expect(/<script|<image|href=|url\(http/.exec(svg)).toBe(null);
      const opened = [...svg.matchAll(/<(?<name>[a-z]\w*)(?=[\s>])[^>]*(?<!\/)>/gi)].map(
        ([, name = '']) => name,
      );
      const closed = [...svg.matchAll(/<\/(?<name>\w+)>/g)].map(([, name = '']) => name);
      expect(opened.toSorted()).toEqual(closed.toSorted());
    }
  });
});
