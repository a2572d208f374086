import { tokenLogs } from '../../src/token-logs/index.ts';
import { describeBoundedLog, describeTokenLog } from '../contracts/token-log.ts';

describeTokenLog('memory', tokenLogs.memory);
describeBoundedLog('memory', tokenLogs.memory);
