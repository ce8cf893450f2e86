import { expect, test } from 'vitest'
import { planCommand } from '../../src/commands/plan.ts'
import { loadSchemaTexts, withEditedProject } from '../support/edited-project.ts'
import { describeWith } from '../support/tools.ts'

const schema = await loadSchemaTexts()
const file = `create sequence public.counter;

revoke all on sequence public.counter from anon, authenticated, service_role;
grant usage on sequence public.counter to authenticated with grant option;
grant usage on sequence public.counter to service_role
  granted by authenticated; -- who may pass it on
`

describeWith('go', 'a right in a file of the schema that another role grants', () => {
  test('is planned and proved, and then there is nothing to plan', async () => {
    const edited = new Map([...schema, ['sequences/counter.sql', file]])
    const { first, again } = await withEditedProject(edited, async (context) => ({
      first: await planCommand(context, 'add_counter'),
      again: await planCommand(context, undefined),
    }))
    const texts = first.segments.flatMap(({ statements }) => statements.map(({ sql }) => sql))
    expect(texts.at(-1)).toBe(
      'set role authenticated;\ngrant usage on sequence public.counter to service_role;\nreset role',
    )
    expect({ proved: first.proved, equal: again.equal }).toEqual({ proved: true, equal: true })
  })
})
