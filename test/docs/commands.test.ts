import { describe, expect, it } from 'vitest';
import { type CompletedCommand, flatten, readTree } from '../../src/cli/completion-tree.ts';
import { createFlags } from '../../src/cli/flags.ts';
import { createProgram } from '../../src/cli/program.ts';
import { readRules } from '../../src/cli/setting-rules.ts';
import { readPages } from './pages.ts';

const nothing = async (): Promise<void> => undefined;
const tree = readTree(
  createProgram({
    version: '1.2.3',
    rules: readRules(),
    terminal: { env: {}, folder: '.', output: process.stdout, messages: process.stderr },
    write: () => undefined,
    writeError: () => undefined,
    serve: nothing,
    listModels: nothing,
    pullModel: nothing,
  }),
);

const pages = readPages().filter(({ path }) => path !== 'CHANGELOG.md');

// Flags of npm, node, curl, our scripts and other tools that the pages speak of.
const others: readonly string[] = [];

interface Line {
  readonly where: string;
  /** What stands after `understudy`. */
  readonly words: readonly string[];
}

// The command by its own name, and the scripts of package.json that run it.
const starts =
  /(?:^|[;&|(]|\bexec)\s*(?:[A-Z_]+=\S*\s+)*(?:\S*\/)?(?:understudy|npm start|npm run -s understudy)(?=\s|$)/g;

/** The command lines of a text that begin with the command. */
function findLines(where: string, text: string): readonly Line[] {
  return text
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .flatMap((line) => {
      const plain = line.replace(/^\s*(?:\$ |- run: )?/, '').replace(/(?:^|\s)#.*$/, '');
      return [...plain.matchAll(starts)].map((match) => {
        const rest = plain.slice(match.index + match[0].length);
        const words = cut(rest);
        const isScript = match[0].includes('npm');
        return { where, words: isScript ? words.slice(words.indexOf('--') === 0 ? 1 : words.length) : words };
      });
    });
}

// Words to the end of the command: an operator of the shell, or a bracket that closes it.
function cut(text: string): readonly string[] {
  const words = text.match(/"[^"]*"|'[^']*'|[;&|<>()`]|\d?>|[^\s;&|<>()"'`]+/g) ?? [];
  const end = words.findIndex((word) => /^(?:[;&|<>()`]|\d?>)$/.test(word));
  return (end === -1 ? words : words.slice(0, end)).map((word) => word.replace(/^(["'])(.*)\1$/, '$2'));
}

/** What is wrong with the words; nothing where the command line takes them. */
function complain(words: readonly string[]): string | undefined {
  let command: CompletedCommand = tree;
  let free = 0;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const [name = '', given] = word.split('=', 2);
    const below = command.commands.find(({ path }) => path.at(-1) === word);
    if (!word.startsWith('-') && below !== undefined && free === 0) command = below;
    else if (word.startsWith('-') && word !== '-') {
      const option =
        command.options.find(({ names }) => names.includes(name.replace(/^--no-(?=.)/, '--'))) ??
        command.options.find(({ names }) => names.includes(name));
      if (option === undefined) return `${['understudy', ...command.path].join(' ')} has no ${name}`;
      if (option.value === undefined) continue;
      const value = given ?? words[(index += 1)];
      if (value === undefined) return `${name} needs a value`;
      const { value: offer } = option;
      if (offer.kind === 'words' && !offer.words.includes(value)) return `${name} cannot be ${value}`;
    } else {
      free += 1;
      if (
        command.argument.kind === 'words' &&
        !/^[A-Z]/.test(word) &&
        !command.argument.words.includes(word)
      ) {
        return `${command.path.join(' ')} does not take ${word}`;
      }
      if (command.commands.length > 0) return `there is no command ${word}`;
    }
  }
  return undefined;
}

const lines = pages.flatMap(({ path, blocks }) =>
  blocks.flatMap(({ text, line }) => findLines(`${path}:${line}`, text)),
);
const inline = pages.flatMap(({ path, prose }) =>
  [...prose.matchAll(/`(?<code>understudy [^`]+|npm (?:start|run -s understudy)[^`]*)`/g)].flatMap(
    ({ groups }) => findLines(path, (groups?.['code'] ?? '').replaceAll(String.raw`\|`, '|')),
  ),
);

describe('the command lines of all pages', () => {
  it('are found', () => {
    expect(lines.length).toBeGreaterThan(14);
    expect(lines.filter(({ words }) => words.length > 1).length).toBeGreaterThan(10);
    expect(inline.length).toBeGreaterThan(5);
  });

  it('are such that the command takes them', () => {
    const wrong = [...lines, ...inline].flatMap(({ where, words }) => {
      const complaint = complain(words.map((word) => word.replace(/…$/, '')));
      return complaint === undefined ? [] : `${where}: ${complaint}`;
    });
    expect(wrong).toEqual([]);
  });

  it('are silent about npm, which would put a line before the data', () => {
    const loud = pages.flatMap(({ path, prose, blocks }) =>
      [prose, ...blocks.map(({ text }) => text)]
        .flatMap((text) => text.match(/npm run (?!-s )(?:-\S+ )*understudy\b.*/g) ?? [])
        .map((found) => `${path}: ${found}`),
    );
    expect(loud).toEqual([]);
  });

  it.each([
    ['understudy --prot 1', 'understudy has no --prot'],
    ['PORT=1 understudy --engine parrot', '--engine cannot be parrot'],
    ['npm start -- --engine parrot', '--engine cannot be parrot'],
    ['npm run -s understudy -- bench http://x --preset classic', 'understudy bench has no --preset'],
    ['curl x && understudy quee status', 'there is no command quee'],
    ['source <(understudy completions tcsh)', 'completions does not take tcsh'],
    ['understudy models pull a/b --quantisation q8_0 # --wrong', undefined],
    ['understudy bench http://x \\\n  --rate', '--rate needs a value'],
    ['understudy --message "--wrong" > file --wrong', undefined],
    ['npm start', undefined],
    ['echo understudy --wrong', undefined],
  ])('are judged: %s', (text, complaint) => {
    const [found] = findLines('here', text);
    expect(found === undefined ? undefined : complain(found.words)).toBe(complaint);
  });
});

/** What does not run in a checkout as a newcomer has it: a Node that may be old, and a preamble of npm before the output. */
function findUnfit(text: string): readonly string[] {
  const found = text.matchAll(/(?<![\w/.-]|npx )node (?:--\S+ )*[\w/.-]+\.ts\b|npm run (?!-s )understudy\b/g);
  return Array.from(found, ([words]) => words);
}

describe('programs of the checkout', () => {
  it('are started with the Node that npm has installed, and without what npm says of them', () => {
    const unfit = pages.flatMap(({ path, prose, blocks }) =>
      [prose, ...blocks.map(({ text }) => text)].flatMap(findUnfit).map((words) => `${path}: ${words}`),
    );
    expect(unfit).toEqual([]);
  });

  it.each([
    ['Run `node bench/a.ts` now', 1],
    ['node --max-semi-space-size=32 src/cli/main.ts', 1],
    ['npm run understudy -- check', 1],
    ['npx node bench/a.ts; npm run -s understudy -- check', 0],
    ['npx node --max-semi-space-size=32 src/cli/main.ts', 0],
  ])('are judged: %s', (text, count) => {
    expect(findUnfit(text)).toHaveLength(count);
  });
});

describe('names in the prose of all pages', () => {
  it('of flags are those of a command, of a script or of another program', () => {
    const own = new Set(flatten(tree).flatMap(({ options }) => options.flatMap(({ names }) => names)));
    const switches = [...own].map((name) => name.replace(/^--/, '--no-'));
    const known = new Set([...own, ...switches, ...others, '--no-NAME']);
    const wrong = pages.flatMap(({ path, prose }) =>
      [...prose.matchAll(/`(?<flag>--[a-z][\w-]*)/g)]
        .map(({ groups }) => groups?.['flag'] ?? '')
        .filter((flag) => !known.has(flag))
        .map((flag) => `${path}: ${flag}`),
    );
    expect(wrong).toEqual([]);
  });

  it('of variables are those of a setting or of a few others', () => {
    const own = createFlags(readRules()).flatMap(({ variables }) => variables);
    const known = new Set([...own, 'UNDERSTUDY_URL']);
    const wrong = pages.flatMap(({ path, prose, blocks }) =>
      [prose, ...blocks.map(({ text }) => text)]
        .flatMap((text) => text.match(/\bUNDERSTUDY_[A-Z_]+\b/g) ?? [])
        .filter((name) => !known.has(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});
