import type { Environment } from './environment';
import type { Path } from './problem';

type Declared = Pick<Environment, 'emailSender' | 'smsSender' | 'region' | 'replicas'>;

/** A sender, where it is declared, and the Region of the user pool or copy that it sends for. */
export interface SenderOf<Sender> {
  readonly path: Path;
  readonly poolRegion: string;
  readonly sender: Sender;
}

/** Who sends e-mail: for the user pool itself, then for its copies. */
export function emailSenders({
  emailSender,
  region,
  replicas,
}: Omit<Declared, 'smsSender'>): readonly SenderOf<Environment['emailSender']>[] {
  return [
    { path: ['emailSender'], poolRegion: region, sender: emailSender },
    ...replicas.map((replica, index) => ({
      path: ['replicas', index, 'emailSender'],
      poolRegion: replica.region,
      sender: replica.emailSender,
    })),
  ];
}

/** Who sends text messages: for the user pool itself, then for its copies. */
export function smsSenders({
  smsSender,
  region,
  replicas,
}: Omit<Declared, 'emailSender'>): readonly SenderOf<Environment['replicas'][number]['smsSender']>[] {
  return [
    { path: ['smsSender'], poolRegion: region, sender: smsSender },
    ...replicas.map((replica, index) => ({
      path: ['replicas', index, 'smsSender'],
      poolRegion: replica.region,
      sender: replica.smsSender,
    })),
  ];
}
