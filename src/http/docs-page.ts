import { createHash } from 'node:crypto';
import type { PlainAnswer } from '../core/dialect.ts';
import { writeCurl } from './docs-example.ts';
import { docsStyle } from './docs-style.ts';
import { type Html, html } from './html.ts';
import type { OpenApiDocument } from './openapi.ts';
import { type MediaType, type Operation, findSuccess } from './openapi-operation.ts';
import type { JsonSchema } from './openapi-schemas.ts';
import { type Field, describeSchema, listFields } from './schema-fields.ts';
import { type Components, readSchema } from './schema-reading.ts';

/** The documentation as an answer, with a policy that forbids the page everything but its own style. */
export function answerDocs(document: OpenApiDocument): PlainAnswer {
  const hash = createHash('sha256').update(docsStyle).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
  return { status: 200, headers, body: renderDocs(document) };
}

/** One operation with its place in the document. */
interface Place {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
  readonly base: string;
  readonly components: Components;
}

/** The API as a page without scripts, which needs no other file. */
export function renderDocs(document: OpenApiDocument): string {
  const { info, tags } = document;
  const places = listPlaces(document);
  // An operation of several tags stands under the first one.
  const sections = tags
    .map(({ name }) => ({ name, under: places.filter(({ operation }) => operation.tags[0] === name) }))
    .filter(({ under }) => under.length > 0);
  const links = sections.map(({ name }) => html`<li><a href="#${toAnchor(name)}">${name}</a></li>`);
  // In one piece: the policy's hash is that of the very text between the tags.
  const style = { html: `<style>${docsStyle}</style>` };
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title} API</title>
        ${style}
      </head>
      <body>
        <header>
          <h1>${info.title} <small>${info.version}</small></h1>
          <p>${info.description}</p>
        </header>
        <nav aria-label="Sections">
          <ul>
            ${links}
          </ul>
        </nav>
        <main>${sections.map(({ name, under }) => renderSection(name, under))}</main>
        <footer>The same as an OpenAPI document: <a href="/openapi.json">/openapi.json</a></footer>
      </body>
    </html>`;
  return page.html;
}

function listPlaces({ paths, components, servers }: OpenApiDocument): readonly Place[] {
  const base = servers?.[0]?.url ?? 'http://127.0.0.1:8080';
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation,
      base,
      components: components.schemas,
    })),
  );
}

function toAnchor(tag: string): string {
  return tag.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

function renderSection(tag: string, places: readonly Place[]): Html {
  return html`<section id="${toAnchor(tag)}" aria-label="${tag}">
    <h2>${tag}</h2>
    ${places.map(renderOperation)}
  </section>`;
}

function renderOperation(place: Place): Html {
  const { path, method, operation, components } = place;
  const { description, summary } = operation;
  const [asked] = Object.values(operation.requestBody?.content ?? {});
  const bodies = listBodies(asked);
  const content = Object.entries(findSuccess(operation)?.content ?? {});
  return html`<article id="${operation.operationId}">
    <h3>
      <code><span class="method ${method.toLowerCase()}">${method}</span> ${path}</code>
    </h3>
    <p>${summary}</p>
    ${description === undefined ? undefined : html`<p class="about">${description}</p>`}
    ${renderParameters(place)}
    ${bodies.map((body) => renderFields(`Body${nameOwner(body, bodies)}`, body, components))}
    ${content.flatMap(([type, media]) => renderContent(type, media, components))}
    <h4>Example</h4>
    ${bodies.length === 0 ? renderExample(place, undefined) : bodies.map((body) => renderExample(place, body))}
  </article>`;
}

function renderParameters({ operation, components }: Place): Html | undefined {
  const { parameters = [] } = operation;
  if (parameters.length === 0) return undefined;
  const fields = parameters.map(({ name, in: where, required, schema, description = '' }): Field => {
    const { type, bounds } = describeSchema(schema, components);
    return { name, type, bounds, required, description: `In the ${where}. ${description}` };
  });
  return html`<details>
    <summary>Parameters</summary>
    ${renderTable(fields)}
  </details>`;
}

function renderContent(type: string, media: MediaType, components: Components): readonly Html[] {
  const title = type === 'text/event-stream' ? 'Each event of a stream' : 'Answer';
  const schemas = listBodies(media);
  return schemas.map((schema) => renderFields(title + nameOwner(schema, schemas), schema, components));
}

// Several dialects on one path have a body each.
function listBodies(media: MediaType | undefined): readonly JsonSchema[] {
  if (media === undefined) return [];
  const { anyOf } = media.schema;
  return Array.isArray(anyOf) ? anyOf.map(readSchema) : [media.schema];
}

function nameOwner({ $ref }: JsonSchema, all: readonly JsonSchema[]): string {
  const owner = /^#\/components\/schemas\/(?<owner>[\w-]+)\./.exec(String($ref))?.groups?.['owner'];
  return owner === undefined || all.length === 1 ? '' : ` (${owner})`;
}

function renderFields(title: string, schema: JsonSchema, components: Components): Html {
  return html`<details>
    <summary>${title}</summary>
    ${renderTable(listFields(schema, components))}
  </details>`;
}

function renderTable(fields: readonly Field[]): Html {
  const rows = fields.map(
    ({ name, type, bounds, description, required }) =>
      html`<tr>
        <td><code>${name}</code>${required ? html` <span class="required">required</span>` : undefined}</td>
        <td>${type}</td>
        <td>${bounds}</td>
        <td>${description}</td>
      </tr>`,
  );
  return html`<table>
    <thead>
      <tr>
        <th>Name</th>
        <th>Type</th>
        <th>Bounds</th>
        <th>Description</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function renderExample({ operation, components, ...place }: Place, body: JsonSchema | undefined): Html {
  return html`<pre tabindex="0"><code>${writeCurl(place, operation, body, components)}</code></pre>`;
}
