import { expect, it } from 'vitest';
import { listWarnings } from '../../src/cli/warnings.ts';

const early = Date.parse('2026-01-15') / 1000;

function list(facts: {
  host?: string;
  apiKey?: string[];
  nodeVersion?: string;
  day?: string;
}): readonly string[] {
  const { host = '127.0.0.1', apiKey = [], nodeVersion = '24.1.0', day } = facts;
  const timestamp = day === undefined ? early : Date.parse(day) / 1000;
  return listWarnings({ settings: { host, apiKey }, nodeVersion, timestamp });
}

it.each(['127.0.0.1', 'localhost', '::1', '127.1.2.3'])('says nothing of %s', (host) => {
  expect(list({ host })).toEqual([]);
});

it.each(['0.0.0.0', '::', '192.168.1.5', 'example.com'])('warns of %s without a key', (host) => {
  expect(list({ host })).toEqual([`${host} is open to everyone who can reach it, and no --api-key is set.`]);
  expect(list({ host, apiKey: ['k'] })).toEqual([]);
});

it.each([
  ['20.19.0', '2026-01-15'],
  ['23.6.0', '2026-01-15'],
  ['22.18.0', '2027-05-01'],
  ['24.21.0', '2028-05-01'],
])('warns of Node %s on %s', (nodeVersion, day) => {
  expect(list({ nodeVersion, day })).toEqual([
    `Node ${nodeVersion} gets no security fixes any more. Take Node 24 or later.`,
  ]);
});

it.each([
  ['22.18.0', '2027-04-01'],
  ['24.21.0', '2028-04-01'],
  ['30.0.0', '2030-01-01'],
])('says nothing of Node %s on %s', (nodeVersion, day) => {
  expect(list({ nodeVersion, day })).toEqual([]);
});
