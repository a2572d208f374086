import { join } from 'node:path';
import { stores } from '../../src/stores/index.ts';
import { describeRecordStore } from '../contracts/record-store.ts';
import { describeThreadStore } from '../contracts/thread-store.ts';
import { makeFolder } from './folders.ts';

describeThreadStore('sqlite', (asked) => stores.sqlite({ ...asked, data: join(makeFolder(), 'a/b') }));
describeRecordStore('sqlite', (asked) => stores.sqlite({ ...asked, data: makeFolder() }));
