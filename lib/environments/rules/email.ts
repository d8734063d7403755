import { emailSenders } from '../senders';
import { defineRule, type Rule } from './rule';

/** Regions whose SES Cognito calls from many others, for user pools made before it called that of their own. */
const alternativeRegions = ['us-east-1', 'us-west-2', 'eu-west-1'];

/** User pools in these Regions may use an alternative one. */
const poolRegionsWithAlternatives = [
  ...alternativeRegions,
  'us-east-2',
  'ca-central-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'eu-central-1',
  'eu-west-2',
];

/** User pools in these Regions are kept to SES in their own. */
const poolRegionsWithout = ['us-west-1', 'eu-west-3', 'eu-north-1', 'me-south-1', 'sa-east-1'];

/** Who sends e-mail, and whether SES will let them. */
export const emailRules: readonly Rule[] = [
  defineRule({
    id: 'custom-message-needs-ses',
    what: 'The custom-message trigger needs the SES sender.',
    source: 'Cognito Developer Guide, custom message trigger: with the built-in sender its e-mail texts are refused.',
    covers: ['deploy-25'],
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
    covers: ['deploy-24'],
    reads: ['emailSender', 'region', 'replicas'],
    check: (declared) =>
      emailSenders(declared).flatMap(({ path, sender }) => {
        if (sender.kind !== 'ses') return [];
        const { fromAddress, verifiedIdentity } = sender;
        const domain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1);
        if (verifiedIdentity === fromAddress || verifiedIdentity === domain) return [];
        return [
          {
            path: [...path, 'verifiedIdentity'],
            got: verifiedIdentity,
            allowed: `"${fromAddress}" or "${domain}"`,
            instead: `Write "${domain}" if the domain is verified in SES, "${fromAddress}" if only the address is.`,
          },
        ];
      }),
  }),
  defineRule({
    id: 'ses-region',
    what: 'The SES identity is in the Region of the user pool or in one that Cognito calls from there.',
    source: 'Cognito Developer Guide, e-mail settings: Amazon SES Regions. Newer Regions are not looked at.',
    covers: ['deploy-24'],
    reads: ['emailSender', 'region', 'replicas'],
    check: (declared) =>
      emailSenders(declared).flatMap(({ path, poolRegion, sender }) => {
        if (sender.kind !== 'ses') return [];
        const alternatives = poolRegionsWithAlternatives.includes(poolRegion) ? alternativeRegions : [];
        if (alternatives.length === 0 && !poolRegionsWithout.includes(poolRegion)) return [];
        const allowed = [...new Set([poolRegion, ...alternatives])];
        if (allowed.includes(sender.region)) return [];
        return [
          {
            path: [...path, 'region'],
            got: sender.region,
            allowed: allowed.join(', '),
            instead: `Verify the identity in ${poolRegion} and write that Region.`,
          },
        ];
      }),
  }),
];
