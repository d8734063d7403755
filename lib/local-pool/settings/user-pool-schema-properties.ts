import type { PropertyTable } from './property-table';
import { boolean, choice, enforced, integer, taken, text } from './property-table';

const { MIN_SAFE_INTEGER, MAX_SAFE_INTEGER } = Number;
const longestAttribute = 2048;

/** The attributes that the template declares; the standard ones it does not declare are there all the same. */
export const schemaProperties = {
  'Schema[].Name': enforced(
    text(undefined, { shortest: 1, longest: 20 }),
    'Which attributes exist. A name that is no standard attribute gets the prefix custom:.',
  ),
  'Schema[].AttributeDataType': enforced(
    choice({ String: taken, Number: taken, DateTime: taken, Boolean: taken }, undefined),
    'What values are accepted; a standard attribute has its own type and takes no other.',
  ),
  'Schema[].Required': enforced(boolean(false), 'Whether sign-up demands it; custom attributes cannot be required.'),
  'Schema[].Mutable': enforced(
    boolean(false),
    'Whether the value can be changed after the user exists; a request of the API that does not say means true.',
  ),
  'Schema[].DeveloperOnlyAttribute': enforced(
    boolean(false),
    'true stops the start: attributes with the prefix dev: are not simulated.',
  ),
  'Schema[].StringAttributeConstraints.MinLength': enforced(integer(0, longestAttribute, undefined), 'Shortest value.'),
  'Schema[].StringAttributeConstraints.MaxLength': enforced(integer(0, longestAttribute, undefined), 'Longest value.'),
  'Schema[].NumberAttributeConstraints.MinValue': enforced(
    integer(MIN_SAFE_INTEGER, MAX_SAFE_INTEGER, undefined),
    'Lowest value.',
  ),
  'Schema[].NumberAttributeConstraints.MaxValue': enforced(
    integer(MIN_SAFE_INTEGER, MAX_SAFE_INTEGER, undefined),
    'Highest value.',
  ),
} as const satisfies PropertyTable;
