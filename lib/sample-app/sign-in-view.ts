import { signIn } from 'aws-amplify/auth';
import { form } from './form';
import { action, section, show } from './page';
import { showResetPassword } from './reset-password-view';
import { continueSignIn } from './sign-in-steps';
import { showSignUp } from './sign-up-view';

/** Name and password; the password does not leave the browser (SRP). */
export function showSignIn(): void {
  const fields = [
    { name: 'username', label: 'User name or e-mail address', autocomplete: 'username' },
    { name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' },
  ] as const;
  const signInForm = form(fields, 'Sign in', async ({ username, password }) => {
    const options = { authFlowType: 'USER_SRP_AUTH' } as const;
    await continueSignIn(await signIn({ username, password, options }), username);
  });
  show(
    section(
      'Sign in',
      signInForm,
      action('Create an account', showSignUp),
      action('Forgotten password', showResetPassword),
    ),
  );
}
