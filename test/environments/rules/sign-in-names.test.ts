import { signInNameRules } from '../../../lib/environments/rules/sign-in-names';
import { type Draft, draft } from '../draft';
import { testRules } from './rule-rows';

const optional = { required: false, mutable: true };
const required = { required: true, mutable: true };
const everyPool = { caseSensitive: false, firstFactors: ['PASSWORD'] } satisfies Partial<Draft['signIn']>;
const sns = { kind: 'sns', region: 'eu-west-1', monthlySpendLimitDollars: 100 } as const;

type Alias = Extract<Draft['signIn'], { identifier: 'username' }>['aliases'][number];

/** Users choose a name of their own, and may type what is in the list instead. */
function withAliases(aliases: Alias[], change: (environment: Draft) => void = () => undefined): Draft {
  return draft((e) => {
    e.signIn = { identifier: 'username', aliases, ...everyPool };
    change(e);
  });
}

/** Users sign in with a telephone number. */
function byTelephone(change: (environment: Draft) => void): Draft {
  return draft((e) => {
    e.signIn = { identifier: 'phone_number', ...everyPool };
    e.smsSender = sns;
    e.autoVerifiedAttributes = ['email', 'phone_number'];
    e.standardAttributes.phone_number = required;
    delete e.triggers.userMigration; // it finds users by their address
    for (const client of Object.values(e.clients)) {
      if (client.kind !== 'machine') client.writeAttributes.push('phone_number');
    }
    change(e);
  });
}

testRules(signInNameRules, {
  broken: [
    {
      rule: 'sign-in-attribute',
      what: 'sign-in by an address that nobody can change',
      candidate: draft((e) => (e.standardAttributes.email = { required: true, mutable: false })),
      path: 'standardAttributes.email',
      instead: 'email: { required: true, mutable: true }',
    },
    {
      rule: 'sign-in-attribute',
      what: 'sign-in by an address that a user need not have',
      candidate: draft((e) => (e.standardAttributes.email = { required: false, mutable: true })),
      path: 'standardAttributes.email',
      instead: 'email: { required: true, mutable: true }',
    },
    {
      rule: 'sign-in-attribute',
      what: 'sign-in by a telephone number that a user need not have',
      candidate: byTelephone((e) => (e.standardAttributes.phone_number = optional)),
      path: 'standardAttributes.phone_number',
      instead: 'phone_number: { required: true, mutable: true }',
    },
    {
      rule: 'sign-in-attribute',
      what: 'sign-in by either address while one of them is not declared',
      candidate: byTelephone((e) => {
        e.signIn = { identifier: 'email_or_phone_number', ...everyPool };
        e.standardAttributes.phone_number = { required: false, mutable: false };
      }),
      path: 'standardAttributes.phone_number',
      instead: 'phone_number: { required: false, mutable: true }',
    },
    {
      rule: 'sign-in-attribute',
      what: 'an alias that is not declared',
      candidate: withAliases(['preferred_username']),
      path: 'standardAttributes.preferred_username',
      instead: 'preferred_username: { required: false, mutable: true }',
    },
    {
      rule: 'preferred-username-alias',
      what: 'an alias that users choose later and must have at once',
      candidate: withAliases(['preferred_username'], (e) => {
        e.standardAttributes.preferred_username = required;
        delete e.triggers.userMigration; // it knows no such name
        for (const client of Object.values(e.clients)) {
          if (client.kind !== 'machine') client.writeAttributes.push('preferred_username');
        }
      }),
      path: 'standardAttributes.preferred_username.required',
      instead: 'remove preferred_username from signIn.aliases',
    },
    {
      rule: 'sign-in-address-verified',
      what: 'sign-in by an address that may be somebody else’s',
      candidate: draft((e) => {
        e.autoVerifiedAttributes = [];
        e.accountRecovery = ['admin_only'];
      }),
      path: 'autoVerifiedAttributes',
      instead: 'Add "email"',
    },
    {
      rule: 'sign-in-address-verified',
      what: 'an alias that never counts, as nobody verifies it',
      candidate: withAliases(['email'], (e) => {
        e.autoVerifiedAttributes = [];
        e.accountRecovery = ['admin_only'];
      }),
      path: 'autoVerifiedAttributes',
      instead: 'Add "email"',
    },
  ],
  fine: [
    ['sign-in by a name of one’s own, without any alias', withAliases([])],
    ['sign-in by a name of one’s own or a verified address', withAliases(['email'])],
    ['sign-in by a telephone number', byTelephone(() => undefined)],
    [
      'sign-in by an address or a telephone number, of which a user need not have both',
      byTelephone((e) => {
        e.signIn = { identifier: 'email_or_phone_number', ...everyPool };
        e.standardAttributes.email = optional;
        e.standardAttributes.phone_number = optional;
      }),
    ],
  ],
});
