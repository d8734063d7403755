import { confirmSignIn, type SignInOutput } from 'aws-amplify/auth';
import { codeField } from './code-field';
import { form } from './form';
import { section, show } from './page';
import { showResetPassword } from './reset-password-view';
import { showSignedIn } from './signed-in-view';
import { showConfirmSignUp } from './sign-up-view';
import { totpSetUp } from './totp-set-up';

/** The title under which an authenticator lists the account. */
const issuer = 'Sample application';

/**
 * What the pool asks next, or that nothing is left to ask. An application must know every step that its pool can ask and
 * say so of any other: a pool may ask new ones.
 */
export async function continueSignIn({ nextStep }: SignInOutput, username = ''): Promise<void> {
  switch (nextStep.signInStep) {
    case 'DONE':
      return showSignedIn();
    case 'CONFIRM_SIGN_UP':
      showConfirmSignUp(username);
      return;
    case 'RESET_PASSWORD':
      showResetPassword();
      return;
    case 'CONFIRM_SIGN_IN_WITH_TOTP_CODE':
      ask('Code of your authenticator', username);
      return;
    case 'CONFIRM_SIGN_IN_WITH_SMS_CODE':
    case 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE':
      ask(`Code sent to ${nextStep.codeDeliveryDetails?.destination ?? 'you'}`, username);
      return;
    case 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP': {
      const { totpSetupDetails } = nextStep;
      const confirm = async (code: string) =>
        continueSignIn(await confirmSignIn({ challengeResponse: code }), username);
      show(
        await totpSetUp(
          { sharedSecret: totpSetupDetails.sharedSecret, uri: totpSetupDetails.getSetupUri(issuer, username) },
          confirm,
        ),
      );
      return;
    }
    case 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED':
      chooseNewPassword(username);
      return;
    default:
      throw new Error(`The user pool asks for ${nextStep.signInStep}, which this application does not know.`);
  }
}

function ask(heading: string, username: string): void {
  const confirm = form([codeField], 'Continue', async ({ code }) =>
    continueSignIn(await confirmSignIn({ challengeResponse: code }), username),
  );
  show(section(heading, confirm));
}

function chooseNewPassword(username: string): void {
  const fields = [{ name: 'password', label: 'New password', type: 'password', autocomplete: 'new-password' }] as const;
  const change = form(fields, 'Continue', async ({ password }) =>
    continueSignIn(await confirmSignIn({ challengeResponse: password }), username),
  );
  show(section('Choose a password of your own', change));
}
