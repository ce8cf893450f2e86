import { runKeys } from '../aura/keys/keys-verb.ts'
import { main } from '../src/cli/main.ts'
import { verbs } from './verbs.ts'

await main(verbs.keys, runKeys)
