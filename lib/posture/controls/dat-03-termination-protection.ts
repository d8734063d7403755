import type { Control, Finding } from '../control';
import type { Subject } from '../subject';
import { verdictOf } from '../truth';
import { isBeyondSandbox, wantedWhere } from '../wanted-where';

const property = 'terminationProtection';
const types = ['AWS::Cognito::UserPool', 'AWS::Cognito::IdentityPool'];

export const terminationProtection: Control = {
  id: 'CGN-DAT-03',
  what: 'Outside of a sandbox the stack of a user pool or identity pool is protected against termination.',
  why: 'A stack that is deleted by mistake takes domain, clients and functions with it: nobody signs in.',
  sources: [{ source: 'AWS developer guide', id: 'CloudFormation: using-cfn-protect-stacks' }],
  severity: { sandbox: 'informational', 'pre-production': 'medium', production: 'high' },
  check: (subject) => types.flatMap((type) => findings(type, subject)),
  orders: types.map((type) => ({
    type,
    property,
    measure: ({ stack }) => ({ kind: 'known', value: stack.artifact.terminationProtection }),
    scale: { kind: 'levels', weakToStrong: [false, true] },
  })),
};

/** A fact of the stack, told of each resource that it keeps. */
function findings(type: string, { ofType, intent }: Subject): readonly Finding[] {
  return ofType(type).map((at) => {
    const { terminationProtection: isOn, stackName } = at.stack.artifact;
    const found = `${isOn ? 'on' : 'off'} for the stack ${stackName}`;
    const verdict = at.resource.condition === undefined ? verdictOf(isOn) : 'unknown';
    const finding: Finding = { verdict, at, property, found, wanted: 'on' };
    return wantedWhere(isBeyondSandbox(intent), finding);
  });
}
