import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StandIn {
  readonly origin: string;
  close(): void;
}

/** Answers DescribeStacks for the stacks that it is given, by name, with their outputs. */
export async function cloudFormationStandIn(
  stacks: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<StandIn> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const name = new URLSearchParams(Buffer.concat(chunks).toString()).get('StackName') ?? '';
      const outputs = stacks[name];
      response.writeHead(outputs === undefined ? 400 : 200, { 'Content-Type': 'text/xml' });
      response.end(outputs === undefined ? noSuchStack(name) : described(name, outputs));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function described(name: string, outputs: Readonly<Record<string, string>>): string {
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
