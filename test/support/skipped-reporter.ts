import type { Reporter, TestModule } from 'vitest/node'
import { isPresent } from './tools.ts'

/** Says in the last lines how many tests were skipped for want of which tool, and how many run elsewhere. */
export const reporter: Reporter = {
  onTestRunEnd(modules) {
    const { wanting, elsewhere } = countSkipped(modules)
    const list = [...wanting].map(([tool, count]) => `${tool} ${String(count)}`).toSorted()
    if (list.length > 0) process.stdout.write(`Skipped for want of a tool: ${list.join(', ')}\n`)
    if (elsewhere > 0)
      process.stdout.write(
        `Skipped on this server or in this share: ${String(elsewhere)} (npm run test:all runs them)\n`,
      )
  },
}

interface Skipped {
  readonly wanting: ReadonlyMap<string, number>
  readonly elsewhere: number
}

/** A tool that is there is not why a test was skipped: it runs on other servers, or among all alone. */
function countSkipped(modules: readonly TestModule[]): Skipped {
  const wanting = new Map<string, number>()
  let elsewhere = 0
  for (const module of modules) {
    for (const test of module.children.allTests('skipped')) {
      const tool = /\[needs (\w+)\]/.exec(test.fullName)?.[1]
      if (tool === undefined || isPresent(tool)) elsewhere += 1
      else wanting.set(tool, (wanting.get(tool) ?? 0) + 1)
    }
  }
  return { wanting, elsewhere }
}
