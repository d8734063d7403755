import { defineRule, type Rule } from './rule';

/** Regions whose SES Cognito calls from any Region, beside that of the user pool. */
const sesRegionsForAll = ['us-east-1', 'us-west-2', 'eu-west-1'];

/** Who sends e-mail, and whether SES will let them. */
export const emailRules: readonly Rule[] = [
  defineRule({
    id: 'custom-message-needs-ses',
    what: 'The custom-message trigger needs the SES sender.',
    source: 'Cognito Developer Guide, custom message trigger: with the built-in sender its e-mail texts are refused.',
    reads: ['emailSender', 'triggers'],
    check: ({ emailSender, triggers }) =>
      triggers.customMessage !== undefined && emailSender.kind === 'built-in'
        ? [
            {
              path: ['triggers', 'customMessage'],
              got: triggers.customMessage,
              allowed: 'no customMessage beside emailSender.kind "built-in"',
              instead: 'Make emailSender.kind "ses", or remove triggers.customMessage.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'custom-message-needs-locale',
    what: 'The custom-message trigger needs the standard attribute locale.',
    source: 'The trigger chooses the language by it; without it everybody gets English.',
    reads: ['standardAttributes', 'triggers'],
    check: ({ standardAttributes, triggers }) =>
      triggers.customMessage !== undefined && standardAttributes.locale === undefined
        ? [
            {
              path: ['standardAttributes', 'locale'],
              got: undefined,
              allowed: 'locale declared beside triggers.customMessage',
              instead: 'Add locale: { required: false, mutable: true }, or remove triggers.customMessage.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'ses-identity-covers-sender',
    what: 'The verified SES identity is the from address itself or its domain.',
    source: 'Cognito Developer Guide, e-mail settings: the identity in SourceArn has to be verified as it is written.',
    reads: ['emailSender'],
    check: ({ emailSender }) => {
      if (emailSender.kind !== 'ses') return [];
      const { fromAddress, verifiedIdentity } = emailSender;
      const domain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1);
      if (verifiedIdentity === fromAddress || verifiedIdentity === domain) return [];
      return [
        {
          path: ['emailSender', 'verifiedIdentity'],
          got: verifiedIdentity,
          allowed: `"${fromAddress}" or "${domain}"`,
          instead: `Write "${domain}" if the domain is verified in SES, "${fromAddress}" if only the address is.`,
        },
      ];
    },
  }),
  defineRule({
    id: 'ses-region',
    what: 'The SES identity is in the Region of the user pool or in one that Cognito calls from everywhere.',
    source: 'Cognito Developer Guide, e-mail settings: Amazon SES Regions.',
    reads: ['emailSender', 'region'],
    check: ({ emailSender, region }) => {
      if (emailSender.kind !== 'ses') return [];
      const allowed = [...new Set([region, ...sesRegionsForAll])];
      if (allowed.includes(emailSender.region)) return [];
      return [
        {
          path: ['emailSender', 'region'],
          got: emailSender.region,
          allowed: allowed.join(', '),
          instead: `Verify the identity in ${region} and write that Region.`,
        },
      ];
    },
  }),
];
