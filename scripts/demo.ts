import { demoCommand } from '../aura/demo/demo.ts'
import { renderDemo } from '../aura/demo/render-demo.ts'
import { contextOf } from '../src/cli/command-context.ts'
import { withInterrupt } from '../src/cli/ending/interrupt.ts'
import { main } from '../src/cli/main.ts'
import { verbs } from './verbs.ts'

await main(verbs.demo, async (call) => {
  const result = await withInterrupt(async (signal) => demoCommand(contextOf(call), signal))
  return { value: result, text: (paint) => renderDemo(result, paint), exit: 0 }
})
