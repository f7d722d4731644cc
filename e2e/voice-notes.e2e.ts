import { expect, test } from './desk';

test('the note of a call is kept on the customer’s card with the call’s id', async ({ desk, page }) => {
  await desk.begin('agent20');
  await desk.talk('0661234501');
  const traceId = await desk.traceId();
  await desk.root.getByLabel('Note').fill('pays on');
  await desk.hangUp();
  await expect(desk.clerical).toBeVisible();
  // Begun in the call, finished after it.
  const note = desk.clerical.getByLabel('Note');
  await expect(note).toHaveValue('pays on');
  await note.fill('pays on Friday');
  const card = page.locator('app-contact-card');
  await expect(card.getByText('pays on Friday')).toHaveCount(0);
  await desk.clerical.getByRole('option').first().click();
  await desk.pressSave();
  await desk.shows('Available');

  const kept = card.getByRole('listitem').filter({ hasText: 'pays on Friday' });
  await expect(kept).toContainText(`after call ${traceId}`);
  await expect(card.getByRole('heading', { level: 1 })).toHaveText('Olena Kovalchuk');
  await page.reload();
  await expect(kept).toHaveCount(1);
});
