import type { ClientKind, Intent } from '../../lib/posture/intent';

/** What is meant with the one app client of a template, named `Client`. */
export const kind = (declared: ClientKind): Pick<Intent, 'clientKinds'> => ({
  clientKinds: new Map([['dev/auth/Client', declared]]),
});
