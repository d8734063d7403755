import { AdminCreateUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { AdminCreateUserCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import { creating } from '../creation';
import { present } from '../expectation-error';
import { codeFromInbox } from '../inbox';
import type { Progress } from '../progress';
import type { Step, StepContext } from '../step';

/** Where the messages of the pool can be read. */
export const inviteByMessage: Step = {
  name: 'Invite a user',
  proves: 'the invitation comes to the address, with a temporary password in it',
  operations: () => ['AdminCreateUser'],

  async run(progress, context) {
    const { user } = context;
    const invited = await invite({ DesiredDeliveryMediums: ['EMAIL'] }, progress, context);
    user.passwordBecomes(await codeFromInbox('AdminCreateUser', user.email, context));
    return invited;
  },
};

/** Where nobody reads them: the administrator hands the temporary password over. */
export const inviteInPerson: Step = {
  name: 'Invite a user',
  proves: 'the pool takes a new user with a temporary password, and sends no message',
  operations: () => ['AdminCreateUser'],

  run: (progress, context) =>
    invite({ TemporaryPassword: context.user.password, MessageAction: 'SUPPRESS' }, progress, context),
};

async function invite(
  how: Pick<AdminCreateUserCommandInput, 'DesiredDeliveryMediums' | 'MessageAction' | 'TemporaryPassword'>,
  progress: Progress,
  { target, user }: StepContext,
): Promise<Progress> {
  const { cognito, userPoolId: UserPoolId, pool } = target;
  // The user gives the required attributes at the first sign-in, as far as they can be set then.
  const later = pool.requiredAttributes.filter((name) => !pool.immutableAttributes.includes(name));
  const request = new AdminCreateUserCommand({
    UserPoolId,
    Username: user.signInName,
    UserAttributes: Object.entries(user.attributes)
      .filter(([name]) => !later.includes(name))
      .map(([Name, Value]) => ({ Name, Value })),
    ...how,
  });
  const { User: created } = await creating(user, () => cognito.send(request));
  return { ...progress, username: present(created?.Username, 'User.Username') };
}
