const reason = 'Tests look at the sign-ins by password alone.';

/** What threat protection takes beside its mode. */
export const threats = {
  customAuthentication: { mode: 'off', reason },
  riskConfiguration: {
    compromisedCredentials: { action: 'BLOCK', events: ['SIGN_IN', 'PASSWORD_CHANGE', 'SIGN_UP'] },
    accountTakeover: {
      low: { action: 'NO_ACTION', notify: false },
      medium: { action: 'MFA_IF_CONFIGURED', notify: false },
      high: { action: 'BLOCK', notify: false },
      notification: { send: false, reason },
    },
    ipAddresses: { blocked: [], trusted: [] },
  },
} as const;

const text = { subject: 'A sign-in to your account', textBody: 'From {city}, at {login-time}.' };

/** E-mails about what is found. */
export const notices = {
  send: true as const,
  noActionEmail: { ...text, htmlBody: '<p>Was it you?</p>' },
  mfaEmail: { ...text, htmlBody: '<p>It asked for your second factor.</p>' },
  blockEmail: { ...text, htmlBody: '<p>It was blocked.</p>' },
};
