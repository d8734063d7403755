import type { TagResourceResponse } from '@aws-sdk/client-cognito-identity-provider';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Adds tags to a pool, or changes their values (API_TagResource). */
export const tagResource = operation({
  name: 'TagResource',
  authorisation: 'signature',
  input: { ResourceArn: required(member.arn), Tags: required(member.tags) },
  run(service, { ResourceArn, Tags }): Wire<TagResourceResponse> {
    const pool = service.requirePoolByArn(ResourceArn);
    pool.settings = { ...pool.settings, tags: { ...pool.settings.tags, ...Tags } };
    return {};
  },
});
