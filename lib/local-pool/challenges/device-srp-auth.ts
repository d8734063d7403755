import { requireParameter } from '../authentication/parameters';
import { presentedDevice } from '../authentication/presented-device';
import { isRemembered } from '../state/device-tracking';
import { readClientValue } from '../srp/client-value';
import type { Challenge } from './challenge';

/** DEVICE_SRP_AUTH: a remembered device is asked to begin the exchange over its own secret. */
export const deviceSrpAuth: Challenge = {
  name: 'DEVICE_SRP_AUTH',
  handle: (responses) => requireParameter(responses, 'DEVICE_KEY'),

  offer: ({ user, deviceKey }) => ({
    parameters: { USERNAME: user.username },
    ...(deviceKey !== undefined && { handle: deviceKey }),
  }),

  respond(attempt, responses) {
    requireParameter(responses, 'DEVICE_KEY');
    const A = readClientValue(requireParameter(responses, 'SRP_A'));
    const device = presentedDevice(attempt);
    // Forgotten by the user meanwhile, on another device: then the sign-in goes on as without it.
    if (device === undefined || !isRemembered(device)) return {};
    return { next: 'DEVICE_PASSWORD_VERIFIER', srp: { A, answeredBy: 'session' } };
  },
};
