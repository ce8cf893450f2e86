import { $ } from 'zx'
import { main } from '../src/cli/main.ts'
import { UserError } from '../src/errors.ts'
import { verbs } from './verbs.ts'

/** In the order of how fast each one answers. */
const steps = ['format:check', 'lint:code', 'typecheck', 'unused', 'lint', 'diff', 'test'] as const

await main(verbs.check, async ({ progress }) => {
  for (const step of steps) {
    progress.note(`> npm run ${step}`)
    const { exitCode } = await $({ nothrow: true, stdio: 'inherit' })`npm run --silent ${step}`
    if (exitCode !== 0)
      throw new UserError(`check: ${step} failed. The steps after it were not run.`)
  }
  return {
    value: { steps },
    text: (paint) => paint.good(`All passed: ${steps.join(', ')}.`),
    exit: 0,
  }
})
