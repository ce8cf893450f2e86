import type { DbResult } from '../commands/db.ts'
import type { Paint } from './paint.ts'

/** How the local server is now; the bare URL, for other programs, when that was asked for. */
export function renderDb(result: DbResult, paint: Paint): string {
  if (result.kind === 'url') return result.url
  const place = `Its data is in ${result.folder}.`
  if (result.kind === 'stopped') {
    const state = result.wasRunning ? 'Stopped.' : 'Not running.'
    return `${paint.notice(state)} ${place} Start it with: npm run db start`
  }
  const deeds = {
    start: result.started ? 'Started' : 'Running already',
    status: 'Running',
    reset: 'Made anew, empty',
  }
  return `${paint.good(deeds[result.action])}: ${result.address} (process ${String(result.pid)}). ${place}`
}
