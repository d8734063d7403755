import { controls } from '../../lib/posture/controls';
import { subjectOf } from '../../lib/posture/subject';
import { resolveStage } from '../../lib/template/resolve';
import { stackArtifact } from '../template/stack-artifact';
import { strict } from './subject-from';

/** A pool and a client that exist only under a condition that nobody knows before deployment. */
const conditional = subjectOf(
  'test',
  { ...strict, authorizationAttributes: new Map([['dev/auth/Pool', ['custom:tenant']]]) },
  resolveStage([
    stackArtifact({
      Parameters: { Wanted: { Type: 'String' } },
      Conditions: { Wanted: { 'Fn::Equals': [{ Ref: 'Wanted' }, 'yes'] } },
      Resources: {
        Pool: { Type: 'AWS::Cognito::UserPool', Condition: 'Wanted', Properties: {} },
        Client: {
          Type: 'AWS::Cognito::UserPoolClient',
          Condition: 'Wanted',
          Properties: { UserPoolId: { Ref: 'Pool' } },
        },
      },
    }),
  ]),
);

test.each(controls)('$id never passes what may not exist', ({ check }) => {
  const about = check(conditional).filter(({ at }) => at?.resource.condition !== undefined);
  expect(about.map(({ verdict }) => verdict)).not.toContain('pass');
});
