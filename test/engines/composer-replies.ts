import type { CalledTool } from '../../src/core/engine.ts';
import type { GenerationRequest } from '../../src/core/generation.ts';
import type { Message, Tool } from '../../src/core/message.ts';
import { createComposer } from '../../src/engines/composer.ts';

type Asked = Partial<GenerationRequest> & { readonly seed?: number };

/** What the composer says and calls in answer to a conversation. */
export function reply(
  messages: readonly Message[],
  { seed = 1, ...more }: Asked = {},
): (string | CalledTool)[] {
  const request = { model: 'any', messages, choices: 1, stop: [], temperature: null, ...more, seed: null };
  const texts = createComposer().text({ request, choice: 0, seed }, new AbortController().signal);
  if (!(Symbol.iterator in texts)) throw new Error('The composer answers at once.');
  return [...texts].flatMap((said) => (typeof said === 'string' || 'name' in said ? [said] : []));
}

/** The tools that the composer calls in answer to a prompt, with their arguments read. */
export function callsFor(prompt: string, tools: readonly Tool[], more: Asked = {}) {
  const said = reply([{ role: 'user', content: prompt }], { tools, ...more });
  return said.flatMap((part) =>
    typeof part === 'string' ? [] : { name: part.name, arguments: JSON.parse(part.arguments) as unknown },
  );
}

/** The text that the composer answers with. */
export function textFor(messages: readonly Message[], more: Asked = {}): string {
  const [text, ...others] = reply(messages, more);
  if (typeof text !== 'string' || others.length > 0)
    throw new Error('The composer did not answer with one text.');
  return text;
}

/** A tool with these parameters. */
export function toolOf(
  name: string,
  description: string,
  properties: Readonly<Record<string, unknown>> = {},
  required: readonly string[] = Object.keys(properties),
): Tool {
  return { name, description, parameters: { type: 'object', properties, required } };
}
