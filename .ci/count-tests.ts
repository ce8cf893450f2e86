/** Adds up the reports of the test legs and prints the one line that says how they went together. */
import { existsSync, readFileSync } from 'node:fs'

const legs = process.argv.slice(2)
let passed = 0
let failed = 0
for (const leg of legs) {
  const file = `${leg}.json`
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  // A leg without a report did not run: that is a failure, not a nothing.
  passed += Number(report?.numPassedTests ?? 0)
  failed +=
    Number(report?.numFailedTests ?? 1) +
    Number(report?.numFailedTestSuites > 0 && report?.numFailedTests === 0)
  if (report === undefined) process.stderr.write(`${leg}: no report, so the leg did not run\n`)
}
if (failed > 0 || passed === 0) process.exitCode = 1
process.stdout.write(`${String(passed)} passed, ${String(failed)} failed\n`)
