import { z } from 'zod';
import { ApiError } from '../../core/api-error.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** The variables of a run: a list, as the SDKs send it, or an object, as the documents have it. */
export const variables = z
  .union([z.array(z.looseObject({ name: z.string(), value: value.optional() })), z.record(z.string(), value)])
  .meta({ examples: [{ topic: 'streaming' }, [{ name: 'topic', value: 'streaming' }]] });

/** The variables of a run as they came. */
export type Variables = z.input<typeof variables>;

/** The values by their names; those of the later source win. */
export function readVariables(
  ...sources: readonly (Variables | null | undefined)[]
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const source of sources) {
    if (!source) continue;
    const pairs = Array.isArray(source)
      ? source.map((each) => [each.name, each.value] as const)
      : Object.entries(source);
    for (const [name, text] of pairs)
      values.set(name.trim(), typeof text === 'object' ? '' : String(text ?? ''));
  }
  return values;
}

const longestName = 256;

// A value of a megabyte in a million places would fill any memory.
const longestText = 16_000_000;

/** The text with the value of each variable in the place of `{{name}}`; what has no value stays as it is. */
export function substitute(text: string, values: ReadonlyMap<string, string>): string {
  if (values.size === 0 || !text.includes('{{')) return text;
  const parts: string[] = [];
  let length = 0;
  let copied = 0;
  for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', open)) {
    const name = /^[^\n\r{}]*(?=\}\})/.exec(text.slice(open + 2, open + 2 + longestName))?.[0];
    const found = name === undefined ? undefined : values.get(name.trim());
    if (name === undefined || found === undefined) {
      open += 2;
      continue;
    }
    parts.push(text.slice(copied, open), found);
    length += open - copied + found.length;
    if (length > longestText)
      throw new ApiError(
        400,
        'bad_request',
        `The variables make a message longer than ${longestText} characters.`,
      );
    open += name.length + 4;
    copied = open;
  }
  parts.push(text.slice(copied));
  return parts.join('');
}
