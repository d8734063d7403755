import type { Field } from './form';

/** A code that comes by a message or from an authenticator. */
export const codeField = {
  name: 'code',
  label: 'Code',
  autocomplete: 'one-time-code',
  digits: true,
} as const satisfies Field;
