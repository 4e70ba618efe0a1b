// Twelve orders are paid at once over a pool of four: with the payment inside the transaction, and before it.
import console from 'node:console';
import { setTimeout as sleep } from 'node:timers/promises';
import { prisma } from '../src/prisma.ts';

const chargeCard = () => sleep(1_500);
const where = { id: 1 };
const inside = () =>
  prisma.$transaction(async (tx) => {
    await tx.order.findUniqueOrThrow({ where });
    await chargeCard();
    await tx.order.update({ where: { id: (await tx.order.create({ data: { item: 'lamp' } })).id }, data: { paid: true } });
  });
const outside = async () => {
  await prisma.order.findUniqueOrThrow({ where });
  await chargeCard();
  await prisma.$transaction(async (tx) => {
    await tx.order.update({ where: { id: (await tx.order.create({ data: { item: 'lamp' } })).id }, data: { paid: true } });
  });
};

await Promise.all(Array.from({ length: 4 }, () => prisma.order.findUnique({ where }))); // the pool has its connections
for (const [name, call] of Object.entries({ inside, outside })) {
  const start = Date.now();
  const results = await Promise.allSettled(Array.from({ length: 12 }, call));
  const errors = results.flatMap(({ reason }) => (reason ? [reason] : []));
  console.log(`payment ${name} the transaction: ${errors.length} of 12 failed, ${((Date.now() - start) / 1000).toFixed(1)} s`);
  for (const message of new Set(errors.map(({ code, message }) => `${code} ${message.trim().split('\n').at(-1)}`)))
    console.log(`  ${message}`);
}
await prisma.$disconnect();
