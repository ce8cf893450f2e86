import { main } from '../src/cli/main.ts'
import { rollbackOutcome } from '../src/cli/rollback-outcome.ts'
import { verbs } from './verbs.ts'

await main(verbs.rollback, rollbackOutcome)
