import type { Call } from './remedy';

/** Where the pool runs, for the commands that put it right. */
export type Place =
  | {
      readonly kind: 'aws';
      /** `prod/*` */
      readonly stacks: string;
      readonly region: string | undefined;
    }
  | {
      readonly kind: 'local';
      readonly endpoint: string;
      /** The command that starts it anew. */
      readonly restart: string;
    };

/** The call as the AWS CLI takes it, for a POSIX shell. */
export function commandOf({ operation, input }: Call, place: Place): string {
  const name = operation.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  const where = place.kind === 'local' ? ` --endpoint-url ${place.endpoint}` : regionOption(place.region);
  return `aws cognito-idp ${name}${where} --cli-input-json ${quoted(JSON.stringify(input))}`;
}

function regionOption(region: string | undefined): string {
  return region === undefined ? '' : ` --region ${region}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
