import { N, toNumber } from '../srp/group';
import type { SrpIdentity } from '../srp/exchange';
import type { Device } from '../state/user';

/** What proves that a device is the one that was confirmed. */
export interface DeviceSecret {
  readonly verifier: bigint;
  /** Hex, without leading zeros. */
  readonly salt: string;
  readonly identity: SrpIdentity;
}

/**
 * The secret of a device as ConfirmDevice stored it; undefined for one that was never confirmed. Both values are read as
 * unsigned numbers: clients send a zero byte before a first bit that is set.
 */
export function deviceSecret({
  key,
  groupKey,
  verifier,
}: Pick<Device, 'key' | 'groupKey' | 'verifier'>): DeviceSecret | undefined {
  if (verifier === undefined) return undefined;
  return {
    verifier: unsigned(verifier.passwordVerifier) % N,
    salt: unsigned(verifier.salt).toString(16),
    identity: { scope: groupKey, name: key },
  };
}

function unsigned(base64: string): bigint {
  return toNumber(Buffer.from(base64, 'base64'));
}
