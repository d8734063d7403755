import { Authenticator, useAuthenticator } from '@aws-amplify/ui-react';
import { Amplify } from 'aws-amplify';
import { setUpTOTP, updateMFAPreference, verifyTOTPSetup } from 'aws-amplify/auth';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';

const parameters = new URLSearchParams(window.location.search);
const parameter = (name: string): string => parameters.get(name) ?? '';

Amplify.configure({
  Auth: {
    Cognito: {
      userPoolId: parameter('pool'),
      userPoolClientId: parameter('client'),
      userPoolEndpoint: parameter('endpoint'),
    },
  },
});

/** What an application shows to whoever is signed in. */
function SignedIn() {
  const { user, signOut } = useAuthenticator((context) => [context.user]);
  const [secret, setSecret] = useState('');
  const begin = async () => {
    setSecret((await setUpTOTP()).sharedSecret);
  };
  const verify = async (code: string) => {
    await verifyTOTPSetup({ code });
    await updateMFAPreference({ totp: 'PREFERRED' });
    setSecret('done');
  };
  return createElement(
    'main',
    {},
    createElement('h1', {}, `Signed in as ${user.username}`),
    createElement('button', { onClick: () => void begin() }, 'Use an authenticator'),
    createElement('output', { id: 'secret' }, secret),
    createElement('input', {
      'aria-label': 'First code',
      onChange: ({ target }: { readonly target: HTMLInputElement }) => {
        if (target.value.length === 6) void verify(target.value);
      },
    }),
    createElement('button', { onClick: () => signOut() }, 'Sign out'),
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element #root.');
createRoot(root).render(createElement(Authenticator, {}, createElement(SignedIn)));
