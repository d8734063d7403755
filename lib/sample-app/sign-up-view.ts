import { autoSignIn, confirmSignUp, resendSignUpCode, signUp } from 'aws-amplify/auth';
import { codeField } from './code-field';
import { form } from './form';
import { action, section, show } from './page';
import { continueSignIn } from './sign-in-steps';
import { showSignIn } from './sign-in-view';

/** A new account: a name, a password, and the address that the code goes to. */
export function showSignUp(): void {
  const fields = [
    { name: 'username', label: 'User name or e-mail address', autocomplete: 'username' },
    { name: 'email', label: 'E-mail address', type: 'email', autocomplete: 'email' },
    { name: 'password', label: 'Password', type: 'password', autocomplete: 'new-password' },
  ] as const;
  const signUpForm = form(fields, 'Create account', async ({ username, email, password }) => {
    const options = { userAttributes: { email }, autoSignIn: true };
    const { nextStep } = await signUp({ username, password, options });
    switch (nextStep.signUpStep) {
      case 'CONFIRM_SIGN_UP':
        showConfirmSignUp(username);
        return;
      case 'COMPLETE_AUTO_SIGN_IN':
        await continueSignIn(await autoSignIn());
        return;
      case 'DONE':
        showSignIn();
        return;
    }
  });
  show(section('Create an account', signUpForm, action('Sign in instead', showSignIn)));
}

/** The code of the message that the pool has sent; on this machine it lies in the inbox. */
export function showConfirmSignUp(username: string): void {
  const confirm = form([codeField], 'Confirm', async ({ code }) => {
    const { nextStep } = await confirmSignUp({ username, confirmationCode: code });
    if (nextStep.signUpStep === 'COMPLETE_AUTO_SIGN_IN') await continueSignIn(await autoSignIn());
    else showSignIn();
  });
  const again = action('Send another code', async () => {
    await resendSignUpCode({ username });
  });
  show(section('Confirm your account', confirm, again));
}
