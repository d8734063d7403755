/** Members of ProviderDetails that are secrets (CreateIdentityProvider); the service tells some of them to whoever may read. */
export const secretDetails: ReadonlySet<string> = new Set(['client_secret', 'private_key']);
