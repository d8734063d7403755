import { join } from 'node:path';

/** The folder of cdk.json. */
export const projectRoot = join(__dirname, '..', '..');
