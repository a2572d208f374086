/** Why Redis or the way to it failed and what mends it, as the end of a sentence that begins with it. */
export function explainFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
  const said = `${quoteRedis(error)}${code}`;
  return reasons.find(([pattern]) => pattern.test(said))?.[1] ?? said.replace(/\.?$/, '.');
}

/** What Redis or the client said; before Redis 7 an error within a script has what script it was ahead of it. */
export function quoteRedis(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return said.replace(/^ERR Error running script .*?(?:@user_script: ?\d+: )+-?/, '');
}

/** Whether nobody was met at all: the address may be right. */
export function isAway(error: unknown): boolean {
  return explainFailure(error) === unreachable;
}

const unreachable = 'it cannot be reached. Start Redis, or correct the address it is sought at.';

// By what Redis, the client or the system say.
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^READONLY/, 'it is a replica, which cannot be written. Name the address of the primary.'],
  [/^MISCONF/, 'it cannot write to its disk. Make room there, or see the log of Redis.'],
  [/^LOADING/, 'it is still reading its files. Try again in a while.'],
  [/^(?:NOAUTH|WRONGPASS|ERR AUTH)/, 'it asks for a password that is right. Put it in the URL of Redis.'],
  [/^NOPERM/, 'its user may not run scripts or touch these keys. Allow EVAL and the keys {understudy}:*.'],
  [
    /^(?:MOVED|TRYAGAIN|ASK)\b/,
    'it is one node of a cluster, and another one keeps this. Give a client of the cluster.',
  ],
  [/CLUSTERDOWN\b/, 'its cluster is down. Bring its nodes back, or give each a replica.'],
  [/DB index is out of range/, 'it has no database of that number.'],
  [/^BUSY/, 'a script of somebody runs for too long. End it with SCRIPT KILL.'],
  [/^Socket timeout/, 'it does not answer. See whether a Redis runs there and is not overloaded.'],
  [
    /timed out|ETIMEDOUT/,
    'it has not answered in 5 s, and whether it has kept this is not known. See whether Redis runs and is not overloaded.',
  ],
  [
    /max retries|Connection is closed/,
    'the connection was lost, and whether it has kept this is not known. See whether Redis runs.',
  ],
  [/^Unknown RESP type/, 'what answers there is no Redis.'],
  [/ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|isn't writeable/, unreachable],
];
