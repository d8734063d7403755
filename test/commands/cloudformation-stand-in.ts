import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StandIn {
  readonly origin: string;
  /** The operations that it was asked for. */
  readonly called: ReadonlySet<string>;
  close(): void;
}

type Texts = Readonly<Record<string, string>>;

/**
 * Answers DescribeStacks and ListStackResources for stacks.
 * @param outputs of each stack, by its name
 * @param resources physical ids by logical id, by the name of their stack, or the id of a nested one
 */
export async function cloudFormationStandIn(
  outputs: Readonly<Record<string, Texts>>,
  resources: Readonly<Record<string, Texts>> = {},
): Promise<StandIn> {
  const called = new Set<string>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = new URLSearchParams(Buffer.concat(chunks).toString());
      const action = asked.get('Action') ?? '';
      const name = asked.get('StackName') ?? '';
      called.add(action);
      const found = (action === 'ListStackResources' ? resources : outputs)[name];
      const answered = action === 'ListStackResources' ? listed : described;
      response.writeHead(found === undefined ? 400 : 200, { 'Content-Type': 'text/xml' });
      response.end(found === undefined ? noSuchStack(name) : answered(name, found, Number(asked.get('NextToken'))));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    called,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const pageSize = 10;

/** A page from that resource on, with one that has left the stack: CloudFormation tells those as well. */
function listed(_: string, resources: Texts, from: number): string {
  const gone = ['(gone)', 'DELETE_COMPLETE', 'gone'];
  const all = [gone, ...Object.entries(resources).map(([logicalId, id]) => [logicalId, 'CREATE_COMPLETE', id])];
  const members = all
    .slice(from, from + pageSize)
    .map(
      ([logicalId, status, id]) =>
        `<member><LogicalResourceId>${logicalId}</LogicalResourceId><ResourceStatus>${status}</ResourceStatus>` +
        `<PhysicalResourceId>${id}</PhysicalResourceId></member>`,
    );
  const next = from + pageSize < all.length ? `<NextToken>${from + pageSize}</NextToken>` : '';
  return (
    '<ListStackResourcesResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><ListStackResourcesResult>' +
    `<StackResourceSummaries>${members.join('')}</StackResourceSummaries>${next}` +
    '</ListStackResourcesResult></ListStackResourcesResponse>'
  );
}

function described(name: string, outputs: Texts): string {
  const members = Object.entries(outputs).map(
    ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
  );
  return (
    '<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks>' +
    `<member><StackName>${name}</StackName><StackStatus>CREATE_COMPLETE</StackStatus>` +
    `<CreationTime>2026-11-21T00:00:00Z</CreationTime><Outputs>${members.join('')}</Outputs></member>` +
    '</Stacks></DescribeStacksResult></DescribeStacksResponse>'
  );
}

function noSuchStack(name: string): string {
  return (
    '<ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type>' +
    `<Code>ValidationError</Code><Message>Stack with id ${name} does not exist</Message></Error></ErrorResponse>`
  );
}
