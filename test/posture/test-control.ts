import type { Control, Verdict } from '../../lib/posture/control';
import type { Intent } from '../../lib/posture/intent';
import type { RawObject } from '../../lib/template/value';
import { subjectFrom } from './subject-from';

/** Title, the resources of the template, the verdict of each finding in their order, and what is meant. */
export type ControlCase = readonly [
  title: string,
  resources: RawObject,
  verdicts: readonly Verdict[],
  intent?: Partial<Intent>,
];

/** Holds one control against templates; every control has cases that pass, fail and are unknown, as far as it can. */
export function testControl(control: Control, cases: readonly ControlCase[]): void {
  describe(`${control.id}: ${control.what}`, () => {
    test.each(cases.map(([title, ...rest]) => [title, rest] as const))('%s', (_, [resources, verdicts, intent]) => {
      const findings = control.check(subjectFrom(resources, intent));
      expect(findings.map(({ verdict }) => verdict)).toEqual(verdicts);
      for (const { wanted } of findings) expect(wanted).not.toBe('');
    });
  });
}

export const userPool = (properties: RawObject = {}): RawObject => ({
  Pool: { Type: 'AWS::Cognito::UserPool', Properties: properties },
});

export const client = (properties: RawObject = {}, logicalId = 'Client'): RawObject => ({
  [logicalId]: {
    Type: 'AWS::Cognito::UserPoolClient',
    Properties: { UserPoolId: { Ref: 'Pool' }, ...properties },
  },
});

/** A value that nobody knows before deployment. */
export const elsewhere: RawObject = { 'Fn::ImportValue': 'elsewhere' };
