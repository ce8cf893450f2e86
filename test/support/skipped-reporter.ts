import type { Reporter, TestModule } from 'vitest/node'

/** Says in the last line how many tests were skipped for want of which tool. */
export const reporter: Reporter = {
  onTestRunEnd(modules) {
    const counts = countSkipped(modules)
    if (counts.size === 0) return
    const list = [...counts].map(([tool, count]) => `${tool} ${String(count)}`).toSorted()
    process.stdout.write(`Skipped for want of a tool: ${list.join(', ')}\n`)
  },
}

function countSkipped(modules: readonly TestModule[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const module of modules) {
    for (const test of module.children.allTests('skipped')) {
      const tool = /\[needs (\w+)\]/.exec(test.fullName)?.[1]
      if (tool !== undefined) counts.set(tool, (counts.get(tool) ?? 0) + 1)
    }
  }
  return counts
}
