import type { IncomingMessage } from 'node:http';
import type { ChatTrouble } from './chat-error.ts';
import { parseJson, readErrorBody } from './error-body.ts';

const longest = 65_536;

/** Reads why a server did not answer; never more of the body than tells it. */
export async function readRefusal(response: IncomingMessage): Promise<ChatTrouble> {
  const { statusCode: status = 0, headers } = response;
  if (status >= 300 && status < 400 && headers.location !== undefined) {
    response.destroy();
    return { kind: 'moved', to: headers.location };
  }
  const body = await readStart(response);
  const isPage = body.trimStart().startsWith('<');
  const words = readErrorBody(parseJson(body));
  const wait = Number(headers['retry-after']);
  return {
    kind: 'refusal',
    status,
    message: words?.message ?? (isPage ? readTitle(body) : (body.trim().split('\n', 1)[0] ?? '')),
    code: words?.code,
    param: words?.param,
    retryAfter: wait >= 0 ? wait : undefined,
    isPage,
  };
}

async function readStart(response: IncomingMessage): Promise<string> {
  let body = '';
  try {
    for await (const text of response.setEncoding('utf8')) {
      body += String(text);
      if (body.length > longest) break;
    }
  } catch {
    // The status says enough where the body breaks off.
  }
  return body;
}

function readTitle(page: string): string {
  return /<(?<name>title|h1)[^>]*>(?<words>[^<]*)</i.exec(page)?.groups?.['words']?.trim() ?? '';
}
