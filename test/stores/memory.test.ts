import { stores } from '../../src/stores/index.ts';
import { describeRecordStore } from '../contracts/record-store.ts';
import { describeThreadStore } from '../contracts/thread-store.ts';

describeThreadStore('memory', stores.memory);
describeRecordStore('memory', stores.memory);
