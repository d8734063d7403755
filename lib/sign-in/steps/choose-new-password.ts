import { challengeParameters, readChallenge, readTokens } from '../auth-answer';
import type { AuthOutput } from '../auth-answer';
import { expectRefusal } from '../expect-refusal';
import { ExpectationError, present } from '../expectation-error';
import { shortPassword } from '../password';
import { held } from '../progress';
import type { Progress } from '../progress';
import { refusals } from '../refusals';
import { showPassword, showPasswordOperations } from '../show-password';
import { respond, respondOperation } from '../sign-in-calls';
import type { Step, StepContext } from '../step';
import type { Target } from '../target';

const prefix = 'userAttributes.';
const operations = (target: Target): readonly string[] => [respondOperation(target)];

export const signInToNewPassword: Step = {
  name: 'Sign in with the temporary one',
  proves: 'the temporary password leads to NEW_PASSWORD_REQUIRED, which asks for the attributes that are missing',
  operations: showPasswordOperations,

  async run(progress, context) {
    const output = await showPassword(context);
    const challenge = readChallenge(output, 'NEW_PASSWORD_REQUIRED', context.secrets);
    const { requiredAttributes, immutableAttributes } = context.target.pool;
    const expected = requiredAttributes.filter((name) => !immutableAttributes.includes(name)).toSorted();
    const attributesAskedFor = readAttributesAskedFor(output);
    if (attributesAskedFor.join() !== expected.join())
      throw new ExpectationError(
        `requiredAttributes names ${attributesAskedFor.join(', ') || 'none'}; expected ${expected.join(', ') || 'none'}.`,
      );
    return { ...progress, challenge, attributesAskedFor };
  },
};

export const shortNewPasswordIsRefused: Step = {
  name: 'Choose a short password',
  proves: 'the password policy holds here too, and the message names the rule',
  operations,

  async run(progress, context) {
    await expectRefusal(refusals.shortPassword, 'a password that is too short', () =>
      choose(shortPassword, progress, context),
    );
    return progress;
  },
};

export const missingAttributeIsRefused: Step = {
  name: 'Leave out what is required',
  proves: 'nobody gets in without the attributes that the schema requires',
  operations,

  notApplicable({ pool: { requiredAttributes, immutableAttributes } }) {
    return requiredAttributes.every((name) => immutableAttributes.includes(name))
      ? 'The schema requires nothing that the user could give at the first sign-in.'
      : undefined;
  },

  async run(progress, context) {
    const nothing = { ...progress, attributesAskedFor: [] };
    await expectRefusal(refusals.missingAttribute, 'a first sign-in without the required attributes', () =>
      choose(context.user.anotherPassword(), nothing, context),
    );
    return progress;
  },
};

const choosing = { name: 'Choose a new password', operations } as const;

/** Where a second factor is not asked for. */
export const chooseNewPassword: Step = {
  ...choosing,
  proves: 'after the refusal the user can try again; the new password and the missing attributes open the session',

  async run(progress, context) {
    const [output, after] = await chooseAnother(progress, context);
    return { ...after, ...readTokens(output, context.secrets) };
  },
};

/** Where everybody must have one. */
export const chooseNewPasswordToEnrol: Step = {
  ...choosing,
  proves: 'after the refusal the user can try again, and with the new password is let to the MFA_SETUP challenge',

  async run(progress, context) {
    const [output, after] = await chooseAnother(progress, context);
    return { ...after, challenge: readChallenge(output, 'MFA_SETUP', context.secrets) };
  },
};

async function chooseAnother(progress: Progress, context: StepContext): Promise<readonly [AuthOutput, Progress]> {
  const { user } = context;
  const { password: formerPassword } = user;
  const password = user.anotherPassword();
  const output = await choose(password, progress, context);
  user.passwordBecomes(password);
  return [output, { ...progress, formerPassword }];
}

function choose(password: string, progress: Progress, context: StepContext): Promise<AuthOutput> {
  const { attributes } = context.user;
  const given = held(progress, 'attributesAskedFor').map((name): [string, string] => [
    `${prefix}${name}`,
    present(attributes[name], name),
  ]);
  const responses = { NEW_PASSWORD: password, ...Object.fromEntries(given) };
  return respond(held(progress, 'challenge'), responses, context);
}

function readAttributesAskedFor(output: AuthOutput): readonly string[] {
  const text = challengeParameters(output, 'NEW_PASSWORD_REQUIRED')('requiredAttributes');
  const names: unknown = JSON.parse(text);
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string'))
    throw new ExpectationError(`requiredAttributes is ${text}; expected a JSON array of names.`);
  return names.map((name) => name.replace(prefix, '')).toSorted();
}
