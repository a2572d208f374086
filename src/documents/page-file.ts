import type { WebPage } from '../core/document-tools.ts';

const fence = /^\s{0,3}(?:```|~~~)/;
const heading = /^# \[(?<title>.*\S.*)\]\((?<url>\S+)\)\s*$/;

/** A page's URL in the form in which URLs are compared: without scheme, fragment and slashes at the end; undefined if it is none. */
export function plainUrl(text: string): string | undefined {
  const url = URL.parse(text.trim());
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  return `${url.host}${url.pathname.replace(/\/+$/, '')}${url.search}`;
}

interface Draft {
  readonly url: string;
  readonly title: string;
  readonly line: number;
  readonly lines: string[];
}

/** The pages of a Markdown file in which each one begins with a line `# [Title](https://…)`; throws an error that names the line. */
export function parsePages(file: string): readonly WebPage[] {
  const drafts: Draft[] = [];
  let fenced = false;
  for (const [index, line] of file
    .toWellFormed()
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (fence.test(line)) fenced = !fenced;
    if (!fenced && line.startsWith('# ')) drafts.push(startPage(line, index + 1, drafts));
    else if (drafts.length > 0) drafts.at(-1)?.lines.push(line);
    else if (line.trim() !== '') throw fault(index + 1, 'the first page begins with # [Title](https://…).');
  }
  if (drafts.length === 0) throw fault(1, 'it holds no page: begin each one with # [Title](https://…).');
  return drafts.map(finishPage);
}

function startPage(line: string, number: number, others: readonly Draft[]): Draft {
  const { title, url } = heading.exec(line)?.groups ?? {};
  if (title === undefined || url === undefined) {
    throw fault(number, 'a page begins with # [Title](https://…); headings inside of one begin with ##.');
  }
  const plain = plainUrl(url);
  if (plain === undefined)
    throw fault(number, `${url} is no URL of a page: it begins with https:// or http://.`);
  const twin = others.find((other) => plainUrl(other.url) === plain);
  if (twin !== undefined) throw fault(number, `the page ${url} stands in line ${twin.line} already.`);
  return { url, title: title.trim(), line: number, lines: [] };
}

function finishPage({ url, title, line, lines }: Draft): WebPage {
  const content = lines.join('\n').trim();
  if (content === '') throw fault(line, `the page ${url} has no text.`);
  return { url, title, content };
}

function fault(line: number, sentence: string): Error {
  return new Error(`The file of pages, line ${line}: ${sentence}`);
}
