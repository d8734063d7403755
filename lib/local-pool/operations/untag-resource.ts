import type { UntagResourceResponse } from '@aws-sdk/client-cognito-identity-provider';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { list, required, string } from '../wire/shape';
import { operation } from './operation';

/** Takes tags from a pool; one that is not there is no error (API_UntagResource). */
export const untagResource = operation({
  name: 'UntagResource',
  authorisation: 'signature',
  input: { ResourceArn: required(member.arn), TagKeys: required(list(string({ min: 1, max: 128 }))) },
  run(service, { ResourceArn, TagKeys }): Wire<UntagResourceResponse> {
    const pool = service.requirePoolByArn(ResourceArn);
    const left = Object.entries(pool.settings.tags).filter(([key]) => !TagKeys.includes(key));
    pool.settings = { ...pool.settings, tags: Object.fromEntries(left) };
    return {};
  },
});
