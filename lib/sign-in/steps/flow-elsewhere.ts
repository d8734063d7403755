import { allowsFlow } from '../choose-client';
import { expectRefusal } from '../expect-refusal';
import { present } from '../expectation-error';
import { refusals } from '../refusals';
import { begin, beginOperation } from '../sign-in-calls';
import type { Step } from '../step';
import type { OtherClient, Target } from '../target';

export const flowElsewhereIsRefused: Step = {
  name: 'Try another app client',
  proves: 'the same flow is refused at an app client that does not allow it, with the right password too',
  operations: (target) => [beginOperation(target)],

  notApplicable(target) {
    return otherClient(target) === undefined
      ? `No other app client of this pool refuses ${target.client.flow} before it asks for its secret.`
      : undefined;
  },

  async run(progress, context) {
    const { target, user } = context;
    const { flow } = target.client;
    const client = { ...present(otherClient(target), 'other client'), secret: undefined, flow };
    await expectRefusal(refusals.flowNotAllowed, `${flow} at the app client ${client.name}`, () =>
      begin({ PASSWORD: user.password }, { ...context, target: { ...target, client } }),
    );
    return progress;
  },
};

/** One without a secret: it is not known whether the service looks at the flow or at the secret hash first. */
function otherClient({ otherClients, client }: Target): OtherClient | undefined {
  return otherClients.find((other) => !other.confidential && !allowsFlow(other, client.flow));
}
