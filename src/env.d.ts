declare module 'virtual:code-blocks.js';
