import { expect, test } from 'vitest'
import { parseLintIgnores } from '../../../src/sql/scan/lint-ignores.ts'

test('an ignore names rules, a reason, and stands above the next thing that is no comment', async () => {
  const text = `-- lint-ignore one: it is so: really
-- a comment
create table public.t (
  -- lint-ignore two, three
  a text, -- lint-ignore
  b text default '
-- lint-ignore four: no'
);
comment on table public.t is $$
-- lint-ignore five: no $$;
/* lint-ignore six: no */
--lint-ignore seven:
`
  expect(await parseLintIgnores(text)).toEqual([
    { rules: ['one'], reason: 'it is so: really', line: 1, target: 3 },
    { rules: ['two', 'three'], reason: '', line: 4, target: 5 },
    { rules: [], reason: '', line: 5, target: 6 },
    { rules: ['seven'], reason: '', line: 12, target: undefined },
  ])
})
