import type { PreSignUpTriggerEvent } from 'aws-lambda';
import { domainOf } from '../email-address';
import { UnknownTriggerSourceError } from '../unknown-trigger-source-error';
import type { Settings } from './environment';

export type Verdict =
  | { readonly kind: 'accept'; readonly response: PreSignUpTriggerEvent['response'] }
  | { readonly kind: 'refuse'; readonly message: string };

/** Nobody is confirmed or verified unasked: an address counts once its owner has entered the code sent to it. */
const accept: Verdict = {
  kind: 'accept',
  response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
};

/**
 * Whether a user may be created. The domain of the address must be one of the allowed ones exactly: a subdomain may
 * belong to somebody else (a hosting customer, a mailing service), so it is allowed only if it is listed itself.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-sign-up.html
 */
export function decide(
  triggerSource: PreSignUpTriggerEvent['triggerSource'],
  email: string | undefined,
  settings: Settings,
): Verdict {
  switch (triggerSource) {
    case 'PreSignUp_SignUp':
    case 'PreSignUp_ExternalProvider':
      return judge(email, settings.allowedEmailDomains);
    case 'PreSignUp_AdminCreateUser':
      // An invitation is the decision of somebody with permission to make it, and the way in for guests.
      return accept;
    default:
      throw new UnknownTriggerSourceError(triggerSource);
  }
}

/** The texts do not list the allowed domains: which partners may sign up is not for everybody to know. */
function judge(email: string | undefined, allowed: readonly string[]): Verdict {
  if (email === undefined || email === '') return refuse('An e-mail address is required to sign up');
  const domain = domainOf(email);
  if (domain === undefined) return refuse('The e-mail address is not in a form that can sign up');
  return allowed.includes(domain) ? accept : refuse('Sign-up is not open to addresses of this e-mail domain');
}

function refuse(message: string): Verdict {
  return { kind: 'refuse', message };
}
