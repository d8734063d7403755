import { renderMarkdown } from '../../lib/posture/report-markdown';
import { controlThat, postureOf, waiverOf } from './planted-controls';
import { userPool } from './test-control';

test('it has a matrix at the top, then every environment control by control, then what no template can show', () => {
  const posture = postureOf(
    [
      controlThat('pass', 'CGN-TST-01'),
      controlThat('fail', 'CGN-TST-02', { conflict: 'NIST says more.' }),
      controlThat('fail', 'CGN-TST-03'),
      controlThat('unknown', 'CGN-TST-04', { found: 'an import: known only at deployment' }),
      controlThat('manual', 'CGN-TST-05', {
        check: () => [{ verdict: 'manual', at: undefined, property: '', found: 'nothing', wanted: 'PKCE' }],
      }),
      controlThat('pass', 'CGN-TST-06', { check: () => [] }),
    ],
    { waivers: [waiverOf('CGN-TST-03'), waiverOf('CGN-TST-01')] },
  );
  const text = renderMarkdown([posture]);
  const [matrix, rest = ''] = text.split('\n## test\n');
  expect(matrix).toBe(`# Posture

What the templates say about the security of each environment, control by control. Written by \`npm run posture\`.

| control | test | what it asks for |
| --- | --- | --- |
| CGN-TST-01 | [pass](#test-cgn-tst-01) | The user pool is as it is wanted. |
| CGN-TST-02 | **[fail](#test-cgn-tst-02)** high | The user pool is as it is wanted. |
| CGN-TST-03 | [waived](#test-cgn-tst-03) | The user pool is as it is wanted. |
| CGN-TST-04 | **[unknown](#test-cgn-tst-04)** high | The user pool is as it is wanted. |
| CGN-TST-05 | [manual](#test-cgn-tst-05) | The user pool is as it is wanted. |
| CGN-TST-06 | - | The user pool is as it is wanted. |

- pass: the templates say what is wanted.
- fail: they do not, or do not say it where they have to.
- waived: it fails or is unknown, and a waiver of the environment says why, who answers for it and until when.
- unknown: it depends on something that nobody knows before deployment, or on what is meant, which nobody declared.
- manual: no template can show it; somebody has to look.
- \\- (not applicable): there is nothing that the control is about.
`);
  const [section, blind = ''] = rest.split('\n## What no template can show\n');
  const shown = '`dev/auth Pool MfaConfiguration`; found `"OFF"`; wanted ON';
  expect(section).toBe(`
Class production; assurance aal2; rules for the characters of passwords of nist.
What fails or is unknown with severity critical or high stops it. It is stopped by CGN-TST-02, CGN-TST-04.
1 pass, 1 fail, 1 waived, 1 unknown, 1 manual, 1 not applicable.

- The waiver of CGN-TST-01 by identity-team is unused: the control neither fails nor is unknown. Remove it.

### test CGN-TST-01

**pass**, severity high. The user pool is as it is wanted.
Sources: RFC 9700 2.1.

- pass: ${shown}

### test CGN-TST-02

**fail**, severity high. The user pool is as it is wanted.
Users come to harm otherwise.
Sources disagree: NIST says more.
Sources: RFC 9700 2.1.

- fail: ${shown}

### test CGN-TST-03

**waived**, severity high. The user pool is as it is wanted.
Users come to harm otherwise.
Waived until 2027-01-31 by identity-team: The old application cannot do better before spring.
Sources: RFC 9700 2.1.

- fail: ${shown}

### test CGN-TST-04

**unknown**, severity high. The user pool is as it is wanted.
Users come to harm otherwise.
Sources: RFC 9700 2.1.

- unknown: \`dev/auth Pool MfaConfiguration\`; found \`an import: known only at deployment\`; wanted ON

### test CGN-TST-05

**manual**, severity high. The user pool is as it is wanted.
Users come to harm otherwise.
Sources: RFC 9700 2.1.

- manual: \`test\`; found \`nothing\`; wanted PKCE

Not applicable in test: CGN-TST-06.
`);
  expect(blind).toContain('\n- CGN-TST-05: The user pool is as it is wanted.\n- What was changed in the account');
});

test('every link of the matrix leads to a heading', () => {
  const postures = ['pass', 'fail', 'unknown'] as const;
  const text = renderMarkdown(postures.map((verdict) => postureOf([controlThat(verdict, 'CGN-TST-01')])));
  const links = [...text.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor]) => anchor);
  const headings = [...text.matchAll(/^### (.+)$/gm)].map(([, heading = '']) =>
    heading.toLowerCase().replaceAll(' ', '-'),
  );
  expect(links.length).toBe(3);
  expect(headings).toEqual(expect.arrayContaining(links));
});

test.each([
  ['sandbox', 'No failure of a control stops an environment of this class. Nothing stops it.'],
  ['pre-production', 'What fails or is unknown with severity critical stops it. Nothing stops it.'],
  [undefined, 'Class unknown, taken for production;'],
] as const)('in an environment of class %s it says what would stop it', (environmentClass, words) => {
  expect(renderMarkdown([postureOf([controlThat('pass', 'CGN-TST-01')], { class: environmentClass })])).toContain(
    words,
  );
});

test('a long value is cut', () => {
  const text = renderMarkdown([postureOf([controlThat('fail', 'CGN-TST-01', { found: 'x'.repeat(1000) })])]);
  expect(text).toContain(`\`${'x'.repeat(160)}… (1000 characters)\``);
  expect(text).not.toContain('x'.repeat(161));
});

test('text of a template or a waiver stays text: no heading, column, link, element or code comes of it', () => {
  const found = 'a `b` ``c``\n## Forged\n| pass |';
  const reason = 'All is well.\n\n## Forged [link](https://example.com) <img> | *pass* `code`';
  const posture = postureOf([controlThat('fail', 'CGN-TST-01', { found })], {
    waivers: [{ ...waiverOf('CGN-TST-01'), reason }],
  });
  const lines = renderMarkdown([posture]).split('\n');
  expect(lines.filter((line) => line.startsWith('## '))).toEqual(['## test', '## What no template can show']);
  expect(lines).toContainEqual(expect.stringContaining('found ``` a `b` ``c`` ## Forged | pass | ```;'));
  expect(lines).toContainEqual(
    expect.stringContaining('All is well. ## Forged \\[link\\](https://example.com) \\<img> \\| \\*pass\\* \\`code\\`'),
  );
});

test('a secret in what a control has found is not written', () => {
  const provider = {
    Type: 'AWS::Cognito::UserPoolIdentityProvider',
    Properties: { UserPoolId: { Ref: 'Pool' }, ProviderDetails: { client_secret: 'open-sesame' } },
  };
  const control = controlThat('fail', 'CGN-TST-01', {
    check: ({ ofType }) =>
      ofType(provider.Type).map((at) => ({
        verdict: 'fail',
        at,
        property: 'ProviderDetails.client_secret',
        found: '"open-sesame"',
        wanted: 'a reference',
      })),
  });
  const text = renderMarkdown([postureOf([control], {}, { ...userPool(), Provider: provider })]);
  expect(text).toContain('a value that is not shown');
  expect(text).not.toContain('open-sesame');
});
