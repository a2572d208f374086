import http from 'node:http';
import https from 'node:https';
import type { Clock } from '../../core/clock.ts';
import { createCalls } from './calls.ts';
import type { ProbeParts } from './ask-stream.ts';
import { type Evidence, probe, probeNames } from './evidence.ts';
import type { Check, Judgement, Outcome } from './finding.ts';
import type { CheckPlan } from './plan.ts';

/** A check and how it came out. */
export interface Finding {
  readonly name: string;
  readonly group: Check['group'];
  readonly title: string;
  readonly expected: string;
  readonly came: string;
  readonly outcome: Outcome;
}

/** What all checks found. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly requests: number;
  /** Milliseconds that it took. */
  readonly span: number;
  /** Why nobody could be reached; absent where somebody was. */
  readonly unreachable?: string;
}

/** What checks are run with. */
export interface CheckParts {
  readonly clock: Clock;
  /** Ends the run early: what was not tried says so. */
  readonly signal: AbortSignal;
  /** Hears what is tried next. */
  progress?(name: string): void;
}

// All probes together may take so many times what one request may.
const mostTimeouts = 5;

/** Tries on an endpoint what the checks need, and judges it. */
export async function runChecks(
  plan: CheckPlan,
  checks: readonly Check[],
  { clock, signal: ended, progress }: CheckParts,
): Promise<CheckResult> {
  const start = clock.now();
  const stop = new AbortController();
  const overdue = clock.alarm(() => stop.abort());
  overdue.set(start + mostTimeouts * plan.timeout);
  const signal = AbortSignal.any([ended, stop.signal]);
  const { Agent } = plan.url.protocol === 'https:' ? https : http;
  const agent = new Agent({ keepAlive: true });
  const tally = { requests: 0, connected: 0 };
  const headers = plan.apiKey === undefined ? {} : { authorization: `Bearer ${plan.apiKey}` };
  const { timeout } = plan;
  const parts = { plan, calls: createCalls(plan), clock, agent, headers, timeout, signal, tally };
  const evidence: Evidence = { refusals: {} };
  const wanted = new Set(checks.filter((check) => suits(check, plan)).flatMap(({ needs }) => needs));
  for (const name of probeNames.filter((each) => wanted.has(each))) {
    progress?.(name);
    await probe(name, evidence, parts);
    if (tally.connected === 0) break;
    if (isRefused(evidence) || signal.aborted) break;
  }
  overdue.clear();
  agent.destroy();
  return {
    findings: checks.map((check) => find(check, evidence, plan)),
    requests: tally.requests,
    span: clock.now() - start,
    ...(tally.connected === 0 && tally.requests > 0 && { unreachable: describeSilence(evidence, parts) }),
  };
}

function suits({ dialects }: Check, { dialect }: CheckPlan): boolean {
  return dialects === undefined || dialects.includes(dialect);
}

// Whoever streams nothing, for want of a key for one, would give the same answer again and again.
function isRefused({ stream }: Evidence): boolean {
  return stream !== undefined && stream.exchange.status !== 200;
}

function describeSilence({ stream, wide, whole, refusals }: Evidence, { timeout }: ProbeParts): string {
  const tried = [stream?.exchange, wide?.exchange, whole, ...Object.values(refusals)].find(
    (each) => each !== undefined,
  );
  return tried?.code ?? `no connection within ${timeout / 1000} s`;
}

function find(check: Check, evidence: Evidence, plan: CheckPlan): Finding {
  const { name, group, title, dialects } = check;
  const judgement: Judgement = suits(check, plan)
    ? check.judge(evidence, plan)
    : { outcome: 'not applicable', came: `for ${dialects?.join(', ')}` };
  return {
    name,
    group,
    title,
    expected: check.expects(plan),
    came: makeHarmless(judgement.came),
    outcome: judgement.outcome,
  };
}

// What a server says goes to a terminal: no control characters, nothing that turns the direction of text.
function makeHarmless(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ')
    .trim();
}
