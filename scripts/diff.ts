import { diffOutcome } from '../src/cli/diff-outcome.ts'
import { main } from '../src/cli/main.ts'
import { verbs } from './verbs.ts'

await main(verbs.diff, diffOutcome)
