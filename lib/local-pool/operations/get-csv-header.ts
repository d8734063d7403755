import type { GetCSVHeaderResponse } from '@aws-sdk/client-cognito-identity-provider';
import { keptByTheService } from '../settings/standard-attributes';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The columns that are no attributes, last as on the service. */
const userColumns = ['cognito:mfa_enabled', 'cognito:username'];

/** The columns of a file of users to import: what can be given of the schema, in its order (API_GetCSVHeader). */
export const getCsvHeader = operation({
  name: 'GetCSVHeader',
  authorisation: 'signature',
  input: { UserPoolId: required(member.userPoolId) },
  run(service, { UserPoolId }): Wire<GetCSVHeaderResponse> {
    const { id, settings } = service.requirePool(UserPoolId);
    const attributes = settings.schema.map(({ name }) => name).filter((name) => !keptByTheService.includes(name));
    return { UserPoolId: id, CSVHeader: [...attributes, ...userColumns] };
  },
});
