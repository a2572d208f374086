import { expect, it } from 'vitest';
import { suggest } from '../../src/cli/suggest.ts';

const names = ['port', 'host', 'preset', 'tokensPerSecond', 'ttft'];

it.each([
  ['prot', 'port'],
  ['pot', 'port'],
  ['Host', 'host'],
  ['presets', 'preset'],
  ['tokens_per_second', 'tokensPerSecond'],
  ['tokenPerSeconds', 'tokensPerSecond'],
])('takes %s for %s', (given, name) => {
  expect(suggest(given, names)).toBe(` Did you mean '${name}'?`);
});

it.each(['x', 'colour', '', 'constructor'])('has no idea what %s means', (given) => {
  expect(suggest(given, names)).toBe('');
});
