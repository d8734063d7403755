import { renderJson } from '../../lib/posture/report-json';
import { controlThat, postureOf, waiverOf } from './planted-controls';

test('it has everything that was found, with null for what is unknown', () => {
  const long = 'x'.repeat(1000);
  const control = controlThat('fail', 'CGN-TST-01', { found: long, conflict: 'NIST says more.' });
  const posture = postureOf([control], { class: undefined, assurance: undefined, waivers: [waiverOf('CGN-TST-99')] });
  expect(JSON.parse(renderJson([posture]))).toMatchObject({
    version: 1,
    environments: [
      {
        name: 'test',
        stacks: ['dev/auth'],
        class: null,
        assurance: null,
        composition: 'nist',
        threshold: ['critical', 'high'],
        stopped: true,
        controls: [
          {
            id: 'CGN-TST-01',
            verdict: 'fail',
            severity: 'high',
            stops: true,
            sources: [{ source: 'RFC 9700', id: '2.1' }],
            conflict: 'NIST says more.',
            waiver: null,
            findings: [
              {
                verdict: 'fail',
                stack: 'dev/auth',
                logicalId: 'Pool',
                type: 'AWS::Cognito::UserPool',
                constructPath: null,
                property: 'MfaConfiguration',
                field: null,
                found: long,
                wanted: 'ON',
              },
            ],
          },
        ],
        waiverFindings: [{ problem: 'unknown control', stops: true, waiver: { control: 'CGN-TST-99' } }],
      },
    ],
  });
});

test('what is waived is said with the waiver, and does not stop', () => {
  const waiver = waiverOf('CGN-TST-01');
  const posture = postureOf([controlThat('fail', 'CGN-TST-01')], { waivers: [waiver] });
  expect(JSON.parse(renderJson([posture]))).toMatchObject({
    environments: [{ stopped: false, controls: [{ verdict: 'waived', stops: false, waiver }] }],
  });
});

test('a finding about an environment as a whole names no resource', () => {
  const control = controlThat('fail', 'CGN-TST-01', {
    check: () => [{ verdict: 'manual', at: undefined, property: '', found: 'nothing', wanted: 'PKCE' }],
  });
  expect(JSON.parse(renderJson([postureOf([control])]))).toMatchObject({
    environments: [{ controls: [{ verdict: 'manual', findings: [{ stack: null, logicalId: null, property: '' }] }] }],
  });
});
