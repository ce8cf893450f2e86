import { describe, expect, it } from 'vitest'
import { benchOnlineCommand } from '../../src/commands/bench-online.ts'
import { renderOnlinePage } from '../../src/report/bench-online.ts'
import { withTestWorkbench } from '../support/database.ts'
import { longer } from '../support/sample.ts'
import { silent } from '../support/talk.ts'

describe('the measures of online plans', longer, () => {
  it('are taken of each change in both forms and both directions, and make a page', async () => {
    const result = await benchOnlineCommand(withTestWorkbench, { rows: 2000, talk: silent })
    expect(
      result.changes.map(({ name, plain, online }) => [name, plain.files, online.files]),
    ).toEqual([
      ['an index', 1, 1],
      ['a unique constraint', 1, 2],
      ['a foreign key', 1, 2],
      ['a check', 1, 2],
      ['NOT NULL', 1, 3],
    ])
    const page = renderOnlinePage(result)
    expect(page.match(/^\| a check, /gm)).toHaveLength(4)
  })
})
