import { expect, test } from 'vitest'
import { withTestWorkbench } from '../support/database.ts'
import { describeWith } from '../support/tools.ts'
import { longer, sample } from '../support/sample.ts'
import { loadCases } from './run-case.ts'
import { runWithAtlas } from './run-with-atlas.ts'

/** The kinds of which some cases have tables that are Atlas's. */
const kinds = [
  'column',
  'constraint',
  'identity',
  'index',
  'name',
  'publication',
  'table',
  'schema',
]

const all = (await loadCases(import.meta.dirname)).filter(
  ({ name, refused }) => refused.length === 0 && kinds.some((kind) => name.startsWith(`${kind}/`)),
)
const cases = sample(all, { usual: 4, others: 8 })
let planned = 0

describeWith(
  'go',
  'a case holds with its tables planned by Atlas, as far as they are its own',
  () => {
    test.concurrent.each(cases)('$name', async (given) => {
      const wrong = await withTestWorkbench((workbench) => runWithAtlas(workbench, given))
      if (wrong !== undefined) planned += 1
      expect(wrong ?? []).toEqual([])
    })

    // A share may have none.
    test.skipIf(longer.skip)('many of them have such tables', () => {
      expect(planned).toBeGreaterThanOrEqual(Math.floor(cases.length / 4))
    })
  },
)
