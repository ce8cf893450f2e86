import { expect, test } from 'vitest'
import { planCommand } from '../../src/commands/plan.ts'
import { loadSchemaTexts, withEditedProject } from '../support/edited-project.ts'
import { useDatabase } from '../support/database.ts'
import { describeWith } from '../support/tools.ts'

const schema = await loadSchemaTexts()
const file = `create subscription news
  connection 'host=''(fill in)'' password=''(fill in)'''
  publication live
  with (connect = false, binary = true);

comment on subscription news is 'News of another server.';
`

describeWith('go', 'a subscription in a file of the schema', () => {
  const db = useDatabase({ kind: 'platform', mode: 'today' })

  test('is planned and proved, and then there is nothing to plan', async ({ skip }) => {
    skip(db.serverVersion < 160_000, 'up to version 15 only a superuser creates one')
    const edited = new Map([...schema, ['subscriptions/news.sql', file]])
    const { first, again } = await withEditedProject(edited, async (context) => ({
      first: await planCommand(context, 'add_news'),
      again: await planCommand(context, undefined),
    }))
    const statements = first.segments.flatMap((segment) => segment.statements)
    expect(statements).toMatchObject([
      {
        verb: 'create',
        object: 'subscription news',
        note: expect.stringContaining('no plan has its connection'),
      },
      { verb: 'comment', object: 'subscription news', note: null },
    ])
    expect({ proved: first.proved, equal: again.equal }).toEqual({ proved: true, equal: true })
  })
})
