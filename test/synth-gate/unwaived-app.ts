import { dev } from '../../lib/environments/dev';

// The real app, with one environment that has lost its waivers before the app reads it.
Object.assign(dev, { waivers: [] });
// eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would be hoisted above the line before
require('../../bin/app');
