import type { Environment } from '../environments/environment';
import { metadataKeys } from '../template/metadata';
import type { ReasonsMetadata } from '../template/metadata';

type Declared = Pick<Environment, 'webAcl' | 'logDelivery' | 'monitoring'>;

/** The Metadata of a template about protections that have no resource in it: why, by the type that is not there. */
export function absentProtections({ webAcl, logDelivery: { messageErrors, userActivity }, monitoring }: Declared) {
  const reasons: ReasonsMetadata = {
    ...(webAcl.use === 'off' && { 'AWS::WAFv2::WebACLAssociation': webAcl.reason }),
    ...(!messageErrors.deliver && { 'AWS::Cognito::LogDeliveryConfiguration userNotification': messageErrors.reason }),
    ...(!userActivity.deliver && { 'AWS::Cognito::LogDeliveryConfiguration userAuthEvents': userActivity.reason }),
    ...(monitoring.alarms === 'off' && { 'AWS::CloudWatch::Alarm': monitoring.reason }),
  };
  return { [metadataKeys.reasons]: reasons };
}
