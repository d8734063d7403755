import { element, section, show } from './page';
import { form } from './form';

/** An app client that a browser can use: it has no secret, and lets SRP in. */
export interface SampleClient {
  readonly name: string;
  readonly userPoolId: string;
  readonly clientId: string;
}

/** The client that the address names, or the only one, or that which the user chooses. */
export async function chooseClient(begin: (client: SampleClient) => Promise<void>): Promise<void> {
  const response = await fetch('/sample/clients.json');
  const clients = (await response.json()) as readonly SampleClient[];
  const wanted = new URLSearchParams(window.location.search).get('client');
  const [only, ...others] = wanted === null ? clients : clients.filter(({ clientId }) => clientId === wanted);
  if (only !== undefined && others.length === 0) return begin(only);
  if (only === undefined) {
    const text =
      wanted === null
        ? 'No user pool here has an app client without a secret that allows ALLOW_USER_SRP_AUTH. Declare one of kind browser.'
        : `No app client ${wanted} without a secret that allows ALLOW_USER_SRP_AUTH is here.`;
    show(section('No app client', element('p', { role: 'alert' }, text)));
    return;
  }
  const select = element(
    'select',
    { name: 'client' },
    ...clients.map(({ name, clientId }) => element('option', { value: clientId }, name)),
  ) as HTMLSelectElement;
  const choose = form([], 'Go on', async () => {
    const chosen = clients.find(({ clientId }) => clientId === select.value);
    if (chosen !== undefined) await begin(chosen);
  });
  choose.prepend(element('label', {}, 'App client', select));
  show(section('Which app client?', choose));
}
