import { withSection } from '../local-pool/page-section';
import { readRecordedRun, renderSpeedTable } from './speed-table';

/** The page of the local pool with the figures of the recorded run. @param recorded text of `bench/figures.json` */
export function withSpeedTable(page: string, recorded: string): string {
  return withSection(page, 'speed', renderSpeedTable(readRecordedRun(recorded)));
}
