import { tokenLogs } from '../../src/token-logs/index.ts';
import { describeTokenLog } from '../contracts/token-log.ts';

describeTokenLog('memory', tokenLogs.memory);
