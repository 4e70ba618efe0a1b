import { expect } from '@playwright/test';
import { testEveryPage } from './every-page.ts';
import { overflowsOf } from './overflow.ts';

testEveryPage('a page fits every width from 320 to 1440 pixels', async ({ page, address, href }) => {
  expect.soft(await overflowsOf(page, href), `/${address}`).toEqual([]);
});
