/** Article bodies as Astro renders them. What an article says is read by `read-content.ts`; the collection is for its MDX alone. */
import { getEntry, render, type CollectionEntry } from 'astro:content';

async function entryOf(slug: string): Promise<CollectionEntry<'articles'>> {
  const entry = await getEntry('articles', slug);
  if (!entry) throw new Error(`There is no article "${slug}".`);
  return entry;
}

/** Returns the component that renders the body of an article. */
export const articleBody = async (slug: string) => (await render(await entryOf(slug))).Content;
