import { createHash } from 'node:crypto';
import type { PlainAnswer } from '../core/dialect.ts';
import type { QueueCount, QueuedJob } from '../core/job-queue.ts';
import type { WorkerFacts } from '../core/worker-facts.ts';
import { adminStyle } from './admin-style.ts';
import { type Html, html } from './html.ts';

/** What the page shows. */
export interface AdminFacts {
  readonly queues: readonly QueueCount[];
  readonly workers: readonly WorkerFacts[];
  readonly jobs: readonly QueuedJob[];
}

// Looked at again every so many seconds.
const refresh = 3;

/** Queues, workers and answers as a page without scripts; `now` is in milliseconds since 1970. */
export function answerAdmin(facts: AdminFacts, now: number): PlainAnswer {
  const hash = createHash('sha256').update(adminStyle).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // The forms lead to this server alone, which looks at their Origin.
    'referrer-policy': 'same-origin',
  };
  return { status: 200, headers, body: render(facts, now) };
}

function render({ queues, workers, jobs }: AdminFacts, now: number): string {
  const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0);
  // In one piece: the policy's hash is that of the very text between the tags.
  const style = { html: `<style>${adminStyle}</style>` };
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="refresh" content="${refresh}" />
        <title>Queues of Understudy</title>
        ${style}
      </head>
      <body>
        <header>
          <h1>Queues</h1>
          <p>Looked at again every ${refresh} s, last at ${new Date(now).toISOString().slice(11, 19)} UTC.</p>
        </header>
        <main>
          <section>
            <h2>Models</h2>
            ${queues.length === 0 ? html`<p>Nothing has been asked for yet.</p>` : renderQueues(queues)}
            ${waiting === 0 ? undefined : renderForm('/admin/queues/drain', `Take out all ${waiting} that wait`)}
          </section>
          <section>
            <h2>Workers</h2>
            ${workers.length === 0 ? html`<p>None of their own: answers are made by the servers themselves, or wait.</p>` : renderWorkers(workers, now)}
          </section>
          <section>
            <h2>Answers</h2>
            ${jobs.length === 0 ? html`<p>None waits, runs or has failed.</p>` : renderJobs(jobs, now)}
          </section>
        </main>
      </body>
    </html>`;
  return page.html;
}

function renderQueues(queues: readonly QueueCount[]): Html {
  const rows = queues.map(
    ({ model, waiting, running, failed }) =>
      html`<tr>
        <th scope="row">${model}</th>
        <td class="count">${waiting}</td>
        <td class="count">${running}</td>
        <td class="count${failed > 0 ? ' failed' : ''}">${failed}</td>
      </tr>`,
  );
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Model</th>
        <th scope="col" class="count">waiting</th>
        <th scope="col" class="count">running</th>
        <th scope="col" class="count">failed</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function renderWorkers(workers: readonly WorkerFacts[], now: number): Html {
  const rows = workers.map(
    ({ id, models, running, cpu, memory, gpu, device, told }) =>
      html`<tr>
        <th scope="row">${id}</th>
        <td>${models.join(', ')}</td>
        <td class="count">${running}</td>
        <td class="count">${cpu.toFixed(2)}</td>
        <td class="count">${Math.round(memory / 2 ** 20)} MiB</td>
        <td>${device ?? (gpu === 'off' ? 'cpu' : 'not loaded')}</td>
        <td class="count">${tellSpan(now - told)}</td>
      </tr>`,
  );
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Worker</th>
        <th scope="col">makes</th>
        <th scope="col" class="count">running</th>
        <th scope="col" class="count">cores</th>
        <th scope="col" class="count">memory</th>
        <th scope="col">computes on</th>
        <th scope="col" class="count">heard</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function renderJobs(jobs: readonly QueuedJob[], now: number): Html {
  const rows = jobs.map(
    ({ id, model, state, began, reason }) =>
      html`<tr>
        <td class="${state}">${state}</td>
        <th scope="row">${id}${reason === undefined ? undefined : html`<br /><small>${reason}</small>`}</th>
        <td>${model}</td>
        <td class="count">${tellSpan(now - began)}</td>
        <td>${renderActions(id, state)}</td>
      </tr>`,
  );
  return html`<table>
    <thead>
      <tr>
        <th scope="col">State</th>
        <th scope="col">Answer</th>
        <th scope="col">Model</th>
        <th scope="col" class="count">asked for</th>
        <th scope="col">Actions</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function renderActions(id: string, state: QueuedJob['state']): Html | undefined {
  const path = `/admin/queues/jobs/${encodeURIComponent(id)}`;
  if (state === 'running') return undefined;
  const remove = renderForm(`${path}/remove`, 'Remove');
  return state === 'failed' ? html`${renderForm(`${path}/retry`, 'Try again')} ${remove}` : remove;
}

function renderForm(action: string, label: string): Html {
  return html`<form method="post" action="${action}"><button>${label}</button></form>`;
}

function tellSpan(span: number): string {
  const seconds = Math.max(0, Math.round(span / 1000));
  if (seconds < 100) return `${seconds} s ago`;
  return seconds < 6000 ? `${Math.round(seconds / 60)} min ago` : `${Math.round(seconds / 3600)} h ago`;
}
