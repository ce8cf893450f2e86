import { main } from '../src/cli/main.ts'
import { renderVerbs } from '../src/cli/help.ts'
import { verbs } from './verbs.ts'

await main(verbs.help, async () => {
  const list = Object.values(verbs)
  return { value: list, text: (paint) => renderVerbs(list, paint), exit: 0 }
})
