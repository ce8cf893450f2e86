import { $ } from 'zx'
import { main } from '../src/cli/main.ts'
import { UserError } from '../src/errors.ts'
import { processVariables } from '../src/files/environment.ts'
import { verbs } from './verbs.ts'

/** The versions of PostgreSQL, as WORKBENCH_POSTGRES takes them; all tests run on the first, those of databases on each. */
const servers = ['', '15', '18'] as const

await main(verbs['test:all'], async ({ progress }) => {
  for (const version of servers) {
    progress.note(`> every test on PostgreSQL ${version === '' ? '17' : version}`)
    const server = version === '' ? {} : { WORKBENCH_POSTGRES: version }
    const env = { ...processVariables(), TEST_ALL: '1', ...server }
    const script = version === '' ? 'test' : 'test:db'
    const { exitCode } = await $({
      nothrow: true,
      stdio: 'inherit',
      env,
    })`npm run --silent ${script}`
    if (exitCode !== 0)
      throw new UserError('test:all: a test failed. The servers after it were not tried.')
  }
  return { value: { servers }, text: (paint) => paint.good('All passed.'), exit: 0 }
})
