import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A page of documentation. */
export interface Page {
  /** Relative to the project, with slashes. */
  readonly path: string;
  /** The text without its fenced blocks, whose lines are left empty so that the others keep their numbers. */
  readonly prose: string;
  readonly blocks: readonly Block[];
}

/** A fenced block. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** Where its first line stands. */
  readonly line: number;
}

/** Every Markdown page that is kept with the project, or about to be. */
export function readPages(): readonly Page[] {
  const names = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], {
    cwd: root,
    encoding: 'utf8',
  });
  return names.trim().split('\n').map(readPage);
}

/** A page cut into prose and fenced blocks. */
export function readPage(path: string): Page {
  const prose: string[] = [];
  const blocks: { language: string; lines: string[]; line: number }[] = [];
  let open: { fence: string; lines: string[] } | undefined;
  for (const [index, line] of readFileSync(`${root}${path}`, 'utf8').split('\n').entries()) {
    const { fence, language = '' } = /^ *(?<fence>`{3,}|~{3,})(?<language>[\w-]*)/.exec(line)?.groups ?? {};
    prose.push(open === undefined && fence === undefined ? line : '');
    if (open !== undefined && fence === open.fence) open = undefined;
    else if (open !== undefined) open.lines.push(line);
    else if (fence !== undefined) {
      open = { fence, lines: [] };
      blocks.push({ language, lines: open.lines, line: index + 2 });
    }
  }
  return {
    path,
    prose: prose.join('\n'),
    blocks: blocks.map(({ language, lines, line }) => ({ language, line, text: lines.join('\n') })),
  };
}
