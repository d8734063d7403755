import type { Findings } from './findings';
import type { GroupSettings } from './pool-settings';
import type { PropertyReader } from './property-reader';
import type { userPoolGroupProperties } from './user-pool-group-properties';

/** One group. */
export function readGroup(read: PropertyReader<typeof userPoolGroupProperties>, findings: Findings): GroupSettings {
  if (read.at('GroupName') === undefined) {
    findings.stop(read.logicalId, 'GroupName', {
      got: 'nothing',
      expected: 'the name that tokens will carry',
      nextStep: 'Write GroupName: the service would make a name up that nobody knows before deployment.',
    });
  }
  return {
    name: read.text('GroupName') ?? read.logicalId,
    description: read.text('Description'),
    precedence: read.integer('Precedence'),
    roleArn: read.text('RoleArn'),
  };
}
