/** What a request says beside its body. */
export interface Call {
  /** Where the caller thinks the service is: what an operation that names no pool acts in. */
  readonly region: string;
}

/** For requests that name no Region: those without a signature, which no operation that needs one lets in. */
export const defaultRegion = 'us-east-1';

/** The account of pools for which none is named: no real account has it. */
export const noAccount = '000000000000';

/**
 * The Region of a signed request, from the credential scope of its Authorization header (IAM user guide, "Elements of an
 * AWS API request signature"); undefined when it names none for this service.
 */
export function regionOf(authorization: string | undefined): string | undefined {
  const scope = /\bCredential=[^,\s]*\/\d{8}\/([a-z\d-]{1,40})\/cognito-idp\/aws4_request/;
  return scope.exec(authorization ?? '')?.[1];
}
