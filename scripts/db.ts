import { localUserCommand } from '../aura/local-user/local-user.ts'
import { renderLocalUser, renderLocalUserTalk } from '../aura/local-user/render-local-user.ts'
import { contextOf } from '../src/cli/command-context.ts'
import { placeDbAction } from '../src/cli/verbs/db-action.ts'
import { main } from '../src/cli/main.ts'
import { runPsql } from '../src/cli/psql.ts'
import { seedCommand } from '../src/commands/db-seed.ts'
import { dbCommand, openLocal } from '../src/commands/db.ts'
import { renderSeed } from '../src/report/db-seed.ts'
import type { Paint } from '../src/report/paint.ts'
import { renderDb } from '../src/report/db.ts'
import { verbs } from './verbs.ts'

await main(verbs.db, async (call) => {
  const context = contextOf(call)
  const placed = await placeDbAction(call)
  if (placed.action === 'psql') return runPsql((await openLocal(context)).url)
  if (placed.action === 'seed') {
    const seeded = await seedCommand(context, placed.environment)
    return { value: seeded, text: (paint) => renderSeed(seeded, paint), exit: 0 }
  }
  if (placed.action === 'user') {
    const user = await localUserCommand(context, placed.email)
    const talk = (paint: Paint): string => renderLocalUserTalk(user, paint)
    return { value: user, text: (paint) => renderLocalUser(user, paint), talk, exit: 0 }
  }
  const result = await dbCommand(context, placed.action)
  return { value: result, text: (paint) => renderDb(result, paint), exit: 0 }
})
