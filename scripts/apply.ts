import { applyOutcome } from '../src/cli/apply-outcome.ts'
import { main } from '../src/cli/main.ts'
import { verbs } from './verbs.ts'

await main(verbs.apply, applyOutcome)
