import { decideSecondFactor } from '../authentication/mfa-decision';
import { requireParameter } from '../authentication/parameters';
import type { MfaFactor } from '../settings/pool-settings';
import {
  InvalidParameterException,
  MFAMethodNotFoundException,
  SoftwareTokenMFANotFoundException,
  type ServiceException,
} from '../wire/exceptions';
import type { Challenge } from './challenge';

/** Answers by their factor. The API reference writes EMAIL_MFA where apps send EMAIL_OTP. */
const factors: Readonly<Record<string, MfaFactor>> = {
  SMS_MFA: 'SMS_MFA',
  EMAIL_OTP: 'EMAIL_OTP',
  EMAIL_MFA: 'EMAIL_OTP',
  SOFTWARE_TOKEN_MFA: 'SOFTWARE_TOKEN_MFA',
};

/** SELECT_MFA_TYPE: the user picks one of several factors, whose challenge follows. */
export const selectMfaType: Challenge = {
  name: 'SELECT_MFA_TYPE',

  offer({ pool, user }) {
    const decision = decideSecondFactor(pool.settings, user);
    const choices = decision.ask === 'SELECT_MFA_TYPE' ? decision.from : [];
    const names = JSON.stringify(choices);
    return {
      // The developer guide and the replies that apps read differ in the name.
      parameters: { MFAS_CAN_CHOOSE: names, MFAS_CAN_SELECT: names, USER_ID_FOR_SRP: user.username },
      memory: { mfaChoices: choices },
    };
  },

  respond(_attempt, responses, { memory }) {
    const answer = requireParameter(responses, 'ANSWER');
    const factor = Object.hasOwn(factors, answer) ? factors[answer] : undefined;
    if (factor === undefined) throw new InvalidParameterException(`${answer} is not a valid MFA type`);
    if (memory.mfaChoices?.includes(factor) !== true) throw lacking(factor);
    return { next: factor };
  },
};

function lacking(factor: MfaFactor): ServiceException {
  return factor === 'SOFTWARE_TOKEN_MFA'
    ? new SoftwareTokenMFANotFoundException('Software Token MFA does not exist for the user.')
    : new MFAMethodNotFoundException(`User does not have delivery config set for ${factor}`);
}
