import type { Headers } from '../core/dialect.ts';

/** The headers that every answer of OpenAI's API carries besides its limits; `elapsed` is in milliseconds. */
export function openaiHeaders(elapsed: number): Headers {
  return {
    'openai-organization': 'org-understudy',
    'openai-project': 'proj_understudy',
    'openai-processing-ms': String(Math.max(1, Math.round(elapsed))),
    'openai-version': '2020-10-01',
    'x-content-type-options': 'nosniff',
  };
}
