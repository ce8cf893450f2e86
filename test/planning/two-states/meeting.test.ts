import { expect, test } from 'vitest'
import { Meeting } from '../../../src/planning/two-states/meeting.ts'

test('each gets what all have brought, in the order of their places', async () => {
  const meeting = new Meeting<string>(2)
  const second = meeting.bring(1, 'b')
  expect(await meeting.bring(0, 'a')).toEqual(['a', 'b'])
  expect(await second).toEqual(['a', 'b'])
})

test('who waits for one that fails is told its error', async () => {
  const meeting = new Meeting<string>(2)
  const waiting = meeting.bring(0, 'a')
  meeting.fail(1, new Error('no server answers'))
  await expect(waiting).rejects.toThrow('no server answers')
  await expect(meeting.all).rejects.toThrow('no server answers')
})

test('one that fails after it has brought what it knows fails nobody', async () => {
  const meeting = new Meeting<string>(1)
  await meeting.bring(0, 'a')
  meeting.fail(0, new Error('later'))
  expect(await meeting.all).toEqual(['a'])
})
