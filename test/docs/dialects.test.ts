import { describe, expect, it } from 'vitest';
import { planListeners } from '../../src/listeners.ts';
import { readPage } from './pages.ts';

const { prose } = readPage('docs/dialects.md');
const names = /\b(?:openai|prompt|wordstream|langbase|completion)\b/g;
const presets = ['openai', 'wordstream', 'classic'] as const;

interface Row {
  readonly preset: string;
  readonly port: number;
  readonly dialects: readonly string[];
}

// A row without a preset is another port of the one above it.
function readTable(): readonly Row[] {
  const [, table = ''] = /^## Presets\n+\|.*\n\|[-|]+\n(?<rows>(?:\|.*\n)+)/m.exec(prose) ?? [];
  let preset = '';
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [, name = '', port = '', spoken = ''] = line.split('|');
      preset = /`(?<name>\w+)`/.exec(name)?.groups?.['name'] ?? preset;
      return { preset, port: Number(port), dialects: spoken.match(names) ?? [] };
    });
}

function listPlans(strict: boolean): readonly Row[] {
  return presets.flatMap((preset) =>
    planListeners({ preset, port: undefined, strict }).map(({ port, dialects }) => ({
      preset,
      port,
      dialects,
    })),
  );
}

const sort = ({ preset, port, dialects }: Row): Row => ({ preset, port, dialects: dialects.toSorted() });

describe('the page of dialects', () => {
  it('tells for each port of each preset what is spoken there', () => {
    expect(readTable().map((row) => sort({ ...row, dialects: [...new Set(row.dialects)] }))).toEqual(
      listPlans(false).map(sort),
    );
  });

  it('tells what --strict turns off, and nothing else', () => {
    const strict = listPlans(true);
    const off = listPlans(false).flatMap(({ dialects }, index) =>
      dialects.filter((name) => strict[index]?.dialects.includes(name) !== true),
    );
    const [told = ''] = /With `--strict` there is no [^:]*/.exec(prose) ?? [];
    expect([...new Set(off)].toSorted()).toEqual((told.match(names) ?? []).toSorted());
  });
});
