import { createManualClock } from '../../src/core/manual-clock.ts';
import { storeBounds } from '../../src/stores/bounds.ts';
import { stores } from '../../src/stores/index.ts';

// Asks for one message to be kept, and leaves the rest to the process: node append-and-leave.ts FOLDER

const data = process.argv[2] ?? '';
const { threads } = stores.sqlite({ clock: createManualClock(), data, bounds: storeBounds.parse({}) });
await threads.append('a', [{ id: '1', role: 'user', content: 'x' }], 'create');
process.stdout.write('kept\n');
