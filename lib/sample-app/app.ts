import { Amplify } from 'aws-amplify';
import { getCurrentUser } from 'aws-amplify/auth';
import { chooseClient, type SampleClient } from './client-choice';
import { showSignIn } from './sign-in-view';
import { showSignedIn } from './signed-in-view';

/** Tells Amplify of the user pool and shows where the user is. `userPoolEndpoint` is what makes the pool a local one. */
async function begin({ userPoolId, clientId }: SampleClient): Promise<void> {
  Amplify.configure({
    Auth: {
      Cognito: { userPoolId, userPoolClientId: clientId, userPoolEndpoint: window.location.origin },
    },
  });
  const signedIn = await getCurrentUser().then(
    () => true,
    () => false,
  );
  if (signedIn) await showSignedIn();
  else showSignIn();
}

void chooseClient(begin);
