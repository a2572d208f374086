import { SettingsError, type Settings } from '../settings.ts';
import { Failure, readCode } from './failure.ts';
import { type Origins, blame, nameSetting } from './origins.ts';

/** Why a server did not start, in one sentence that says what to do; what it does not know is handed back as it is. */
export function explainStart(error: unknown, settings: Settings, origins: Origins): unknown {
  if (error instanceof SettingsError) return blame(error, origins);
  const { host } = settings;
  switch (readCode(error)) {
    case 'EADDRINUSE':
      return new Failure(`${namePort(error)} is in use: ${offerPorts(error, settings)}.`, 1);
    case 'EACCES':
      return new Failure(`${namePort(error)} may not be opened by you: ${offerPorts(error, settings)}.`, 1);
    case 'EADDRNOTAVAIL':
      return new Failure(`${nameSetting(['host'], origins)}: ${host} is no address of this machine.`, 1);
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Failure(`${nameSetting(['host'], origins)}: no address is known for '${host}'.`, 1);
  }
  return error;
}

function namePort(error: unknown): string {
  return `Port ${String(pick(error, 'port'))} on ${String(pick(error, 'address'))}`;
}

function offerPorts(error: unknown, { preset }: Settings): string {
  if (preset === 'classic') return 'start with --port 0 to take free ones';
  const port = Number(pick(error, 'port'));
  const other = port >= 1024 && port < 65_535 ? port + 1 : 8080;
  return `start with --port ${other}, or with --port 0 to take a free one`;
}

// The system's errors carry what they are about as properties that no type tells of.
function pick(error: unknown, name: string): unknown {
  return error instanceof Error ? Object.entries(error).find(([key]) => key === name)?.[1] : undefined;
}
