/** Writes into `cms/protocol/PROTOCOL.md` what follows from the schemas beside it. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeProtocol } from '../../../cms/protocol/write-actions.ts';

const file = path.resolve(import.meta.dirname, '../../../cms/protocol/PROTOCOL.md');
await writeFile(file, writeProtocol(await readFile(file, 'utf8')));
