// Pools of one, whose connection is in use, asked for another; each waits a second.
import console from 'node:console';
import process from 'node:process';
import { PrismaPg } from '@prisma/adapter-pg';
import knex from 'knex';
import pg from 'pg';
import { Sequelize } from 'sequelize';
import { PrismaClient } from '../src/generated/client.ts';

const connectionString = process.env.DATABASE_URL;
const show = (driver, work) =>
  work.then(
    () => console.log(`-- ${driver}: no error`),
    (error) => console.log(`-- ${driver} (code: ${error.code})\n${error.stack.replaceAll(/\n +at .*/g, '')}`),
  );

const pool = new pg.Pool({ connectionString, max: 1, connectionTimeoutMillis: 1_000 });
const client = await pool.connect();
await show('node-postgres', pool.query('SELECT 1'));
const prisma = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal' });
await show('Prisma 7', prisma.order.findMany());
client.release();
await prisma.$disconnect();
await pool.end();

// Knex logs its own line as well, with a stack.
const log = { warn: () => undefined };
const knexPool = knex({ log, client: 'pg', connection: connectionString, pool: { min: 0, max: 1 }, acquireConnectionTimeout: 1_000 });
const transaction = await knexPool.transaction();
await show('Knex', knexPool.raw('SELECT 1'));
await transaction.rollback();
await knexPool.destroy();

const sequelize = new Sequelize(connectionString, { logging: false, pool: { max: 1, acquire: 1_000 } });
const open = await sequelize.transaction();
await show('Sequelize', sequelize.query('SELECT 1'));
await open.rollback();
await sequelize.close();
