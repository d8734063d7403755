/** What to do instead, where it takes several deployments and several rules say the same. */
export const recipes = {
  newClient: [
    'First deployment: add a second app client with the new settings beside the old one, and publish its id.',
    'Move every application to the new id and secret; both clients work meanwhile.',
    'Second deployment: remove the old client when nobody signs in with it any more.',
    'To change only the secret, rotate it through AddUserPoolClientSecret and DeleteUserPoolClientSecret instead.',
  ],
  keepClient: [
    'Give the app client its old logical id and stack back: its old name in the code, overrideLogicalId, or cdk refactor. ClientName alone can change freely.',
    'If it has to be another one: first deployment: add the new app client beside the old one, and move every application to its id; second deployment: remove the old one.',
  ],
  keepLogicalId: [
    'Give the resource its old logical id back with overrideLogicalId, or move it with cdk refactor or cdk import.',
  ],
  keepPool: [
    'Give the user pool its old logical id, stack and stack name back: overrideLogicalId in the code, or cdk refactor.',
    'If it has been deployed: import the old pool with cdk import. A deleted pool is kept for about 14 days; AWS Support may be able to restore it.',
  ],
  newDomain: [
    'First deployment: remove the old domain. Managed login is down from here on.',
    'Second deployment: add the new domain, and put it into the callback settings of every identity provider and application. A custom domain takes up to an hour to be distributed.',
    'To avoid the gap: a pool takes one prefix domain and one custom domain; add the other kind first, move applications to it, then remove the old one.',
  ],
  newPool: [
    'Leave the property as the pool was created with.',
    'If it has to change: add a second pool with the new setting, migrate users to it with a user migration trigger, and remove the old pool when it is empty of active users.',
  ],
  newAttribute: [
    'Leave the attribute as it is and add a second one under another name.',
    'Copy the values with AdminUpdateUserAttributes, move readers to the new attribute, and stop writing the old one.',
  ],
  mfa: [
    'First deployment: MfaConfiguration OPTIONAL with the factors in EnabledMfas, and applications that handle MFA_SETUP and SELECT_MFA_TYPE.',
    'Let users enrol, and watch how many have.',
    'Second deployment: MfaConfiguration ON with the same EnabledMfas written out.',
  ],
  writeOut: ['Write the wanted value out instead of leaving the property away.'],
  bothUrls: [
    'First deployment: add the new value beside the old one, and move applications to it.',
    'Second deployment: remove the old value.',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
