import type { ChatTrouble, Refusal } from '../../client/chat/chat-error.ts';
import { type Question, findEndpoint } from '../../client/chat/question.ts';
import { hintStart } from '../start-hint.ts';
import { toOneLine } from './visible-text.ts';

const flagOfParam: Readonly<Record<string, string>> = {
  model: '--model',
  max_tokens: '--max-tokens',
  max_completion_tokens: '--max-tokens',
  temperature: '--temperature',
  seed: '--seed',
  threadId: '--thread',
};

/** Why no answer came, or no more of it, in one line that says what mends it. */
export function explainTrouble(trouble: ChatTrouble, question: Question): string {
  const { origin } = question.baseUrl;
  switch (trouble.kind) {
    case 'unreachable':
      return explainConnection(trouble.code, question.baseUrl);
    case 'refusal':
      return explainRefusal(trouble, question);
    case 'moved':
      return `The server has moved: --base-url ${clip(trouble.to.replace(/\/chat\/completions$/, ''))} asks it there.`;
    case 'broken':
      return `The server broke the answer off: ${sentence(trouble.message)}`;
    case 'cut-off':
      return 'The connection was cut before the end of the answer.';
    case 'unreadable':
      return trouble.sample === ''
        ? `${origin} answered with nothing. Does it speak OpenAI's API? --base-url names another server.`
        : `${origin} answered with what is no answer ('${clip(trouble.sample)}'): is --base-url right?`;
  }
}

function explainConnection(code: string, baseUrl: URL): string {
  const { origin, hostname } = baseUrl;
  const hint = hintStart(baseUrl);
  if (code === 'EPROTO' || code.startsWith('ERR_SSL')) {
    return `--base-url: ${origin} does not speak https: would http do?`;
  }
  if (code.startsWith('HPE_')) return `--base-url: ${origin} does not speak http: would https do?`;
  if (/CERT|SIGNATURE/.test(code)) {
    return `The certificate of ${origin} is not trusted (${code}): NODE_EXTRA_CA_CERTS names a file with one that is.`;
  }
  switch (code) {
    case 'ECONNREFUSED':
      return hint === undefined
        ? `${origin} takes no connections: is --base-url right?`
        : `Nothing listens at ${origin}. ${hint}, or name another with --base-url.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `--base-url: no address is known for '${hostname}'.`;
    case 'ECONNRESET':
      return `${origin} hung up without an answer: is --base-url right?`;
    default:
      return `--base-url: ${origin} cannot be asked (${clip(code)}).`;
  }
}

function explainRefusal(refusal: Refusal, question: Question): string {
  const { status, retryAfter, isPage, param } = refusal;
  const words = refusal.message === '' ? '' : `: ${sentence(refusal.message).replace(/\.$/, '')}`;
  const told = `${status}${words}`;
  if (status === 401 || status === 403) {
    const advice = question.apiKey === undefined ? 'Give one' : 'Give another';
    return `The server wants a key that it knows (${told}). ${advice} with --api-key or OPENAI_API_KEY.`;
  }
  if (status === 404 && !refersToModel(refusal)) {
    const place = findEndpoint(question);
    const flag = question.thread === undefined ? '--base-url' : '--base-url and --thread';
    return `${place.origin}${place.pathname} is not there (${told}): see ${flag}.`;
  }
  if (status === 429) {
    const wait = retryAfter === undefined ? 'later' : `in ${retryAfter} s`;
    return `The server takes no more for now (${told}). Try again ${wait}.`;
  }
  if (isPage) return `The server answered with a page, not with JSON (${told}): is --base-url right?`;
  const flag = refersToModel(refusal) ? '--model' : flagOfParam[param ?? ''];
  if (flag !== undefined) return `${flag} was refused (${told}).`;
  return status >= 500 ? `The server failed (${told}).` : `The server refused the question (${told}).`;
}

function refersToModel({ code, param }: Refusal): boolean {
  return param === 'model' || code === 'model_not_found';
}

// A server's words, which may be long, of many lines, and hostile.
function sentence(words: string): string {
  const text = clip(words);
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function clip(text: string): string {
  const line = toOneLine(text);
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
