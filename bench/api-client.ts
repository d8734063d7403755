import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });

/** Any credentials will do here; the Region is that of the pool. */
const authorization =
  'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261121/eu-west-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=00';

/**
 * One request of the AWS JSON 1.1 protocol over a connection that is kept open: no SDK, as the client is not what is
 * measured.
 *
 * @throws Error for every answer but 200: what is refused is fast
 */
export function callApi(origin: string, operation: string, body: object): Promise<Record<string, unknown>> {
  const payload = JSON.stringify(body);
  const headers = {
    'Content-Type': 'application/x-amz-json-1.1',
    'Content-Length': Buffer.byteLength(payload),
    'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
    Authorization: authorization,
  };
  return new Promise((resolve, reject) => {
    const sent = request(origin, { agent, method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        if (response.statusCode === 200) resolve(JSON.parse(text) as Record<string, unknown>);
        else
          reject(new Error(`${operation} at ${origin} answered ${String(response.statusCode)}: ${text.slice(0, 300)}`));
      });
    });
    sent.on('error', reject);
    sent.end(payload);
  });
}
