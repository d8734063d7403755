import { defineRule, type Rule } from './rule';

/** The families of controls that a waiver can name, as their ids are written. */
const controlForms = [
  { form: /^AwsSolutions-[A-Z]+\d+(\[.+\])?$/, example: 'AwsSolutions-COG2 (cdk-nag)' },
  { form: /^CGN-[A-Z]{3}-\d{2}$/, example: 'CGN-MFA-01 (posture)' },
];

/** A waiver that outlives everybody's memory of it is none. */
const longestYears = 2;

/** Waivers: they name something, they end, and they have not ended. */
export const waiverRules: readonly Rule[] = [
  defineRule({
    id: 'waiver-expired',
    what: 'No waiver is past its expiry date.',
    source: 'An expired waiver is a failure: what it excused is decided again or put right.',
    reads: ['waivers'],
    check: ({ waivers }, { today }) =>
      waivers.flatMap(({ control, expires }, index) =>
        expires >= today
          ? []
          : [
              {
                path: ['waivers', index, 'expires'],
                got: expires,
                allowed: `${today} or later`,
                instead: `Meet ${control} and remove the waiver, or let its owner renew it with a new date.`,
              },
            ],
      ),
  }),
  defineRule({
    id: 'waiver-too-long',
    what: `No waiver runs for more than ${longestYears} years.`,
    source: 'A waiver is a decision for a time; it has to come up again.',
    reads: ['waivers'],
    check: ({ waivers }, { today }) => {
      const limit = `${Number(today.slice(0, 4)) + longestYears}${today.slice(4)}`;
      return waivers.flatMap(({ expires }, index) =>
        expires <= limit
          ? []
          : [
              {
                path: ['waivers', index, 'expires'],
                got: expires,
                allowed: `${limit} or earlier`,
                instead: 'Write a date within the next year or two.',
              },
            ],
      );
    },
  }),
  defineRule({
    id: 'waiver-control-known',
    what: 'A waiver names a control as its catalogue writes it.',
    source: 'A waiver for an id that does not exist excuses nothing and hides the misspelling.',
    reads: ['waivers'],
    check: ({ waivers }) =>
      waivers.flatMap(({ control }, index) =>
        controlForms.some(({ form }) => form.test(control))
          ? []
          : [
              {
                path: ['waivers', index, 'control'],
                got: control,
                allowed: `an id like ${controlForms.map(({ example }) => example).join(' or ')}`,
                instead: 'Copy the id from the report that names the finding.',
              },
            ],
      ),
  }),
  defineRule({
    id: 'waiver-unique',
    what: 'A control is waived once.',
    source: 'Of two waivers with two dates nobody can say which counts.',
    reads: ['waivers'],
    check: ({ waivers }) =>
      waivers.flatMap(({ control }, index) =>
        waivers.findIndex((other) => other.control === control) === index
          ? []
          : [
              {
                path: ['waivers', index, 'control'],
                got: control,
                allowed: 'one waiver for each control',
                instead: 'Remove one of the two.',
              },
            ],
      ),
  }),
];
