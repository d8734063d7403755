import { confirmResetPassword, resetPassword } from 'aws-amplify/auth';
import { codeField } from './code-field';
import { form } from './form';
import { action, section, show } from './page';
import { showSignIn } from './sign-in-view';

/** A new password for who has forgotten theirs. */
export function showResetPassword(): void {
  const fields = [{ name: 'username', label: 'User name or e-mail address', autocomplete: 'username' }] as const;
  const ask = form(fields, 'Send a code', async ({ username }) => {
    await resetPassword({ username });
    showNewPassword(username);
  });
  show(section('Forgotten password', ask, action('Sign in instead', showSignIn)));
}

function showNewPassword(username: string): void {
  const fields = [
    codeField,
    { name: 'newPassword', label: 'New password', type: 'password', autocomplete: 'new-password' },
  ] as const;
  const change = form(fields, 'Change password', async ({ code, newPassword }) => {
    await confirmResetPassword({ username, confirmationCode: code, newPassword });
    showSignIn();
  });
  show(section('Choose a new password', change));
}
