import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../lib/commands/project-root';
import type { ReadFile } from '../../lib/constructs/project-file';

export const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10"/></svg>';

export const samlMetadata =
  '<?xml version="1.0"?><md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://id.example"/>';

const files: ReadonlyMap<string, string> = new Map([
  ['branding/logo.svg', logo],
  ['identity-providers/partner.xml', samlMetadata],
]);

/** The files that environments of tests name, and those of the project that declared ones do. */
export const readFixtureFile: ReadFile = (path) => {
  const content = files.get(path);
  return content === undefined ? readFileSync(join(projectRoot, path)) : Buffer.from(content);
};
