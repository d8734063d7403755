import { expectRefusal } from '../expect-refusal';
import { held } from '../progress';
import { refusals } from '../refusals';
import { secretHash } from '../secret-hash';
import { showPassword, showPasswordOperations } from '../show-password';
import { begin, beginOperation } from '../sign-in-calls';
import type { Step } from '../step';

export const wrongPasswordIsRefused: Step = {
  name: 'Try another password',
  proves: 'a password that is not that of the user opens nothing',
  operations: showPasswordOperations,

  async run(progress, context) {
    await expectRefusal(refusals.wrongPassword, 'another password', () =>
      showPassword(context, { password: context.user.anotherPassword() }),
    );
    return progress;
  },
};

export const formerPasswordIsRefused: Step = {
  name: 'Try the former password',
  proves: 'the password that was replaced opens nothing any more',
  operations: showPasswordOperations,

  async run(progress, context) {
    await expectRefusal(refusals.wrongPassword, 'the former password', () =>
      showPassword(context, { password: held(progress, 'formerPassword') }),
    );
    return progress;
  },
};

/** With the right password: nothing but the hash is wrong. */
export const wrongSecretHashIsRefused: Step = {
  name: 'Try another secret hash',
  proves: 'the right password is worth nothing without the secret of the app client',
  operations: (target) => [beginOperation(target)],

  async run(progress, context) {
    const { target, user, secrets, surroundings } = context;
    const secret = surroundings.randomBytes(24).toString('hex');
    const hash = secretHash({ ...target.client, secret }, user.signInName);
    secrets.keep(hash.SECRET_HASH);
    await expectRefusal(refusals.wrongSecretHash, 'another secret hash', () =>
      begin({ PASSWORD: user.password, ...hash }, context),
    );
    return progress;
  },
};

export const unknownUserIsRefused: Step = {
  name: 'Try an unknown user',
  proves: 'an unknown user looks like a wrong password, or is named where the app client shows it',
  operations: (target) => [beginOperation(target)],

  notApplicable({ pool }) {
    return pool.triggers.includes('UserMigration')
      ? 'The UserMigration trigger is asked about unknown users, and would ask the old application.'
      : undefined;
  },

  async run(progress, context) {
    const { target, user, secrets } = context;
    const nobody = `nobody-${user.signInName}`;
    const hash = secretHash(target.client, nobody);
    secrets.keep(hash.SECRET_HASH);
    const refusal = target.client.hidesUnknownUsers ? refusals.wrongPassword : refusals.unknownUser;
    await expectRefusal(refusal, 'an unknown user', () =>
      begin({ USERNAME: nobody, PASSWORD: user.password, ...hash }, context),
    );
    return progress;
  },
};
