import { contextOf } from '../src/cli/command-context.ts'
import { placeDbAction } from '../src/cli/verbs/db-action.ts'
import { main } from '../src/cli/main.ts'
import { runPsql } from '../src/cli/psql.ts'
import { dbCommand, openLocal } from '../src/commands/db.ts'
import { renderDb } from '../src/report/db.ts'
import { verbs } from './verbs.ts'

await main(verbs.db, async (call) => {
  const context = contextOf(call)
  const action = await placeDbAction(call)
  if (action === 'psql') return runPsql((await openLocal(context)).url)
  const result = await dbCommand(context, action)
  return { value: result, text: (paint) => renderDb(result, paint), exit: 0 }
})
