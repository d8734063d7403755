import { callbackUrls } from '../../../lib/posture/controls/cli-03-callback-urls';
import { logoutUrls } from '../../../lib/posture/controls/cli-04-logout-urls';
import type { RawValue } from '../../../lib/template/value';
import { kind } from '../client-of-kind';
import { compare } from '../compare';
import { client, elsewhere, testControl } from '../test-control';

const callbacks = (...CallbackURLs: RawValue[]) => client({ CallbackURLs });
const logouts = (...LogoutURLs: RawValue[]) => client({ LogoutURLs });
const local = 'http://localhost:3000/signed-in';

testControl(callbackUrls, [
  ['https passes', callbacks('https://app.example.com/signed-in'), ['pass']],
  ['http fails', callbacks('http://app.example.com/'), ['fail']],
  ['one that is refused is enough', callbacks('https://app.example.com/', 'http://app.example.com/'), ['fail']],
  ['a wildcard fails', callbacks('https://*.example.org/'), ['fail']],
  ['a fragment fails', callbacks('https://app.example.com/#signed-in'), ['fail']],
  ['an empty fragment fails too', callbacks('https://app.example.com/#'), ['fail']],
  ['a user name before the host fails', callbacks('https://app.example.com@evil.example/'), ['fail']],
  ['what is no URL fails', callbacks('/signed-in'), ['fail']],
  ['the callback that the CDK puts in where it is told none fails', callbacks('https://example.com'), ['fail']],
  ['the scheme of an app with a dot passes', callbacks('com.example.app:/signed-in'), ['pass'], kind('native')],
  ['a scheme that any app can take fails', callbacks('myapp://signed-in'), ['fail'], kind('native')],
  ['script is no address', callbacks('javascript:alert(1)'), ['fail']],
  ['a native app may listen on loopback', callbacks(local), ['pass'], kind('native')],
  ['in IPv6 too', callbacks('http://[::1]:8080/'), ['pass'], kind('native')],
  ['a browser in production may not', callbacks(local), ['fail'], kind('browser')],
  ['with https neither', callbacks('https://localhost/'), ['fail'], kind('browser')],
  ['nor a server', callbacks('http://127.0.0.1/'), ['fail'], kind('server')],
  ['outside production it may', callbacks(local), ['pass'], { ...kind('browser'), class: 'pre-production' }],
  ['in a sandbox too, whatever the kind', callbacks(local), ['pass'], { class: 'sandbox' }],
  ['of a kind that nobody declared it is unknown', callbacks(local), ['unknown']],
  ['of a class that nobody declared too', callbacks(local), ['unknown'], { ...kind('browser'), class: undefined }],
  ['a name that begins alike is no loopback', callbacks('http://localhost.evil.example/'), ['fail'], kind('native')],
  ['the scheme of an app is not on loopback', callbacks('com.example.app://localhost/'), ['pass'], kind('browser')],
  ['an address from elsewhere is unknown', callbacks('https://a.example', elsewhere), ['unknown']],
  ['a host from elsewhere too', callbacks({ 'Fn::Sub': 'https://${AWS::StackId}/' }), ['unknown']],
  ['beside one that is refused it does not matter', callbacks('http://a.example', elsewhere), ['fail']],
  ['a list from elsewhere is unknown', client({ CallbackURLs: elsewhere }), ['unknown']],
  [
    'the address by default is looked at too',
    client({ CallbackURLs: ['https://a.example'], DefaultRedirectURI: 'http://a.example' }),
    ['pass', 'fail'],
  ],
  ['without callbacks there is nothing to say', client(), []],
]);

testControl(logoutUrls, [
  ['https passes', logouts('https://app.example.com/'), ['pass']],
  ['http fails', logouts('http://app.example.com/'), ['fail']],
  ['a browser in production has none on loopback', logouts('http://localhost:3000/'), ['fail'], kind('browser')],
  ['a native app may', logouts('http://localhost:3000/'), ['pass'], kind('native')],
  ['of a kind that nobody declared it is unknown', logouts('http://localhost:3000/'), ['unknown']],
  ['an address from elsewhere is unknown', logouts(elsewhere), ['unknown']],
  ['absent there is nothing to say', client(), []],
]);

describe.each([
  [callbackUrls, 'CallbackURLs', callbacks],
  [logoutUrls, 'LogoutURLs', logouts],
] as const)('by the order of $id', (control, property, urls) => {
  test.each([
    ['another host is weaker', urls('https://a.example/'), urls('https://a.example/', 'https://b.example/'), 'weaker'],
    ['one less is stronger', urls('https://a.example/', 'https://b.example/'), urls('https://b.example/'), 'stronger'],
    ['another page of the host is neither', urls('https://a.example/one'), urls('https://a.example/two'), 'same'],
    [
      'a looser scheme is another place',
      urls('https://a.example/'),
      urls('https://a.example/', 'http://a.example/'),
      'weaker',
    ],
    ['another host instead is both', urls('https://a.example/'), urls('https://b.example/'), 'both'],
    ['the first one is weaker than none', client(), urls('https://a.example/'), 'weaker'],
    ['one from elsewhere is unknown', urls('https://a.example/'), urls(elsewhere), 'unknown'],
  ] as const)('%s', (_, before, after, expected) => {
    expect(compare(control, property, [before, after])).toBe(expected);
  });
});
