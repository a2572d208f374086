import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { expect, it } from 'vitest';
import { checkSettings } from '../../src/cli/check.ts';
import { findVariable, readValue, readVariables } from '../../src/cli/environment.ts';
import { createFlags } from '../../src/cli/flags.ts';
import { readRules } from '../../src/cli/setting-rules.ts';
import { readSettings } from '../../src/settings.ts';

const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
const env = parseEnv(text.replace(/^# (?=[A-Z_]+=)/gm, ''));
const rules = readRules();
const flags = createFlags(rules);

it('names every variable', () => {
  const names = flags.map(({ variables: [name = ''] }) => name);
  expect(Object.keys(env).toSorted()).toEqual(names.toSorted((a, b) => (a < b ? -1 : 1)));
});

it('sets nothing as it stands', () => {
  expect(parseEnv(text)).toEqual({});
});

it('holds values that can be used, and the defaults where there are any', () => {
  const variables = readVariables(env, undefined);
  const values: Record<string, unknown> = {};
  for (const flag of flags) {
    const variable = findVariable(flag, variables);
    if (variable !== undefined) values[flag.key] = readValue(flag, variable);
  }
  expect(checkSettings({ values, rules, origins: new Map() })).toMatchObject(readSettings({}));
});
