import { beginSrp } from '../begin-srp';
import type { Flow } from './flow';

/** USER_SRP_AUTH: the password is proved and never sent. The answer needs no Session: its SECRET_BLOCK names it. */
export const userSrpAuth: Flow = {
  allowedBy: 'ALLOW_USER_SRP_AUTH',
  refusal: 'USER_SRP_AUTH is not enabled for the client.',
  through: 'both',
  begin: (request) => beginSrp(request, 'secret-block'),
};
