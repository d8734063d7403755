import { toString } from 'qrcode';
import { codeField } from './code-field';
import { form } from './form';
import { element, section } from './page';

/** What an authenticator needs to make codes (RFC 6238), as text and as an otpauth URI. */
export interface TotpSecret {
  readonly sharedSecret: string;
  readonly uri: URL;
}

/** The QR code for an authenticator, the same as text, and the first code in return. */
export async function totpSetUp(
  { sharedSecret, uri }: TotpSecret,
  confirm: (code: string) => Promise<void>,
): Promise<HTMLElement> {
  const svg = await toString(uri.href, { type: 'svg', margin: 2 });
  const picture = element('div', { class: 'qr', role: 'img', 'aria-label': 'QR code for an authenticator' });
  picture.append(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement);
  const secret = element('p', {}, 'Or enter this key: ', element('code', { id: 'totp-secret' }, sharedSecret));
  const code = form([codeField], 'Verify', ({ code: entered }) => confirm(entered));
  return section('Set up an authenticator', picture, secret, code);
}
