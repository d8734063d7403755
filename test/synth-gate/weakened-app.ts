import { dev } from '../../lib/environments/dev';
import { prod } from '../../lib/environments/prod';

// The real app, with one protection of production taken back before the app reads it, and of the sandbox too.
const verificationBeforeUpdate = { enabled: false, reason: 'Planted by a test of the gate.' };
Object.assign(dev, { verificationBeforeUpdate });
Object.assign(prod, { verificationBeforeUpdate });
// eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would be hoisted above the lines before
require('../../bin/app');
