/** Headers whose values nobody may read in a log or a journal. */
export const secretHeaders: readonly string[] = [
  'authorization',
  'proxy-authorization',
  'x-api-key',
  'api-key',
  'x-goog-api-key',
  'cookie',
  'lb-llm-key',
];

/** What stands in the place of a secret. */
export const redacted = '[redacted]';

/** The headers with secrets covered. */
export function redactHeaders<Value>(
  headers: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value | typeof redacted>> {
  const shown: Record<string, Value | typeof redacted> = { ...headers };
  for (const name of secretHeaders) if (name in shown) shown[name] = redacted;
  return shown;
}
