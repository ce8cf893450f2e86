import { contextOf } from '../src/cli/context.ts'
import { main } from '../src/cli/main.ts'
import { checkSchemaCommand } from '../src/commands/check-schema.ts'
import { renderCheckSchema } from '../src/report/check-schema.ts'
import { verbs } from './verbs.ts'

await main(verbs['check:schema'], async (call) => {
  const result = await checkSchemaCommand(contextOf(call))
  return {
    value: result,
    text: (paint) => renderCheckSchema(result, paint),
    exit: result.same ? 0 : 2,
  }
})
