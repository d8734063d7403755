import type { AddCustomAttributesResponse } from '@aws-sdk/client-cognito-identity-provider';
import { isList } from '../../template/value';
import { checkNewAttributes, nameAttributes } from '../schema/new-attributes';
import { propertiesOf } from '../settings/declared-resource';
import { readRequestedPool } from '../settings/requested-pool';
import { InvalidParameterException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { list, required } from '../wire/shape';
import { schemaAttribute } from '../wire/user-pool-members';
import { operation } from './operation';

const mostCustomAttributes = 50;

/** Adds to the schema; what is in it is never changed and never removed (API_AddCustomAttributes). */
export const addCustomAttributes = operation({
  name: 'AddCustomAttributes',
  authorisation: 'signature',
  input: {
    CustomAttributes: required(list(schemaAttribute, { min: 1, max: 25 })),
    UserPoolId: required(member.userPoolId),
  },
  run(service, { CustomAttributes, UserPoolId }): Wire<AddCustomAttributesResponse> {
    const pool = service.requirePool(UserPoolId);
    const { settings, id } = pool;
    const { schema, declared = {}, region, account } = settings;
    checkNewAttributes(CustomAttributes, { standard: 'refused' });
    const names = schema.map(({ name }) => name);
    for (const { Name: name = '' } of CustomAttributes) {
      const full = `custom:${name}`;
      if (names.includes(full))
        throw new InvalidParameterException(`${full}: Existing attribute already has name ${full}.`);
    }
    // Read alone: names, types and bounds are checked as those of a template's schema.
    const added = nameAttributes(CustomAttributes);
    const place = { poolId: id, clientIds: {}, region, account };
    const read = readRequestedPool(propertiesOf({ Schema: added }), place, {}).settings.schema;
    const grown = [...schema, ...read.filter(({ name }) => name.startsWith('custom:'))];
    if (grown.filter(({ name }) => name.startsWith('custom:')).length > mostCustomAttributes)
      throw new InvalidParameterException(
        `A user pool may have ${mostCustomAttributes} custom attributes at the most.`,
      );
    const before = declared['Schema'];
    const Schema = [...(isList(before) ? before : []), ...added];
    pool.settings = { ...settings, schema: grown, declared: propertiesOf({ ...declared, Schema }) };
    return {};
  },
});
