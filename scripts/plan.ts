import { main } from '../src/cli/main.ts'
import { planOutcome } from '../src/cli/verbs/plan-outcome.ts'
import { verbs } from './verbs.ts'

await main(verbs.plan, planOutcome)
