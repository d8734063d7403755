import type { ListTagsForResourceResponse } from '@aws-sdk/client-cognito-identity-provider';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The tags of a pool (API_ListTagsForResource). */
export const listTagsForResource = operation({
  name: 'ListTagsForResource',
  authorisation: 'signature',
  input: { ResourceArn: required(member.arn) },
  run(service, { ResourceArn }): Wire<ListTagsForResourceResponse> {
    return { Tags: service.requirePoolByArn(ResourceArn).settings.tags };
  },
});
