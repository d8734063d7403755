import { clientAttributeRules } from '../../../lib/environments/rules/client-attributes';
import { client, draft } from '../draft';
import { testRules } from './rule-rows';

testRules(clientAttributeRules, {
  broken: [
    {
      rule: 'client-attribute-declared',
      what: 'reading a misspelt attribute',
      candidate: draft((e) => client(e, 'backend').readAttributes.push('custom:tennant')),
      path: 'clients.backend.readAttributes[8]',
      instead: 'declare it under standardAttributes or customAttributes',
    },
    {
      rule: 'client-attribute-declared',
      what: 'writing a standard attribute that is not declared',
      candidate: draft((e) => client(e, 'backend').writeAttributes.push('nickname')),
      path: 'clients.backend.writeAttributes[5]',
      instead: 'declare it under standardAttributes or customAttributes',
    },
    {
      rule: 'client-attribute-declared',
      what: 'reading the flag of an attribute that is not declared',
      candidate: draft((e) => client(e, 'web').readAttributes.push('phone_number_verified')),
      path: 'clients.web.readAttributes[7]',
      instead: 'declare it under standardAttributes or customAttributes',
    },
    {
      rule: 'client-attribute-declared',
      what: 'listing sub, which is always readable',
      candidate: draft((e) => client(e, 'web').readAttributes.push('sub')),
      path: 'clients.web.readAttributes[7]',
      instead: 'Remove it: every client reads sub',
    },
    {
      rule: 'client-attribute-declared',
      what: 'a name that every object has',
      candidate: draft((e) => client(e, 'web').writeAttributes.push('custom:constructor')),
      path: 'clients.web.writeAttributes[5]',
      instead: 'declare it',
    },
    {
      rule: 'client-writes-verified-flag',
      what: 'a client that verifies addresses by itself',
      candidate: draft((e) => client(e, 'web').writeAttributes.push('email_verified')),
      path: 'clients.web.writeAttributes[5]',
      instead: 'Remove it: Cognito sets it when the user proves the email',
    },
    {
      rule: 'client-writes-authorization',
      what: 'a client through which users choose their tenant, which never changes',
      candidate: draft((e) => client(e, 'backend').writeAttributes.push('custom:tenant')),
      path: 'clients.backend.writeAttributes[5]',
      instead: 'AdminCreateUser)',
    },
    {
      rule: 'client-writes-authorization',
      what: 'a client that can move a user to another tenant',
      candidate: draft((e) => {
        Object.assign(e.customAttributes['tenant'] ?? {}, { mutable: true });
        client(e, 'backend').writeAttributes.push('custom:tenant');
      }),
      path: 'clients.backend.writeAttributes[5]',
      instead: 'AdminUpdateUserAttributes',
    },
    {
      rule: 'client-writes-immutable',
      what: 'a client that writes what cannot change',
      candidate: draft((e) => client(e, 'backend').writeAttributes.push('custom:legacy_id')),
      path: 'clients.backend.writeAttributes[5]',
      instead: 'an administrator or a trigger sets it',
    },
    {
      rule: 'client-writes-required',
      what: 'a client through which nobody can sign up',
      candidate: draft((e) => (client(e, 'web').writeAttributes = ['name'])),
      path: 'clients.web.writeAttributes',
      instead: 'Add "email"',
    },
  ],
  fine: [
    [
      'the flag of a declared attribute',
      draft((e) => {
        e.standardAttributes.phone_number = { required: false, mutable: true };
        client(e, 'web').readAttributes.push('phone_number', 'phone_number_verified');
      }),
    ],
  ],
});
