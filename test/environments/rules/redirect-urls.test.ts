import { redirectUrlRules } from '../../../lib/environments/rules/redirect-urls';
import { client, type Draft, draft, productionDraft } from '../draft';
import { pagesOf } from '../pages-drafts';
import { testRules } from './rule-rows';

interface Pages {
  readonly callbackUrls?: string[];
  readonly logoutUrls?: string[];
  readonly kind?: 'browser' | 'native';
}

/** Lets the client `web` sign in by pages, with these addresses beside a good one. */
function withPages({ callbackUrls = [], logoutUrls = [], kind = 'browser' }: Pages): (environment: Draft) => void {
  return (e) => {
    e.managedLogin = { pages: 'on', domain: { kind: 'prefix', prefix: 'people' } };
    pagesOf(e, 'web');
    const { managedLogin } = Object.assign(client(e, 'web'), { kind });
    Object.assign(managedLogin, { callbackUrls: ['https://app.example.com/signed-in', ...callbackUrls], logoutUrls });
  };
}

const callback = (url: string, kind?: Pages['kind']) => ({
  candidate: draft(withPages({ callbackUrls: [url], ...(kind && { kind }) })),
  path: 'clients.web.managedLogin.callbackUrls[1]',
});

testRules(redirectUrlRules, {
  broken: [
    {
      rule: 'redirect-url-absolute',
      what: 'a path alone',
      ...callback('/signed-in'),
      instead: 'Write the scheme and the host',
    },
    {
      rule: 'redirect-url-absolute',
      what: 'a fragment',
      ...callback('https://app.example.com/#signed-in'),
      instead: 'Remove what follows the #',
    },
    {
      rule: 'redirect-url-absolute',
      what: 'an empty fragment',
      ...callback('https://app.example.com/#'),
      instead: 'Remove what follows the #',
    },
    {
      rule: 'redirect-url-absolute',
      what: 'credentials, which make another host look like one’s own',
      ...callback('https://app.example.com@evil.example/'),
      instead: 'before the @',
    },
    {
      rule: 'redirect-url-without-wildcard',
      what: 'any subdomain',
      ...callback('https://*.example.com/signed-in'),
      instead: 'in full',
    },
    {
      rule: 'redirect-url-without-wildcard',
      what: 'any path',
      ...callback('https://app.example.com/*'),
      instead: 'in full',
    },
    {
      rule: 'redirect-url-encrypted',
      what: 'plain http',
      ...callback('http://app.example.com/signed-in'),
      instead: 'Write https',
    },
    {
      rule: 'redirect-url-encrypted',
      what: 'plain http to a host that only looks like loopback',
      ...callback('http://localhost.example.com/'),
      instead: 'Write https',
    },
    {
      rule: 'redirect-url-encrypted',
      what: 'plain http to every address of the machine',
      ...callback('http://0.0.0.0:3000/'),
      instead: 'Write https',
    },
    {
      rule: 'redirect-url-encrypted',
      what: 'plain http after signing out',
      candidate: draft(withPages({ logoutUrls: ['http://app.example.com/'] })),
      path: 'clients.web.managedLogin.logoutUrls[0]',
      instead: 'Write https',
    },
    {
      rule: 'redirect-url-encrypted',
      what: 'the machine of a developer in production',
      candidate: productionDraft(withPages({ callbackUrls: ['http://localhost:3000/'] })),
      path: 'clients.web.managedLogin.callbackUrls[1]',
      instead: 'the environments that developers use',
    },
    {
      rule: 'redirect-url-encrypted',
      what: 'plain http in production, where loopback would not do either',
      candidate: productionDraft(withPages({ callbackUrls: ['http://app.example.com/'] })),
      path: 'clients.web.managedLogin.callbackUrls[1]',
      allowed: 'https in class production',
      instead: 'Write https',
    },
    {
      rule: 'redirect-url-app-scheme',
      what: 'the scheme of an app for a browser',
      ...callback('com.example.app:/signed-in'),
      instead: 'kind "native"',
    },
    {
      rule: 'redirect-url-app-scheme',
      what: 'a host without its scheme',
      ...callback('localhost:3000/signed-in'),
      instead: 'Write https',
    },
    {
      rule: 'redirect-url-app-scheme',
      what: 'a script',
      ...callback('javascript:alert(1)'),
      instead: 'Write https',
    },
    {
      rule: 'redirect-url-app-scheme',
      what: 'a word that any app can take',
      ...callback('myapp://signed-in', 'native'),
      instead: 'Put your domain into the scheme',
    },
  ],
  fine: [
    ['http on loopback outside production', callback('http://localhost:3000/signed-in').candidate],
    ['http on loopback by its number', callback('http://127.0.0.1/').candidate],
    ['http on loopback by its other number', callback('http://[::1]:3000/').candidate],
    ['a scheme of its own for an app', callback('com.example.app:/signed-in', 'native').candidate],
    ['https for an app', callback('https://app.example.com/opens-the-app', 'native').candidate],
    ['a port and a query', callback('https://app.example.com:8443/signed-in?tenant=a').candidate],
  ],
});
