import type { EffectiveSetting, Source } from './effective-settings.ts';
import { mask } from './secrets.ts';
import type { Paint } from './terminal.ts';

// All names of settings and variables have room; those of models and files may be longer.
const widths = { name: 25, value: 23, source: 28 };
const most = 4 * widths.value;

/** The settings as a table of 80 columns, a part for each group. */
export function formatConfiguration(settings: readonly EffectiveSetting[], paint: Paint): string {
  const groups = Map.groupBy(settings, ({ group }) => group);
  const head = formatRow(['setting', 'value', 'from'], (text) => paint('dim', text));
  const parts = [...groups].map(([title, members]) => {
    const rows = members.map((setting) => formatSetting(setting, paint));
    return [paint('bold', title), ...rows].join('\n');
  });
  return `${[head, ...parts].join('\n\n')}\n`;
}

function formatSetting({ name, value, usual, source }: EffectiveSetting, paint: Paint): string {
  const isDefault = source.kind === 'default';
  return formatRow([name, showValue(value, usual), describeSource(source, name)], (text) =>
    isDefault ? paint('dim', text) : text,
  );
}

/** What the table calls the source of a setting. */
function describeSource(source: Source, setting: string): string {
  switch (source.kind) {
    case 'flag':
      return source.name;
    case 'variable':
      return source.file === undefined ? source.name : `${source.name} in ${source.file}`;
    case 'file':
      return source.key === setting ? source.file : `${source.key} in ${source.file}`;
    case 'preset':
      return `preset ${source.name}`;
    case 'setting':
      return `follows from ${source.name}`;
    case 'default':
      return 'default';
  }
}

// `usual` is what happens without a value; what has neither is nothing.
function showValue(value: unknown, usual: string | undefined): string {
  if (value === undefined) return usual ?? '-';
  if (!Array.isArray(value)) return clip(toLine(value));
  if (value.length === 0) return '-';
  const list = value.map(toLine).join(', ');
  const hidden = value.filter((entry) => entry === mask).length;
  return hidden === 0 ? clip(list) : `${clip(list)} (${hidden})`;
}

// Nothing that a value holds may steer a terminal or break the table.
function toLine(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.replace(/\p{C}|\s+/gu, ' ');
}

function clip(text: string): string {
  return text.length <= most ? text : `${text.slice(0, most - 3)}...`;
}

function formatRow([name, value, source]: readonly [string, string, string], style: Style): string {
  const columns = [wrap(name, widths.name), wrap(value, widths.value), wrap(source, widths.source)];
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, index) => {
    const [first = '', second = '', third = ''] = columns.map((lines) => lines[index] ?? '');
    const line = `  ${first.padEnd(widths.name)} ${second.padEnd(widths.value)} ${third}`;
    return style(line.trimEnd());
  }).join('\n');
}

type Style = (text: string) => string;

// At blanks where there are any, else behind a sign between words; a word that is too long is cut.
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > width) {
    const blank = rest.lastIndexOf(' ', width);
    const signs = /^.*[./_,:-]/.exec(rest.slice(0, width))?.[0].length ?? 0;
    const end = blank > 0 ? blank : signs > 1 ? signs : width;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...lines, rest];
}
