import { $ } from 'zx'
import { main } from '../src/cli/main.ts'
import { UserError } from '../src/errors.ts'
import { processVariables } from '../src/files/environment.ts'
import { verbs } from './verbs.ts'

/** The versions of PostgreSQL, as WORKBENCH_POSTGRES takes them; all tests run on the first, those of databases on each. */
const servers = ['', '15', '18'] as const

await main(verbs['test:all'], async ({ progress }) => {
  const failed: string[] = []
  for (const version of servers) {
    const name = version === '' ? '17' : version
    progress.note(`> every test on PostgreSQL ${name}`)
    const server = version === '' ? {} : { WORKBENCH_POSTGRES: version }
    const env = { ...processVariables(), TEST_ALL: '1', ...server }
    const script = version === '' ? 'test' : 'test:db'
    const { exitCode } = await $({
      nothrow: true,
      stdio: 'inherit',
      env,
    })`npm run --silent ${script}`
    if (exitCode !== 0) failed.push(name)
  }
  if (failed.length > 0)
    throw new UserError(`test:all: tests failed on PostgreSQL ${failed.join(', ')}.`)
  return { value: { servers }, text: (paint) => paint.good('All passed.'), exit: 0 }
})
