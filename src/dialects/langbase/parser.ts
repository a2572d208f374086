import { z } from 'zod';
import { ApiError } from '../../core/api-error.ts';
import type { Call, PlainAnswer, PlainEndpoint } from '../../core/dialect.ts';
import type { DocumentFile, LoadDocumentTools } from '../../core/document-tools.ts';
import { invalidBody } from './body.ts';
import { defineEndpoints, ok } from './endpoint.ts';
import { largestFile } from './ingest.ts';

const resultShape = z.object({ documentName: z.string(), content: z.string() });

const mostParts = 20;

const longestText = 256;

const formText = z.string().min(1).max(longestText);

const formSchema = z.object({
  document: z.unknown().meta({ contentMediaType: 'application/octet-stream', description: 'The file.' }),
  documentName: formText.optional(),
  contentType: formText.optional().describe('The media type, where the file does not tell it.'),
});

/** `/v1/parser`: the text of a file that comes as a part of a form. */
export function createParserEndpoint(documents: LoadDocumentTools): PlainEndpoint {
  const define = defineEndpoints('Documents');
  return define('POST /v1/parser', 'Reads the text of a document.', (call) => parse(documents, call), {
    body: formSchema,
    bodyType: 'multipart/form-data',
    result: resultShape,
  });
}

async function parse(documents: LoadDocumentTools, call: Call): Promise<PlainAnswer> {
  const file = await readForm(call);
  const content = await (await documents()).read(file);
  const result: z.output<typeof resultShape> = { documentName: file.name, content };
  return ok(result);
}

async function readForm(call: Call): Promise<DocumentFile> {
  const form = await parseForm(call);
  const document = form.get('document');
  if (!(document instanceof File)) throw invalidBody('Expected a file at "document"', ['document']);
  if (document.size > largestFile) {
    throw new ApiError(413, 'request_too_large', 'The document is larger than 10 MB.');
  }
  const name = readText(form, 'documentName') ?? document.name;
  const type = readText(form, 'contentType') ?? document.type;
  return { name, type, bytes: new Uint8Array(await document.arrayBuffer()) };
}

function readText(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  if (value === null) return undefined;
  if (!isText(value)) {
    throw invalidBody(`Expected a text of 1 to ${longestText} characters at "${name}"`, [name]);
  }
  return value;
}

function isText(value: unknown): value is string {
  return formText.safeParse(value).success;
}

async function parseForm({ headers, bytes }: Call): Promise<FormData> {
  const type = String(headers['content-type'] ?? '');
  const found = /^multipart\/form-data\s*;.*?boundary=(?:"(?<quoted>[^"]+)"|(?<plain>[^\s;]+))/i.exec(type);
  const boundary = found?.groups?.['quoted'] ?? found?.groups?.['plain'];
  if (boundary === undefined) {
    throw invalidBody('Expected a body of type multipart/form-data, with its boundary');
  }
  // Looked at before parsing: a form of a million parts takes long to read and says nothing.
  if (countParts(bytes, boundary) > mostParts) {
    throw invalidBody(`A form has at most ${mostParts} parts`);
  }
  try {
    return await new Response(Buffer.from(bytes), { headers: { 'content-type': type } }).formData();
  } catch {
    // The platform's own words tell of its insides, not of the form.
    throw invalidBody('The body is not a whole form of type multipart/form-data');
  }
}

function countParts(bytes: Uint8Array, boundary: string): number {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const line = `--${boundary}\r\n`;
  let count = 0;
  for (
    let at = body.indexOf(line);
    at >= 0 && count <= mostParts;
    at = body.indexOf(line, at + line.length)
  ) {
    count += 1;
  }
  return count;
}
