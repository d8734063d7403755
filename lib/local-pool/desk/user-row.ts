import { markup, type Markup } from '../markup';
import type { User } from '../state/user';

/** A user with what they can prove themselves by; no secret of theirs is told. */
export function userRow(user: User): Markup {
  const { attributes, devices, groups } = user;
  return markup`<tr>
    <td>${user.username}</td>
    <td class="words">${user.enabled ? user.status : `${user.status}, disabled`}</td>
    <td>${attributes['email'] ?? attributes['phone_number']}</td>
    <td class="words">${factorsOf(user).join(', ') || 'none'}</td>
    <td>
      ${devices.map(({ name, key, remembered }) => `${name ?? key}${remembered ? ' (remembered)' : ''}`).join(', ')}
    </td>
    <td>${groups.join(', ')}</td>
  </tr>`;
}

function factorsOf({ password, softwareToken, mfa }: User): readonly string[] {
  const preferred = (factor: string) => (mfa.preferred === factor ? `${factor} (preferred)` : factor);
  return [
    ...(password === undefined ? [] : ['PASSWORD']),
    // An authenticator may be registered and not be asked for: that needs a preference.
    ...(softwareToken !== undefined && !mfa.enabled.includes('SOFTWARE_TOKEN_MFA')
      ? ['SOFTWARE_TOKEN_MFA (registered, not enabled)']
      : []),
    ...mfa.enabled.map(preferred),
  ];
}
