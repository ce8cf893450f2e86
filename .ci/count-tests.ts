/** Adds up the reports of the test legs, names each test that failed, and prints the line that says how they went together. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What is read of a report in Jest's format, which Vitest's json reporter writes. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  numFailedTestSuites: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] | null }[]
  }[]
}

/** Lines of a failure's message that are printed: the rest is where the leg ran. */
const messageLines = 12

const indented = (text: string): string =>
  text
    .split('\n')
    .slice(0, messageLines)
    .map((line) => `    ${line}\n`)
    .join('')

/** The failures of one file, or the file's own where none of its tests could run. */
const failuresOf = (result: Report['testResults'][number]): string[] => {
  const tests = result.assertionResults.filter(({ status }) => status === 'failed')
  const file = path.relative('', result.name)
  if (tests.length > 0) {
    return tests.map(
      ({ fullName, failureMessages }) =>
        `${file} > ${fullName}\n${indented((failureMessages ?? []).join('\n'))}`,
    )
  }
  return result.status === 'failed' ? [`${file}\n${indented(result.message)}`] : []
}

let passed = 0
let failed = 0
for (const leg of process.argv.slice(2)) {
  const file = `${leg}.json`
  const report: Report | undefined = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : undefined
  // A leg without a report did not run: that is a failure, not a nothing.
  passed += report?.numPassedTests ?? 0
  failed +=
    (report?.numFailedTests ?? 1) +
    Number((report?.numFailedTestSuites ?? 0) > 0 && report?.numFailedTests === 0)
  if (report === undefined) process.stderr.write(`${leg}: no report, so the leg did not run\n`)
  for (const failure of report?.testResults.flatMap(failuresOf) ?? []) {
    process.stdout.write(`${path.basename(leg)}: ${failure}`)
  }
}
if (failed > 0 || passed === 0) process.exitCode = 1
process.stdout.write(`${String(passed)} passed, ${String(failed)} failed\n`)
