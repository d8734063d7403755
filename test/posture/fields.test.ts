import { referenceRows } from '../../lib/environments/reference';
import { controls } from '../../lib/posture/controls';

const fields = new Set(referenceRows().map(({ path }) => path));

test.each(controls.flatMap(({ id, field }) => (field === undefined ? [] : [[id, field] as const])))(
  '%s names a field that an environment has: %s',
  (_id, field) => {
    expect([...fields]).toContain(field);
  },
);
