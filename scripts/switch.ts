import { main } from '../src/cli/main.ts'
import { switchOutcome } from '../src/cli/switch-outcome.ts'
import { verbs } from './verbs.ts'

await main(verbs.switch, switchOutcome)
