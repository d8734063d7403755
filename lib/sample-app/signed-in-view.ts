import {
  fetchAuthSession,
  fetchDevices,
  fetchMFAPreference,
  forgetDevice,
  getCurrentUser,
  rememberDevice,
  setUpTOTP,
  signOut,
  updateMFAPreference,
  verifyTOTPSetup,
} from 'aws-amplify/auth';
import { action, element, section, show } from './page';
import { showSignIn } from './sign-in-view';
import { totpSetUp } from './totp-set-up';

/** What a signed-in user sees of their account: who they are, their second factor, and their remembered devices. */
export async function showSignedIn(): Promise<void> {
  const [{ username }, session, factors, devices] = await Promise.all([
    getCurrentUser(),
    fetchAuthSession(),
    fetchMFAPreference(),
    // A pool may track no devices, and then refuses to list them.
    fetchDevices().catch(() => undefined),
  ]);
  const { email } = session.tokens?.idToken?.payload ?? {};
  const shownAs = typeof email === 'string' ? email : username;
  const expires = new Date((session.tokens?.accessToken.payload.exp ?? 0) * 1000).toLocaleTimeString();
  show(
    section(
      'Signed in',
      element('p', {}, 'You are ', element('strong', {}, shownAs), '.'),
      element('p', {}, `The access token is good until ${expires}.`),
      action('Get new tokens', async () => {
        await fetchAuthSession({ forceRefresh: true });
        await showSignedIn();
      }),
      action('Sign out', async () => {
        await signOut();
        showSignIn();
      }),
      action('Sign out everywhere', async () => {
        await signOut({ global: true });
        showSignIn();
      }),
    ),
    secondFactor(factors.enabled?.includes('TOTP') === true),
    ...(devices === undefined ? [] : [rememberedDevices(devices)]),
  );
}

function secondFactor(enabled: boolean): HTMLElement {
  if (enabled) return section('Second factor', element('p', {}, 'Your authenticator is asked for a code.'));
  const setUp = action('Set up an authenticator', async () => {
    const setUpDetails = await setUpTOTP();
    const { username } = await getCurrentUser();
    const verify = async (code: string) => {
      await verifyTOTPSetup({ code });
      // Without a preference the next sign-in would not ask for it.
      await updateMFAPreference({ totp: 'PREFERRED' });
      await showSignedIn();
    };
    show(
      await totpSetUp(
        { sharedSecret: setUpDetails.sharedSecret, uri: setUpDetails.getSetupUri('Sample application', username) },
        verify,
      ),
    );
  });
  return section('Second factor', element('p', {}, 'A password alone lets you in.'), setUp);
}

type Devices = Awaited<ReturnType<typeof fetchDevices>>;

function rememberedDevices(devices: Devices): HTMLElement {
  const rows = devices.map((device) =>
    element(
      'tr',
      {},
      element('td', {}, device.name ?? device.id),
      element('td', {}, device.lastAuthenticatedDate?.toLocaleString() ?? ''),
      element(
        'td',
        {},
        action('Forget', async () => {
          await forgetDevice({ device });
          await showSignedIn();
        }),
      ),
    ),
  );
  const headings = ['Device', 'Last used', 'Action'].map((text) => element('th', { scope: 'col' }, text));
  const table = element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...headings)),
    element('tbody', {}, ...rows),
  );
  const remember = action('Remember this device', async () => {
    await rememberDevice();
    await showSignedIn();
  });
  return section('Devices', rows.length === 0 ? element('p', {}, 'None yet.') : table, remember);
}
