/** What a stand-in answers where the body is XML: the AWS query protocol of SES (first version) and SNS. */
export interface QueryReply {
  readonly status: number;
  readonly body: string;
}

/** A service that speaks it, with the API version that is its namespace too. */
export interface QueryService {
  readonly namespace: string;
  readonly requestId: () => string;
}

/** The members of a request by their flattened names, for instance `Destination.ToAddresses.member.1`. */
export type QueryInput = ReadonlyMap<string, string>;

export function readQuery(body: string): QueryInput {
  return new Map(new URLSearchParams(body));
}

/** The items of a list, in the order of their numbers: `<name>.member.1` and so on. */
export function membersOf(input: QueryInput, name: string): readonly string[] {
  const prefix = `${name}.member.`;
  return [...input]
    .filter(([key]) => key.startsWith(prefix))
    .toSorted(([one], [other]) => Number(one.slice(prefix.length)) - Number(other.slice(prefix.length)))
    .map(([, value]) => value);
}

export function queryResult(
  action: string,
  result: Readonly<Record<string, string>>,
  { namespace, requestId }: QueryService,
): QueryReply {
  const members = Object.entries(result).map(([name, value]) => element(name, escapeXml(value)));
  const metadata = element('ResponseMetadata', element('RequestId', requestId()));
  const body = `${element(`${action}Result`, members.join(''))}${metadata}`;
  return { status: 200, body: `<${action}Response xmlns="${namespace}">${body}</${action}Response>` };
}

/** An error as the query protocol writes it; the SDKs make their typed exception of the code. */
export function queryFailure(
  status: number,
  code: string,
  message: string,
  { namespace, requestId }: QueryService,
): QueryReply {
  const error = [element('Type', 'Sender'), element('Code', code), element('Message', escapeXml(message))].join('');
  const body = `${element('Error', error)}${element('RequestId', requestId())}`;
  return { status, body: `<ErrorResponse xmlns="${namespace}">${body}</ErrorResponse>` };
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character] ?? character);
}
