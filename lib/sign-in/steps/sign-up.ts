import { SignUpCommand } from '@aws-sdk/client-cognito-identity-provider';
import { creating } from '../creation';
import { ExpectationError, present } from '../expectation-error';
import { codeFromInbox } from '../inbox';
import type { Progress } from '../progress';
import { secretHashMember } from '../secret-hash';
import type { Step, StepContext } from '../step';

const operations = (): readonly string[] => ['SignUp'];

/** Where the service verifies an address with a code. */
export const signUp: Step = {
  name: 'Sign up',
  proves: 'anybody may sign up, and the service sends a code to the address',
  operations,
  run: (progress, context) => signUpWith({}, 'email', progress, context),
};

/** Where the service verifies a phone number with a code. */
export const signUpWithPhone: Step = {
  name: 'Sign up with a phone number',
  proves: 'anybody may sign up, and the service sends a code to the phone number',
  operations,
  run: (progress, context) => signUpWith({ phone_number: context.user.phoneNumber }, 'phone_number', progress, context),
};

async function signUpWith(
  more: Readonly<Record<string, string>>,
  verified: 'email' | 'phone_number',
  progress: Progress,
  context: StepContext,
): Promise<Progress> {
  const { user, secrets } = context;
  const { cognito, client, pool } = context.target;
  // Only an administrator may say that an address is verified. Where it is the username, it is an attribute already.
  const { email_verified, email, ...required } = user.attributes;
  const attributes = { ...required, ...(pool.signInWith === 'username' && { email }), ...more };
  const hash = secretHashMember(client, user.signInName);
  secrets.keep(hash.SecretHash);
  const request = new SignUpCommand({
    ClientId: client.id,
    Username: user.signInName,
    Password: user.password,
    UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    ...hash,
  });
  const { UserConfirmed, CodeDeliveryDetails: delivery } = await creating(user, () => cognito.send(request));
  // A pre-sign-up trigger may confirm at once; then no code is sent.
  if (UserConfirmed === true) return progress;
  if (delivery?.AttributeName !== verified)
    throw new ExpectationError(
      `The code was sent to ${delivery?.AttributeName ?? 'nobody'}; expected ${verified} by AutoVerifiedAttributes.`,
    );
  const codeSentTo = verified === 'email' ? user.email : present(more['phone_number'], 'phone_number');
  return { ...progress, codeSentTo, messageCode: await codeFromInbox('SignUp', codeSentTo, context) };
}
