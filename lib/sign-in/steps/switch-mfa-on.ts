import { GetUserPoolMfaConfigCommand, SetUserPoolMfaConfigCommand } from '@aws-sdk/client-cognito-identity-provider';
import { expectRefusal } from '../expect-refusal';
import { ExpectationError } from '../expectation-error';
import { refusals } from '../refusals';
import type { Step, StepContext } from '../step';

const software = { SoftwareTokenMfaConfiguration: { Enabled: true } } as const;

export const readMfaOff: Step = {
  name: 'Read that MFA is off',
  proves: 'GetUserPoolMfaConfig says OFF, as the template does',
  operations: () => ['GetUserPoolMfaConfig'],

  async run(progress, context) {
    await requireMode('OFF', context);
    return progress;
  },
};

export const factorWithoutMfaIsRefused: Step = {
  name: 'Try a factor while it is off',
  proves: 'MFA cannot be off and have a factor',
  operations: () => ['SetUserPoolMfaConfig'],

  async run(progress, { target, signal }) {
    const request = { UserPoolId: target.userPoolId, MfaConfiguration: 'OFF', ...software } as const;
    await expectRefusal(refusals.contradictoryMfa, 'a factor while MFA is off', () =>
      target.cognito.send(new SetUserPoolMfaConfigCommand(request), { abortSignal: signal }),
    );
    return progress;
  },
};

export const mfaWithoutFactorIsRefused: Step = {
  name: 'Try MFA without a factor',
  proves: 'MFA cannot be optional and have no factor',
  operations: () => ['SetUserPoolMfaConfig'],

  async run(progress, { target, signal }) {
    const request = { UserPoolId: target.userPoolId, MfaConfiguration: 'OPTIONAL' } as const;
    await expectRefusal(refusals.contradictoryMfa, 'MFA without a factor', () =>
      target.cognito.send(new SetUserPoolMfaConfigCommand(request), { abortSignal: signal }),
    );
    return progress;
  },
};

export const switchMfaOn: Step = {
  name: 'Switch MFA on',
  proves: 'an operator can make MFA optional, and GetUserPoolMfaConfig says so',
  operations: () => ['SetUserPoolMfaConfig', 'GetUserPoolMfaConfig'],

  async run(progress, context) {
    const { target, signal } = context;
    const request = { UserPoolId: target.userPoolId, MfaConfiguration: 'OPTIONAL', ...software } as const;
    await target.cognito.send(new SetUserPoolMfaConfigCommand(request), { abortSignal: signal });
    await requireMode('OPTIONAL', context);
    return progress;
  },
};

async function requireMode(expected: 'OFF' | 'OPTIONAL', { target, signal }: StepContext): Promise<void> {
  const { MfaConfiguration: got } = await target.cognito.send(
    new GetUserPoolMfaConfigCommand({ UserPoolId: target.userPoolId }),
    { abortSignal: signal },
  );
  if (got !== expected)
    throw new ExpectationError(`MfaConfiguration of the pool is ${got ?? 'absent'}; expected ${expected}.`);
}
