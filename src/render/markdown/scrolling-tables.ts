import { defineMdastPlugin, type MdastPluginEntry } from 'satteri';

/** Puts each table into a box that scrolls sideways, so that a wide table does not widen the page. */
export const scrollingTables = (): MdastPluginEntry =>
  defineMdastPlugin({
    name: 'scrolling-tables',
    table(node, context) {
      context.wrapNode(node, {
        type: 'scrollingTable',
        children: [],
        data: { hName: 'div', hProperties: { className: ['table-scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Table' } },
      });
    },
  });
