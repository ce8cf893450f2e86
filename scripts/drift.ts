import { driftOutcome } from '../src/cli/drift-outcome.ts'
import { main } from '../src/cli/main.ts'
import { verbs } from './verbs.ts'

await main(verbs.drift, driftOutcome)
