import { InvalidParameterException } from '@aws-sdk/client-cognito-identity-provider';
import { keptFromBase64 } from './srp-service';
import type { KeptSecret } from './srp-service';
import { wire } from './wire';

type Fields = Readonly<Record<string, unknown>>;

export const deviceKeys = {
  DeviceKey: 'eu-west-1_0f9e8d7c-6b5a-4493-8271-605f4e3d2c1b',
  DeviceGroupKey: '-AbCdEfGh',
} as const;

/** The one device that a scripted service tracks. */
export class ScriptedDevice {
  readonly #asksUser: boolean;
  #secret: KeptSecret | undefined;
  #remembered = false;

  constructor(asksUser: boolean) {
    this.#asksUser = asksUser;
  }

  /** The verifier, once the device is confirmed and remembered. */
  get remembered(): KeptSecret | undefined {
    return this.#remembered ? this.#secret : undefined;
  }

  get confirmed(): boolean {
    return this.#secret !== undefined;
  }

  confirm(input: Fields): object {
    const { PasswordVerifier, Salt } = input['DeviceSecretVerifierConfig'] as Record<string, string>;
    this.#secret = keptFromBase64(PasswordVerifier ?? '', Salt ?? '');
    this.#remembered = !this.#asksUser;
    return { UserConfirmationNecessary: this.#asksUser };
  }

  update({ DeviceKey, DeviceRememberedStatus }: Fields): object {
    if (DeviceKey !== deviceKeys.DeviceKey)
      throw new InvalidParameterException({ message: 'Invalid device key given.', ...wire });
    this.#remembered = DeviceRememberedStatus === 'remembered';
    return {};
  }
}
